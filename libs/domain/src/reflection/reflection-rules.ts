import type { LocalDate } from '../period/local-date.js';
import type { Reflection, ReflectionField } from './reflection-fields.js';

/** A rule over more than one field. */
export interface CrossFieldRule {
  /** The field that is at fault when the rule is broken. */
  readonly field: ReflectionField;
  readonly code: CrossFieldFaultCode;
  readonly expected: string;
  isKept(reflection: Reflection, reflectedOn: LocalDate): boolean;
}

export type CrossFieldFaultCode = 'ONLY_WITH' | 'REQUIRED_WITH' | 'BEFORE_REFLECTION';

function onlyWith(
  field: ReflectionField,
  condition: string,
  holds: (reflection: Reflection) => boolean,
): CrossFieldRule {
  return {
    field,
    code: 'ONLY_WITH',
    expected: `empty, unless ${condition}`,
    isKept: (reflection) => reflection[field] === null || holds(reflection),
  };
}

function requiredWith(
  field: ReflectionField,
  condition: string,
  holds: (reflection: Reflection) => boolean,
): CrossFieldRule {
  return {
    field,
    code: 'REQUIRED_WITH',
    expected: `filled in with ${condition}`,
    isKept: (reflection) => reflection[field] !== null || !holds(reflection),
  };
}

const minorsInvolved = (reflection: Reflection) => reflection.minorsInvolved === true;
const hoursGranted = (reflection: Reflection) => reflection.extraHours !== null && reflection.extraHours > 0;
const wasDiscussed = (reflection: Reflection) => reflection.discussedIn !== null && reflection.discussedIn !== 'none';

/** Every rule over more than one field, in the order in which faults are reported. */
export const CROSS_FIELD_RULES: readonly CrossFieldRule[] = [
  onlyWith('powerlessnessAcknowledged', 'powerlessness_felt = yes', (reflection) => reflection.powerlessnessFelt === true),
  onlyWith('roundTable', 'agencies_disagree = yes', (reflection) => reflection.agenciesDisagree === true),
  requiredWith('extraHoursBy', 'extra_hours > 0', hoursGranted),
  requiredWith('extraHoursReason', 'extra_hours > 0', hoursGranted),
  onlyWith('extraHoursBy', 'extra_hours > 0', hoursGranted),
  onlyWith('extraHoursReason', 'extra_hours > 0', hoursGranted),
  onlyWith('childSeen', 'minors_involved = yes', minorsInvolved),
  onlyWith('childSpoken', 'minors_involved = yes', minorsInvolved),
  onlyWith('childSafetyDiscussed', 'minors_involved = yes', minorsInvolved),
  onlyWith('boundaryVoiced', 'boundary_crossed = yes', (reflection) => reflection.boundaryCrossed === true),
  requiredWith('discussedOn', 'discussed_in other than none', wasDiscussed),
  onlyWith('discussedOn', 'discussed_in is other than none', wasDiscussed),
  {
    field: 'discussedOn',
    code: 'BEFORE_REFLECTION',
    expected: 'a date on or after reflected_on',
    isKept: ({ discussedOn }, reflectedOn) => discussedOn === null || discussedOn >= reflectedOn,
  },
];
