import fc from 'fast-check';
import { CATALOGUE } from '../../measure/catalogue.js';
import { SUPPORT_KINDS } from '../../measure/support-session.js';
import { addDays } from '../../period/calendar-days.js';
import { firstDayOf } from '../../period/month.js';
import { allowingForSentence } from '../allowing-for-sentence.js';
import { coverageSentence, newStartSentence, noFigureSentence } from '../availability-sentence.js';
import { hoursSentence } from '../hours-sentence.js';
import { auditSentence, noReleaseSentence, releaseSentence } from '../release-sentence.js';
import { broughtToSupportSentence, supportReachSentence, supportSessionsSentence, weeksSinceSupportSentence } from '../support-sentence.js';
import {
  allowances,
  breakdownNames,
  cells,
  decimalsOf,
  inBoth,
  isShown,
  months,
  numbersOf,
  numbersOfExact,
  periods,
  sentence,
  smallCounts,
  together,
  type SentenceMaker,
} from './sentence-maker.js';

const optionalCells = fc.option(cells);
const HOURS_OF = CATALOGUE.find(({ kind }) => kind === 'reflection-hours') ?? null;

const OF_ORGANISATION: readonly SentenceMaker[] = [
  sentence(
    'hoursSentence',
    fc.record({ period: periods, all: cells, powerlessness: optionalCells, unacknowledged: optionalCells, safetyAndCrisis: optionalCells }).map((hours) => {
      const { all, powerlessness, unacknowledged, safetyAndCrisis } = hours;
      const shown = [all, powerlessness, unacknowledged, safetyAndCrisis].filter((cell) => cell !== null);
      return {
        text: inBoth((language) => hoursSentence(hours, language)),
        ...together(...shown.map((cell) => numbersOf(HOURS_OF, cell))),
        periods: [hours.period],
        leads: isShown(all),
      };
    }),
  ),
  sentence(
    'supportSessionsSentence',
    fc.record({ period: periods, planned: smallCounts, held: smallCounts, cancelledByUs: smallCounts, cancelledByTeam: smallCounts }).map((sessions) => ({
      text: inBoth((language) => supportSessionsSentence(sessions, language)),
      n: [sessions.planned, sessions.held, sessions.cancelledByUs, sessions.cancelledByTeam],
      periods: [sessions.period],
      leads: true,
    })),
  ),
  sentence(
    'weeksSinceSupportSentence',
    fc.record({ work_guidance: fc.option(smallCounts), supervision: fc.option(smallCounts), intervision: fc.option(fc.nat(2)) }).map((weeks) => ({
      text: inBoth((language) => weeksSinceSupportSentence(weeks, language)),
      n: Object.values(weeks).flatMap((count) => (count === null || count === 0 ? [] : [count])),
      leads: true,
    })),
  ),
  sentence(
    'supportReachSentence',
    fc.record({ kind: fc.constantFrom(...SUPPORT_KINDS), period: periods, teams: cells }).map((reach) => ({
      text: inBoth((language) => supportReachSentence(reach, language)),
      ...numbersOfExact(reach.teams),
      periods: [reach.period],
      leads: isShown(reach.teams),
    })),
  ),
  sentence(
    'broughtToSupportSentence',
    fc.record({ period: periods, cell: cells }).map((brought) => ({
      text: inBoth((language) => broughtToSupportSentence(brought, language)),
      ...together(numbersOf(null, brought.cell), { numbers: [28] }),
      periods: [brought.period],
      leads: isShown(brought.cell),
    })),
  ),
];

const OF_AVAILABILITY: readonly SentenceMaker[] = [
  sentence(
    'allowingForSentence',
    allowances.map((allowingFor) => ({
      text: inBoth((language) => allowingForSentence(allowingFor, language)),
      names: breakdownNames(allowingFor),
      decimals: decimalsOf(allowingFor),
      leads: false,
    })),
  ),
  sentence(
    'noFigureSentence',
    fc.tuple(periods, fc.constantFrom('withheld' as const, 'absent' as const)).map(([period, state]) => ({
      text: inBoth((language) => noFigureSentence(period, state, language)),
      periods: [period],
      leads: false,
      isTooFew: true,
    })),
  ),
  sentence(
    'coverageSentence',
    fc.tuple(smallCounts, smallCounts).map(([covered, all]) => ({ text: inBoth((language) => coverageSentence({ covered, all }, language)), n: [covered, all], leads: false })),
  ),
  sentence(
    'newStartSentence',
    fc.tuple(months, fc.nat(12)).map(([since, points]) => ({
      text: inBoth((language) => newStartSentence({ since, points }, language)),
      n: [points],
      periods: [{ from: since, through: since }],
      leads: false,
      isTooFew: true,
    })),
  ),
];

const OF_RELEASES: readonly SentenceMaker[] = [
  sentence(
    'releaseSentence',
    fc.record({ number: fc.integer({ min: 1, max: 1500 }), closedThrough: months, day: fc.nat(27) }).map(({ number, closedThrough, day }) => ({
      text: inBoth((language) => releaseSentence({ number, closedThrough, releasedOn: addDays(firstDayOf(closedThrough), day) }, language)),
      n: [number],
      numbers: [day + 1],
      periods: [{ from: closedThrough, through: closedThrough }],
      leads: false,
    })),
  ),
  sentence('noReleaseSentence', fc.constant({ text: inBoth(noReleaseSentence), leads: false })),
  sentence(
    'auditSentence',
    fc.record({ units: smallCounts, targets: fc.nat(2_000_000), disclosures: smallCounts, unfinished: smallCounts }).map((audit) => ({
      text: inBoth((language) => auditSentence(audit, language)),
      n: Object.values(audit),
      leads: false,
    })),
  ),
];

/** Every function that speaks of hours, support, what there is no figure of, and releases. */
export const MAKERS_OF_ORGANISATION: readonly SentenceMaker[] = [...OF_ORGANISATION, ...OF_AVAILABILITY, ...OF_RELEASES];
