import { Injectable } from '@nestjs/common';
import { assertNever, CLOSING_OUTCOMES, failure, isReasonFor, takeStep, type Alert, type AlertFault, type AlertOutcome, type AlertRole, type AlertState, type PersonStep, type Result } from '@rolvast/domain';
import { Clock } from '../../platform/clock/clock.js';
import { CareDesk, done, type CareWork, type Done, type RightsFault } from '../desk/care-desk.js';
import type { CareViewer } from '../desk/care-viewer.js';
import { AlertStore, type HeldAlert } from './alert.store.js';

/** A step that somebody wants to take, as it was asked for. */
export interface WantedStep {
  readonly code: string;
  readonly step: 'acknowledge' | 'ask-work-guidance' | 'close' | 'reopen';
  /** The version of the alert that was looked at. */
  readonly version: number;
  readonly reason: string;
  /** Only to close. */
  readonly outcome: string | null;
}

/** Where an alert stands after a step. */
export interface SteppedAlert {
  readonly code: string;
  readonly state: AlertState;
  readonly outcome: AlertOutcome | null;
  readonly version: number;
}

/** Why a step was not taken; nothing was changed. */
export type StepFault = RightsFault | 'CHANGED_MEANWHILE' | 'STEP_NOT_ALLOWED' | 'UNKNOWN_REASON' | 'UNKNOWN_OUTCOME' | 'CLOSING_NOT_PROPOSED';

/** Takes the steps that people take with alerts, one at a time. */
@Injectable()
export class AlertStepService {
  constructor(
    private readonly desk: CareDesk,
    private readonly alerts: AlertStore,
    private readonly clock: Clock,
  ) {}

  /** Takes a step, when the alert is still as it was looked at. */
  takeStep(viewer: CareViewer, wanted: WantedStep): Promise<Result<SteppedAlert, StepFault>> {
    return this.desk.serve<SteppedAlert, StepFault>(viewer, { operation: 'Mutation.takeAlertStep', isAudited: true, place: null }, (work) => this.step(work, wanted));
  }

  /**
   * Asks for work guidance on an alert of her team, whose code a team manager has from a colleague. She sees no version, so the alert may have
   * changed; a state that does not allow it is refused.
   */
  askForWorkGuidance(viewer: CareViewer, code: string, reason: string): Promise<Result<true, StepFault>> {
    return this.desk.serve<true, StepFault>(viewer, { operation: 'Mutation.askForWorkGuidance', isAudited: true, place: null }, async (work) => {
      const stepped = await this.step(work, { code, step: 'ask-work-guidance', version: null, reason, outcome: null });
      return stepped.ok ? done(true) : stepped;
    });
  }

  private async step({ client, viewer, teams }: CareWork, wanted: Omit<WantedStep, 'version'> & { readonly version: number | null }): Promise<Result<Done<SteppedAlert>, StepFault>> {
    const held = await this.alerts.holdByCode(client, viewer.organisationId, wanted.code, teams.map(({ teamId }) => teamId));
    if (held === null) return failure('NOT_FOUND');
    if (wanted.version !== null && wanted.version !== held.row.version) return failure('CHANGED_MEANWHILE');
    const step = personStep(wanted, viewer.role, this.momentFor(held));
    if (!step.ok) return step;
    const taken = takeStep<Alert>(held.alert, step.value);
    if (!taken.ok) return failure(faultOf(taken.fault));
    await this.alerts.save(client, viewer.organisationId, held, taken.value, viewer.userNumber);
    const { state } = taken.value;
    return done({ code: held.row.code, state, outcome: taken.value.state === 'closed' ? taken.value.outcome : null, version: held.row.version + 1 });
  }

  /** The clock of another process may be ahead; who acts now does not have to wait for that. */
  private momentFor({ alert }: HeldAlert): Date {
    const [now, last] = [this.clock.now(), alert.history.at(-1)?.at ?? alert.raisedAt];
    return last > now ? last : now;
  }
}

function personStep({ step, reason, outcome }: Omit<WantedStep, 'version'>, role: AlertRole, at: Date): Result<PersonStep, 'UNKNOWN_REASON' | 'UNKNOWN_OUTCOME'> {
  const closing = CLOSING_OUTCOMES.find((known) => known === outcome) ?? null;
  if (step === 'close' ? closing === null : outcome !== null) return failure('UNKNOWN_OUTCOME');
  const unknown = failure('UNKNOWN_REASON' as const);
  switch (step) {
    case 'acknowledge':
      return isReasonFor(step, reason) ? { ok: true, value: { step, role, at, reason } } : unknown;
    case 'ask-work-guidance':
      return isReasonFor(step, reason) ? { ok: true, value: { step, role, at, reason } } : unknown;
    case 'reopen':
      return isReasonFor(step, reason) ? { ok: true, value: { step, role, at, reason } } : unknown;
    case 'close':
      return closing !== null && isReasonFor(step, reason) ? { ok: true, value: { step, role, at, reason, outcome: closing } } : unknown;
    default:
      return assertNever(step, 'step of a person');
  }
}

function faultOf(fault: AlertFault): StepFault {
  switch (fault.code) {
    case 'STEP_NOT_ALLOWED':
    case 'CLOSING_NOT_PROPOSED':
      return fault.code;
    case 'NOT_A_MOMENT':
    case 'BEFORE_LAST_STEP':
    case 'REVISION_NOT_NEWER':
      throw new Error(`a step of a person can't be refused as ${fault.code}`);
    default:
      return assertNever(fault, 'alert fault');
  }
}
