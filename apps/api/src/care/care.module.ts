import { Module } from '@nestjs/common';
import { AlertPurposeService } from './alerts/alert-purpose.js';
import { AlertSettingsService } from './alerts/alert-settings.js';
import { AlertStepService } from './alerts/alert-step.service.js';
import { AlertWorklistService } from './alerts/alert-worklist.service.js';
import { AlertStore } from './alerts/alert.store.js';
import { OpenAlertsService } from './alerts/open-alerts.service.js';
import { CareAudit, MissingCareAudit } from './desk/care-audit.js';
import { CareDesk } from './desk/care-desk.js';
import { CareDoor, ClosedCareDoor } from './desk/care-viewer.js';
import { FollowUpService } from './follow-up/follow-up.service.js';
import { FollowUpStore } from './follow-up/follow-up.store.js';
import { ConsumeOutboxService } from './outbox/consume-outbox.service.js';
import { OutboxWorker } from './outbox/outbox-worker.js';
import { TakeInAlerts } from './outbox/take-in-alerts.js';
import { TakeInSessions } from './outbox/take-in-sessions.js';
import { PlanSessionService } from './support-sessions/plan-session.service.js';
import { SessionStore } from './support-sessions/session.store.js';
import { SupportSessionsService } from './support-sessions/support-sessions.service.js';

const SERVICES = [AlertPurposeService, AlertSettingsService, AlertStepService, AlertWorklistService, OpenAlertsService, PlanSessionService, SupportSessionsService, FollowUpService, ConsumeOutboxService];

/** The operational lists: alerts, support sessions, and what is done about signals. Reaches schema `care` as the carer, and no reflection. */
@Module({
  providers: [
    { provide: CareDoor, useClass: ClosedCareDoor },
    { provide: CareAudit, useClass: MissingCareAudit },
    CareDesk,
    AlertStore,
    SessionStore,
    FollowUpStore,
    TakeInAlerts,
    TakeInSessions,
    OutboxWorker,
    ...SERVICES,
  ],
  exports: SERVICES,
})
export class CareModule {}
