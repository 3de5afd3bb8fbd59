import { followThrough } from '../reflection/follow-through.js';
import type { ReflectionField } from '../reflection/reflection-fields.js';
import type { PitfallCode } from '../role-model/pitfall.js';
import type { Count, Posting, RecordedReflection } from './measure.js';

/** A set of reflections, posted as a count unless said otherwise. */
export function count(key: string, counts: (reflection: RecordedReflection) => boolean, posting: Posting = { as: 'count' }): Count {
  return { key, counts, posting, inside: null };
}

/** A field is filled in, whatever with. What is posted is the number of reflections in which it is not. */
export function known(field: ReflectionField): Count {
  return count(`known:${field}`, (reflection) => reflection[field] !== null, { as: 'missing' });
}

/** A field has one of some values. */
export function is<Field extends ReflectionField>(field: Field, ...values: readonly RecordedReflection[Field][]): Count {
  return count(`${field}:${values.map(String).join('+')}`, (reflection) => values.some((value) => value === reflection[field]));
}

/** Both hold. Two that are posted as missing are so together as well. */
export function both(one: Count, other: Count): Count {
  const posting: Posting = one.posting.as === 'missing' && other.posting.as === 'missing' ? { as: 'missing' } : { as: 'count' };
  return count(`${one.key}&${other.key}`, (reflection) => one.counts(reflection) && other.counts(reflection), posting);
}

/** In the whole and not in the part. */
export function lacking(whole: Count, part: Count): Count {
  return count(`${whole.key}-${part.key}`, (reflection) => whole.counts(reflection) && !part.counts(reflection));
}

/** A whole without one of its parts, never posted itself: readers get it from the postings of the two. */
export function difference(whole: Count, less: Count): Count {
  return { ...lacking(whole, less), posting: { as: 'difference', whole, less } };
}

/** Every reflection of a block: n, the one number that is exact. */
export const ALL_REFLECTIONS = count('reflections', () => true);

/** The reflections in which pitfalls were considered, with or without noticing one. */
export const CONSIDERED = known('pitfalls');

/** At least one pitfall was noticed. */
export const FLAGGED = count('noticed:any', ({ pitfalls }) => pitfalls !== null && pitfalls.length > 0);

/** A pitfall was noticed, with whatever sub-type. */
export function noticed(pitfall: PitfallCode): Count {
  return { ...count(`noticed:${pitfall}`, ({ pitfalls }) => pitfalls?.some((item) => item.pitfall === pitfall) ?? false), inside: FLAGGED };
}

/** Brought to support in time. A missing answer is not a no, and not a yes either. */
export const BROUGHT_TO_SUPPORT = count('brought-to-support', (reflection) => {
  return reflection.pitfalls !== null && reflection.pitfalls.length > 0 && followThrough(reflection, reflection.reflectedOn) === 'yes';
});

const CHILD_FIELDS = ['childSeen', 'childSpoken', 'childSafetyDiscussed'] as const;

/** Minors are involved. */
export const MINORS = is('minorsInvolved', true);

/** Every child was seen, spoken to (or is too young) and its safety discussed. */
export const CHILD_ATTENTION_COMPLETE = count('child-attention:complete', (reflection) => {
  const { minorsInvolved, childSeen, childSpoken, childSafetyDiscussed } = reflection;
  const spoken = childSpoken === 'yes' || childSpoken === 'too_young';
  return minorsInvolved === true && childSeen === true && spoken && childSafetyDiscussed === true;
});

/** With minors, and not complete: at least one "no", or at least one unknown. */
export const CHILD_ATTENTION_INCOMPLETE = count('child-attention:incomplete', (reflection) => {
  return MINORS.counts(reflection) && !CHILD_ATTENTION_COMPLETE.counts(reflection);
});

/** At least one of the three is a no. */
export const CHILD_ATTENTION_NO = count('child-attention:no', (reflection) => {
  const { minorsInvolved, childSeen, childSpoken, childSafetyDiscussed } = reflection;
  return minorsInvolved === true && (childSeen === false || childSpoken === 'no' || childSafetyDiscussed === false);
});

/** None is a no and at least one is unknown. */
export const CHILD_ATTENTION_UNKNOWN = count('child-attention:unknown', (reflection) => {
  return reflection.minorsInvolved === true && !CHILD_ATTENTION_NO.counts(reflection) && CHILD_FIELDS.some((field) => reflection[field] === null);
});

/** Felt responsibility exceeds real influence by two or more. */
export const INFLUENCE_GAP_WIDE = count('influence-gap:wide', ({ feltResponsibility, realInfluence }) => {
  return feltResponsibility !== null && realInfluence !== null && feltResponsibility - realInfluence >= 2;
});

/** From this number on, the agencies around a family are many. */
export const MANY_AGENCIES_FROM = 6;

/** Six or more agencies around the family. */
export const MANY_AGENCIES = count('agencies:6-or-more', ({ agenciesInvolved }) => agenciesInvolved !== null && agenciesInvolved >= MANY_AGENCIES_FROM);

/** Hours were granted. */
export const HOURS_GRANTED = count('hours:granted', ({ extraHours }) => extraHours !== null && extraHours > 0);

/** Hours were granted and powerlessness played a part: felt, or given as their reason. */
export const HOURS_UNDER_POWERLESSNESS = count('hours:powerlessness', (reflection) => {
  return HOURS_GRANTED.counts(reflection) && (reflection.powerlessnessFelt === true || reflection.extraHoursReason === 'powerlessness');
});

/** The same, and the powerlessness was said not to be acknowledged. */
export const HOURS_UNACKNOWLEDGED = count('hours:unacknowledged', (reflection) => {
  return HOURS_UNDER_POWERLESSNESS.counts(reflection) && reflection.powerlessnessAcknowledged === false;
});

/** The questions of referrer and family were not compared, and that was said. */
export const QUESTIONS_NOT_COMPARED = is('questionsCompared', 'not_compared');
