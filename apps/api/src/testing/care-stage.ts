import { parseOrganisationCode, parseUnitCode, scopeOf } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { AlertPurposeService } from '../care/alerts/alert-purpose.js';
import { AlertSettingsService } from '../care/alerts/alert-settings.js';
import { AlertStepService } from '../care/alerts/alert-step.service.js';
import { AlertWorklistService } from '../care/alerts/alert-worklist.service.js';
import { AlertStore } from '../care/alerts/alert.store.js';
import { OpenAlertsService } from '../care/alerts/open-alerts.service.js';
import { CareAudit, type AuditNote } from '../care/desk/care-audit.js';
import { CareDesk } from '../care/desk/care-desk.js';
import type { CareRole } from '../care/desk/care-policy.js';
import type { CareViewer } from '../care/desk/care-viewer.js';
import { FollowUpService } from '../care/follow-up/follow-up.service.js';
import { FollowUpStore } from '../care/follow-up/follow-up.store.js';
import { ConsumeOutboxService } from '../care/outbox/consume-outbox.service.js';
import { TakeInAlerts } from '../care/outbox/take-in-alerts.js';
import { TakeInSessions } from '../care/outbox/take-in-sessions.js';
import { PlanSessionService } from '../care/support-sessions/plan-session.service.js';
import { SessionStore } from '../care/support-sessions/session.store.js';
import { SupportSessionsService } from '../care/support-sessions/support-sessions.service.js';
import { Clock } from '../platform/clock/clock.js';
import { LifetimeStage } from './lifetime-stage.js';
import { queryOnce } from './test-database.js';

/** A clock that a test moves. */
export class MovedClock extends Clock {
  private moment = new Date('2026-09-07T10:00:00Z');

  now(): Date {
    return this.moment;
  }

  moveTo(moment: string): void {
    this.moment = new Date(moment);
  }
}

/** An audit that writes into a table of its own, in the transaction it is given, until it is told to fail. */
export class TableAudit extends CareAudit {
  isBroken = false;

  async append(client: PoolClient, organisationId: number, note: AuditNote): Promise<void> {
    if (this.isBroken) throw new Error('the audit can not be written');
    const { userNumber, role, deed, unit, reason, result, requestId } = note;
    await client.query('INSERT INTO stage.audit VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [organisationId, userNumber, role, deed, unit, reason, result, requestId]);
  }
}

const CREATE_AUDIT = `
  CREATE SCHEMA stage;
  CREATE TABLE stage.audit (organisation_id integer, user_number integer, role text, deed text, unit text, reason text, result text, request_id text);
  GRANT USAGE ON SCHEMA stage TO rolvast_carer;
  GRANT INSERT ON stage.audit TO rolvast_carer`;

/** Everything of care on a database of its own, beside the door where reflections and sessions come in. */
export class CareStage {
  readonly clock = new MovedClock();
  readonly audit = new TableAudit();
  readonly worklist: AlertWorklistService;
  readonly purposes: AlertPurposeService;
  readonly steps: AlertStepService;
  readonly open: OpenAlertsService;
  readonly settings: AlertSettingsService;
  readonly plans: PlanSessionService;
  readonly sessions: SupportSessionsService;
  readonly followUp: FollowUpService;
  readonly outbox: ConsumeOutboxService;

  private constructor(
    readonly door: LifetimeStage,
    private readonly carer: DataSource,
  ) {
    const desk = new CareDesk(carer, this.audit);
    const [alerts, sessionStore] = [new AlertStore(), new SessionStore()];
    this.worklist = new AlertWorklistService(desk, this.clock);
    this.purposes = new AlertPurposeService(desk, this.clock);
    this.steps = new AlertStepService(desk, alerts, this.clock);
    this.open = new OpenAlertsService(desk, this.clock);
    this.settings = new AlertSettingsService(desk);
    this.plans = new PlanSessionService(desk, sessionStore, this.clock);
    this.sessions = new SupportSessionsService(desk, sessionStore, this.clock);
    this.followUp = new FollowUpService(desk, new FollowUpStore(), this.clock);
    this.outbox = new ConsumeOutboxService(carer, new TakeInAlerts(alerts, this.clock), new TakeInSessions(sessionStore));
  }

  static async create(): Promise<CareStage> {
    const door = await LifetimeStage.create();
    await queryOnce(door.database.adminUrl, CREATE_AUDIT);
    const carer = await new DataSource({ type: 'postgres', url: door.database.address.roles.carer, poolSize: 10 }).initialize();
    return new CareStage(door, carer);
  }

  async close(): Promise<void> {
    await this.carer.destroy();
    await this.door.close();
  }

  /** Somebody with a role for some units. */
  async viewer(organisation: string, role: CareRole, units: readonly string[], session = `${role}-session`): Promise<CareViewer> {
    const [row] = await queryOnce<{ id: number }>(this.door.database.adminUrl, 'SELECT organisation_id AS id FROM intake.organisation WHERE code = $1', [organisation]);
    const code = parseOrganisationCode(organisation);
    if (row === undefined || code === null) throw new Error('no such organisation');
    const scope = scopeOf(code, units.flatMap((unit) => parseUnitCode(unit) ?? []));
    return { userNumber: role.length, organisationId: row.id, role, scope: scope.ok ? scope.value : null, sessionKey: session, requestId: `request-of-${role}` };
  }

  ask<Row extends Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return queryOnce<Row>(this.door.database.adminUrl, text, values);
  }

  /** The lines of the audit since the last time, in order. */
  async takeAudit(): Promise<Record<string, unknown>[]> {
    return this.ask('WITH taken AS (DELETE FROM stage.audit RETURNING role, deed, unit, reason, result) SELECT * FROM taken');
  }
}

/** An organisation file with two regions: noord with team-a and team-b, zuid with team-c; team-old ended. */
export function careOrganisation(code: string): string {
  const team = (name: string, region: string, validTo: string | null = null, publishWith: string | null = null) =>
    ({ code: name, name: `Team ${name}`, region, careForm: 'support', professionals: 10, validFrom: '2025-01-01', validTo, publishWith });
  return JSON.stringify({
    code,
    name: `Organisation ${code}`,
    regions: [{ code: 'noord', name: 'Regio Noord' }, { code: 'zuid', name: 'Regio Zuid' }],
    teams: [team('team-a', 'noord'), team('team-b', 'noord'), team('team-c', 'zuid'), team('team-old', 'zuid', '2026-06-30')],
  });
}
