import { ALL_REFLECTIONS, MANY_AGENCIES_FROM } from '../measure/count.js';
import { ORGANISATION_QUARTER, REGION_QUARTER, TEAM_QUARTER } from '../measure/grain.js';
import type { Wording } from '../shared/wording.js';
import { NOT_KNOWN, type Breakdown } from './breakdown.js';
import { categories, type Labels } from './categories.js';

const LEGAL_FRAMES: Labels<'legalFrame'> = {
  voluntary: { nl: 'vrijwillig', en: 'voluntary' },
  involuntary: { nl: 'onvrijwillig', en: 'involuntary' },
  mixed: { nl: 'deels vrijwillig, deels niet', en: 'partly voluntary, partly not' },
};

const TARGET_GROUPS: Labels<'targetGroup'> = {
  lvb: { nl: 'licht verstandelijke beperking', en: 'mild intellectual disability' },
  psychiatric: { nl: 'psychiatrische problematiek', en: 'psychiatric problems' },
  lvb_psychiatric: { nl: 'licht verstandelijke beperking en psychiatrische problematiek', en: 'mild intellectual disability and psychiatric problems' },
  other: { nl: 'andere doelgroep', en: 'other target group' },
};

const REFERRERS: Labels<'referrer'> = {
  municipality: { nl: 'gemeente of wijkteam', en: 'municipality or district team' },
  gp: { nl: 'huisarts', en: 'general practitioner' },
  youth_doctor: { nl: 'jeugdarts', en: 'youth doctor' },
  specialist: { nl: 'medisch specialist', en: 'medical specialist' },
  certified_institution: { nl: 'gecertificeerde instelling', en: 'certified institution' },
  court: { nl: 'rechter', en: 'court' },
  probation: { nl: 'reclassering', en: 'probation service' },
  long_term_care: { nl: 'langdurige zorg', en: 'long-term care' },
  self: { nl: 'cliënt of gezin zelf', en: 'client or family' },
  other: { nl: 'andere verwijzer', en: 'other referrer' },
};

/** The care forms that Rolvast has words for; an organisation may use others, which go together. */
const CARE_FORMS = {
  support: { nl: 'begeleiding', en: 'support' },
  treatment: { nl: 'behandeling', en: 'treatment' },
  other: { nl: 'andere zorgvorm', en: 'other form of care' },
} as const satisfies Record<string, Wording>;

const AGENCY_BANDS = {
  '0-2': { nl: '0 tot en met 2 instanties', en: '0 to 2 agencies' },
  '3-5': { nl: '3 tot en met 5 instanties', en: '3 to 5 agencies' },
  '6+': { nl: '6 of meer instanties', en: '6 or more agencies' },
} as const satisfies Record<string, Wording>;

function agencyBand(agencies: number): keyof typeof AGENCY_BANDS {
  if (agencies >= MANY_AGENCIES_FROM) return '6+';
  return agencies >= 3 ? '3-5' : '0-2';
}

const CONTEXT_ONLY = {
  nl: 'Dit is achtergrond bij een cijfer en zegt niet waar het vandaan komt; kleine groepen zijn samengevoegd.',
  en: 'This is context for a figure and does not say where it comes from; small groups are put together.',
};

/** What most of them have in common: over all reflections, per team and quarter, for the counts of a block. */
const OVER_THE_BLOCK = { of: ALL_REFLECTIONS, grain: TEAM_QUARTER, appliesTo: 'block-counts', exceptions: [], caution: CONTEXT_ONLY } as const;

/** Breakdowns of the reflections of a block by their context. */
export const BREAKDOWNS_OF_REFLECTIONS: readonly Breakdown[] = [
  {
    ...OVER_THE_BLOCK,
    code: 'CARE_FORM',
    // Within a unit there is nothing to divide: its teams have one form, or it is not known which.
    grain: REGION_QUARTER,
    categories: categories(CARE_FORMS),
    categoryOf: (_, { careForm }) => (careForm === null ? NOT_KNOWN : Object.hasOwn(CARE_FORMS, careForm) ? careForm : 'other'),
    name: { nl: 'Zorgvorm', en: 'Form of care' },
  },
  {
    ...OVER_THE_BLOCK,
    code: 'LEGAL_FRAME',
    categories: categories(LEGAL_FRAMES),
    categoryOf: ({ legalFrame }) => legalFrame ?? NOT_KNOWN,
    name: { nl: 'Juridisch kader', en: 'Legal frame' },
  },
  {
    ...OVER_THE_BLOCK,
    code: 'REFERRER',
    categories: categories(REFERRERS),
    categoryOf: ({ referrer }) => referrer ?? NOT_KNOWN,
    exceptions: [{ measure: 'REFERRAL_MISMATCH', grain: ORGANISATION_QUARTER }],
    name: { nl: 'Verwijzer', en: 'Referrer' },
    caution: {
      nl: 'Een verwijzer brengt een eigen vraag mee; verschil tussen verwijzers is een aanleiding voor overleg.',
      en: 'A referrer brings a question of its own; a difference between referrers is a reason to talk.',
    },
  },
  {
    ...OVER_THE_BLOCK,
    code: 'TARGET_GROUP',
    categories: categories(TARGET_GROUPS),
    categoryOf: ({ targetGroup }) => targetGroup ?? NOT_KNOWN,
    name: { nl: 'Doelgroep', en: 'Target group' },
  },
  {
    ...OVER_THE_BLOCK,
    code: 'AGENCIES',
    categories: categories(AGENCY_BANDS),
    categoryOf: ({ agenciesInvolved }) => (agenciesInvolved === null ? NOT_KNOWN : agencyBand(agenciesInvolved)),
    name: { nl: 'Aantal instanties', en: 'Number of agencies' },
  },
];
