import { describe, expect, it } from '@jest/globals';
import { pooledSpread, type SpreadUnit } from './pooled-spread.js';

const units = (numerators: readonly number[], denominator: number): readonly SpreadUnit[] =>
  numerators.map((numerator) => ({ numerator, denominator, roundingVariance: 0 }));

describe('pooledSpread', () => {
  it('gives a worked example', () => {
    // p 0.2, n 100, v 16: distances -10, 10, -6, 6 give z² 6.25, 6.25, 2.25, 2.25, together 17; (17 - 3) / (4 * 99).
    const { phi, correlation, tau2 } = pooledSpread(units([10, 30, 14, 26], 100), 0.2);
    expect(phi).toBeCloseTo(17 / 3, 12);
    expect(correlation).toBeCloseTo(14 / 396, 12);
    expect(tau2).toBeCloseTo((14 / 396) * 0.16, 12);
  });

  it('finds no spread between units that differ less than chance would', () => {
    expect(pooledSpread(units([20, 20, 21, 19], 100), 0.2)).toMatchObject({ correlation: 0, tau2: 0 });
  });

  it('does not let one unit far outside set the spread of all', () => {
    const quiet = Array.from({ length: 20 }, (_, index) => 16 + (index % 9));
    expect(pooledSpread(units([...quiet, 60], 100), 0.2)).toEqual(pooledSpread(units(quiet, 100), 0.2));
  });

  it('counts rounding as explained', () => {
    const rounded = units([12, 30, 15, 24], 100).map((unit) => ({ ...unit, roundingVariance: 4 / 3 }));
    const phi = pooledSpread(rounded, 0.2).phi ?? Number.NaN;
    expect(phi).toBeLessThan(pooledSpread(units([12, 30, 15, 24], 100), 0.2).phi ?? Number.NaN);
  });

  it.each<[string, readonly SpreadUnit[], number]>([
    ['one unit', units([3], 10), 0.3],
    ['no unit', [], 0.3],
    ['nothing noticed anywhere', units([0, 0, 0], 10), 0],
    ['everything noticed everywhere', units([10, 10], 10), 1],
  ])('has nothing to say about %s', (_, all, share) => {
    expect(pooledSpread(all, share)).toEqual({ phi: null, correlation: 0, tau2: 0 });
  });
});
