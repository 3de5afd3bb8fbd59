import { noticed } from '../measure/count.js';
import { ORGANISATION_QUARTER, REGION_QUARTER } from '../measure/grain.js';
import { PITFALL_CODES, type PitfallCatalogue, type PitfallCode } from '../role-model/pitfall.js';
import { NOT_KNOWN, type Breakdown } from './breakdown.js';
import { categories } from './categories.js';

/**
 * For each pitfall with sub-types, the reflections in which it was noticed divided by sub-type. Never for a team;
 * a rare pitfall for the organisation only.
 */
export function breakdownsOfPitfalls(pitfalls: PitfallCatalogue): readonly Breakdown[] {
  return PITFALL_CODES.filter((code) => Object.keys(pitfalls[code].subtypes).length > 0).map((code) => breakdownOf(code, pitfalls));
}

function breakdownOf(pitfall: PitfallCode, pitfalls: PitfallCatalogue): Breakdown {
  const { name, subtypes, isRare } = pitfalls[pitfall];
  return {
    code: `SUBTYPE_${pitfall}`,
    of: noticed(pitfall),
    categories: categories(subtypes),
    categoryOf: (reflection) => {
      const subtype = reflection.pitfalls?.find((item) => item.pitfall === pitfall)?.subtype ?? NOT_KNOWN;
      // A sub-type that was taken out of the model since is one that nobody knows any more.
      return Object.hasOwn(subtypes, subtype) ? subtype : NOT_KNOWN;
    },
    grain: isRare ? ORGANISATION_QUARTER : REGION_QUARTER,
    appliesTo: 'of',
    exceptions: [],
    name: { nl: `Vormen van ‘${name.nl}’`, en: `Forms of ‘${name.en}’` },
    caution: {
      nl: 'Een vorm hoeft niet te zijn ingevuld, en een reflectie heeft er hoogstens één; kijk welke vraag voor begeleiding eruit volgt.',
      en: 'A form need not be filled in, and a reflection has one at most; see which question for support follows from it.',
    },
  };
}
