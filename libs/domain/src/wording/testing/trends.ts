import fc from 'fast-check';
import type { Measure } from '../../measure/measure.js';
import { addMonths, type Month } from '../../period/month.js';
import type { ShownCell } from '../../publication/published-cell.js';
import { shareChart, type PublishedPeriod, type ShareChart } from '../../statistics/spc/share-chart.js';
import { trendSentence } from '../trend-sentence.js';
import { aMonth, cells, inBoth, numbersOf, numbersOfExact, type Said } from './sentence-maker.js';

const START = aMonth('2024-01');

/** Cells that stay near a share and then shift, so that marks of every kind come up. */
const shifting = fc
  .record({ before: fc.integer({ min: 2, max: 16 }), after: fc.integer({ min: 2, max: 16 }), length: fc.integer({ min: 0, max: 9 }), quiet: fc.nat(7) })
  .map(({ before, after, length, quiet }) => {
    const run = (count: number, numerator: number): ShownCell[] => Array.from({ length: count }, () => ({ state: 'shown', numerator, denominator: 40 }));
    return [...run(13, before), ...run(length, after), ...run(quiet, before)];
  });

/** Periods of one to four months, one after the other, with cells of every kind. */
export const periodLists: fc.Arbitrary<readonly PublishedPeriod[]> = fc
  .tuple(fc.oneof(fc.array(cells, { maxLength: 30 }), shifting), fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }), fc.boolean())
  .map(([list, extra, isMerged]) => {
    let next: Month = START;
    return list.map((cell, index): PublishedPeriod => {
      const from = next;
      const through = addMonths(from, isMerged ? (extra[index] ?? 0) : 0);
      next = addMonths(through, 1);
      return { from, through, cell };
    });
  });

/** The chart of periods that are in order. */
export function chartOf(periods: readonly PublishedPeriod[]): ShareChart {
  const chart = shareChart(periods);
  if (!chart.ok) throw new Error(`these periods have no chart: ${chart.fault.code}`);
  return chart.value;
}

/** What the trend sentence says about any list of periods; of no measure in particular, or of one. */
export function trends(measure: Measure | null): fc.Arbitrary<Said> {
  return periodLists.map((periods) => {
    const chart = chartOf(periods);
    const shown = periods.flatMap(({ cell }) => (cell.state === 'shown' ? [cell] : []));
    const marks = periods.flatMap(({ cell }, index) => (cell.state === 'shown' ? [chart.marks[index] ?? null] : []));
    return {
      text: inBoth((language) => trendSentence(periods, chart, language, measure)),
      n: numbersOf(measure, shown.at(-1) ?? { state: 'absent' }).n,
      numbers: [...shown.flatMap((one) => [...numbersOf(measure, one).n, ...numbersOfExact(one).numbers, ...numbersOf(measure, one).numbers]), ...sums(shown)],
      periods,
      leads: marks.slice(-6).some((mark) => mark !== null),
      isTooFew: chart.stage === 'dots-only',
    };
  });
}

/** The sums of neighbours: n of a run. */
function sums(shown: readonly ShownCell[]): readonly number[] {
  return shown.flatMap((_, from) => shown.slice(from).map((_cell, length) => shown.slice(from, from + length + 1).reduce((sum, { denominator }) => sum + denominator, 0)));
}
