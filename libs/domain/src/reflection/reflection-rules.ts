import type { LocalDate } from '../period/local-date.js';
import type { Reflection, ReflectionField } from './reflection-fields.js';

/** A rule over more than one field. */
export interface CrossFieldRule {
  /** The field that is at fault when the rule is broken. */
  readonly field: ReflectionField;
  /** The other field the rule looks at; null for the date of the reflection. A rule is not judged on a value that could not be read. */
  readonly looksAt: ReflectionField | null;
  readonly code: CrossFieldFaultCode;
  readonly expected: string;
  readonly isKept: (reflection: Reflection, reflectedOn: LocalDate | null) => boolean;
  /** Whether the field may be filled in at all, given the other answers. */
  readonly isAsked: (reflection: Reflection) => boolean;
}

export type CrossFieldFaultCode = 'ONLY_WITH' | 'REQUIRED_WITH' | 'BEFORE_REFLECTION';

function onlyWith(
  field: ReflectionField,
  looksAt: ReflectionField,
  condition: string,
  holds: (reflection: Reflection) => boolean,
): CrossFieldRule {
  return {
    field,
    looksAt,
    code: 'ONLY_WITH',
    expected: `empty, unless ${condition}`,
    isKept: (reflection) => reflection[field] === null || holds(reflection),
    isAsked: holds,
  };
}

function requiredWith(
  field: ReflectionField,
  looksAt: ReflectionField,
  condition: string,
  holds: (reflection: Reflection) => boolean,
): CrossFieldRule {
  return {
    field,
    looksAt,
    code: 'REQUIRED_WITH',
    expected: `filled in with ${condition}`,
    isKept: (reflection) => reflection[field] !== null || !holds(reflection),
    isAsked: () => true,
  };
}

const minorsInvolved = (reflection: Reflection) => reflection.minorsInvolved === true;
const hoursGranted = (reflection: Reflection) => reflection.extraHours !== null && reflection.extraHours > 0;
const wasDiscussed = (reflection: Reflection) => reflection.discussedIn !== null && reflection.discussedIn !== 'none';

/** Every rule over more than one field, in the order in which faults are reported. */
export const CROSS_FIELD_RULES: readonly CrossFieldRule[] = [
  onlyWith('powerlessnessAcknowledged', 'powerlessnessFelt', 'powerlessness_felt = yes', (reflection) => reflection.powerlessnessFelt === true),
  onlyWith('roundTable', 'agenciesDisagree', 'agencies_disagree = yes', (reflection) => reflection.agenciesDisagree === true),
  requiredWith('extraHoursBy', 'extraHours', 'extra_hours > 0', hoursGranted),
  requiredWith('extraHoursReason', 'extraHours', 'extra_hours > 0', hoursGranted),
  onlyWith('extraHoursBy', 'extraHours', 'extra_hours > 0', hoursGranted),
  onlyWith('extraHoursReason', 'extraHours', 'extra_hours > 0', hoursGranted),
  onlyWith('childSeen', 'minorsInvolved', 'minors_involved = yes', minorsInvolved),
  onlyWith('childSpoken', 'minorsInvolved', 'minors_involved = yes', minorsInvolved),
  onlyWith('childSafetyDiscussed', 'minorsInvolved', 'minors_involved = yes', minorsInvolved),
  onlyWith('boundaryVoiced', 'boundaryCrossed', 'boundary_crossed = yes', (reflection) => reflection.boundaryCrossed === true),
  requiredWith('discussedOn', 'discussedIn', 'discussed_in other than none', wasDiscussed),
  onlyWith('discussedOn', 'discussedIn', 'discussed_in is other than none', wasDiscussed),
  {
    field: 'discussedOn',
    looksAt: null,
    code: 'BEFORE_REFLECTION',
    expected: 'a date on or after reflected_on',
    isKept: ({ discussedOn }, reflectedOn) => discussedOn === null || reflectedOn === null || discussedOn >= reflectedOn,
    isAsked: () => true,
  },
];
