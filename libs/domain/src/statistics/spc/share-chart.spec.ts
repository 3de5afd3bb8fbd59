import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, parseMonth, type Month } from '../../period/month.js';
import type { PublishedCell } from '../../publication/published-cell.js';
import { shareChart, type PublishedPeriod } from './share-chart.js';

const WITHHELD: PublishedCell = { state: 'withheld' };
const ABSENT: PublishedCell = { state: 'absent' };

function start(): Month {
  const month = parseMonth('2024-01');
  if (month === null) throw new Error('no month');
  return month;
}

const shown = (numerator: number, denominator = 20): PublishedCell => ({ state: 'shown', numerator, denominator });

/** One single month a cell. */
function months(cells: readonly PublishedCell[]): PublishedPeriod[] {
  return cells.map((cell, index) => ({ from: addMonths(start(), index), through: addMonths(start(), index), cell }));
}

const repeat = <Item>(length: number, item: Item): Item[] => Array.from({ length }, () => item);
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.record({ denominator: fc.integer({ min: 0, max: 60 }), part: fc.nat(100) }).map(({ denominator, part }) => shown(Math.floor((denominator * part) / 100), denominator)) },
  { weight: 1, arbitrary: fc.constant(WITHHELD) },
  { weight: 1, arbitrary: fc.constant(ABSENT) },
);

describe('shareChart', () => {
  it.each([
    [5, 'dots-only'],
    [6, 'provisional'],
    [12, 'provisional'],
    [13, 'full'],
  ] as const)('with %i shown points is %s', (length, stage) => {
    expect(shareChart(months(repeat(length, shown(4)))).stage).toBe(stage);
  });

  it('counts only what is shown towards the stage', () => {
    expect(shareChart(months([...repeat(5, shown(4)), ...repeat(9, WITHHELD), ...repeat(9, ABSENT)])).stage).toBe('dots-only');
    expect(shareChart(months([...repeat(12, shown(4)), WITHHELD, ABSENT, shown(0, 0)])).stage).toBe('provisional');
  });

  it('draws dots only below six points: no centre, no limits, no marks', () => {
    const none = repeat(5, null);
    expect(shareChart(months([shown(0), shown(0), shown(0), shown(0), shown(20)]))).toEqual({
      stage: 'dots-only', centre: null, lower: none, upper: none, marks: none,
    });
  });

  it('is an empty chart without periods', () => {
    expect(shareChart([])).toEqual({ stage: 'dots-only', centre: null, lower: [], upper: [], marks: [] });
  });

  it('draws provisional lines without any mark', () => {
    // 20 of 240 = 0.083; the upper limit at n = 20 is 0.269, and 1.0 lies far above it.
    const chart = shareChart(months([...repeat(11, shown(0)), shown(20)]));
    expect(chart.stage).toBe('provisional');
    expect(chart.upper.every((limit) => limit !== null)).toBe(true);
    expect(chart.marks).toEqual(repeat(12, null));
  });

  it('marks a point above its limit', () => {
    // Centre (12 * 4 + 16) / 260 = 0.246; limits at n = 20: 0 and 0.535; 16 of 20 = 0.8.
    const chart = shareChart(months([...repeat(12, shown(4)), shown(16)]));
    expect(chart.marks[12]).toBe('above-limit');
  });

  it('marks a point below its limit', () => {
    // Centre (12 * 16 + 4) / 260 = 0.754; the lower limit at n = 20 is 0.465; 4 of 20 = 0.2.
    const chart = shareChart(months([...repeat(12, shown(16)), shown(4)]));
    expect(chart.marks[12]).toBe('below-limit');
  });

  it('judges a point by the limit of its own size', () => {
    // The same share of 0.75: at n = 4 the upper limit is 0.819, at n = 20 it is 0.530.
    const lastMark = (last: PublishedCell) => shareChart(months([...repeat(12, shown(4)), last])).marks[12];
    expect([lastMark(shown(3, 4)), lastMark(shown(15, 20))]).toEqual([null, 'above-limit']);
  });

  it('marks nothing when nothing was ever noticed', () => {
    expect(shareChart(months(repeat(15, shown(0)))).marks).toEqual(repeat(15, null));
  });

  it('marks seven months in a row on one side of the centre, on both sides', () => {
    const chart = shareChart(months([...repeat(7, shown(6)), ...repeat(7, shown(4))]));
    expect(chart.marks).toEqual([...repeat(7, 'shift-above'), ...repeat(7, 'shift-below')]);
  });

  it('says that a point is outside the limits before it says that it is part of a shift', () => {
    const chart = shareChart(months([...repeat(7, shown(2)), ...repeat(6, shown(6)), shown(14)]));
    expect(chart.marks[13]).toBe('above-limit');
    expect(chart.marks.slice(7, 13)).toEqual(repeat(6, 'shift-above'));
  });

  it.each([
    ['a withheld month', WITHHELD],
    ['a month without a report', ABSENT],
  ])('lets no run pass %s', (_, gap) => {
    const chart = shareChart(months([...repeat(6, shown(6)), gap, ...repeat(6, shown(6)), ...repeat(6, shown(2))]));
    expect(chart.marks).toEqual(repeat(19, null));
  });

  it('lets no run pass a block of several months', () => {
    const single = months([...repeat(13, shown(6)), ...repeat(6, shown(2))]);
    const isShift = (periods: readonly PublishedPeriod[]) => shareChart(periods).marks.includes('shift-above');
    const merged = single.map((period, index) => (index === 6 ? { ...period, from: addMonths(period.from, -1) } : period));
    expect([isShift(single), isShift(merged)]).toEqual([true, false]);
  });

  it('marks a block of several months that lies outside the limits', () => {
    const single = months([...repeat(12, shown(4)), shown(16)]);
    const merged = single.map((period, index) => (index === 12 ? { ...period, from: addMonths(period.from, -1) } : period));
    expect(shareChart(merged).marks[12]).toBe('above-limit');
  });

  it('computes the lines from shown cells only', () => {
    const withGaps = shareChart(months([...repeat(13, shown(4)), WITHHELD, ABSENT]));
    const without = shareChart(months(repeat(13, shown(4))));
    expect(withGaps.centre).toBe(without.centre);
    expect([withGaps.lower[13], withGaps.upper[13], withGaps.marks[13]]).toEqual([null, null, null]);
    expect([withGaps.lower[14], withGaps.upper[14], withGaps.marks[14]]).toEqual([null, null, null]);
  });

  it('gives every period an entry, and entries only where something is shown', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const chart = shareChart(months(cells));
        expect([chart.lower.length, chart.upper.length, chart.marks.length]).toEqual(repeat(3, cells.length));
        cells.forEach((one, index) => {
          const hasLines = chart.stage !== 'dots-only' && one.state === 'shown' && one.denominator > 0;
          expect([chart.lower[index] !== null, chart.upper[index] !== null]).toEqual([hasLines, hasLines]);
          if (!hasLines || chart.stage !== 'full') expect(chart.marks[index]).toBeNull();
        });
      }),
    );
  });

  it('is not changed by what stands in a hidden period', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const exchanged = cells.map((one) => (one.state === 'withheld' ? ABSENT : one));
        expect(shareChart(months(exchanged))).toEqual(shareChart(months(cells)));
      }),
    );
  });
});
