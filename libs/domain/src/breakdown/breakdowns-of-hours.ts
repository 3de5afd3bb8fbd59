import { HOURS_GRANTED } from '../measure/count.js';
import { REGION_QUARTER } from '../measure/grain.js';
import { NOT_KNOWN, type Breakdown } from './breakdown.js';
import { categories, type Labels } from './categories.js';

const GRANTERS: Labels<'extraHoursBy'> = {
  municipality: { nl: 'gemeente of wijkteam', en: 'municipality or district team' },
  manager: { nl: 'leidinggevende', en: 'manager' },
  other: { nl: 'iemand anders', en: 'someone else' },
};

const REASONS: Labels<'extraHoursReason'> = {
  new_question: { nl: 'nieuwe hulpvraag', en: 'new request for help' },
  crisis: { nl: 'crisis', en: 'a crisis' },
  more_people: { nl: 'meer mensen in het gezin', en: 'more people in the family' },
  safety: { nl: 'veiligheid', en: 'safety' },
  powerlessness: { nl: 'machteloosheid speelde mee', en: 'powerlessness played a part' },
  other: { nl: 'andere reden', en: 'other reason' },
};

const EFFECTS: Labels<'extraHoursEffect'> = {
  more_influence: { nl: 'meer invloed', en: 'more influence' },
  no_change: { nl: 'geen verandering', en: 'no change' },
  more_pressure: { nl: 'meer druk', en: 'more pressure' },
  not_yet_known: { nl: 'nog niet te zeggen', en: 'too early to say' },
};

/** Sums of hours are divided for regions and the organisation only, one breakdown at a time. */
const OVER_HOURS = { of: HOURS_GRANTED, grain: REGION_QUARTER, appliesTo: 'hours', exceptions: [] } as const;

/** Breakdowns of the hours that were granted. */
export const BREAKDOWNS_OF_HOURS: readonly Breakdown[] = [
  {
    ...OVER_HOURS,
    code: 'HOURS_BY_GRANTER',
    categories: categories(GRANTERS),
    categoryOf: ({ extraHoursBy }) => extraHoursBy ?? NOT_KNOWN,
    name: { nl: 'Wie de uren toekende', en: 'Who granted the hours' },
    caution: { nl: 'Wie toekent, volgt afspraken; het cijfer gaat over die afspraken.', en: 'Whoever grants follows agreements; the figure is about those agreements.' },
  },
  {
    ...OVER_HOURS,
    code: 'HOURS_BY_REASON',
    categories: categories(REASONS),
    categoryOf: ({ extraHoursReason }) => extraHoursReason ?? NOT_KNOWN,
    name: { nl: 'Reden van de uren', en: 'Reason for the hours' },
    caution: { nl: 'Uren voor veiligheid of een crisis staan apart en heten nooit een uitweg.', en: 'Hours for safety or a crisis stand apart and are never called a way out.' },
  },
  {
    ...OVER_HOURS,
    code: 'HOURS_BY_EFFECT',
    categories: categories(EFFECTS),
    categoryOf: ({ extraHoursEffect }) => extraHoursEffect ?? NOT_KNOWN,
    name: { nl: 'Wat de uren brachten', en: 'What the hours brought' },
    caution: {
      nl: 'Wat uren brengen blijkt vaak pas later; ‘nog niet te zeggen’ is een antwoord, ‘niet bekend’ is niet ingevuld.',
      en: 'What hours bring often shows later; ‘too early to say’ is an answer, ‘not known’ was not filled in.',
    },
  },
];
