import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Result } from '../../shared/result.js';
import { segmentedGls, type SegmentedGls } from './segmented-gls.js';
import { segmentedRegression, type SegmentedRegression } from './segmented-regression.js';
import { segmentSeries, type SegmentedSeries, type SegmentFault } from './segmented-series.js';
import { noise, seriesOf, valueOf } from './testing/monthly-values.js';

const expectNear = (found: readonly number[], wanted: readonly number[], scale = 1) =>
  wanted.forEach((value, index) => expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThan(1e-6 * Math.max(scale, Math.abs(value))));

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
