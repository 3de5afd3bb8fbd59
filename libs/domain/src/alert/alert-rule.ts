import type { Reflection } from '../reflection/reflection-fields.js';

/** What a reflection says "no" to: a child that was not seen, not spoken to, or whose safety was not discussed. */
export type MissingAttention = 'not_seen' | 'not_spoken_to' | 'safety_not_discussed';

/** What makes the missing attention a reason to look: the pitfall was noticed, a concern was recorded, or both. */
export type AlertGround = 'pitfall' | 'concern' | 'pitfall_and_concern';

/** Why an alert was raised, in codes a work list may show: no concern, no pitfall sub-type and no text is in it. */
export interface CoarseRule {
  /** At least one, in the order seen, spoken to, safety. */
  readonly missing: readonly [MissingAttention, ...MissingAttention[]];
  readonly ground: AlertGround;
}

/** The fields the rule looks at. */
export type ChildFields = Pick<
  Reflection,
  'minorsInvolved' | 'childSeen' | 'childSpoken' | 'childSafetyDiscussed' | 'childConcerns' | 'pitfalls'
>;

/**
 * Whether a reflection asks somebody to look at a child that may have gone out of sight.
 *
 * Formula: minors are involved, and at least one of seen, spoken to and safety discussed is "no", and the pitfall INVISIBLE_CHILD
 * was noticed or at least one concern was recorded. "Too young" to be spoken to is not a "no"; neither is an empty field.
 *
 * @returns the rule that fired, in codes, or null when none did.
 */
export function invisibleChildRule(reflection: ChildFields): CoarseRule | null {
  if (reflection.minorsInvolved !== true) return null;
  const [first, ...rest] = missingAttention(reflection);
  const ground = alertGround(reflection);
  return first === undefined || ground === null ? null : { missing: [first, ...rest], ground };
}

function missingAttention(reflection: ChildFields): MissingAttention[] {
  const missing: MissingAttention[] = [];
  // Only an answered "no" counts: null is unknown.
  if (reflection.childSeen === false) missing.push('not_seen');
  if (reflection.childSpoken === 'no') missing.push('not_spoken_to');
  if (reflection.childSafetyDiscussed === false) missing.push('safety_not_discussed');
  return missing;
}

function alertGround({ pitfalls, childConcerns }: ChildFields): AlertGround | null {
  const isNoticed = pitfalls?.some(({ pitfall }) => pitfall === 'INVISIBLE_CHILD') ?? false;
  const hasConcern = childConcerns !== null && childConcerns.length > 0;
  if (isNoticed && hasConcern) return 'pitfall_and_concern';
  if (isNoticed) return 'pitfall';
  return hasConcern ? 'concern' : null;
}
