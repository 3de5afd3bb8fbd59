import { Injectable } from '@nestjs/common';
import type { Explanation, IsoWeek, Month, RebaseReason, ReviewMark, ReviewMarkKind, TargetSource } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { errorCodeOf } from '../../platform/errors/error-code.js';
import type { ViewerRole } from '../../access/roles.js';
import { FIND_EVENTS, FIND_MARKS, FIND_REBASES, FIND_TARGETS, FOLLOW_UP_TABLES, type FollowUpKind } from './follow-up.sql.js';

/** Whose a decision is. These lists are read by more than quality staff, so nothing in them is finer than a week. */
interface Decided {
  /** Number by which it can be ended. */
  readonly number: number;
  readonly decidedAs: ViewerRole;
  readonly decidedInWeek: IsoWeek;
}

export interface StoredTarget extends Decided {
  readonly unitCode: string;
  readonly measure: string;
  readonly fromMonth: Month;
  readonly throughMonth: Month | null;
  readonly value: number;
  readonly source: TargetSource;
}

export interface StoredEvent extends Decided {
  /** Null for an event of the whole organisation. */
  readonly unitCode: string | null;
  readonly month: Month;
  readonly title: string;
}

export interface StoredMark extends Decided {
  readonly unitCode: string;
  readonly measure: string;
  readonly throughMonth: Month;
  readonly kind: ReviewMarkKind;
  readonly explanation: Explanation | null;
  /** The week of the last day on which it waits; null unless it was snoozed. */
  readonly snoozedThroughWeek: IsoWeek | null;
}

export interface StoredRebase extends Decided {
  readonly unitCode: string;
  readonly measure: string;
  readonly fromMonth: Month;
  readonly reason: RebaseReason;
}

/** Who decides, and when. */
export interface Decision {
  readonly organisationId: number;
  readonly userNumber: number;
  readonly role: ViewerRole;
  readonly at: Date;
}

const UNIQUE_VIOLATION = '23505';

/** Targets, chart events, review marks and new starts in schema `care`. Every method works inside the transaction of the caller. */
@Injectable()
export class FollowUpStore {
  /** @returns the number of the target; null when one stands already for this unit, measure and first month. */
  addTarget(client: PoolClient, by: Decision, target: { readonly unitId: number; readonly measure: string; readonly fromMonth: Month; readonly throughMonth: Month | null; readonly value: number; readonly source: TargetSource }): Promise<number | null> {
    const { unitId, measure, fromMonth, throughMonth, value, source } = target;
    return insert(client, 'target', by, { unit_id: unitId, measure, from_month: fromMonth, through_month: throughMonth, value, source });
  }

  addEvent(client: PoolClient, by: Decision, unitId: number | null, month: Month, title: string): Promise<number | null> {
    return insert(client, 'chart_event', by, { unit_id: unitId, month, title });
  }

  /** Sets a mark on a signal; one that stood there before ends. */
  async setMark(client: PoolClient, by: Decision, unitId: number, measure: string, throughMonth: Month, mark: ReviewMark): Promise<number | null> {
    await client.query(
      'UPDATE care.review_mark SET ended_at = $5, ended_by = $6 WHERE organisation_id = $1 AND unit_id = $2 AND measure = $3 AND through_month = $4 AND ended_at IS NULL',
      [by.organisationId, unitId, measure, throughMonth, by.at, by.userNumber],
    );
    const explanation = mark.kind === 'explained' ? mark.explanation : null;
    const until = mark.kind === 'snoozed' ? mark.until : null;
    return insert(client, 'review_mark', by, { unit_id: unitId, measure, through_month: throughMonth, kind: mark.kind, explanation, snoozed_until: until });
  }

  addRebase(client: PoolClient, by: Decision, unitId: number, measure: string, fromMonth: Month, reason: RebaseReason): Promise<number | null> {
    return insert(client, 'rebase', by, { unit_id: unitId, measure, from_month: fromMonth, reason });
  }

  /** Ends a decision of one of these units, or an event of the whole organisation. @returns whether there was one. */
  async end(client: PoolClient, by: Decision, kind: FollowUpKind, number: number, unitIds: readonly number[], mayEndOfAll: boolean): Promise<boolean> {
    const { rowCount } = await client.query(
      `UPDATE care.${kind} SET ended_at = $4, ended_by = $5 WHERE organisation_id = $1 AND ${FOLLOW_UP_TABLES[kind]} = $2 AND ended_at IS NULL AND (unit_id = ANY ($3) OR unit_id IS NULL AND $6)`,
      [by.organisationId, number, unitIds, by.at, by.userNumber, mayEndOfAll],
    );
    return rowCount === 1;
  }

  async findTargets(client: PoolClient, organisationId: number, unitIds: readonly number[]): Promise<readonly StoredTarget[]> {
    return (await client.query<StoredTarget>(FIND_TARGETS, [organisationId, unitIds])).rows;
  }

  async findEvents(client: PoolClient, organisationId: number, unitIds: readonly number[]): Promise<readonly StoredEvent[]> {
    return (await client.query<StoredEvent>(FIND_EVENTS, [organisationId, unitIds])).rows;
  }

  async findMarks(client: PoolClient, organisationId: number, unitIds: readonly number[]): Promise<readonly StoredMark[]> {
    return (await client.query<StoredMark>(FIND_MARKS, [organisationId, unitIds])).rows;
  }

  async findRebases(client: PoolClient, organisationId: number, unitIds: readonly number[]): Promise<readonly StoredRebase[]> {
    return (await client.query<StoredRebase>(FIND_REBASES, [organisationId, unitIds])).rows;
  }
}

/** @returns the number of the row; null when one like it stands already. */
async function insert(client: PoolClient, kind: FollowUpKind, by: Decision, values: Readonly<Record<string, unknown>>): Promise<number | null> {
  const row = { organisation_id: by.organisationId, decided_by: by.userNumber, decided_as: by.role, decided_at: by.at, ...values };
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  try {
    const { rows } = await client.query<{ number: number }>(
      `INSERT INTO care.${kind} (${columns.join(', ')}) VALUES (${places.join(', ')}) RETURNING ${FOLLOW_UP_TABLES[kind]} AS number`,
      Object.values(row),
    );
    return rows[0]?.number ?? null;
  } catch (error) {
    // The work that called is taken back as a whole, so a statement that failed does no harm.
    if (errorCodeOf(error) === UNIQUE_VIOLATION) return null;
    throw error;
  }
}
