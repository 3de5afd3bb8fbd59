import { Injectable } from '@nestjs/common';
import type { KeptSupportSession, SupportKind } from '@rolvast/domain';
import type { PoolClient } from 'pg';

/** A session of the list, wherever it came from. */
export interface StoredSession extends KeptSupportSession {
  readonly sessionNumber: number;
  readonly teamId: number;
  /** Stands for it at the source; null while no source delivered it. */
  readonly deliveredNumber: number | null;
  /** Measure whose signal it was planned from. */
  readonly promptedBy: string | null;
  readonly version: number;
}

const KEPT = 'kind, status, planned_week, planned_on, held_week, held_on, themes, attendance';
const COLUMNS = `session_number AS "sessionNumber", team_id AS "teamId", delivered_number AS "deliveredNumber", prompted_by AS "promptedBy", version, kind, status,
  planned_week AS "plannedWeek", planned_on::text AS "plannedOn", held_week AS "heldWeek", held_on::text AS "heldOn", themes, attendance`;

function valuesOf({ kind, status, plannedWeek, plannedOn, heldWeek, heldOn, themes, attendance }: KeptSupportSession): unknown[] {
  return [kind, status, plannedWeek, plannedOn, heldWeek, heldOn, themes, attendance];
}

/** Support sessions in schema `care`. Every method works inside the transaction of the caller. */
@Injectable()
export class SessionStore {
  /** Lets nobody else add a session of the team until the transaction ends, so that two who add the same one meet. */
  async holdTeam(client: PoolClient, organisationId: number, teamId: number): Promise<void> {
    await client.query("SELECT pg_advisory_xact_lock(7236462, hashtext($1::int || ' ' || $2::int))", [organisationId, teamId]);
  }

  async add(client: PoolClient, organisationId: number, teamId: number, session: KeptSupportSession, origin: Pick<StoredSession, 'deliveredNumber' | 'promptedBy'>): Promise<number> {
    const { rows } = await client.query<{ sessionNumber: number }>(
      `INSERT INTO care.support_session (organisation_id, team_id, delivered_number, prompted_by, ${KEPT}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       RETURNING session_number AS "sessionNumber"`,
      [organisationId, teamId, origin.deliveredNumber, origin.promptedBy, ...valuesOf(session)],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('a session was not stored');
    return row.sessionNumber;
  }

  /** Stores how a held session stands now. */
  async save(client: PoolClient, organisationId: number, { sessionNumber }: StoredSession, session: KeptSupportSession, place: Pick<StoredSession, 'teamId' | 'deliveredNumber'>): Promise<void> {
    await client.query(
      `UPDATE care.support_session SET team_id = $3, delivered_number = $4, (${KEPT}) = ROW ($5, $6, $7, $8::date, $9, $10::date, $11::text[], $12), version = version + 1
        WHERE organisation_id = $1 AND session_number = $2`,
      [organisationId, sessionNumber, place.teamId, place.deliveredNumber, ...valuesOf(session)],
    );
  }

  /** One session, held; null when it is not there, or of none of these teams. */
  async hold(client: PoolClient, organisationId: number, sessionNumber: number, teamIds: readonly number[]): Promise<StoredSession | null> {
    const [row] = await this.find(client, 'organisation_id = $1 AND session_number = $2 AND team_id = ANY ($3) FOR UPDATE', [organisationId, sessionNumber, teamIds]);
    return row ?? null;
  }

  /** The session that a source delivered before under a number, held. */
  async holdDelivered(client: PoolClient, organisationId: number, deliveredNumber: number): Promise<StoredSession | null> {
    const [row] = await this.find(client, 'organisation_id = $1 AND delivered_number = $2 FOR UPDATE', [organisationId, deliveredNumber]);
    return row ?? null;
  }

  /** Sessions of a team, kind and planned week, in the order in which they were added. */
  findOfWeek(client: PoolClient, organisationId: number, teamId: number, kind: SupportKind, plannedWeek: string): Promise<readonly StoredSession[]> {
    return this.find(client, 'organisation_id = $1 AND team_id = $2 AND kind = $3 AND planned_week = $4 ORDER BY session_number FOR UPDATE', [organisationId, teamId, kind, plannedWeek]);
  }

  /** Sessions of some teams planned or held in [from, through], by week. @param range weeks, both included. */
  findOfTeams(client: PoolClient, organisationId: number, teamIds: readonly number[], range: { readonly from: string; readonly through: string }): Promise<readonly StoredSession[]> {
    return this.find(
      client,
      `organisation_id = $1 AND team_id = ANY ($2) AND (planned_week >= $3 AND planned_week <= $4 OR held_week >= $3 AND held_week <= $4)
        ORDER BY coalesce(held_week, planned_week), session_number`,
      [organisationId, teamIds, range.from, range.through],
    );
  }

  /** The first session of some teams that is planned for a day or later; of one whose day is not kept the week decides. */
  async findNext(client: PoolClient, organisationId: number, teamIds: readonly number[], from: { readonly week: string; readonly day: string }): Promise<StoredSession | null> {
    const [row] = await this.find(
      client,
      `organisation_id = $1 AND team_id = ANY ($2) AND status = 'planned' AND planned_week >= $3 AND coalesce(planned_on >= $4::date, true)
        ORDER BY planned_week, planned_on NULLS LAST, session_number LIMIT 1`,
      [organisationId, teamIds, from.week, from.day],
    );
    return row ?? null;
  }

  private async find(client: PoolClient, condition: string, values: readonly unknown[]): Promise<readonly StoredSession[]> {
    const { rows } = await client.query<StoredSession>(`SELECT ${COLUMNS} FROM care.support_session WHERE ${condition}`, [...values]);
    return rows;
  }
}
