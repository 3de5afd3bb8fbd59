import { Injectable } from '@nestjs/common';
import { dateInAmsterdam, isClosingProposed, type Alert, type CoarseRule, type OpenAlert, type TakenStep } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { ALERT_COLUMNS, stepColumns, toAlert, type AlertRow } from './alert-row.js';

/** An alert that is held for a step, so that nobody else takes one meanwhile. */
export interface HeldAlert {
  readonly row: AlertRow;
  readonly alert: Alert;
}

/** An alert that intake says a reflection raised. */
export interface RaisedAlert {
  readonly alertLink: string;
  readonly code: string;
  readonly teamId: number;
  readonly alert: OpenAlert;
}

const LAST_STEP = `
  SELECT step, role, at, reason, outcome, revision, from_state AS "from", to_state AS "to", jsonb_build_object('missing', missing, 'ground', ground) AS rule
    FROM care.alert_step WHERE organisation_id = $1 AND alert_number = $2 ORDER BY version DESC LIMIT 1`;

/** A reflection raises once, however often its revision comes by. */
const RAISE = `
  INSERT INTO care.alert (organisation_id, code, alert_link, team_id, state, standing, is_closing_proposed, missing, ground, revision, raised_at, raised_on, version)
  SELECT $1, code, "alertLink", "teamId", state, standing, "isClosingProposed", missing, ground, revision, "raisedAt", "raisedOn", 1
    FROM jsonb_to_recordset($2::jsonb) AS raised (code text, "alertLink" uuid, "teamId" int, state text, standing text, "isClosingProposed" boolean,
         missing text[], ground text, revision int, "raisedAt" timestamptz, "raisedOn" date)
  ON CONFLICT (organisation_id, alert_link) DO NOTHING`;

const SAVE = `
  UPDATE care.alert SET state = $4, standing = $5, is_closing_proposed = $6, missing = $7, ground = $8, revision = $9, outcome = $10, version = version + 1
   WHERE organisation_id = $1 AND alert_number = $2 AND version = $3`;

const ADD_STEP = `
  INSERT INTO care.alert_step (organisation_id, alert_number, version, step, from_state, to_state, role, user_number, at, reason, outcome, revision, missing, ground)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/** Alerts in schema `care`. Every method works inside the transaction of the caller. */
@Injectable()
export class AlertStore {
  async raise(client: PoolClient, organisationId: number, raised: readonly RaisedAlert[]): Promise<void> {
    const rows = raised.map(({ alertLink, code, teamId, alert }) => {
      const { state, standing, revision, raisedAt, rule } = alert;
      return { alertLink, code, teamId, state, standing, isClosingProposed: isClosingProposed(alert), ...rule, revision, raisedAt, raisedOn: dateInAmsterdam(raisedAt) };
    });
    await client.query(RAISE, [organisationId, JSON.stringify(rows)]);
  }

  /** The alert with a code, held; null when there is none, or when its team is not among these. */
  async holdByCode(client: PoolClient, organisationId: number, code: string, teamIds: readonly number[]): Promise<HeldAlert | null> {
    return this.hold(client, organisationId, 'code = $2 AND team_id = ANY ($3)', [code, teamIds]);
  }

  /** The alert of a reflection, held; null when it ended meanwhile. */
  async holdByLink(client: PoolClient, organisationId: number, alertLink: string): Promise<HeldAlert | null> {
    return this.hold(client, organisationId, 'alert_link = $2', [alertLink]);
  }

  /** Stores what a step made of a held alert. @param userNumber null for the source. */
  async save(client: PoolClient, organisationId: number, { row }: HeldAlert, after: Alert, userNumber: number | null): Promise<void> {
    const taken = after.history.at(-1);
    if (taken === undefined) throw new Error('a step is missing from the history of an alert');
    const outcome = after.state === 'closed' ? after.outcome : null;
    const { rule, standing, revision, state } = after;
    const saved = await client.query(SAVE, [organisationId, row.alertNumber, row.version, state, standing, isClosingProposed(after), rule.missing, rule.ground, revision, outcome]);
    if (saved.rowCount !== 1) throw new Error('an alert was changed while it was held');
    const columns = stepColumns(taken);
    const { step, from, to, role, at, reason } = taken;
    await client.query(ADD_STEP, [organisationId, row.alertNumber, row.version + 1, step, from, to, role, userNumber, at, reason, columns.outcome, columns.revision, columns.missing, columns.ground]);
  }

  private async hold(client: PoolClient, organisationId: number, condition: string, values: readonly unknown[]): Promise<HeldAlert | null> {
    const { rows } = await client.query<AlertRow>(`SELECT ${ALERT_COLUMNS} FROM care.alert WHERE organisation_id = $1 AND ${condition} FOR UPDATE`, [organisationId, ...values]);
    const [row] = rows;
    if (row === undefined) return null;
    const steps = await client.query<TakenStep>(LAST_STEP, [organisationId, row.alertNumber]);
    return { row, alert: toAlert(row, steps.rows[0] ?? null) };
  }
}

/** The rule that a row of the outbox tells of. */
export function ruleOf(missing: readonly string[], ground: string | null): CoarseRule | null {
  const [first, ...rest] = missing.filter(isMissingAttention);
  return first === undefined || !isGround(ground) ? null : { missing: [first, ...rest], ground };
}

function isMissingAttention(text: string): text is CoarseRule['missing'][number] {
  return text === 'not_seen' || text === 'not_spoken_to' || text === 'safety_not_discussed';
}

function isGround(text: string | null): text is CoarseRule['ground'] {
  return text === 'pitfall' || text === 'concern' || text === 'pitfall_and_concern';
}
