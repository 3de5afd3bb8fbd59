import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dot } from '../linear-algebra/least-squares.js';
import { solveLinearSystem, SquareMatrix } from '../linear-algebra/linear-system.js';
import { segmentedGls } from './segmented-gls.js';
import { segmentedRegression } from './segmented-regression.js';
import { designColumns, type SegmentedSeries } from './segmented-series.js';
import { noise, seriesOf, valueOf } from './testing/monthly-values.js';

const expectNear = (found: readonly number[], wanted: readonly number[], scale = 1) =>
  wanted.forEach((value, index) => expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThan(1e-6 * Math.max(scale, Math.abs(value))));

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
