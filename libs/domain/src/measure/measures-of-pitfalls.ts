import { FOLLOW_THROUGH_DAYS } from '../reflection/follow-through.js';
import { PITFALL_CODES, PITFALLS, type PitfallCode } from '../role-model/pitfall.js';
import { BROUGHT_TO_SUPPORT, CONSIDERED, FLAGGED, noticed } from './count.js';
import { RARE_RULE, TEAM_MONTH } from './grain.js';
import type { Measure } from './measure.js';
import { share } from './reflection-share.js';

const MORE_IS_NOT_WORSE = {
  nl: 'Vaker opgemerkt is op zichzelf geen slecht nieuws: het kan ook betekenen dat er beter wordt gekeken.',
  en: 'More often noticed is not bad news by itself: it can also mean that people look more closely.',
};

function pitfallMeasure(pitfall: PitfallCode): Measure {
  const { name, meaning, whatHelps, isRare } = PITFALLS[pitfall];
  return share({
    code: `PITFALL_${pitfall}`,
    direction: 'neutral',
    grain: isRare ? RARE_RULE.band : TEAM_MONTH,
    isRare,
    neededFirstBy: ['team-manager'],
    numerator: noticed(pitfall),
    denominator: CONSIDERED,
    over: 'block',
    name,
    definition: {
      nl: `Het aantal reflecties waarin deze valkuil is opgemerkt, van de reflecties waarin naar valkuilen is gekeken. ${meaning.nl}`,
      en: `The number of reflections in which this pitfall was noticed, of the reflections in which pitfalls were considered. ${meaning.en}`,
    },
    caution: MORE_IS_NOT_WORSE,
    whatHelps,
  });
}

/** The ten pitfalls in the order of the model, at least one of them, and whether support followed. */
export const MEASURES_OF_PITFALLS: readonly Measure[] = [
  ...PITFALL_CODES.map(pitfallMeasure),
  share({
    code: 'PITFALL_ANY',
    direction: 'neutral',
    grain: TEAM_MONTH,
    neededFirstBy: ['team-manager'],
    numerator: FLAGGED,
    denominator: CONSIDERED,
    over: 'block',
    name: { nl: 'Minstens één valkuil', en: 'At least one pitfall' },
    definition: {
      nl: 'Het aantal reflecties waarin ten minste één van de tien valkuilen is opgemerkt, van de reflecties waarin naar valkuilen is gekeken.',
      en: 'The number of reflections in which at least one of the ten pitfalls was noticed, of the reflections in which pitfalls were considered.',
    },
    caution: MORE_IS_NOT_WORSE,
  }),
  share({
    code: 'BROUGHT_TO_SUPPORT',
    direction: 'up-is-better',
    grain: TEAM_MONTH,
    ripening: { days: FOLLOW_THROUGH_DAYS, closesLater: 1 },
    neededFirstBy: ['team-manager'],
    numerator: BROUGHT_TO_SUPPORT,
    denominator: FLAGGED,
    over: 'part',
    name: { nl: 'Ingebracht in begeleiding', en: 'Brought to support' },
    definition: {
      nl: `Het aantal reflecties met een opgemerkte valkuil die binnen ${FOLLOW_THROUGH_DAYS} dagen in werkbegeleiding, supervisie of intervisie is besproken, van alle reflecties met een opgemerkte valkuil.`,
      en: `The number of reflections with a noticed pitfall that was discussed in work guidance, supervision or intervision within ${FOLLOW_THROUGH_DAYS} days, of all reflections with a noticed pitfall.`,
    },
    caution: {
      nl: 'Zegt iets over de ruimte voor begeleiding, niet over de inzet van collega’s; de laatste maand volgt een maand later.',
      en: 'Says something about the room for support, not about the effort of colleagues; the latest month follows a month later.',
    },
    whatHelps: {
      nl: 'Vaste momenten voor werkbegeleiding en intervisie maken inbrengen vanzelfsprekend.',
      en: 'Fixed moments for work guidance and intervision make it natural to bring things in.',
    },
  }),
];
