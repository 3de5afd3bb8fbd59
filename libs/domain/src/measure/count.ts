import { followThrough } from '../reflection/follow-through.js';
import type { ReflectionField } from '../reflection/reflection-fields.js';
import type { PitfallCode } from '../role-model/pitfall.js';
import type { Count, RecordedReflection } from './measure.js';

function count(key: string, counts: (reflection: RecordedReflection) => boolean): Count {
  return { key, counts };
}

/** A field is filled in, whatever with. */
export function known(field: ReflectionField): Count {
  return count(`known:${field}`, (reflection) => reflection[field] !== null);
}

/** A field has one of some values. */
export function is<Field extends ReflectionField>(field: Field, ...values: readonly RecordedReflection[Field][]): Count {
  return count(`${field}:${values.map(String).join('+')}`, (reflection) => values.some((value) => value === reflection[field]));
}

/** Both hold. */
export function both(one: Count, other: Count): Count {
  return count(`${one.key}&${other.key}`, (reflection) => one.counts(reflection) && other.counts(reflection));
}

/** The reflections in which pitfalls were considered, with or without noticing one. */
export const CONSIDERED = known('pitfalls');

/** At least one pitfall was noticed. */
export const FLAGGED = count('noticed:any', ({ pitfalls }) => pitfalls !== null && pitfalls.length > 0);

/** A pitfall was noticed, with whatever sub-type. */
export function noticed(pitfall: PitfallCode): Count {
  return count(`noticed:${pitfall}`, ({ pitfalls }) => pitfalls?.some((item) => item.pitfall === pitfall) ?? false);
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

/** Six or more agencies around the family. */
export const MANY_AGENCIES = count('agencies:6-or-more', ({ agenciesInvolved }) => agenciesInvolved !== null && agenciesInvolved >= 6);

/** Powerlessness played a part: felt, or given as the reason of the hours. */
export const POWERLESSNESS_PLAYED_A_PART = count('powerlessness:played-a-part', ({ powerlessnessFelt, extraHoursReason }) => {
  return powerlessnessFelt === true || extraHoursReason === 'powerlessness';
});

/** Powerlessness played a part and was said not to be acknowledged. */
export const POWERLESSNESS_UNACKNOWLEDGED = both(POWERLESSNESS_PLAYED_A_PART, is('powerlessnessAcknowledged', false));

/** Hours were granted. */
export const HOURS_GRANTED = count('hours:granted', ({ extraHours }) => extraHours !== null && extraHours > 0);
