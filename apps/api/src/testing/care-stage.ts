import { parseOrganisationCode, parseUnitCode, scopeOf } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../access/audit/audit-trail.js';
import type { ViewerRole } from '../access/roles.js';
import { AlertPurposeService } from '../care/alerts/alert-purpose.js';
import { AlertSettingsService } from '../care/alerts/alert-settings.js';
import { AlertStepService } from '../care/alerts/alert-step.service.js';
import { AlertWorklistService } from '../care/alerts/alert-worklist.service.js';
import { AlertStore } from '../care/alerts/alert.store.js';
import { OpenAlertsService } from '../care/alerts/open-alerts.service.js';
import { CareDesk } from '../care/desk/care-desk.js';
import type { CareViewer } from '../care/desk/care-viewer.js';
import { FollowUpService } from '../care/follow-up/follow-up.service.js';
import { FollowUpStore } from '../care/follow-up/follow-up.store.js';
import { ConsumeOutboxService } from '../care/outbox/consume-outbox.service.js';
import { TakeInAlerts } from '../care/outbox/take-in-alerts.js';
import { TakeInSessions } from '../care/outbox/take-in-sessions.js';
import { PlanSessionService } from '../care/support-sessions/plan-session.service.js';
import { SessionStore } from '../care/support-sessions/session.store.js';
import { SupportFiguresService } from '../care/support-sessions/support-figures.service.js';
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

/** The audit, until it is told to fail. */
export class BreakableAudit extends AuditTrail {
  isBroken = false;

  override async append(...entry: Parameters<AuditTrail['append']>): Promise<void> {
    if (this.isBroken) throw new Error('the audit can not be written');
    await super.append(...entry);
  }
}

const SAVE_USER = `
  WITH added AS (INSERT INTO access.user_account (display_name, invited_as, created_at) SELECT $1, $1, now() WHERE NOT EXISTS (SELECT FROM access.user_account WHERE invited_as = $1) RETURNING user_number)
  SELECT user_number AS "userNumber" FROM added UNION ALL SELECT user_number FROM access.user_account WHERE invited_as = $1`;

/** Everything of care on a database of its own, beside the door where reflections and sessions come in. */
export class CareStage {
  readonly clock = new MovedClock();
  readonly audit = new BreakableAudit(this.clock);
  readonly worklist: AlertWorklistService;
  readonly purposes: AlertPurposeService;
  readonly steps: AlertStepService;
  readonly open: OpenAlertsService;
  readonly settings: AlertSettingsService;
  readonly plans: PlanSessionService;
  readonly sessions: SupportSessionsService;
  readonly figures: SupportFiguresService;
  readonly followUp: FollowUpService;
  readonly outbox: ConsumeOutboxService;
  private auditRead = 0;

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
    this.figures = new SupportFiguresService(desk, sessionStore, this.clock);
    this.followUp = new FollowUpService(desk, new FollowUpStore(), this.clock);
    this.outbox = new ConsumeOutboxService(carer, new TakeInAlerts(alerts, this.clock), new TakeInSessions(sessionStore));
  }

  static async create(): Promise<CareStage> {
    const door = await LifetimeStage.create();
    const carer = await new DataSource({ type: 'postgres', url: door.database.address.roles.carer, poolSize: 10 }).initialize();
    return new CareStage(door, carer);
  }

  async close(): Promise<void> {
    await this.carer.destroy();
    await this.door.close();
  }

  /** Somebody with a role for some units. */
  async viewer(organisation: string, role: ViewerRole, units: readonly string[], session = `${role}-session`): Promise<CareViewer> {
    const [row] = await queryOnce<{ id: number }>(this.door.database.adminUrl, 'SELECT organisation_id AS id FROM intake.organisation WHERE code = $1', [organisation]);
    const [user] = await this.ask<{ userNumber: number }>(SAVE_USER, [role]);
    const code = parseOrganisationCode(organisation);
    if (row === undefined || user === undefined || code === null) throw new Error('no such organisation');
    const scope = scopeOf(code, units.flatMap((unit) => parseUnitCode(unit) ?? []));
    return { userNumber: user.userNumber, organisationId: row.id, role, scope: scope.ok ? scope.value : null, sessionKey: session, requestId: `request-of-${role}` };
  }

  ask<Row extends Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return queryOnce<Row>(this.door.database.adminUrl, text, values);
  }

  /** The lines of the audit since the last time, in order. */
  async takeAudit(): Promise<Record<string, unknown>[]> {
    const rows = await this.ask('SELECT role, deed, unit, reason, result FROM access.audit_entry ORDER BY organisation_id, entry_number');
    const fresh = rows.slice(this.auditRead);
    this.auditRead = rows.length;
    return fresh;
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
