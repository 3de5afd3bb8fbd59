import type { Wording } from '../shared/wording.js';
import { BLOCK_FLOOR, CONTRIBUTOR_SURPLUS, PART_FLOOR, type BlockFloor } from './block-floor.js';
import { HOURS_STEP, P_PERCENT } from './hours-safety.js';
import { ROUNDING_BASE } from './rounded-count.js';
import { LEAST_UNITS_BEYOND_A_TEAM } from '../measure/grain.js';

/** What an organisation decides about its publication. */
export interface PolicyValues {
  /** Least professionals, cases and reflections of a block or a part of a breakdown. */
  readonly professionals: number;
  readonly cases: number;
  readonly reflections: number;
  /** Largest share of the reflections, in percent, that one professional or one case may hold. */
  readonly largestPercent: number;
  /** Day of the month, Europe/Amsterdam, on which the month before closes. */
  readonly closingDay: number;
}

/** A parameter that an organisation decides on within bounds. */
export type PolicyParameter = keyof PolicyValues;

/** One line of the annotated table. */
interface Annotated {
  readonly unit: 'professionals' | 'cases' | 'reflections' | 'percent' | 'day' | 'count' | 'hours' | 'units' | 'times';
  readonly byDefault: number;
  readonly name: Wording;
  readonly why: Wording;
}

/** A parameter that may be made stricter, between its floor and what is of any use. */
export interface PolicyLine extends Annotated {
  readonly code: PolicyParameter;
  readonly least: number;
  readonly most: number;
}

/** A parameter of the scheme itself, that nobody decides on. */
export interface FixedLine extends Annotated {
  readonly code: string;
}

/** The policy that holds where an organisation decided nothing. Its version is 1. */
export const SCHEME_POLICY: PolicyValues = { professionals: BLOCK_FLOOR.professionals, cases: BLOCK_FLOOR.cases, reflections: BLOCK_FLOOR.reflections, largestPercent: 100 * BLOCK_FLOOR.largestShare, closingDay: 10 };

/**
 * Everything an organisation decides about, with the floor in `least` (for a share in `most`): code, the same as the check
 * constraints of the database, and never to be passed. In the order of the page.
 */
export const POLICY_LINES: readonly PolicyLine[] = [
  {
    code: 'professionals',
    unit: 'professionals',
    least: SCHEME_POLICY.professionals,
    most: 50,
    byDefault: SCHEME_POLICY.professionals,
    name: { nl: 'Collega’s achter een cijfer, ten minste', en: 'Colleagues behind a figure, at least' },
    why: { nl: 'Wie de eigen antwoorden aftrekt, moet nog vier anderen overhouden.', en: 'Whoever takes off their own answers must be left with four others.' },
  },
  {
    code: 'cases',
    unit: 'cases',
    least: SCHEME_POLICY.cases,
    most: 100,
    byDefault: SCHEME_POLICY.cases,
    name: { nl: 'Casussen achter een cijfer, ten minste', en: 'Cases behind a figure, at least' },
    why: { nl: 'Lezers kennen de gezinnen; een cijfer mag nooit over een paar gezinnen gaan.', en: 'Readers know the families; a figure must never be about a few of them.' },
  },
  {
    code: 'reflections',
    unit: 'reflections',
    least: SCHEME_POLICY.reflections,
    most: 200,
    byDefault: SCHEME_POLICY.reflections,
    name: { nl: 'Reflecties achter een cijfer, ten minste', en: 'Reflections behind a figure, at least' },
    why: { nl: 'Afronden op drie beschermt pas als er genoeg is om op af te ronden.', en: 'Rounding to three protects only where there is enough to be rounded.' },
  },
  {
    code: 'largestPercent',
    unit: 'percent',
    least: 10,
    most: SCHEME_POLICY.largestPercent,
    byDefault: SCHEME_POLICY.largestPercent,
    name: { nl: 'Aandeel van één collega of casus, ten hoogste', en: 'Share of one colleague or case, at most' },
    why: { nl: 'Anders zou een cijfer over een team vooral over één collega of één gezin gaan.', en: 'Otherwise a figure about a team would be mostly about one colleague or one family.' },
  },
  {
    code: 'closingDay',
    unit: 'day',
    least: 1,
    most: 28,
    byDefault: SCHEME_POLICY.closingDay,
    name: { nl: 'Dag waarop de vorige maand sluit', en: 'Day on which the month before closes' },
    why: { nl: 'Wat later komt, gaat met de volgende maand mee; tien dagen geven ruimte om vast te leggen.', en: 'What comes later goes with the next month; ten days leave room to record.' },
  },
];

/** What belongs to the scheme and is the same everywhere, so that the attack on it holds. */
export const FIXED_LINES: readonly FixedLine[] = [
  { code: 'roundingBase', unit: 'count', byDefault: ROUNDING_BASE, name: { nl: 'Aantallen zijn veelvouden van', en: 'Counts are multiples of' }, why: { nl: 'Eén reflectie meer of minder is zo niet te zien.', en: 'One reflection more or less can’t be seen.' } },
  { code: 'partFloor', unit: 'count', byDefault: PART_FLOOR, name: { nl: 'Een deel wordt getoond als het gepubliceerde aantal groeide met', en: 'A part is shown when its published size has grown by' }, why: { nl: 'Zou het echte aantal tellen, dan verried het tonen zelf hoe groot het deel is.', en: 'If the true size decided, showing it would itself tell how large the part is.' } },
  { code: 'leastUnits', unit: 'units', byDefault: LEAST_UNITS_BEYOND_A_TEAM, name: { nl: 'Teams achter een cijfer van een regio of de organisatie, ten minste', en: 'Teams behind a figure of a region or the organisation, at least' }, why: { nl: 'Anders was het cijfer van het andere team af te trekken.', en: 'Otherwise the other team’s figure could be taken off.' } },
  { code: 'hoursStep', unit: 'hours', byDefault: HOURS_STEP, name: { nl: 'Uren zijn veelvouden van', en: 'Hours are multiples of' }, why: { nl: 'Eén grote toekenning mag niet te herkennen zijn.', en: 'One large grant must not be recognised.' } },
  { code: 'pPercent', unit: 'percent', byDefault: P_PERCENT, name: { nl: 'Afstand waarop de grootste houder van uren blijft', en: 'Distance at which the largest holder of hours stays' }, why: { nl: 'De op een na grootste mag de grootste niet dichter benaderen.', en: 'The second largest must not come nearer to the largest.' } },
  { code: 'contributorSurplus', unit: 'times', byDefault: CONTRIBUTOR_SURPLUS, name: { nl: 'Inzenders per collega, ten hoogste', en: 'Contributors for each colleague, at most' }, why: { nl: 'Meer wijst op twee schrijfwijzen van één verwijzing; dan wacht het cijfer.', en: 'More points at two spellings of one reference; then the figure waits.' } },
];

/** A value outside its bounds. */
export interface PolicyFault {
  readonly parameter: PolicyParameter;
  readonly least: number;
  readonly most: number;
}

/** Which values may not be: below the floor, or no whole number within bounds. Empty when all may. */
export function findPolicyFaults(values: PolicyValues): readonly PolicyFault[] {
  return POLICY_LINES.filter(({ code, least, most }) => !Number.isInteger(values[code]) || values[code] < least || values[code] > most).map(({ code, least, most }) => ({ parameter: code, least, most }));
}

/** The floor of a block under a policy. It is never below {@link BLOCK_FLOOR} for values without faults. */
export function floorOf({ professionals, cases, reflections, largestPercent }: PolicyValues): BlockFloor {
  return { professionals, cases, reflections, largestShare: largestPercent / 100 };
}
