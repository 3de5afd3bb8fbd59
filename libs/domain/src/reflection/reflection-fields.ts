import { calendarDate, decimalNumber, oneOf, severalOf, wholeNumber, yesOrNo, type ValueOf } from './field-rule.js';
import { noticedPitfalls } from './pitfalls-field.js';

/**
 * What a professional may record about a case: every field, how it is read and in what form it is expected.
 * The order is that of the import file. An empty value means "unknown" and is kept as null, never as "no".
 */
export const REFLECTION_FIELDS = {
  legalFrame: oneOf('voluntary', 'involuntary', 'mixed'),
  targetGroup: oneOf('lvb', 'psychiatric', 'lvb_psychiatric', 'other'),
  agenciesInvolved: wholeNumber(0, 50),
  pitfalls: noticedPitfalls(),
  roleDefinition: wholeNumber(1, 5),
  roleAwareness: wholeNumber(1, 5),
  roleTaking: wholeNumber(1, 5),
  roleSteadfastness: wholeNumber(1, 5),
  feltResponsibility: wholeNumber(1, 5),
  realInfluence: wholeNumber(1, 5),
  powerlessnessFelt: yesOrNo(),
  powerlessnessAcknowledged: yesOrNo(),
  referrer: oneOf(
    'municipality',
    'gp',
    'youth_doctor',
    'specialist',
    'certified_institution',
    'court',
    'probation',
    'long_term_care',
    'self',
    'other',
  ),
  questionsCompared: oneOf('same', 'reconciled', 'not_reconciled', 'not_compared'),
  onwardReferral: oneOf('none', 'indicated', 'powerlessness'),
  agenciesDisagree: yesOrNo(),
  roundTable: oneOf('held', 'planned', 'refused', 'not_held'),
  extraHours: decimalNumber(0, 500),
  extraHoursBy: oneOf('municipality', 'manager', 'other'),
  extraHoursReason: oneOf('new_question', 'crisis', 'more_people', 'safety', 'powerlessness', 'other'),
  extraHoursEffect: oneOf('more_influence', 'no_change', 'more_pressure', 'not_yet_known'),
  minorsInvolved: yesOrNo(),
  childSeen: yesOrNo(),
  childSpoken: oneOf('yes', 'no', 'too_young'),
  childSafetyDiscussed: yesOrNo(),
  childConcerns: severalOf('sibling_violence', 'partner_conflict', 'addiction', 'parental_hostility', 'other'),
  boundaryCrossed: yesOrNo(),
  boundaryVoiced: yesOrNo(),
  discussedIn: oneOf('none', 'work_guidance', 'supervision', 'intervision'),
  discussedOn: calendarDate(),
} as const;

export type ReflectionField = keyof typeof REFLECTION_FIELDS;

/** What was recorded about one case at one moment, without any reference to a person. Null is "unknown". */
export type Reflection = {
  readonly [Field in ReflectionField]: ValueOf<(typeof REFLECTION_FIELDS)[Field]> | null;
};

/** The column of the import file that holds a field: `legalFrame` is read from `legal_frame`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/** The fields in the order of the import file. */
export const REFLECTION_FIELD_NAMES: readonly ReflectionField[] = Object.keys(REFLECTION_FIELDS).filter((name): name is ReflectionField =>
  Object.hasOwn(REFLECTION_FIELDS, name),
);

/** A reflection in which nothing was filled in. */
export const UNANSWERED: Reflection = {
  legalFrame: null,
  targetGroup: null,
  agenciesInvolved: null,
  pitfalls: null,
  roleDefinition: null,
  roleAwareness: null,
  roleTaking: null,
  roleSteadfastness: null,
  feltResponsibility: null,
  realInfluence: null,
  powerlessnessFelt: null,
  powerlessnessAcknowledged: null,
  referrer: null,
  questionsCompared: null,
  onwardReferral: null,
  agenciesDisagree: null,
  roundTable: null,
  extraHours: null,
  extraHoursBy: null,
  extraHoursReason: null,
  extraHoursEffect: null,
  minorsInvolved: null,
  childSeen: null,
  childSpoken: null,
  childSafetyDiscussed: null,
  childConcerns: null,
  boundaryCrossed: null,
  boundaryVoiced: null,
  discussedIn: null,
  discussedOn: null,
};
