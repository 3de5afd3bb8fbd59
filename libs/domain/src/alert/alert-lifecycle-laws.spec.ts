import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { raiseAlert, takeStep, type Alert, type TakenStep } from './alert-lifecycle.js';
import type { CoarseRule } from './alert-rule.js';
import { ALERT_REASONS, ALERT_ROLES, CLOSING_OUTCOMES, type AlertStep } from './alert-step.js';

const RAISED = new Date('2026-03-28T09:00:00Z');
const RULES: readonly CoarseRule[] = [
  { missing: ['not_seen'], ground: 'pitfall' },
  { missing: ['not_spoken_to', 'safety_not_discussed'], ground: 'concern' },
];

const moments = fc.integer({ min: -2, max: 40 }).map((hour) => new Date(RAISED.getTime() + hour * 3_600_000));
const roles = fc.constantFrom(...ALERT_ROLES);
const person = { role: roles, at: moments };
const source = { role: fc.constant('source' as const), at: moments, revision: fc.integer({ min: 1, max: 12 }) };

const revisionSteps: fc.Arbitrary<Extract<AlertStep, { readonly role: 'source' }>> = fc.oneof(
  fc.record({ step: fc.constant('meet-rule' as const), reason: fc.constantFrom(...ALERT_REASONS['meet-rule']), rule: fc.constantFrom(...RULES), ...source }),
  fc.record({ step: fc.constant('stop-meeting-rule' as const), reason: fc.constantFrom(...ALERT_REASONS['stop-meeting-rule']), ...source }),
  fc.record({ step: fc.constant('withdraw' as const), reason: fc.constantFrom(...ALERT_REASONS.withdraw), ...source }),
);
const personSteps: fc.Arbitrary<AlertStep> = fc.oneof(
  fc.record({ step: fc.constant('acknowledge' as const), reason: fc.constantFrom(...ALERT_REASONS.acknowledge), ...person }),
  fc.record({ step: fc.constant('ask-work-guidance' as const), reason: fc.constantFrom(...ALERT_REASONS['ask-work-guidance']), ...person }),
  fc.record({ step: fc.constant('close' as const), reason: fc.constantFrom(...ALERT_REASONS.close), outcome: fc.constantFrom(...CLOSING_OUTCOMES), ...person }),
  fc.record({ step: fc.constant('reopen' as const), reason: fc.constantFrom(...ALERT_REASONS.reopen), ...person }),
);

/** A step, and how far its moment and revision lie ahead of the step before: mostly later and newer, now and then not. */
const nextSteps = fc.record({
  step: fc.oneof(personSteps, personSteps, revisionSteps),
  hours: fc.constantFrom(-1, 0, 1, 2, 30),
  revisions: fc.constantFrom(-1, 0, 1, 1, 2),
});
const anySteps = fc.array(nextSteps, { maxLength: 60, size: 'max' }).map((nexts) => {
  let [hour, latest] = [0, 1];
  return nexts.map(({ step, hours, revisions }): AlertStep => {
    hour += hours;
    latest += revisions;
    const at = new Date(RAISED.getTime() + hour * 3_600_000);
    return step.role === 'source' ? { ...step, at, revision: latest } : { ...step, at };
  });
});

function raised(): Alert {
  return raiseAlert({ rule: { missing: ['not_seen'], ground: 'concern' }, revision: 1, at: RAISED });
}

/** Every alert on the way, the first included; a refused step adds nothing. */
function walk(steps: readonly AlertStep[]): readonly Alert[] {
  const passed: Alert[] = [raised()];
  for (const step of steps) {
    const result = takeStep(passed.at(-1) ?? raised(), step);
    if (result.ok) passed.push(result.value);
  }
  return passed;
}

function last(steps: readonly AlertStep[]): Alert {
  return walk(steps).at(-1) ?? raised();
}

function withoutMove({ from, to, ...step }: TakenStep): AlertStep {
  expect([from, to]).not.toContain(undefined);
  return step;
}

describe('any course of an alert', () => {
  it('keeps every step that was taken, in order, and nothing else', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const passed = walk(steps);
        passed.forEach((alert, index) => {
          expect(alert.history).toHaveLength(index);
          expect(passed[index + 1]?.history.slice(0, index) ?? alert.history).toEqual(alert.history);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never goes back in time or in revision', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { history, raisedAt, revision } = last(steps);
        const times = [raisedAt, ...history.map((step) => step.at)].map((moment) => moment.getTime());
        const revisions = [1, ...history.flatMap((step) => ('revision' in step ? [step.revision] : []))];
        expect(times).toEqual([...times].sort((one, other) => one - other));
        expect(revisions).toEqual([...new Set(revisions)].sort((one, other) => one - other));
        expect(revision).toBe(revisions.at(-1));
      }),
      { numRuns: 300 },
    );
  });

  it('joins its steps: each begins in the state in which the one before ended', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { history, state } = last(steps);
        expect(['open', ...history.map(({ to }) => to)]).toEqual([...history.map(({ from }) => from), state]);
      }),
      { numRuns: 300 },
    );
  });

  it('can be made again from its history', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const alert = last(steps);
        expect(last(alert.history.map(withoutMove))).toEqual(alert);
      }),
      { numRuns: 300 },
    );
  });

  it('is closed by nothing but a person who closes it or a withdrawal, and says which', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const alert = last(steps);
        const closing = alert.history.findLast(({ from, to }) => from !== 'closed' && to === 'closed');
        const expected = closing?.step === 'close' ? closing.outcome : 'withdrawn';
        if (alert.state === 'closed') expect([closing?.step, alert.outcome]).toEqual([expected === 'withdrawn' ? 'withdraw' : 'close', expected]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('revisions in any order of arrival', () => {
  const revisions = fc.uniqueArray(revisionSteps, { selector: ({ revision }) => revision, minLength: 1 }).map((steps) => steps.map((step) => ({ ...step, at: RAISED })));

  it('leave the alert with the standing and rule of the highest one, and open when that one meets the rule', () => {
    fc.assert(
      fc.property(revisions, (steps) => {
        const highest = steps.filter(({ revision }) => revision > 1).sort((one, other) => other.revision - one.revision)[0];
        const alert = last(steps);
        expect(alert.revision).toBe(highest?.revision ?? 1);
        if (highest?.step === 'meet-rule') expect(alert).toMatchObject({ state: 'open', standing: 'met', rule: highest.rule, isClosingProposed: false });
        if (highest?.step === 'stop-meeting-rule') expect(alert.standing).toBe('no-longer-met');
        if (highest?.step === 'withdraw') expect(alert).toMatchObject({ state: 'closed', outcome: 'withdrawn', standing: 'withdrawn' });
      }),
      { numRuns: 500 },
    );
  });

  it('change nothing when they are delivered twice', () => {
    fc.assert(
      fc.property(revisions, (steps) => {
        expect(last([...steps, ...steps])).toEqual(last(steps));
      }),
    );
  });
});
