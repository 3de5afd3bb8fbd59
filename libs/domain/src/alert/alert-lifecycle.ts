import { failure, success, type Result } from '../shared/result.js';
import type { CoarseRule } from './alert-rule.js';
import type { AlertOutcome, AlertStep, AlertStepName } from './alert-step.js';

export const ALERT_STATES = ['open', 'acknowledged', 'followed-up', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** What the latest known revision of the reflection says about the rule. */
export type Standing = 'met' | 'no-longer-met' | 'withdrawn';

type Target = AlertState | Readonly<Record<Standing, AlertState>>;

/**
 * Which step leads from which state to which; a step that is not named in a state is refused there.
 *
 * Somebody looks first (acknowledged) before an alert can be followed up or closed. A later revision never closes an alert, except that
 * a withdrawal does. A closed alert stays closed when a revision repeats what was known; when the rule had lapsed and is met
 * again it opens, because an alert is raised once and nobody would look otherwise.
 */
export const ALERT_TRANSITIONS = {
  open: { acknowledge: 'acknowledged', 'meet-rule': 'open', 'stop-meeting-rule': 'open', withdraw: 'closed' },
  acknowledged: {
    'ask-work-guidance': 'followed-up',
    close: 'closed',
    'meet-rule': 'acknowledged',
    'stop-meeting-rule': 'acknowledged',
    withdraw: 'closed',
  },
  'followed-up': { close: 'closed', 'meet-rule': 'followed-up', 'stop-meeting-rule': 'followed-up', withdraw: 'closed' },
  closed: {
    reopen: 'open',
    // By what the revision before said.
    'meet-rule': { met: 'closed', 'no-longer-met': 'open', withdrawn: 'open' },
    'stop-meeting-rule': 'closed',
    withdraw: 'closed',
  },
} as const satisfies Readonly<Record<AlertState, Readonly<Partial<Record<AlertStepName, Target>>>>>;

/** What a step does to the standing and to a proposal to close; null leaves it as it is. */
const EFFECTS: Readonly<Record<AlertStepName, { readonly standing: Standing | null; readonly isClosingProposed: boolean | null }>> = {
  acknowledge: { standing: null, isClosingProposed: null },
  'ask-work-guidance': { standing: null, isClosingProposed: null },
  close: { standing: null, isClosingProposed: null },
  // A closed alert has no proposal, so a reopened one starts without: whoever reopens knows what the revision says.
  reopen: { standing: null, isClosingProposed: null },
  'meet-rule': { standing: 'met', isClosingProposed: false },
  'stop-meeting-rule': { standing: 'no-longer-met', isClosingProposed: true },
  withdraw: { standing: 'withdrawn', isClosingProposed: null },
};

/** The steps a state allows; all of them when the state is not known. */
export type StepIn<State extends AlertState> = State extends AlertState
  ? Extract<AlertStep, { readonly step: keyof (typeof ALERT_TRANSITIONS)[State] }>
  : never;

/** A step that was taken, and what it changed. */
export type TakenStep = AlertStep & { readonly from: AlertState; readonly to: AlertState };

interface AlertFacts {
  readonly raisedAt: Date;
  /** The rule as the latest revision that met it fired it. */
  readonly rule: CoarseRule;
  readonly standing: Standing;
  /** The latest revision of the reflection that was dealt with. */
  readonly revision: number;
  /** Every step in the order in which it was taken. */
  readonly history: readonly TakenStep[];
}

/** An alert somebody still has to deal with. */
export interface PendingAlert<State extends Exclude<AlertState, 'closed'>> extends AlertFacts {
  readonly state: State;
  /** A later revision no longer meets the rule: somebody may close the alert, and nobody has to. */
  readonly isClosingProposed: boolean;
}

export type OpenAlert = PendingAlert<'open'>;
export type AcknowledgedAlert = PendingAlert<'acknowledged'>;
export type FollowedUpAlert = PendingAlert<'followed-up'>;

export interface ClosedAlert extends AlertFacts {
  readonly state: 'closed';
  readonly outcome: AlertOutcome;
}

/** An invisible-child alert: one for a reflection, whatever happens to that reflection later. It knows no person and no case. */
export type Alert = OpenAlert | AcknowledgedAlert | FollowedUpAlert | ClosedAlert;

/** Why a step was not taken: the field at fault and the rule it broke. */
export type AlertFault =
  | { readonly code: 'STEP_NOT_ALLOWED'; readonly field: 'step'; readonly state: AlertState }
  | { readonly code: 'NOT_A_MOMENT' | 'BEFORE_LAST_STEP'; readonly field: 'at' }
  | { readonly code: 'REVISION_NOT_NEWER'; readonly field: 'revision' }
  | { readonly code: 'CLOSING_NOT_PROPOSED'; readonly field: 'reason' };

/** A new alert, raised by a revision of a reflection that meets the rule. */
export function raiseAlert({ rule, revision, at }: { readonly rule: CoarseRule; readonly revision: number; readonly at: Date }): OpenAlert {
  return { state: 'open', raisedAt: at, rule, standing: 'met', revision, isClosingProposed: false, history: [] };
}

/**
 * The alert after a step. The alert that was given stays as it is.
 *
 * When the state of the alert is known to the compiler, only the steps of that state are accepted; otherwise a step that the state
 * does not allow is a fault.
 *
 * @returns the alert with the step at the end of its history, or the first rule that was broken. Steps taken at one and the same moment
 * are fine; a moment before the last one is not. A revision that is not newer than the latest one is refused, so that neither
 * a repeated nor a late delivery changes anything.
 */
export function takeStep<Given extends Alert>(alert: Given, step: StepIn<Given['state']>): Result<Alert, AlertFault> {
  return advance(alert, step);
}

function advance(alert: Alert, step: AlertStep): Result<Alert, AlertFault> {
  const allowed: Readonly<Partial<Record<AlertStepName, Target>>> = ALERT_TRANSITIONS[alert.state];
  const target = allowed[step.step];
  if (target === undefined) return failure({ code: 'STEP_NOT_ALLOWED', field: 'step', state: alert.state });
  const fault = findFault(alert, step);
  if (fault !== null) return failure(fault);
  return success(moved(alert, typeof target === 'string' ? target : target[alert.standing], step));
}

function findFault(alert: Alert, step: AlertStep): AlertFault | null {
  const last = alert.history.at(-1)?.at ?? alert.raisedAt;
  if (Number.isNaN(step.at.getTime())) return { code: 'NOT_A_MOMENT', field: 'at' };
  if (step.at < last) return { code: 'BEFORE_LAST_STEP', field: 'at' };
  if ('revision' in step && !(step.revision > alert.revision)) return { code: 'REVISION_NOT_NEWER', field: 'revision' };
  const asProposed = step.step === 'close' && step.reason === 'closing_was_proposed';
  return asProposed && !isClosingProposed(alert) ? { code: 'CLOSING_NOT_PROPOSED', field: 'reason' } : null;
}

/** Whether a later revision proposes to close an alert that is not closed. */
export function isClosingProposed(alert: Alert): boolean {
  return alert.state !== 'closed' && alert.isClosingProposed;
}

function moved(alert: Alert, to: AlertState, step: AlertStep): Alert {
  const facts: AlertFacts = {
    raisedAt: alert.raisedAt,
    rule: step.step === 'meet-rule' ? step.rule : alert.rule,
    standing: EFFECTS[step.step].standing ?? alert.standing,
    revision: 'revision' in step ? step.revision : alert.revision,
    history: [...alert.history, { ...step, from: alert.state, to }],
  };
  return to === 'closed'
    ? { ...facts, state: to, outcome: outcomeAfter(alert, step) }
    : { ...facts, state: to, isClosingProposed: EFFECTS[step.step].isClosingProposed ?? isClosingProposed(alert) };
}

function outcomeAfter(alert: Alert, step: AlertStep): AlertOutcome {
  // What a person decided stands, also when the source takes the reflection back afterwards.
  if (alert.state === 'closed') return alert.outcome;
  if (step.step === 'close') return step.outcome;
  if (step.step === 'withdraw') return 'withdrawn';
  throw new Error(`the step ${step.step} closes no alert`);
}
