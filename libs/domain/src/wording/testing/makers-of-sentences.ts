import fc from 'fast-check';
import { ageBands } from '../../alert/alert-age.js';
import { CATALOGUE } from '../../measure/catalogue.js';
import type { Measure } from '../../measure/measure.js';
import type { PublishedCell } from '../../publication/published-cell.js';
import { childAttentionSentence, type ChildAttention } from '../child-attention-sentence.js';
import { comparisonSentence, unitsOutsideSentence, type ComparedPosition } from '../comparison-sentence.js';
import { nextQuestion, nextStepSentence } from '../next-step.js';
import { openAlertsSentence } from '../open-alerts-sentence.js';
import { rareSentence } from '../rare-sentence.js';
import { isSignalSide, signalSentence, type SignalSide } from '../signal-sentence.js';
import { twoPointsSentence } from '../two-points-sentence.js';
import {
  allowances,
  breakdownNames,
  cells,
  decimalsOf,
  eachMeasure,
  hiddenCells,
  inBoth,
  isShown,
  months,
  numbersOf,
  numbersOfExact,
  periods,
  RARE_NUMBERS,
  rareCells,
  readers,
  sentence,
  shownCells,
  smallCounts,
  together,
  UNIT_NAMES,
  units,
  usualNumbers,
  type Said,
  type SentenceMaker,
} from './sentence-maker.js';
import { MAKERS_OF_ORGANISATION } from './makers-of-organisation.js';
import { trends } from './trends.js';

function signals(measure: Measure): fc.Arbitrary<Said> {
  const sides = (['above', 'below'] as const).filter((side) => isSignalSide(measure.direction, side));
  return fc
    .record({
      side: fc.constantFrom<SignalSide>(...sides),
      strength: fc.constantFrom('watch' as const, 'confirmed' as const),
      since: months,
      period: periods,
      cell: shownCells,
      usual: fc.nat(1000).map((thousandths) => thousandths / 1000),
      allowingFor: fc.option(allowances),
      reader: readers,
    })
    .map(({ reader, ...rest }) => ({
      text: inBoth((language) => signalSentence({ measure, ...rest }, reader, language)),
      names: [measure.name, ...breakdownNames(rest.allowingFor)],
      ...together(numbersOf(measure, rest.cell), { numbers: usualNumbers(rest.usual) }, numbersOfExactOf(measure, rest.cell)),
      decimals: decimalsOf(rest.allowingFor),
      periods: [rest.period, { from: rest.since, through: rest.since }],
      leads: true,
    }));
}

/** Support is counted exactly: there none and all are numbers with a percentage. */
function numbersOfExactOf({ kind }: Measure, cell: PublishedCell): Pick<Said, 'numbers'> {
  return kind.startsWith('support') ? { numbers: numbersOfExact(cell).numbers } : {};
}

function comparisons(measure: Measure): fc.Arbitrary<Said> {
  return fc
    .record({
      unit: units,
      period: periods,
      cell: fc.oneof({ weight: 4, arbitrary: measure.isRare ? rareCells : shownCells }, { weight: 1, arbitrary: hiddenCells }),
      position: fc.constantFrom<ComparedPosition>('inside', 'above', 'below', 'no-lines'),
      allowingFor: fc.option(allowances),
    })
    .map((comparison) => ({
      text: inBoth((language) => comparisonSentence({ measure, ...comparison }, language)),
      names: [measure.name, ...breakdownNames(comparison.allowingFor), ...UNIT_NAMES],
      ...(measure.isRare ? rareNumbers(comparison.cell) : together(numbersOf(measure, comparison.cell), numbersOfExactOf(measure, comparison.cell))),
      decimals: decimalsOf(comparison.allowingFor),
      periods: [comparison.period],
      leads: isShown(comparison.cell) && (comparison.position === 'above' || comparison.position === 'below'),
    }));
}

function rareNumbers(cell: PublishedCell): Pick<Said, 'n' | 'numbers'> {
  return { n: cell.state === 'shown' ? [cell.denominator] : [], numbers: RARE_NUMBERS };
}

const OF_MEASURES: readonly SentenceMaker[] = [
  sentence('trendSentence', trends(null), ...eachMeasure((measure) => trends(measure))),
  sentence('signalSentence', ...CATALOGUE.filter(({ signalPeriod }) => signalPeriod !== null).map(signals)),
  sentence(
    'twoPointsSentence',
    ...eachMeasure((measure) =>
      fc.tuple(shownCells, shownCells).map(([latest, previous]) => ({
        text: inBoth((language) => twoPointsSentence({ measure, latest, previous }, language)),
        names: [measure.name],
        ...together(...[latest, previous].flatMap((cell) => [numbersOf(measure, cell), numbersOfExactOf(measure, cell)])),
        leads: false,
        isTooFew: true,
      })),
    ),
  ),
  sentence('comparisonSentence', ...eachMeasure(comparisons)),
  sentence(
    'unitsOutsideSentence',
    ...eachMeasure((measure) =>
      fc.tuple(fc.array(units, { maxLength: 3 }), smallCounts).map(([outside, compared]) => ({
        text: inBoth((language) => unitsOutsideSentence({ measure, outside, compared }, language)),
        names: [measure.name, ...UNIT_NAMES],
        n: [compared],
        leads: outside.length > 0,
      })),
    ),
  ),
  sentence(
    'nextQuestion',
    ...CATALOGUE.map((measure) => readers.map((reader) => ({ text: inBoth((language) => nextQuestion(measure, reader, language)), leads: true }))),
  ),
  sentence(
    'nextStepSentence',
    ...CATALOGUE.map((measure) =>
      readers.map((reader) => ({
        text: inBoth((language) => nextStepSentence(measure, reader, language)),
        names: measure.whatHelps === null ? [] : [measure.whatHelps],
        leads: true,
      })),
    ),
  ),
  sentence(
    'rareSentence',
    ...CATALOGUE.filter(({ isRare }) => isRare).map((measure) =>
      fc.tuple(periods, fc.oneof(rareCells, hiddenCells)).map(([period, cell]) => ({
        text: inBoth((language) => rareSentence({ measure, period, cell }, language)),
        names: [measure.name],
        ...rareNumbers(cell),
        periods: [period],
        leads: isShown(cell),
        isTooFew: true,
      })),
    ),
  ),
];

const childParts = fc.record({ state: fc.constant('shown' as const), complete: fc.nat(400), no: fc.nat(400), unknown: fc.nat(400) });

function childAttentionSaid(attention: ChildAttention): Said {
  const { parts, organisationReasons, period } = attention;
  const counts = parts.state === 'shown' ? [parts.complete, parts.no, parts.unknown] : [];
  const n = counts.reduce((sum, count) => sum + count, 0);
  const reasons = organisationReasons === null || n === 0 ? { n: [], numbers: [] } : numbersOf(null, organisationReasons);
  return {
    text: inBoth((language) => childAttentionSentence(attention, language)),
    n: n === 0 ? [] : [n, ...counts.filter((count) => count > 0 && count < n), ...reasons.n],
    numbers: [...reasons.numbers, ...(counts.includes(0) || counts.includes(n) ? [0, Math.min(2, n), Math.max(0, n - 2)] : [])],
    periods: [period],
    leads: n > 0,
  };
}

const OF_CARE: readonly SentenceMaker[] = [
  sentence('childAttentionSentence', fc.record({ period: periods, parts: fc.oneof({ weight: 4, arbitrary: childParts }, hiddenCells), organisationReasons: fc.option(cells) }).map(childAttentionSaid)),
  sentence(
    'openAlertsSentence',
    fc.array(smallCounts, { minLength: 3, maxLength: 3 }).map((open) => {
      const bands = ageBands().map((band, index) => ({ band, open: open[index] ?? 0 }));
      const total = open.reduce((sum, count) => sum + count, 0);
      return { text: inBoth((language) => openAlertsSentence(bands, language)), n: [total, ...open].filter((count) => count > 0), numbers: [0, 5, 6, 10], leads: true };
    }),
  ),
];

/** Every function that makes sentences. */
export const MAKERS_OF_SENTENCES: readonly SentenceMaker[] = [...OF_MEASURES, ...OF_CARE, ...MAKERS_OF_ORGANISATION];
