import { invisibleChildRule } from '../alert/alert-rule.js';
import {
  both,
  CHILD_ATTENTION_COMPLETE,
  CHILD_ATTENTION_INCOMPLETE,
  CHILD_ATTENTION_NO,
  CHILD_ATTENTION_UNKNOWN,
  count,
  is,
  known,
  MINORS,
} from './count.js';
import { RARE_RULE, TEAM_HALF_YEAR, TEAM_MONTH, TEAM_QUARTER } from './grain.js';
import type { Measure } from './measure.js';
import { share } from './reflection-share.js';

const ALERTED = count('invisible-child-alert', (reflection) => invisibleChildRule(reflection) !== null);

const SILENCE_PROVES_NOTHING = {
  nl: 'Niet bekend is geen nee, en stilte bewijst niets; elke melding vraagt een eigen opvolging.',
  en: 'Not known is not a no, and silence proves nothing; each alert asks for its own follow-up.',
};

/** Attention for children, and boundaries and powerlessness that were voiced. */
export const MEASURES_OF_CHILDREN: readonly Measure[] = [
  share({
    code: 'CHILD_ATTENTION',
    direction: 'up-is-better',
    grain: TEAM_MONTH,
    neededFirstBy: ['quality-staff'],
    numerator: CHILD_ATTENTION_COMPLETE,
    denominator: MINORS,
    shortfall: CHILD_ATTENTION_INCOMPLETE,
    parts: {
      posted: [{ count: CHILD_ATTENTION_NO, name: { nl: 'ten minste één keer nee', en: 'at least one no' } }],
      difference: { count: CHILD_ATTENTION_UNKNOWN, name: { nl: 'niet bekend', en: 'not known' } },
    },
    over: 'part',
    name: { nl: 'Aandacht voor kinderen volledig', en: 'Attention for children complete' },
    definition: {
      nl: 'Het aantal reflecties waarin de kinderen zijn gezien, zijn gesproken (of daarvoor te jong zijn) en hun veiligheid is besproken, van de reflecties waarbij minderjarigen betrokken zijn.',
      en: 'The number of reflections in which the children were seen, spoken to (or too young for it) and their safety was discussed, of the reflections in which minors are involved.',
    },
    caution: SILENCE_PROVES_NOTHING,
    whatHelps: {
      nl: 'Supervisie en intervisie helpen om te blijven kijken, juist als andere problemen om voorrang vragen.',
      en: 'Supervision and intervision help to keep looking, above all when other problems ask for priority.',
    },
  }),
  share({
    code: 'INVISIBLE_CHILD_ALERTS',
    direction: 'neutral',
    grain: RARE_RULE.band,
    isRare: true,
    neededFirstBy: ['quality-staff'],
    numerator: ALERTED,
    denominator: MINORS,
    over: 'part',
    name: { nl: 'Meldingen onzichtbaar kind', en: 'Invisible-child alerts' },
    definition: {
      nl: 'Het aantal reflecties dat een melding geeft omdat een kind uit beeld kan zijn, van de reflecties waarbij minderjarigen betrokken zijn.',
      en: 'The number of reflections that raise an alert because a child may be out of view, of the reflections in which minors are involved.',
    },
    caution: SILENCE_PROVES_NOTHING,
  }),
  share({
    code: 'POWERLESSNESS_ACKNOWLEDGED',
    direction: 'up-is-better',
    grain: TEAM_QUARTER,
    neededFirstBy: ['team-manager'],
    numerator: both(is('powerlessnessFelt', true), is('powerlessnessAcknowledged', true)),
    denominator: both(is('powerlessnessFelt', true), known('powerlessnessAcknowledged')),
    over: 'part',
    name: { nl: 'Machteloosheid erkend', en: 'Powerlessness acknowledged' },
    definition: {
      nl: 'Het aantal reflecties waarin gevoelde machteloosheid ook is uitgesproken, van de reflecties waarin machteloosheid is gevoeld en de vraag is beantwoord.',
      en: 'The number of reflections in which felt powerlessness was also voiced, of the reflections in which powerlessness was felt and the question answered.',
    },
    caution: {
      nl: 'Machteloosheid hoort bij dit werk; het cijfer gaat over de ruimte om haar te noemen.',
      en: 'Powerlessness comes with this work; the figure is about the room to name it.',
    },
    whatHelps: {
      nl: 'Begin een werkbegeleiding eens met de vraag wat er deze week niet lukte.',
      en: 'Open a work guidance session by asking what did not work out this week.',
    },
  }),
  share({
    code: 'BOUNDARY_VOICED',
    direction: 'neutral',
    grain: TEAM_HALF_YEAR,
    neededFirstBy: ['team-manager'],
    numerator: both(is('boundaryCrossed', true), is('boundaryVoiced', true)),
    denominator: both(is('boundaryCrossed', true), known('boundaryVoiced')),
    over: 'part',
    name: { nl: 'Overschreden grens uitgesproken', en: 'Crossed limit voiced' },
    definition: {
      nl: 'Het aantal reflecties waarin een overschreden grens is uitgesproken, van de reflecties waarin een grens is overschreden en de vraag is beantwoord.',
      en: 'The number of reflections in which a crossed limit was voiced, of the reflections in which a limit was crossed and the question answered.',
    },
    caution: {
      nl: 'Niet uitspreken kan op dat moment het veiligst zijn; bespreek wat steun zou geven.',
      en: 'Not voicing can be the safest at that moment; discuss what would give support.',
    },
  }),
];
