import { invisibleChildRule, type ChildFields, type CoarseRule } from './alert-rule.js';
import type { RevisionStep } from './alert-step.js';

/** A later revision of a reflection, as far as its alert is concerned. */
export interface LaterRevision {
  readonly revision: number;
  readonly status: 'final' | 'withdrawn';
  readonly reflection: ChildFields;
}

/**
 * The step that a later revision of a reflection takes with the alert of that reflection.
 *
 * @param at when the revision is dealt with, which is not the day of the reflection.
 */
export function stepOfRevision({ revision, status, reflection }: LaterRevision, at: Date): RevisionStep {
  return stepOfJudgement(revision, status === 'withdrawn' ? 'withdrawn' : invisibleChildRule(reflection), at);
}

/**
 * The same, where somebody else judged the revision and the reflection itself is not at hand.
 *
 * @param judgement the rule as it fired, null when it did not, or that the reflection was withdrawn.
 */
export function stepOfJudgement(revision: number, judgement: CoarseRule | 'withdrawn' | null, at: Date): RevisionStep {
  const base = { role: 'source', revision, at } as const;
  if (judgement === 'withdrawn') return { ...base, step: 'withdraw', reason: 'reflection_withdrawn' };
  return judgement === null
    ? { ...base, step: 'stop-meeting-rule', reason: 'revision_no_longer_meets_rule' }
    : { ...base, step: 'meet-rule', reason: 'revision_meets_rule', rule: judgement };
}
