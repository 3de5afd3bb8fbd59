import { BLOCK_FLOOR, PART_FLOOR } from '../publication/block-floor.js';
import { assertNever } from '../shared/assert-never.js';
import type { Wording } from '../shared/wording.js';
import { LEAST_UNITS_BEYOND_A_TEAM } from './grain.js';
import type { Measure } from './measure.js';

const { reflections, professionals, cases } = BLOCK_FLOOR;

const BLOCK: Wording = {
  nl: `Een periode verschijnt vanaf ${reflections} reflecties van ten minste ${professionals} hulpverleners over ten minste ${cases} casussen, als niet meer dan de helft van één hulpverlener komt of over één casus gaat. Is het minder, dan gaat de periode samen met de volgende.`,
  en: `A period appears from ${reflections} reflections by at least ${professionals} professionals on at least ${cases} cases, if no more than half come from one professional or are about one case. When there is less, the period goes together with the next.`,
};

const PART: Wording = {
  nl: `Daarbij moeten er sinds de vorige keer ten minste ${PART_FLOOR} reflecties zijn waarover de vraag gaat.`,
  en: `Besides, there must be at least ${PART_FLOOR} reflections that the question is about since the last time.`,
};

const RARE: Wording = {
  nl: 'Omdat dit zelden voorkomt en zwaar weegt, ziet een team per halfjaar een bandbreedte en de organisatie per kwartaal een aantal.',
  en: 'Because this is rare and weighs heavily, a team sees a band per half-year and the organisation a number per quarter.',
};

const HOURS: Wording = {
  nl: `Uren verschijnen als ten minste ${professionals} hulpverleners uren kregen en niemand en geen casus de som bepaalt. Ze zijn afgerond op 5 uur.`,
  en: `Hours appear when at least ${professionals} professionals were granted hours and nobody and no case decides the sum. They are rounded to 5 hours.`,
};

const UNITS: Wording = {
  nl: `Het cijfer telt ten minste ${LEAST_UNITS_BEYOND_A_TEAM} teams op.`,
  en: `The figure adds up at least ${LEAST_UNITS_BEYOND_A_TEAM} teams.`,
};

const SESSIONS: Wording = {
  nl: 'Telt momenten van begeleiding en geen mensen; wie erbij was, is hier niet bekend.',
  en: 'Counts support sessions and no people; who took part is not known here.',
};

const PARTICIPATION: Wording = {
  nl: 'Verschijnt alleen voor een kwartaal waarvan al andere cijfers te zien zijn, en alleen als bandbreedte.',
  en: 'Appears only for a quarter of which other figures are shown already, and only as a band.',
};

/** From which numbers on a measure may be shown at all, in sentences for a definition card. */
export function nRule(measure: Measure): Wording {
  const own = together(...rulesOf(measure));
  return measure.grain.place === 'team' ? own : together(own, UNITS);
}

function rulesOf(measure: Measure): readonly Wording[] {
  switch (measure.kind) {
    case 'reflection-share':
      return [BLOCK, ...(measure.over === 'part' ? [PART] : []), ...(measure.isRare ? [RARE] : [])];
    case 'reflection-hours':
      return [HOURS];
    case 'field-share':
      return [BLOCK];
    case 'support-share':
    case 'support-reach':
      return [SESSIONS];
    case 'derived':
      return [measure.rule === 'participation-band' ? PARTICIPATION : SESSIONS];
    default:
      return assertNever(measure, 'kind of measure');
  }
}

function together(...sentences: readonly Wording[]): Wording {
  return { nl: sentences.map(({ nl }) => nl).join(' '), en: sentences.map(({ en }) => en).join(' ') };
}
