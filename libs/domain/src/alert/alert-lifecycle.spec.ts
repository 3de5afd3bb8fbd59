import { describe, expect, it } from '@jest/globals';
import {
  ALERT_STATES,
  ALERT_TRANSITIONS,
  isClosingProposed,
  raiseAlert,
  takeStep,
  type Alert,
  type AlertFault,
  type AlertState,
} from './alert-lifecycle.js';
import type { CoarseRule } from './alert-rule.js';
import type { AlertStep, AlertStepName, CloseStep } from './alert-step.js';

const RULE: CoarseRule = { missing: ['not_seen'], ground: 'pitfall' };
const OTHER_RULE: CoarseRule = { missing: ['not_seen', 'safety_not_discussed'], ground: 'pitfall_and_concern' };
const RAISED = new Date('2026-09-07T09:00:00Z');
const at = (hour: number) => new Date(RAISED.getTime() + hour * 3_600_000);

const acknowledge = (hour = 1): AlertStep => ({ step: 'acknowledge', role: 'quality-staff', at: at(hour), reason: 'taken_up' });
const ask = (hour = 2): AlertStep => ({ step: 'ask-work-guidance', role: 'team-manager', at: at(hour), reason: 'safety_unclear' });
const reopen = (hour = 4): AlertStep => ({ step: 'reopen', role: 'quality-staff', at: at(hour), reason: 'new_information' });
const meet = (revision: number, hour = 5, rule = RULE): AlertStep => ({ step: 'meet-rule', role: 'source', at: at(hour), reason: 'revision_meets_rule', revision, rule });
const stop = (revision: number, hour = 5): AlertStep => ({ step: 'stop-meeting-rule', role: 'source', at: at(hour), reason: 'revision_no_longer_meets_rule', revision });
const withdraw = (revision: number, hour = 5): AlertStep => ({ step: 'withdraw', role: 'source', at: at(hour), reason: 'reflection_withdrawn', revision });
function close(hour = 3, reason: CloseStep['reason'] = 'established_by_team', outcome: CloseStep['outcome'] = 'child_seen'): AlertStep {
  return { step: 'close', role: 'quality-staff', at: at(hour), reason, outcome };
}

/** The alert after steps that are all allowed. */
function after(...steps: readonly AlertStep[]): Alert {
  return steps.reduce<Alert>((alert, step) => {
    const result = takeStep(alert, step);
    if (!result.ok) throw new Error(`${step.step}: ${result.fault.code}`);
    return result.value;
  }, raiseAlert({ rule: RULE, revision: 1, at: RAISED }));
}

function faultOf(alert: Alert, step: AlertStep): AlertFault | null {
  const result = takeStep(alert, step);
  return result.ok ? null : result.fault;
}

const IN_STATE: Readonly<Record<AlertState, Alert>> = {
  open: after(),
  acknowledged: after(acknowledge()),
  'followed-up': after(acknowledge(), ask()),
  closed: after(acknowledge(), ask(), close()),
};

const STEPS: Readonly<Record<AlertStepName, AlertStep>> = {
  acknowledge: acknowledge(9),
  'ask-work-guidance': ask(9),
  close: close(9),
  reopen: reopen(9),
  'meet-rule': meet(2, 9),
  'stop-meeting-rule': stop(2, 9),
  withdraw: withdraw(2, 9),
};

/** Where each step leads, once more and by hand; "-" is refused. */
const EXPECTED: Readonly<Record<AlertStepName, readonly [string, string, string, string]>> = {
  acknowledge: ['acknowledged', '-', '-', '-'],
  'ask-work-guidance': ['-', 'followed-up', '-', '-'],
  close: ['-', 'closed', 'closed', '-'],
  reopen: ['-', '-', '-', 'open'],
  'meet-rule': ['open', 'acknowledged', 'followed-up', 'closed'],
  'stop-meeting-rule': ['open', 'acknowledged', 'followed-up', 'closed'],
  withdraw: ['closed', 'closed', 'closed', 'closed'],
};

describe('takeStep', () => {
  const cells = Object.entries(EXPECTED).flatMap(([name, targets]) => ALERT_STATES.map((state, index) => ({ name, state, target: targets[index] })));

  it.each(cells)('answers $name in state $state with $target', ({ name, state, target }) => {
    const step = Object.values(STEPS).find((candidate) => candidate.step === name);
    if (step === undefined) throw new Error(`no step ${name}`);
    const result = takeStep(IN_STATE[state], step);
    if (target === '-') expect(result).toEqual({ ok: false, fault: { code: 'STEP_NOT_ALLOWED', field: 'step', state } });
    else expect(result).toMatchObject({ ok: true, value: { state: target } });
  });

  it('records who took a step in which role, when, why, and what it changed', () => {
    expect(after(acknowledge(), ask()).history).toEqual([
      { step: 'acknowledge', role: 'quality-staff', at: at(1), reason: 'taken_up', from: 'open', to: 'acknowledged' },
      { step: 'ask-work-guidance', role: 'team-manager', at: at(2), reason: 'safety_unclear', from: 'acknowledged', to: 'followed-up' },
    ]);
  });

  it.each(['child_seen', 'safety_plan', 'meldcode_step', 'not_applicable'] as const)('closes with the outcome %s', (outcome) => {
    expect(after(acknowledge(), close(2, 'established_by_team', outcome))).toMatchObject({ state: 'closed', outcome });
  });

  it('allows two steps at one moment and refuses one before the last, or before the alert', () => {
    expect(faultOf(IN_STATE.acknowledged, ask(1))).toBeNull();
    expect(faultOf(IN_STATE.acknowledged, ask(0.99))).toEqual({ code: 'BEFORE_LAST_STEP', field: 'at' });
    expect(faultOf(IN_STATE.open, acknowledge(-1))).toEqual({ code: 'BEFORE_LAST_STEP', field: 'at' });
  });

  it('refuses a moment that is none', () => {
    expect(faultOf(IN_STATE.open, acknowledge(Number.NaN))).toEqual({ code: 'NOT_A_MOMENT', field: 'at' });
  });

  it.each([meet(3), stop(3), withdraw(3), meet(2), stop(1), withdraw(Number.NaN)])('refuses the $step of revision $revision once revision 3 is known', (step) => {
    expect(faultOf(after(stop(3)), step)).toEqual({ code: 'REVISION_NOT_NEWER', field: 'revision' });
  });
});

describe('a later revision', () => {
  it('that no longer meets the rule proposes to close, and does not close', () => {
    const alert = after(acknowledge(), stop(2));
    expect(alert).toMatchObject({ state: 'acknowledged', standing: 'no-longer-met', isClosingProposed: true });
    expect(isClosingProposed(alert)).toBe(true);
  });

  it('leaves its proposal standing while people take steps', () => {
    expect(isClosingProposed(after(stop(2, 0), acknowledge(), ask()))).toBe(true);
  });

  it('that meets the rule again withdraws the proposal and says which rule fired now', () => {
    expect(after(stop(2), meet(3, 6, OTHER_RULE))).toMatchObject({ state: 'open', standing: 'met', isClosingProposed: false, rule: OTHER_RULE });
  });

  it('that no longer meets the rule keeps the rule that raised the alert', () => {
    expect(after(meet(2, 5, OTHER_RULE), stop(3)).rule).toEqual(OTHER_RULE);
  });

  it('that is a withdrawal closes as withdrawn', () => {
    expect(after(acknowledge(), withdraw(2))).toMatchObject({ state: 'closed', outcome: 'withdrawn', standing: 'withdrawn' });
  });

  it('that is a withdrawal leaves standing what a person decided before', () => {
    expect(after(acknowledge(), close(), withdraw(2))).toMatchObject({ state: 'closed', outcome: 'child_seen', standing: 'withdrawn' });
  });

  it('that repeats what was known leaves a closed alert closed', () => {
    expect(after(acknowledge(), close(), meet(2))).toMatchObject({ state: 'closed', outcome: 'child_seen' });
  });

  it('opens a closed alert when the rule had lapsed and is met again', () => {
    expect(after(withdraw(2), meet(3))).toMatchObject({ state: 'open', standing: 'met', isClosingProposed: false });
    expect(after(stop(2, 0), acknowledge(), close(), meet(3))).toMatchObject({ state: 'open', standing: 'met' });
    expect(after(acknowledge(), close(), stop(2), meet(3))).toMatchObject({ state: 'open', standing: 'met' });
  });
});

describe('closing as proposed', () => {
  it('is allowed while a proposal stands', () => {
    expect(faultOf(after(acknowledge(), stop(2)), close(6, 'closing_was_proposed', 'not_applicable'))).toBeNull();
  });

  it('is refused without a proposal, and after it was withdrawn', () => {
    const fault = { code: 'CLOSING_NOT_PROPOSED', field: 'reason' };
    expect(faultOf(after(acknowledge()), close(6, 'closing_was_proposed'))).toEqual(fault);
    expect(faultOf(after(acknowledge(), stop(2), meet(3)), close(6, 'closing_was_proposed'))).toEqual(fault);
  });

  it('is proposed anew only by a new revision once the alert was reopened', () => {
    const reopened = after(acknowledge(), stop(2, 2), close(3, 'closing_was_proposed'), reopen());
    expect(isClosingProposed(reopened)).toBe(false);
    const again = takeStep(reopened, stop(3, 6));
    expect(again.ok && isClosingProposed(again.value)).toBe(true);
  });

  it('is never proposed for an alert that is closed', () => {
    expect(isClosingProposed(after(acknowledge(), close(), stop(2)))).toBe(false);
  });
});

describe('ALERT_TRANSITIONS', () => {
  it('lead nowhere but closing and withdrawing into closed', () => {
    const into = ALERT_STATES.filter((state) => state !== 'closed').flatMap((state) =>
      Object.entries(ALERT_TRANSITIONS[state]).filter(([, target]) => target === 'closed').map(([step]) => step),
    );
    expect([...new Set(into)].sort()).toEqual(['close', 'withdraw']);
  });
});
