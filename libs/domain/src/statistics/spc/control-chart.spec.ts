import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CountPoint, ValuePoint } from '../series.js';
import { countChart, valueChart, type ControlChart, type ControlChartOptions } from './control-chart.js';
import type { CountChartKind, ValueChartKind } from './control-chart-kind.js';

const COUNT_KINDS: readonly CountChartKind[] = ['p', 'p-prime', 'u', 'u-prime', 'i-prime'];
const VALUE_KINDS: readonly ValueChartKind[] = ['run', 'individuals', 'moving-range', 'c', 'g', 't'];

function countsOf(kind: CountChartKind, points: readonly CountPoint[], options?: ControlChartOptions): ControlChart {
  const chart = countChart(kind, points, options);
  if (!chart.ok) throw new Error(chart.fault.code);
  return chart.value;
}

function valuesOf(kind: ValueChartKind, values: readonly ValuePoint[], options?: ControlChartOptions): ControlChart {
  const chart = valueChart(kind, values, options);
  if (!chart.ok) throw new Error(chart.fault.code);
  return chart.value;
}

const repeat = <Item>(length: number, item: Item): Item[] => Array.from({ length }, () => item);
const count = fc
  .record({ denominator: fc.integer({ min: 1, max: 200 }), part: fc.nat(1000) })
  .map(({ denominator, part }) => ({ numerator: Math.floor((denominator * part) / 1000), denominator }));
const points = fc.array(fc.option(count, { freq: 6 }), { minLength: 3, maxLength: 40 }).filter((all) => all.filter((point) => point !== null).length >= 2);
const values = fc.array(fc.integer({ min: 1, max: 400 }).map((value) => value / 4), { minLength: 2, maxLength: 40 });

describe('countChart', () => {
  it('gives the centre and the limits of a worked p-chart', () => {
    // 100 of 200 = 0.5; 3 * sqrt(0.25 / n) = 0.15 at n = 100, 0.1936492 at 60, 0.2371708 at 40.
    const chart = countsOf('p', [{ numerator: 45, denominator: 100 }, { numerator: 33, denominator: 60 }, { numerator: 22, denominator: 40 }]);
    expect(chart.centre).toEqual([0.5, 0.5, 0.5]);
    expect(chart.lower.map((limit) => limit?.toFixed(7))).toEqual(['0.3500000', '0.3063508', '0.2628292']);
    expect(chart.upperWarning.map((limit) => limit?.toFixed(7))).toEqual(['0.6000000', '0.6290994', '0.6581139']);
  });

  it('gives the limits of a worked u-chart, not below 0', () => {
    // 12 events in 24 hours; 3 * sqrt(0.5 / 8) = 0.75.
    const chart = countsOf('u', repeat(3, { numerator: 4, denominator: 8 }));
    expect([chart.centre[0], chart.lower[0], chart.upper[0]]).toEqual([0.5, 0, 1.25]);
  });

  it('keeps shares within 0 and 1 and rates from 0 up, around a centre that does not hang on the order', () => {
    fc.assert(
      fc.property(points, fc.constantFrom(...COUNT_KINDS.slice(0, 4)), (all, kind) => {
        const chart = countsOf(kind, all);
        const backwards = countsOf(kind, [...all].reverse());
        expect(backwards.centre[0]).toBe(chart.centre[0]);
        all.forEach((point, index) => {
          expect([chart.lower[index] !== null, chart.upper[index] !== null]).toEqual([point !== null, point !== null]);
          expect(chart.lower[index] ?? 0).toBeGreaterThanOrEqual(0);
          if (kind.startsWith('p')) expect(chart.upper[index] ?? 1).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('halves the distance to the centre when there is four times as much of everything', () => {
    fc.assert(
      fc.property(points, (all) => {
        const chart = countsOf('u', all);
        const larger = countsOf('u', all.map((point) => point && { numerator: 4 * point.numerator, denominator: 4 * point.denominator }));
        if (chart.centre[0] === 0) return;
        all.forEach((_, index) => {
          const [one, four, centre] = [chart.upper[index] ?? 0, larger.upper[index] ?? 0, chart.centre[index] ?? 0];
          if (chart.upper[index] !== null) expect(four - centre).toBeCloseTo((one - centre) / 2, 9);
        });
      }),
    );
  });

  it('brings the limits closer as a period grows', () => {
    const chart = countsOf('p', [{ numerator: 3, denominator: 10 }, { numerator: 6, denominator: 20 }, { numerator: 12, denominator: 40 }]);
    expect([...chart.upper].sort((one, other) => Number(other) - Number(one))).toEqual(chart.upper);
  });

  it.each<CountChartKind>(['p', 'p-prime', 'u', 'u-prime'])('does not call the first event after none a signal on a %s-chart', (kind) => {
    const chart = countsOf(kind, [...repeat(12, { numerator: 0, denominator: 20 }), { numerator: 1, denominator: 20 }], { freezeAfter: 12 });
    expect([chart.centre[12], chart.outside[12]]).toEqual([0, false]);
    expect(chart.upper[12]).toBeGreaterThanOrEqual(1 / 20);
    const many = countsOf(kind, [...repeat(12, { numerator: 0, denominator: 20 }), { numerator: 9, denominator: 20 }], { freezeAfter: 12 });
    expect(many.outside[12]).toBe(true);
  });

  it("makes a p'-chart whose shares never move a plain p-chart", () => {
    const still = repeat(6, { numerator: 5, denominator: 20 });
    expect(countsOf('p-prime', still).upper).toEqual(countsOf('p', still).upper);
  });

  it("lets freezing and leaving out act on the sigma of an I'-chart", () => {
    const calm = Array.from({ length: 12 }, (_, index) => ({ numerator: 20 + (index % 3), denominator: 10 }));
    const wild = [...calm, { numerator: 900, denominator: 10 }, { numerator: 5, denominator: 10 }];
    expect(countsOf('i-prime', wild, { freezeAfter: 12 }).upper[0]).toBe(countsOf('i-prime', calm).upper[0]);
    expect(countsOf('i-prime', wild, { exclude: [12, 13] }).upper[0]).toBe(countsOf('i-prime', calm).upper[0]);
  });

  it('draws nothing for a period without a figure or with nothing to take a share of', () => {
    const chart = countsOf('p', [{ numerator: 3, denominator: 12 }, null, { numerator: 0, denominator: 0 }]);
    expect([chart.values, chart.lower.slice(1), chart.upper.slice(1)]).toEqual([[0.25, null, null], [null, null], [null, null]]);
  });

  it.each<[string, CountPoint]>([
    ['numerator-above-denominator', { numerator: 12, denominator: 10 }],
    ['negative', { numerator: -1, denominator: 10 }],
    ['not-a-number', { numerator: Number.NaN, denominator: 10 }],
    ['not-whole', { numerator: 1.5, denominator: 10 }],
  ])('answers %s with the position', (code, point) => {
    expect(countChart('p', [{ numerator: 1, denominator: 10 }, point])).toEqual({ ok: false, fault: { code, position: 1 } });
  });
});

describe('valueChart', () => {
  it('gives the limits of worked charts', () => {
    // Ranges 2, 4, 2, 4: mean 3, sigma 3 / 1.128.
    const chart = valuesOf('individuals', [10, 12, 8, 10, 14]);
    expect(chart.centre[0]).toBe(10.8);
    expect(chart.upper[0]).toBeCloseTo(10.8 + 9 / 1.128, 9);
    expect(valuesOf('c', [9, 9, 9]).upper[0]).toBe(18);
    expect(valuesOf('moving-range', [10, 12, 8]).upper[1]).toBeCloseTo(3.267 * 3, 9);
    expect(valuesOf('run', [3, 1, 2]).centre).toEqual([2, 2, 2]);
  });

  it('draws only the upper side of gaps: more frequent events can not cross a limit of 0', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 30 }), (gaps) => {
        expect(valuesOf('g', gaps).lower.every((limit) => limit === 0)).toBe(true);
      }),
    );
  });

  it.each<ValueChartKind>(['individuals', 'moving-range', 't'])('lays the limits of a %s chart that never varies on the centre, and signals nothing', (kind) => {
    const chart = valuesOf(kind, [...repeat(13, 5), 6], { freezeAfter: 13 });
    expect(chart.upper[13]).toBe(chart.lower[13]);
    expect(chart.outside).toEqual(repeat(14, false));
  });

  it('moves and stretches with the values', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), (all, shift) => {
        const chart = valuesOf('individuals', all);
        const moved = valuesOf('individuals', all.map((value) => 4 * value + shift));
        chart.upper.forEach((limit, index) => {
          expect(moved.upper[index] ?? 0).toBeCloseTo(4 * (limit ?? 0) + shift, 6);
        });
        expect(moved.outside).toEqual(chart.outside);
      }),
    );
  });

  it('never gives a number that is none, whatever the chart and its parts', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...VALUE_KINDS), fc.nat(20), (all, kind, at) => {
        const chart = valueChart(kind, all, at > 1 && at < all.length - 1 ? { partsFrom: [at] } : {});
        if (!chart.ok) throw new Error(chart.fault.code);
        const { centre, lower, upper, lowerWarning, upperWarning } = chart.value;
        expect([centre, lower, upper, lowerWarning, upperWarning].flat().every((one) => one === null || Number.isFinite(one))).toBe(true);
      }),
    );
  });

  it('lets a run go on past an excluded point, which lengthens it by nothing, but never past a gap, excluded or not', () => {
    const runOf = (fifth: number | null, exclude: readonly number[]) => valuesOf('run', [1, 9, 9, 9, fifth, 9, 9, 9, 1], { centre: 5, exclude }).parts[0]?.runs.longestRun;
    expect([runOf(9, []), runOf(9, [4]), runOf(1, []), runOf(1, [4]), runOf(null, []), runOf(null, [4])]).toEqual([7, 6, 3, 6, 3, 3]);
  });

  it('starts again at every part and keeps a point that was left out out of lines and runs', () => {
    const chart = valuesOf('individuals', [1, 2, 1, 2, 11, 12, 11, 12], { partsFrom: [4], exclude: [0] });
    expect(chart.parts.map(({ from, toExclusive, runs }) => [from, toExclusive, runs.observations])).toEqual([[0, 4, 3], [4, 8, 4]]);
    expect([chart.centre[0], chart.centre[7]]).toEqual([5 / 3, 11.5]);
  });

  it('lets no run pass a period without a figure', () => {
    const high = repeat(6, 2);
    expect(valuesOf('run', [...high, ...high], { centre: 1 }).parts[0]?.runs).toMatchObject({ useful: 12, longestRun: 12, signal: true });
    expect(valuesOf('run', [...high, null, ...high], { centre: 1 }).parts[0]?.runs).toMatchObject({ useful: 12, longestRun: 6, crossings: 0 });
  });

  it('takes a given centre on the scale of the values, also of times', () => {
    expect(valuesOf('t', [3, 9, 4, 8], { centre: 5 }).centre[0]).toBeCloseTo(5, 9);
    expect(valuesOf('individuals', [3, 9, 4, 8], { centre: 5 }).centre).toEqual(repeat(4, 5));
  });

  it.each<[string, ValueChartKind, readonly ValuePoint[], ControlChartOptions, number]>([
    ['not-a-number', 'individuals', [1, Number.POSITIVE_INFINITY], {}, 1],
    ['negative', 'c', [1, -2], {}, 1],
    ['not-above-zero', 't', [1, 2, 0], {}, 2],
    ['no-such-position', 'run', [1, 2, 3], { partsFrom: [3] }, 3],
    ['no-such-position', 'run', [1, 2, 3], { exclude: [7] }, 7],
    ['no-such-position', 'run', [1, 2, 3], { freezeAfter: 0 }, 0],
    ['freeze-with-parts', 'run', [1, 2, 3], { freezeAfter: 2, partsFrom: [1] }, 2],
    ['centre-out-of-range', 'c', [1, 2, 3], { centre: -1 }, 0],
  ])('answers %s with the position on a chart of %s', (code, kind, all, options, position) => {
    expect(valueChart(kind, all, options)).toEqual({ ok: false, fault: { code, position } });
  });

  it.each<[ValueChartKind, readonly ValuePoint[], ControlChartOptions, number, number]>([
    ['individuals', [5], {}, 1, 2],
    ['individuals', [5, 6, null, 7], { partsFrom: [2] }, 1, 2],
    ['individuals', [5, 6, 7], { freezeAfter: 1 }, 1, 2],
    ['run', [], {}, 0, 1],
    ['c', [null, null], {}, 0, 1],
  ])('says that %s of %j is too few points', (kind, all, options, found, needed) => {
    expect(valueChart(kind, all, options)).toEqual({ ok: false, fault: { code: 'too-few-points', found, needed } });
  });
});
