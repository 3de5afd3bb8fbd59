import { describe, expect, it } from '@jest/globals';
import { raiseAlert, takeStep, type Alert, type ClosedAlert, type TakenStep } from './alert-lifecycle.js';
import type { CoarseRule } from './alert-rule.js';
import type { AcknowledgeStep, AlertStep, CloseStep, MeetRuleStep, PersonStep, RevisionStep } from './alert-step.js';

// The compiler is the test here: `tsc -p tsconfig.spec.json` refuses a line below that expects an error and gets none.
const at = new Date('2026-09-07T09:00:00Z');
const rule: CoarseRule = { missing: ['not_seen'], ground: 'pitfall' };
const acknowledge: AcknowledgeStep = { step: 'acknowledge', role: 'quality-staff', at, reason: 'taken_up' };

describe('the types of an alert', () => {
  it('refuse a closing step without an outcome, and one that a person can’t decide', () => {
    // @ts-expect-error closing says how it ended
    const noOutcome: CloseStep = { step: 'close', role: 'quality-staff', at, reason: 'established_by_team' };
    // @ts-expect-error only the source system withdraws
    const withdrawn: CloseStep = { step: 'close', role: 'quality-staff', at, reason: 'established_by_team', outcome: 'withdrawn' };
    expect([noOutcome.step, withdrawn.step]).toEqual(['close', 'close']);
  });

  it('refuse a step without role, moment or reason, and a reason of another step', () => {
    // @ts-expect-error every step has a role
    const noRole: AlertStep = { step: 'acknowledge', at, reason: 'taken_up' };
    // @ts-expect-error every step has a moment
    const noMoment: AlertStep = { step: 'acknowledge', role: 'quality-staff', reason: 'taken_up' };
    // @ts-expect-error every step has a reason
    const noReason: AlertStep = { step: 'acknowledge', role: 'quality-staff', at };
    // @ts-expect-error this is a reason to reopen
    const otherReason: AlertStep = { step: 'acknowledge', role: 'quality-staff', at, reason: 'new_information' };
    // @ts-expect-error reasons are codes, not text
    const text: AlertStep = { step: 'acknowledge', role: 'quality-staff', at, reason: 'I saw the child' };
    expect([noRole, noMoment, noReason, otherReason, text]).toHaveLength(5);
  });

  it('refuse an outcome where nothing is closed', () => {
    // @ts-expect-error acknowledging decides nothing
    const step: AlertStep = { step: 'acknowledge', role: 'quality-staff', at, reason: 'taken_up', outcome: 'child_seen' };
    expect(step.step).toBe('acknowledge');
  });

  it('keep what people do apart from what a revision does', () => {
    // @ts-expect-error the source system acknowledges nothing
    const bySource: PersonStep = { step: 'acknowledge', role: 'source', at, reason: 'taken_up' };
    // @ts-expect-error nobody withdraws a reflection here but its source
    const byPerson: RevisionStep = { step: 'withdraw', role: 'quality-staff', at, reason: 'reflection_withdrawn', revision: 2 };
    // @ts-expect-error a revision that meets the rule says which rule
    const noRule: MeetRuleStep = { step: 'meet-rule', role: 'source', at, reason: 'revision_meets_rule', revision: 2 };
    expect([bySource, byPerson, noRule]).toHaveLength(3);
  });

  it('refuse a rule in which nothing is missing', () => {
    // @ts-expect-error an alert has at least one "no"
    const nothing: CoarseRule = { missing: [], ground: 'pitfall' };
    expect(nothing.missing).toEqual([]);
  });

  it('refuse to acknowledge a closed alert and to reopen an open one', () => {
    const open = raiseAlert({ rule, revision: 1, at });
    const closed: ClosedAlert = { state: 'closed', outcome: 'child_seen', raisedAt: at, rule, standing: 'met', revision: 1, history: [] };
    // @ts-expect-error a closed alert can only be reopened
    expect(takeStep(closed, acknowledge).ok).toBe(false);
    // @ts-expect-error an open alert is not reopened
    expect(takeStep(open, { step: 'reopen', role: 'quality-staff', at, reason: 'new_information' }).ok).toBe(false);
    expect(takeStep(open, acknowledge).ok).toBe(true);
  });

  it('accept every step on an alert whose state is not known, which is then checked when it runs', () => {
    const acknowledgeAny = (alert: Alert) => takeStep(alert, acknowledge);
    expect(acknowledgeAny(raiseAlert({ rule, revision: 1, at })).ok).toBe(true);
  });

  it('have no outcome before the end, and no proposal after it', () => {
    const open = raiseAlert({ rule, revision: 1, at });
    const closed: ClosedAlert = { state: 'closed', outcome: 'child_seen', raisedAt: at, rule, standing: 'met', revision: 1, history: [] };
    // @ts-expect-error an open alert has not ended
    expect(open.outcome).toBeUndefined();
    // @ts-expect-error nothing is proposed for a closed alert
    expect(closed.isClosingProposed).toBeUndefined();
  });

  it('let nobody rewrite the history', () => {
    const open = raiseAlert({ rule, revision: 1, at });
    // @ts-expect-error history is read-only
    const rewritable: TakenStep[] = open.history;
    expect(rewritable).toEqual([]);
  });
});
