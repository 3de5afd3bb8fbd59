import { describe, expect, it } from '@jest/globals';
import { segmentedCounts } from './segmented-counts.js';
import { seriesOf, valueOf } from './testing/monthly-values.js';

const expectNear = (found: readonly number[], wanted: readonly number[], scale = 1) =>
  wanted.forEach((value, index) => expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThan(1e-6 * Math.max(scale, Math.abs(value))));

const numbersOf = (all: readonly (number | null)[]) => all.map((one) => one ?? Number.NaN);

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
