import { both, difference, HOURS_GRANTED, HOURS_UNACKNOWLEDGED, HOURS_UNDER_POWERLESSNESS, is, known, QUESTIONS_NOT_COMPARED } from './count.js';
import { REGION_HALF_YEAR, TEAM_HALF_YEAR, TEAM_QUARTER } from './grain.js';
import type { Measure, ReflectionHours } from './measure.js';
import { share } from './reflection-share.js';

const MOTIVE_NOT_DECISION = {
  nl: 'Gaat over wat er meespeelde, niet over de vraag of het besluit goed was.',
  en: 'Is about what played a part, not about whether the decision was good.',
};

const SAFETY_STANDS_APART = {
  nl: 'Uren voor veiligheid of een crisis staan apart en heten nooit een uitweg.',
  en: 'Hours for safety or a crisis stand apart and are never called a way out.',
};

/** Hours granted for safety count here when powerlessness was felt as well; reading them as a way out would be wrong. */
const MOTIVE_OF_HOURS = {
  nl: `${MOTIVE_NOT_DECISION.nl} ${SAFETY_STANDS_APART.nl}`,
  en: `${MOTIVE_NOT_DECISION.en} ${SAFETY_STANDS_APART.en}`,
};

const ROUND_TABLE = {
  nl: 'Leg de vraag van het gezin en die van de verwijzer naast elkaar; bij onenigheid brengt een rondetafelgesprek rollen en doelen in beeld.',
  en: 'Put the question of the family beside that of the referrer; when agencies disagree, a round table brings roles and goals into view.',
};

type HoursEntry = Pick<ReflectionHours, 'code' | 'direction' | 'grain' | 'thinGrain' | 'hoursOf' | 'nestedIn' | 'name' | 'definition' | 'caution'>;

function hours(entry: HoursEntry): Measure {
  return {
    kind: 'reflection-hours',
    unit: 'hours-per-100-reflections',
    chart: 'xmr-chart',
    signalPeriod: entry.grain.period,
    neededFirstBy: ['director'],
    isRare: false,
    whatHelps: null,
    per: known('extraHours'),
    ...entry,
  };
}

/** How the questions of referrer and family come together, and where powerlessness asks for hours or a referral. */
export const MEASURES_OF_REFERRALS_AND_HOURS: readonly Measure[] = [
  share({
    code: 'QUESTIONS_COMPARED',
    direction: 'up-is-better',
    grain: TEAM_QUARTER,
    neededFirstBy: ['quality-staff', 'director'],
    numerator: is('questionsCompared', 'same', 'reconciled', 'not_reconciled'),
    denominator: known('questionsCompared'),
    shortfall: QUESTIONS_NOT_COMPARED,
    over: 'part',
    name: { nl: 'Hulpvragen naast elkaar gelegd', en: 'Questions compared' },
    definition: {
      nl: 'Het aantal reflecties waarin de hulpvraag van de verwijzer en die van het gezin naast elkaar zijn gelegd, van de reflecties waarin dit bekend is.',
      en: 'The number of reflections in which the question of the referrer and that of the family were compared, of the reflections in which this is known.',
    },
    caution: { nl: 'Soms is er nog geen gelegenheid geweest; kijk over een heel kwartaal.', en: 'Sometimes there was no occasion yet; look over a whole quarter.' },
    whatHelps: ROUND_TABLE,
  }),
  share({
    code: 'REFERRAL_MISMATCH',
    direction: 'neutral',
    grain: TEAM_QUARTER,
    neededFirstBy: ['quality-staff', 'director'],
    numerator: is('questionsCompared', 'not_reconciled'),
    denominator: difference(known('questionsCompared'), QUESTIONS_NOT_COMPARED),
    over: 'part',
    name: { nl: 'Hulpvragen nog niet bij elkaar gebracht', en: 'Questions not yet brought together' },
    definition: {
      nl: 'Het aantal reflecties waarin de hulpvraag van de verwijzer en die van het gezin verschillen en nog niet bij elkaar zijn gebracht, van de reflecties waarin ze naast elkaar zijn gelegd.',
      en: 'The number of reflections in which the questions of referrer and family differ and are not yet brought together, of the reflections in which they were compared.',
    },
    caution: { nl: 'Verschil is gewoon; het gaat erom of er iemand mee aan de slag is.', en: 'Difference is normal; what matters is whether someone is working on it.' },
    whatHelps: ROUND_TABLE,
  }),
  share({
    code: 'REFERRAL_FROM_POWERLESSNESS',
    direction: 'down-is-better',
    grain: TEAM_HALF_YEAR,
    neededFirstBy: ['director'],
    numerator: is('onwardReferral', 'powerlessness'),
    denominator: is('onwardReferral', 'indicated', 'powerlessness'),
    over: 'part',
    name: { nl: 'Verwijzing waarbij machteloosheid meespeelde', en: 'Referral where powerlessness played a part' },
    definition: {
      nl: 'Het aantal doorverwijzingen waarbij machteloosheid meespeelde, van alle doorverwijzingen.',
      en: 'The number of onward referrals in which powerlessness played a part, of all onward referrals.',
    },
    caution: MOTIVE_NOT_DECISION,
    whatHelps: ROUND_TABLE,
  }),
  share({
    code: 'ROUND_TABLE_HELD',
    direction: 'up-is-better',
    grain: REGION_HALF_YEAR,
    neededFirstBy: ['quality-staff', 'director'],
    numerator: both(is('agenciesDisagree', true), is('roundTable', 'held')),
    denominator: both(is('agenciesDisagree', true), known('roundTable')),
    over: 'part',
    name: { nl: 'Rondetafelgesprek gehouden', en: 'Round table held' },
    definition: {
      nl: 'Het aantal reflecties met onenigheid tussen instanties waarin een rondetafelgesprek is gehouden, van de reflecties met onenigheid waarin dit bekend is.',
      en: 'The number of reflections with disagreement between agencies in which a round table was held, of the reflections with disagreement in which this is known.',
    },
    caution: { nl: 'Een gepland gesprek telt pas als het is gehouden.', en: 'A planned round table counts once it has been held.' },
    whatHelps: ROUND_TABLE,
  }),
  hours({
    code: 'EXTRA_HOURS',
    direction: 'neutral',
    grain: TEAM_QUARTER,
    thinGrain: TEAM_HALF_YEAR,
    hoursOf: HOURS_GRANTED,
    nestedIn: null,
    name: { nl: 'Extra uren', en: 'Extra hours' },
    definition: { nl: 'Toegekende extra uren per 100 reflecties waarin de uren bekend zijn.', en: 'Extra hours granted per 100 reflections in which the hours are known.' },
    caution: SAFETY_STANDS_APART,
  }),
  hours({
    code: 'EXTRA_HOURS_POWERLESSNESS',
    direction: 'neutral',
    grain: TEAM_QUARTER,
    thinGrain: TEAM_HALF_YEAR,
    hoursOf: HOURS_UNDER_POWERLESSNESS,
    nestedIn: HOURS_GRANTED,
    name: { nl: 'Uren waarbij machteloosheid meespeelde', en: 'Hours where powerlessness played a part' },
    definition: {
      nl: 'Extra uren waarbij machteloosheid is gevoeld of de reden was, per 100 reflecties waarin de uren bekend zijn.',
      en: 'Extra hours in which powerlessness was felt or was the reason, per 100 reflections in which the hours are known.',
    },
    caution: MOTIVE_OF_HOURS,
  }),
  hours({
    code: 'EXTRA_HOURS_UNACKNOWLEDGED',
    direction: 'down-is-better',
    grain: REGION_HALF_YEAR,
    thinGrain: REGION_HALF_YEAR,
    hoursOf: HOURS_UNACKNOWLEDGED,
    nestedIn: HOURS_UNDER_POWERLESSNESS,
    name: { nl: 'Uren bij machteloosheid die niet is erkend', en: 'Hours where powerlessness was not acknowledged' },
    definition: {
      nl: 'Extra uren waarbij machteloosheid meespeelde en niet is erkend, per 100 reflecties waarin de uren bekend zijn.',
      en: 'Extra hours in which powerlessness played a part and was not acknowledged, per 100 reflections in which the hours are known.',
    },
    caution: MOTIVE_OF_HOURS,
  }),
];
