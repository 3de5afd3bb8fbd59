import { PITFALL_CODES, PITFALLS, type PitfallCode } from '../role-model/pitfall.js';
import { ANY_PITFALL, CONSIDERED, pitfallCountKey } from './count.js';
import type { Measure } from './measure.js';

const MORE_IS_NOT_WORSE = {
  nl: 'Vaker opgemerkt is op zichzelf geen slecht nieuws: het kan ook betekenen dat er beter wordt gekeken.',
  en: 'More often noticed is not bad news by itself: it can also mean that people look more closely.',
};

function pitfallMeasure(pitfall: PitfallCode): Measure {
  const words = PITFALLS[pitfall];
  return {
    code: `PITFALL_${pitfall}`,
    direction: 'neutral',
    numerator: pitfallCountKey(pitfall),
    denominator: CONSIDERED,
    name: words.name,
    definition: {
      nl: `Het aantal reflecties waarin deze valkuil is opgemerkt, van de reflecties waarin naar valkuilen is gekeken. ${words.meaning.nl}`,
      en: `The number of reflections in which this pitfall was noticed, of the reflections in which pitfalls were considered. ${words.meaning.en}`,
    },
    caution: MORE_IS_NOT_WORSE,
    whatHelps: words.whatHelps,
  };
}

const ANY_PITFALL_MEASURE: Measure = {
  code: 'PITFALL_ANY',
  direction: 'neutral',
  numerator: ANY_PITFALL,
  denominator: CONSIDERED,
  name: { nl: 'Minstens één valkuil', en: 'At least one pitfall' },
  definition: {
    nl: 'Het aantal reflecties waarin ten minste één van de tien valkuilen is opgemerkt, van de reflecties waarin naar valkuilen is gekeken.',
    en: 'The number of reflections in which at least one of the ten pitfalls was noticed, of the reflections in which pitfalls were considered.',
  },
  caution: MORE_IS_NOT_WORSE,
  whatHelps: null,
};

/** Every measure, in the order in which lists show them. Everything that names a measure derives from it. */
export const CATALOGUE: readonly Measure[] = [...PITFALL_CODES.map(pitfallMeasure), ANY_PITFALL_MEASURE];

/** The measure with a code, or null when the catalogue has none. Codes are compared in any case of letters. */
export function findMeasure(code: string): Measure | null {
  const wanted = code.toUpperCase();
  return CATALOGUE.find((measure) => measure.code === wanted) ?? null;
}
