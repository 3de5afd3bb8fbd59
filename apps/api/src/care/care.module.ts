import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditTrail } from '../access/audit/audit-trail.js';
import { LOGGER } from '../platform/logging/logger.token.js';
import { AlertsResolver } from './alerts/alerts.resolver.js';
import { AlertPurposeService } from './alerts/alert-purpose.js';
import { AlertSettingsService } from './alerts/alert-settings.js';
import { AlertStepService } from './alerts/alert-step.service.js';
import { AlertWorklistService } from './alerts/alert-worklist.service.js';
import { AlertStore } from './alerts/alert.store.js';
import { OpenAlertsService } from './alerts/open-alerts.service.js';
import { CareDesk } from './desk/care-desk.js';
import { FollowUpResolver } from './follow-up/follow-up.resolver.js';
import { FollowUpService } from './follow-up/follow-up.service.js';
import { FollowUpStore } from './follow-up/follow-up.store.js';
import { ConsumeOutboxService } from './outbox/consume-outbox.service.js';
import { OutboxWorker } from './outbox/outbox-worker.js';
import { TakeInAlerts } from './outbox/take-in-alerts.js';
import { TakeInSessions } from './outbox/take-in-sessions.js';
import { PlanSessionService } from './support-sessions/plan-session.service.js';
import { SupportFiguresService } from './support-sessions/support-figures.service.js';
import { SupportSessionsResolver } from './support-sessions/support-sessions.resolver.js';
import { SessionStore } from './support-sessions/session.store.js';
import { SupportSessionsService } from './support-sessions/support-sessions.service.js';

/** Every resolver of care. */
export const CARE_RESOLVERS = [AlertsResolver, SupportSessionsResolver, FollowUpResolver];

const SERVICES = [AlertPurposeService, AlertSettingsService, AlertStepService, AlertWorklistService, OpenAlertsService, PlanSessionService, SupportSessionsService, SupportFiguresService, FollowUpService, ConsumeOutboxService];

/** The operational lists: alerts, support sessions, and what is done about signals. Reaches schema `care` as the carer, and no reflection. */
@Module({})
export class CareModule {
  static forRoot(logger: Logger): DynamicModule {
    const stores = [AlertStore, SessionStore, FollowUpStore];
    return {
      module: CareModule,
      providers: [{ provide: LOGGER, useValue: logger }, AuditTrail, CareDesk, ...stores, TakeInAlerts, TakeInSessions, OutboxWorker, ...SERVICES, ...CARE_RESOLVERS],
      exports: SERVICES,
    };
  }
}
