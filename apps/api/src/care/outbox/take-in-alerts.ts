import { Injectable } from '@nestjs/common';
import { assertNever, raiseAlert, stepOfJudgement, takeStep, type AlertFault, type CoarseRule } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { Clock } from '../../platform/clock/clock.js';
import { AlertStore, ruleOf, type HeldAlert } from '../alerts/alert.store.js';

interface OutboxRow {
  readonly outboxNumber: string;
  readonly alertLink: string;
  readonly code: string | null;
  readonly teamId: number;
  readonly revision: number;
  readonly standing: 'met' | 'no-longer-met' | 'withdrawn';
  readonly missing: readonly string[];
  readonly ground: string | null;
}

/** In the order in which intake stored them: of one reflection the lower revision always comes first. */
const NEXT = `
  SELECT outbox_number AS "outboxNumber", alert_link AS "alertLink", code, team_id AS "teamId", revision, standing, missing, ground
    FROM intake.alert_outbox WHERE organisation_id = $1 ORDER BY outbox_number LIMIT $2 FOR UPDATE`;

const TAKE_OUT = 'DELETE FROM intake.alert_outbox WHERE organisation_id = $1 AND outbox_number = ANY ($2::bigint[])';

/** Takes in what intake says about alerts: raises them, and lets later revisions take their steps. */
@Injectable()
export class TakeInAlerts {
  constructor(
    private readonly alerts: AlertStore,
    private readonly clock: Clock,
  ) {}

  /** Takes in at most so many rows of an organisation. @returns how many there were. */
  async takeIn(client: PoolClient, organisationId: number, most: number): Promise<number> {
    const { rows } = await client.query<OutboxRow>(NEXT, [organisationId, most]);
    if (rows.length === 0) return 0;
    const at = this.clock.now();
    await this.alerts.raise(client, organisationId, rows.flatMap((row) => raisedBy(row, at)));
    for (const row of rows) {
      if (row.code === null) await this.takeRevision(client, organisationId, row, at);
    }
    await client.query(TAKE_OUT, [organisationId, rows.map(({ outboxNumber }) => outboxNumber)]);
    return rows.length;
  }

  private async takeRevision(client: PoolClient, organisationId: number, row: OutboxRow, at: Date): Promise<void> {
    const held = await this.alerts.holdByLink(client, organisationId, row.alertLink);
    // It was erased, or kept long enough, after intake put this out.
    if (held === null) return;
    const taken = takeStep(held.alert, stepOfJudgement(row.revision, judgementOf(row), notBeforeLast(held, at)));
    if (taken.ok) await this.alerts.save(client, organisationId, held, taken.value, null);
    else mustBeOld(taken.fault);
  }
}

function raisedBy({ alertLink, code, teamId, revision, missing, ground }: OutboxRow, at: Date) {
  const rule = ruleOf(missing, ground);
  return code === null || rule === null ? [] : [{ alertLink, code, teamId, alert: raiseAlert({ rule, revision, at }) }];
}

function judgementOf({ standing, missing, ground }: OutboxRow): CoarseRule | 'withdrawn' | null {
  return standing === 'withdrawn' ? standing : ruleOf(missing, ground);
}

/** The clock of another process may be ahead; a step of a revision must not wait for that. */
function notBeforeLast({ alert }: HeldAlert, at: Date): Date {
  const last = alert.history.at(-1)?.at ?? alert.raisedAt;
  return last > at ? last : at;
}

/** A revision that was dealt with already changes nothing; every other fault is a bug. */
function mustBeOld(fault: AlertFault): void {
  switch (fault.code) {
    case 'REVISION_NOT_NEWER':
      return;
    case 'STEP_NOT_ALLOWED':
    case 'NOT_A_MOMENT':
    case 'BEFORE_LAST_STEP':
    case 'CLOSING_NOT_PROPOSED':
      throw new Error(`a revision could not take its step: ${fault.code}`);
    default:
      return assertNever(fault, 'alert fault');
  }
}
