import { invisibleChildRule, type ChildFields } from './alert-rule.js';
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
  const base = { role: 'source', revision, at } as const;
  if (status === 'withdrawn') return { ...base, step: 'withdraw', reason: 'reflection_withdrawn' };
  const rule = invisibleChildRule(reflection);
  return rule === null
    ? { ...base, step: 'stop-meeting-rule', reason: 'revision_no_longer_meets_rule' }
    : { ...base, step: 'meet-rule', reason: 'revision_meets_rule', rule };
}
