import { Injectable } from '@nestjs/common';
import type { KeptSupportSession } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { ADD_OUTBOX_JOB } from '../outbox/alert-outbox.sql.js';

/** A session to store: what may be kept of it, for whom, and the line that says so. */
export interface StagedSupportSession extends KeptSupportSession {
  readonly line: number;
  readonly pseudonym: Buffer;
  readonly teamId: number;
}

/** What a merge changed. Lines that brought nothing new are in none of the counts. */
export interface SupportSessionMerge {
  readonly accepted: number;
  readonly replaced: number;
  /** Lines that tell another thing of a session that an earlier line of the same file tells about. */
  readonly conflictingLines: readonly number[];
}

const COLUMNS = 'session_pseudonym, team_id, kind, status, planned_week, planned_on, held_week, held_on, themes, attendance';
const WITHOUT_PSEUDONYM = COLUMNS.replace('session_pseudonym, ', '');
const BATCH = 500;

const CREATE_STAGING = `
  CREATE TEMPORARY TABLE staged_support_session ON COMMIT DROP AS
  SELECT 0 AS line, ${COLUMNS} FROM intake.support_session WITH NO DATA`;

const STAGE = `
  INSERT INTO staged_support_session (line, ${COLUMNS})
  SELECT line, decode(pseudonym, 'hex'), "teamId", kind, status, "plannedWeek", "plannedOn", "heldWeek", "heldOn", themes, attendance
    FROM jsonb_to_recordset($1::jsonb) AS staged (line int, pseudonym text, "teamId" int, kind text, status text, "plannedWeek" text,
         "plannedOn" date, "heldWeek" text, "heldOn" date, themes text[], attendance text)`;

/** Which of two lines is right can't be known; the first stays, and the other is reported. */
const TAKE_OUT_CONFLICTS = `
  DELETE FROM staged_support_session staged
   USING (SELECT DISTINCT ON (session_pseudonym) * FROM staged_support_session ORDER BY session_pseudonym, line) AS first
   WHERE first.session_pseudonym = staged.session_pseudonym AND (${qualified('first')}) IS DISTINCT FROM (${qualified('staged')})
  RETURNING staged.line`;

const MERGE = `
  WITH first AS (
    SELECT DISTINCT ON (session_pseudonym) ${COLUMNS} FROM staged_support_session ORDER BY session_pseudonym, line
  ), merged AS (
    INSERT INTO intake.support_session AS stored (organisation_id, ${COLUMNS})
    SELECT $1, ${COLUMNS} FROM first ORDER BY session_pseudonym
    ON CONFLICT (organisation_id, session_pseudonym) DO UPDATE
       SET (${WITHOUT_PSEUDONYM}) = (${qualified('excluded')})
     WHERE (${qualified('stored')}) IS DISTINCT FROM (${qualified('excluded')})
    RETURNING (xmax = 0) AS is_new, delivered_number, ${WITHOUT_PSEUDONYM}
  ), put_out AS (
    INSERT INTO intake.session_outbox (organisation_id, delivered_number, ${WITHOUT_PSEUDONYM})
    SELECT $1, delivered_number, ${WITHOUT_PSEUDONYM} FROM merged ORDER BY delivered_number
  )
  SELECT count(*) FILTER (WHERE is_new)::int AS accepted, count(*) FILTER (WHERE NOT is_new)::int AS replaced FROM merged`;

function qualified(table: string): string {
  return WITHOUT_PSEUDONYM.split(', ').map((column) => `${table}.${column}`).join(', ');
}

/** Support sessions in schema `intake`. Every method works inside the transaction of the caller. */
@Injectable()
export class SupportSessionStore {
  /**
   * Stores sessions, and puts out for care what changed. A session that is there already becomes what the file says now: a source has no revisions of a
   * session, it only knows how it stands.
   *
   * @throws whatever `sessions` throws.
   */
  async merge(client: PoolClient, organisationId: number, sessions: AsyncIterable<StagedSupportSession>): Promise<SupportSessionMerge> {
    await client.query(CREATE_STAGING);
    let batch: StagedSupportSession[] = [];
    for await (const session of sessions) {
      batch.push(session);
      if (batch.length === BATCH) {
        await stage(client, batch);
        batch = [];
      }
    }
    await stage(client, batch);
    const conflicts = await client.query<{ line: number }>(TAKE_OUT_CONFLICTS);
    const merged = await client.query<{ accepted: number; replaced: number }>(MERGE, [organisationId]);
    const [counts] = merged.rows;
    if (counts === undefined) throw new Error('the merge gave no counts');
    if (counts.accepted + counts.replaced > 0) await client.query(ADD_OUTBOX_JOB, [organisationId]);
    return { ...counts, conflictingLines: conflicts.rows.map((row) => row.line) };
  }
}

async function stage(client: PoolClient, batch: readonly StagedSupportSession[]): Promise<void> {
  if (batch.length === 0) return;
  await client.query(STAGE, [JSON.stringify(batch.map((session) => ({ ...session, pseudonym: session.pseudonym.toString('hex') })))]);
}
