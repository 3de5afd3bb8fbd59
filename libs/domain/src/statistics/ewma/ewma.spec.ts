import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binomialPmf } from '../distributions/binomial.js';
import { ewma } from './ewma.js';
import { binomialNormalScores, midPNormalScore } from './normal-score.js';
import { tabularCusum } from './tabular-cusum.js';

const series = fc.array(fc.option(fc.double({ min: -5, max: 5, noNaN: true }), { freq: 6 }), { maxLength: 40 });
const settings = { weight: 0.2, limitWidth: 2.7 };
const sums = { decisionInterval: 4, shift: 1 };

function pointsOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value {
  if (!result.ok) throw new Error('there are no points');
  return result.value;
}

describe('ewma', () => {
  it('gives the average and the limits of a worked example', () => {
    // 0.2 * 2 = 0.4; 0.2 * 1 + 0.8 * 0.4 = 0.52. Limits 2.7 * 0.2 and 2.7 * sqrt(0.2 / 1.8 * (1 - 0.8^4)).
    const [first, second] = pointsOf(ewma([2, 1], settings));
    expect(first?.value).toBeCloseTo(0.4, 12);
    expect(first?.upper).toBeCloseTo(0.54, 12);
    expect(second?.value).toBeCloseTo(0.52, 12);
    expect(second?.lower).toBeCloseTo(-0.691537417642748, 12);
  });

  it('leaves a gap out: the points around it are those of the series without it', () => {
    fc.assert(
      fc.property(series, (values) => {
        const points = pointsOf(ewma(values, settings));
        expect(points.map((point) => point === null)).toEqual(values.map((value) => value === null));
        expect(points.filter((point) => point !== null)).toEqual(pointsOf(ewma(values.filter((value) => value !== null), settings)));
      }),
    );
  });

  it('does not depend on the unit of the values', () => {
    fc.assert(
      fc.property(series, fc.double({ min: 0.1, max: 50, noNaN: true }), fc.double({ min: -100, max: 100, noNaN: true }), (values, deviation, centre) => {
        const moved = pointsOf(ewma(values.map((value) => (value === null ? null : centre + deviation * value)), { ...settings, centre, deviation }));
        pointsOf(ewma(values, settings)).forEach((point, index) => {
          if (point === null) return;
          expect(((moved[index]?.value ?? Number.NaN) - centre) / deviation).toBeCloseTo(point.value, 9);
          expect(((moved[index]?.upper ?? Number.NaN) - centre) / deviation).toBeCloseTo(point.upper, 9);
        });
      }),
    );
  });

  it('signals above or below only strictly outside its limits', () => {
    expect(pointsOf(ewma([1, 3, -3], { weight: 1, limitWidth: 1 })).map((point) => point?.signal)).toEqual([null, 'above', 'below']);
  });

  it('names the place of a value that is no number and the setting that is out of range', () => {
    expect(ewma([1, null, Number.NaN], settings)).toEqual({ ok: false, fault: { code: 'not-a-number', position: 2 } });
    for (const [parameter, value] of [['weight', 0], ['limitWidth', -1], ['centre', Number.NaN], ['deviation', 0]] as const) {
      expect(ewma([1], { ...settings, [parameter]: value })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter } });
    }
  });
});

describe('tabularCusum', () => {
  it('adds up what exceeds half the shift, from zero, on either side', () => {
    const points = pointsOf(tabularCusum([2, null, 4, -6], sums));
    expect(points).toEqual([
      { upper: 1.5, lower: 0, signal: null },
      null,
      { upper: 5, lower: 0, signal: 'above' },
      { upper: 0, lower: -5.5, signal: 'below' },
    ]);
  });

  it('changes sides when the scores change sign', () => {
    fc.assert(
      fc.property(series, (scores) => {
        const mirrored = pointsOf(tabularCusum(scores.map((score) => (score === null ? null : -score)), sums));
        pointsOf(tabularCusum(scores, sums)).forEach((point, index) => {
          if (point === null) return;
          expect(mirrored[index]?.lower).toBeCloseTo(-point.upper, 12);
          expect(mirrored[index]?.upper).toBeCloseTo(-point.lower, 12);
        });
      }),
    );
  });

  it('names what is wrong', () => {
    expect(tabularCusum([Infinity], sums)).toEqual({ ok: false, fault: { code: 'not-a-number', position: 0 } });
    expect(tabularCusum([1], { ...sums, decisionInterval: 0 })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'decisionInterval' } });
    expect(tabularCusum([1], { ...sums, shift: Number.NaN })).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'shift' } });
  });
});

describe('binomialNormalScores', () => {
  const all = (trials: number) => Array.from({ length: trials + 1 }, (_, numerator) => ({ numerator, denominator: trials }));

  it('gives scores with mean 0 and a deviation of about 1 when nothing happens', () => {
    const scores = pointsOf(binomialNormalScores(all(30), 0.2));
    const mean = scores.reduce<number>((sum, score, x) => sum + (score ?? Number.NaN) * binomialPmf(x, 30, 0.2), 0);
    const square = scores.reduce<number>((sum, score, x) => sum + (score ?? Number.NaN) ** 2 * binomialPmf(x, 30, 0.2), 0);
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(Math.sqrt(square)).toBeCloseTo(0.98, 1);
  });

  it('rises with the count, stays finite, and changes sign when what was noticed and what was not change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (trials, share) => {
        const scores = pointsOf(binomialNormalScores(all(trials), share)).map((score) => score ?? Number.NaN);
        const mirrored = pointsOf(binomialNormalScores(all(trials), 1 - share)).map((score) => score ?? Number.NaN).reverse();
        scores.forEach((score, x) => {
          expect(Number.isFinite(score)).toBe(true);
          if (x > 0) expect(score).toBeGreaterThanOrEqual(scores[x - 1] ?? Number.NaN);
          expect(mirrored[x]).toBeCloseTo(-score, 5);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('keeps its digits far out, where one minus the lower tail has none', () => {
    expect(midPNormalScore(1, 1e-40, 0)).toBeCloseTo(13.310922, 5);
  });

  it('gives no score to a gap or to a share of nothing, and refuses a share that has none', () => {
    expect(pointsOf(binomialNormalScores([null, { numerator: 0, denominator: 0 }], 0.2))).toEqual([null, null]);
    expect(binomialNormalScores([], 0)).toEqual({ ok: false, fault: { code: 'out-of-range', parameter: 'share' } });
    expect(binomialNormalScores([null, { numerator: 3, denominator: 2 }], 0.2)).toEqual({ ok: false, fault: { code: 'numerator-above-denominator', position: 1 } });
  });
});
