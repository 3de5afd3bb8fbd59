import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths } from '../../period/month.js';
import type { PublishedCell } from '../../publication/published-cell.js';
import { shareChart, type PublishedPeriod } from './share-chart.js';
import { ABSENT, chartOf, months, repeat, shown, start, WITHHELD } from './testing/published-months.js';

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
    expect(chartOf(months(repeat(length, shown(4)))).stage).toBe(stage);
  });

  it('counts only what is shown towards the stage', () => {
    expect(chartOf(months([...repeat(5, shown(4)), ...repeat(9, WITHHELD), ...repeat(9, ABSENT)])).stage).toBe('dots-only');
    expect(chartOf(months([...repeat(12, shown(4)), WITHHELD, ABSENT, shown(0, 0)])).stage).toBe('provisional');
  });

  it('draws dots only below six points: no centre, no limits, no marks', () => {
    const none = repeat(5, null);
    expect(chartOf(months([shown(0), shown(0), shown(0), shown(0), shown(20)]))).toMatchObject({
      stage: 'dots-only', centre: null, lower: none, upper: none, marks: none,
    });
  });

  it('is an empty chart without periods', () => {
    expect(chartOf([])).toEqual({ stage: 'dots-only', centre: null, lower: [], upper: [], marks: [], phases: [] });
  });

  it('draws provisional lines without any mark', () => {
    // 20 of 240: at n = 20 at most 6 is ordinary, and 20 lies far above.
    const chart = chartOf(months([...repeat(11, shown(0)), shown(20)]));
    expect(chart.stage).toBe('provisional');
    expect(chart.upper.every((limit) => limit !== null)).toBe(true);
    expect(chart.marks).toEqual(repeat(12, null));
  });

  it('judges a point by the limit of its own size', () => {
    // The same share of 0.75: at n = 4 every count is ordinary, at n = 20 at most 11.
    const lastMark = (last: PublishedCell) => chartOf(months([...repeat(12, shown(4)), last])).marks[12];
    expect([lastMark(shown(3, 4)), lastMark(shown(15, 20))]).toEqual([null, 'above-limit']);
  });

  it('computes the lines from shown cells only', () => {
    const withGaps = chartOf(months([...repeat(13, shown(4)), WITHHELD, ABSENT]));
    const without = chartOf(months(repeat(13, shown(4))));
    expect(withGaps.centre).toBe(without.centre);
    expect([withGaps.lower[13], withGaps.upper[13], withGaps.marks[13]]).toEqual([null, null, null]);
    expect([withGaps.lower[14], withGaps.upper[14], withGaps.marks[14]]).toEqual([null, null, null]);
  });

  it('gives every period an entry, and entries only where something is shown', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const chart = chartOf(months(cells));
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
        expect(chartOf(months(exchanged))).toEqual(chartOf(months(cells)));
      }),
    );
  });

  it('draws the limits where the predictive chance beyond them falls to 0.00135', () => {
    // Base 104 of 520: alpha 104.5, beta 416.5. At n = 20: P(X >= 10) = 0.0028, P(X >= 11) = 0.00064, P(X = 0) = 0.0121.
    const chart = chartOf(months(repeat(26, shown(4))));
    expect([chart.centre, chart.lower[0], chart.upper[0]]).toEqual([0.2, 0, 0.5]);
  });

  it('does not take the first event after a base without any for a signal', () => {
    const chart = chartOf(months([...repeat(24, shown(0)), shown(1)]));
    expect([chart.centre, chart.marks[24]]).toEqual([0, null]);
    expect(chart.upper[24]).toBeGreaterThanOrEqual(1 / 20);
  });

  it('keeps the lines where the first 24 shown points put them', () => {
    const first = chartOf(months(repeat(24, shown(4))));
    const later = chartOf(months([...repeat(10, shown(4)), WITHHELD, ...repeat(14, shown(4)), ...repeat(12, shown(12))]));
    expect([later.centre, later.upper[30]]).toEqual([first.centre, first.upper[0]]);
    expect(later.marks.slice(25)).toEqual(repeat(12, 'above-limit'));
  });

  it('starts again at a rebase: stage, lines and runs', () => {
    const periods = months([...repeat(20, shown(4)), ...repeat(13, shown(12))]);
    const chart = chartOf(periods, { rebasedFrom: [addMonths(start(), 20)] });
    expect(chart.phases).toEqual([
      { from: 0, toExclusive: 20, stage: 'full', centre: 0.2 },
      { from: 20, toExclusive: 33, stage: 'full', centre: 0.6 },
    ]);
    expect([chart.stage, chart.centre, chart.marks]).toEqual(['full', 0.6, repeat(33, null)]);
    expect(chartOf(periods.slice(0, 25), { rebasedFrom: [addMonths(start(), 20)] }).stage).toBe('dots-only');
  });

  it('widens the limits by the law of what is published', () => {
    const plain = chartOf(months(repeat(24, shown(6))));
    const rounded = chartOf(months(repeat(24, shown(6))), { variation: { overdispersion: 0, publishedVariance: (share: number) => (4 / 3) * (1 + share ** 2) } });
    const uneven = chartOf(months(repeat(24, shown(6))), { variation: { overdispersion: 0.05, publishedVariance: () => 0 } });
    expect([plain.upper[0], rounded.upper[0], uneven.upper[0]]).toEqual([0.65, 0.7, 0.75]);
  });

  it.each<[string, number, (periods: PublishedPeriod[]) => PublishedPeriod[]]>([
    ['repeated-period', 3, (all) => all.map((period, index) => (index === 3 ? { ...period, from: addMonths(start(), 2) } : period))],
    ['out-of-order', 1, (all) => [...all].reverse()],
    ['out-of-order', 2, (all) => all.map((period, index) => (index === 1 ? { ...period, through: addMonths(start(), 4) } : period))],
    ['out-of-order', 4, (all) => all.map((period, index) => (index === 4 ? { ...period, through: start() } : period))],
    ['numerator-above-denominator', 5, (all) => all.map((period, index) => (index === 5 ? { ...period, cell: shown(21) } : period))],
    ['negative', 0, (all) => all.map((period, index) => (index === 0 ? { ...period, cell: shown(-1) } : period))],
    ['not-a-number', 6, (all) => all.map((period, index) => (index === 6 ? { ...period, cell: shown(Number.NaN) } : period))],
    ['not-whole', 2, (all) => all.map((period, index) => (index === 2 ? { ...period, cell: shown(1.5) } : period))],
    ['too-many-trials', 7, (all) => all.map((period, index) => (index === 7 ? { ...period, cell: { state: 'shown', numerator: 1, denominator: 1e300 } } : period))],
  ])('answers %s at position %i instead of drawing', (code, position, broken) => {
    expect(shareChart(broken(months(repeat(8, shown(4)))))).toEqual({ ok: false, fault: { code, position } });
  });

  it('refuses a rebase that no period begins with, by its place in the list', () => {
    const rebasedFrom = [addMonths(start(), 2), addMonths(start(), 40)];
    expect(shareChart(months(repeat(8, shown(4))), { rebasedFrom })).toEqual({ ok: false, fault: { code: 'no-such-rebase', position: 1 } });
  });

  it('keeps every limit in 0 to 1, on both sides of an ordinary share, and never gives a number that is none', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const chart = chartOf(months(cells));
        chart.lower.forEach((lower, index) => {
          const upper = chart.upper[index] ?? null;
          if (lower === null || upper === null) return;
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(upper);
        });
      }),
    );
  });

  it('draws and marks 400 series of 36 months in a fraction of a second', () => {
    const series = Array.from({ length: 400 }, (_, one) =>
      months(Array.from({ length: 36 }, (__, month) => shown((one * 7 + month * 5) % 11, 15 + ((one + month * 13) % 46)))),
    );
    // Time of the processor, not of the clock: other programs do not count.
    const began = process.cpuUsage();
    series.forEach((periods) => chartOf(periods));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(500);
  });
});
