import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dot } from '../linear-algebra/least-squares.js';
import { solveLinearSystem, SquareMatrix } from '../linear-algebra/linear-system.js';
import type { Result } from '../../shared/result.js';
import type { ValuePoint } from '../series.js';
import { breakEffect } from './break-effect.js';
import { segmentedCounts } from './segmented-counts.js';
import { segmentedGls, type SegmentedGls } from './segmented-gls.js';
import { segmentedRegression, type SegmentedRegression } from './segmented-regression.js';
import { designColumns, segmentSeries, type SegmentedSeries, type SegmentFault } from './segmented-series.js';

function seriesOf(values: readonly ValuePoint[], firstAfter = values.length / 2): SegmentedSeries {
  const series = segmentSeries(values, firstAfter);
  if (!series.ok) throw new Error(`no series: ${series.fault.code}`);
  return series.value;
}

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error('no answer');
  return result.value;
}

const expectNear = (found: readonly number[], wanted: readonly number[], scale = 1) =>
  wanted.forEach((value, index) => expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThan(1e-6 * Math.max(scale, Math.abs(value))));

/** Normal values with a correlation between neighbours, always the same for one seed (mulberry32, Box and Muller). */
function noise(seed: number, length: number, correlation: number): readonly number[] {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  let before = normal();
  return Array.from({ length }, () => (before = correlation * before + Math.sqrt(1 - correlation ** 2) * normal()));
}

const numbersOf = (all: readonly (number | null)[]) => all.map((one) => one ?? Number.NaN);

describe('segmentSeries', () => {
  it('counts the months after from 1, and goes on counting over a gap', () => {
    expect(seriesOf([5, null, 6, 7, null, 8], 3)).toEqual({ values: [5, 6, 7, 8], month: [1, 3, 4, 6], after: [0, 0, 1, 1], monthsAfter: [0, 0, 1, 3] });
  });

  it('names the place of what is wrong', () => {
    expect(segmentSeries([1, Number.NaN], 1)).toEqual({ ok: false, fault: { code: 'not-a-number', position: 1 } });
    for (const outside of [0, 3, 1.5]) expect(segmentSeries([1, 2, 3], outside)).toEqual({ ok: false, fault: { code: 'break-outside', position: outside } });
  });
});

type Fit = (series: SegmentedSeries) => Result<SegmentedRegression | SegmentedGls, SegmentFault>;
const METHODS: readonly (readonly [string, Fit])[] = [
  ['ordinary least squares', (series) => segmentedRegression(series, 2)],
  ['generalised least squares', segmentedGls],
];

describe.each(METHODS)('a segmented regression by %s', (_, fit) => {
  it('finds the line, the jump and the turn that the values were made from', () => {
    const error = noise(7, 40, 0).map((value) => value * 1e-6);
    const { coefficients } = valueOf(fit(seriesOf(error.map((value, at) => value + 50 + 0.5 * (at + 1) + (at >= 20 ? -8 + 0.25 * (at - 19) : 0)))));
    [50, 0.5, -8, 0.25].forEach((wanted, term) => expect(coefficients[term]).toBeCloseTo(wanted, 4));
  });

  it('does not depend on the unit of the values', () => {
    fc.assert(
      fc.property(fc.nat(100000), fc.integer({ min: 1, max: 100 }), (seed, unit) => {
        const all = noise(seed, 24, 0.3);
        const once = valueOf(fit(seriesOf(all)));
        const scaled = valueOf(fit(seriesOf(all.map((value) => 3 * unit + unit * value))));
        expectNear(scaled.coefficients.slice(1).map((value) => value / unit), once.coefficients.slice(1), 10);
        expectNear(scaled.fitted.map((value) => value / unit - 3), once.fitted, 10);
      }),
      { numRuns: 15 },
    );
  });

  it('continues the line from before where nothing had happened', () => {
    const { fitted, counterfactual, coefficients } = valueOf(fit(seriesOf(noise(3, 30, 0.2))));
    expectNear(counterfactual.slice(0, 15), fitted.slice(0, 15));
    expect((fitted[15] ?? 0) - (counterfactual[15] ?? 0)).toBeCloseTo((coefficients[2] ?? 0) + (coefficients[3] ?? 0), 9);
  });

  it('has no answer, and says why, when nothing is left to judge by', () => {
    expect(fit(seriesOf(new Array<number>(24).fill(60)))).toEqual({ ok: false, fault: { code: 'no-variation' } });
    expect(fit(seriesOf(Array.from({ length: 24 }, (__, at) => 3 + 0.1 * at)))).toEqual({ ok: false, fault: { code: 'no-variation' } });
    expect(fit(seriesOf([1, 5, 2, 6], 2))).toEqual({ ok: false, fault: { code: 'too-few-points', found: 4, needed: 5 } });
    expect(fit(seriesOf([1, 5, 2, 6, 3, 4, 4], 6))).toEqual({ ok: false, fault: { code: 'rank-deficient', column: 3 } });
  });

  it('names the place of a month that does not come later or is no number', () => {
    const series = seriesOf(noise(1, 24, 0));
    expect(fit({ ...series, month: series.month.map((month, at) => (at === 5 ? 5 : month)) })).toEqual({ ok: false, fault: { code: 'repeated-period', position: 5 } });
    expect(fit({ ...series, month: series.month.map((month, at) => (at === 5 ? 2 : month)) })).toEqual({ ok: false, fault: { code: 'out-of-order', position: 5 } });
    expect(fit({ ...series, values: series.values.map((value, at) => (at === 9 ? Number.NaN : value)) })).toEqual({ ok: false, fault: { code: 'not-a-number', position: 9 } });
    expect(() => fit({ ...series, after: [] })).toThrow(RangeError);
  });
});

describe('segmentedRegression', () => {
  it('gives the errors of White when no neighbour is looked at, smaller than those of HC3', () => {
    const { neweyWest, hc3Errors } = valueOf(segmentedRegression(seriesOf(noise(5, 36, 0.3)), 0));
    neweyWest.unadjustedErrors.forEach((own, term) => {
      const error = own ?? Number.NaN;
      expect(hc3Errors?.[term]).toBeGreaterThan(error);
      expect((neweyWest.standardErrors[term] ?? Number.NaN) / error).toBeCloseTo(Math.sqrt(36 / 32), 9);
    });
  });

  it('refuses a gap, because its errors compare neighbours, and a lag that is not there', () => {
    expect(segmentedRegression(seriesOf([1, 4, 2, null, 6, 3, 5, 2], 4), 1)).toEqual({ ok: false, fault: { code: 'missing-month', position: 3 } });
    for (const lag of [-1, 1.5, 24]) expect(segmentedRegression(seriesOf(noise(1, 24, 0)), lag)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'lag' } });
  });

  it('has no error, statistic or p-value of Newey and West where a handful of months leaves no variance', () => {
    const { standardErrors, unadjustedErrors, statistics, pValues } = valueOf(segmentedRegression(seriesOf([8, 0, 5, -1e-203, 0], 2), 0)).neweyWest;
    expect(standardErrors).toContain(null);
    expect(unadjustedErrors).toContain(null);
    for (const [term, error] of standardErrors.entries()) {
      expect([statistics[term] === null, pValues[term] === null]).toEqual([error === null, error === null]);
    }
    expect([...standardErrors, ...unadjustedErrors, ...statistics, ...pValues].every((one) => one === null || Number.isFinite(one))).toBe(true);
  });

  it('has no error of HC3 for a coefficient whose variance is 0 but for rounding', () => {
    const { hc3Errors } = valueOf(segmentedRegression(seriesOf([1e-260, -1e-279, 1e-211, 1e-136, 0, 3, 1, 2, 1e-234, 1e-204, 3, 5], 3), 1));
    expect(hc3Errors).toContain(null);
    expect(hc3Errors?.some(Number.isNaN)).toBe(false);
  });

  it('has no errors of HC3 when a month determines its own fitted value', () => {
    expect(valueOf(segmentedRegression(seriesOf([1, 5, 2, 6, 3, 4, 9], 5), 1)).hc3Errors).toBeNull();
  });
});

/** The restricted log-likelihood and the coefficients the other way: with the whole covariance matrix of the months, gaps and all. */
function byWholeMatrix(series: SegmentedSeries, correlation: number) {
  const size = series.values.length;
  const against = (right: readonly number[]) => {
    const covariance = new SquareMatrix(size);
    series.month.forEach((one, row) => series.month.forEach((other, column) => covariance.add(row, column, correlation ** Math.abs(one - other))));
    return solveLinearSystem(covariance, Float64Array.from(right)) ?? [];
  };
  const columns = designColumns(series);
  const freed = columns.map(against);
  const normal = new SquareMatrix(4);
  freed.forEach((one, row) => columns.forEach((other, column) => normal.add(row, column, dot(one, other))));
  const coefficients = solveLinearSystem(normal, Float64Array.from(freed, (column) => dot(column, series.values))) ?? [];
  const residuals = series.values.map((value, month) => value - columns.reduce((sum, column, term) => sum + (column[month] ?? 0) * (coefficients[term] ?? 0), 0));
  const squares = dot(residuals, against(residuals));
  const apart = series.month.slice(1).map((month, index) => month - (series.month[index] ?? 0));
  const logV = apart.reduce((sum, months) => sum + Math.log(1 - correlation ** (2 * months)), 0);
  const logNormal = Math.log(determinant(freed.map((one) => columns.map((other) => dot(one, other)))));
  return { coefficients, logLikelihood: (-(size - 4) / 2) * (Math.log((2 * Math.PI * squares) / (size - 4)) + 1) - logV / 2 - logNormal / 2 };
}

/** By its first row, for the few columns of a design. */
function determinant(rows: readonly (readonly number[])[]): number {
  const [first = [], ...rest] = rows;
  if (rest.length === 0) return first[0] ?? Number.NaN;
  return first.reduce((sum, cell, column) => sum + (column % 2 === 0 ? 1 : -1) * cell * determinant(rest.map((row) => row.filter((_, at) => at !== column))), 0);
}

describe('segmentedGls', () => {
  it('has the coefficients of the whole covariance matrix, and the correlation at which that is likeliest', () => {
    for (const seed of [3, 17, 29]) {
      const series = seriesOf(noise(seed, 40, 0.5).map((value, at) => (at === 9 || at === 30 ? null : value)));
      const gls = valueOf(segmentedGls(series));
      const whole = byWholeMatrix(series, gls.correlation);
      expectNear(gls.coefficients, whole.coefficients);
      expect(whole.logLikelihood).toBeCloseTo(gls.logLikelihood, 6);
      for (const other of [gls.correlation - 0.01, gls.correlation + 0.01]) expect(byWholeMatrix(series, other).logLikelihood).toBeLessThan(gls.logLikelihood);
    }
  });

  it('has a higher likelihood at its correlation than ordinary least squares, and its coefficients when that is 0', () => {
    fc.assert(
      fc.property(fc.nat(100000), (seed) => {
        const series = seriesOf(noise(seed, 36, 0.4));
        const gls = valueOf(segmentedGls(series));
        expect(Math.abs(gls.correlation)).toBeLessThan(1);
        if (Math.abs(gls.correlation) < 0.002) expectNear(gls.coefficients, valueOf(segmentedRegression(series, 1)).coefficients, 100);
        for (const error of gls.standardErrors) expect(error).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });

  it('bridges a gap: a month without a figure hardly changes the answer', () => {
    const all = noise(11, 40, 0.5).map((value, at) => 60 + 5 * value - (at >= 20 ? 9 : 0));
    const whole = valueOf(segmentedGls(seriesOf(all)));
    const bridged = valueOf(segmentedGls(seriesOf(all.map((value, at) => (at === 8 ? null : value)))));
    expect(Math.abs((bridged.coefficients[2] ?? 0) - (whole.coefficients[2] ?? 0))).toBeLessThan(whole.standardErrors[2] ?? 0);
    expect(bridged.fitted).toHaveLength(39);
  });

  it('sees an effect that is not there less often than Newey-West does', () => {
    const runs = 200;
    let [byGls, byNeweyWest] = [0, 0];
    for (let seed = 1; seed <= runs; seed += 1) {
      const series = seriesOf(noise(seed * 7919, 36, 0.3).map((value) => 60 + 5 * value));
      byGls += Number((valueOf(segmentedGls(series)).pValues[2] ?? 1) < 0.05);
      byNeweyWest += Number((valueOf(segmentedRegression(series, 2)).neweyWest.pValues[2] ?? 1) < 0.05);
    }
    expect(byGls / runs).toBeLessThan(0.12);
    expect(byGls).toBeLessThan(0.75 * byNeweyWest);
  });
});

describe('segmentedCounts', () => {
  const counts = Array.from({ length: 30 }, (_, at) => 4 + ((at * 7) % 5) - (at >= 15 ? 3 : 0));
  const exposure = Array.from({ length: 30 }, (_, at) => 25 + ((at * 3) % 11));

  it('finds the ratio that the counts were made from', () => {
    const exact = exposure.map((size, at) => size * Math.exp(-2 + 0.01 * (at + 1) + (at >= 15 ? -0.7 : 0)));
    const { coefficients, fitted, dispersion } = valueOf(segmentedCounts(seriesOf(exact), exposure, { lag: 1 }));
    expectNear(coefficients, [-2, 0.01, -0.7, 0]);
    expectNear(fitted, exact);
    expect(dispersion).toBeCloseTo(0, 9);
  });

  it('expects as many events as there were, on either side of the break', () => {
    const { fitted } = valueOf(segmentedCounts(seriesOf(counts), exposure, { lag: 1 }));
    const total = (all: readonly number[], from: number) => all.slice(from, from + 15).reduce((sum, value) => sum + value, 0);
    for (const from of [0, 15]) expect(total(fitted, from)).toBeCloseTo(total(counts, from), 6);
  });

  it('only moves the intercept when the exposure is told in another unit', () => {
    const once = valueOf(segmentedCounts(seriesOf(counts), exposure, { lag: 2 }));
    const other = valueOf(segmentedCounts(seriesOf(counts), exposure.map((size) => size / 100), { lag: 2 }));
    expectNear(other.coefficients.slice(1), once.coefficients.slice(1));
    expectNear(numbersOf(other.neweyWest.standardErrors), numbersOf(once.neweyWest.standardErrors));
    expect((other.coefficients[0] ?? 0) - (once.coefficients[0] ?? 0)).toBeCloseTo(Math.log(100), 8);
  });

  it('has no answer without events, or with none on one side', () => {
    for (const none of [counts.map(() => 0), counts.map((count, at) => (at >= 15 ? 0 : count)), counts.map((count, at) => (at < 15 ? 0 : count))]) {
      expect(segmentedCounts(seriesOf(none), exposure, { lag: 1 })).toEqual({ ok: false, fault: { code: 'no-finite-answer' } });
    }
  });

  it('names the place of a count or an exposure that can not be', () => {
    expect(segmentedCounts(seriesOf(counts.map((count, at) => (at === 4 ? -1 : count))), exposure, { lag: 1 })).toEqual({ ok: false, fault: { code: 'negative', position: 4 } });
    expect(segmentedCounts(seriesOf(counts), exposure.map((size, at) => (at === 6 ? 0 : size)), { lag: 1 })).toEqual({ ok: false, fault: { code: 'no-exposure', position: 6 } });
    expect(() => segmentedCounts(seriesOf(counts), [1], { lag: 1 })).toThrow(RangeError);
  });
});

describe('breakEffect', () => {
  it('works out an effect from twelve months with a figure on either side', () => {
    const all = noise(2, 24, 0.2);
    expect(breakEffect(all, 12)).toEqual(segmentedGls(seriesOf(all)));
  });

  it('is only a picture below that, a month without a figure not counted', () => {
    expect(breakEffect(noise(2, 24, 0.2), 11)).toEqual({ ok: false, fault: { code: 'picture-only', before: 11, after: 13, neededEachSide: 12 } });
    expect(breakEffect(noise(2, 24, 0.2).map((value, at) => (at === 20 ? null : value)), 12)).toEqual({ ok: false, fault: { code: 'picture-only', before: 12, after: 11, neededEachSide: 12 } });
    expect(breakEffect([1, 2], 5)).toEqual({ ok: false, fault: { code: 'break-outside', position: 5 } });
  });
});
