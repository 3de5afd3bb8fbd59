import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { interpolatedRatioLimit, interpolatedShareLimit, wholeCountLimit } from './interpolated-limits.js';

const sizes = fc.integer({ min: 1, max: 500 });
const shares = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const TAILS = [0.001, 0.025, 0.975, 0.999];

describe('interpolated exact limits', () => {
  it('lie in 0 to 1 and inside each other', () => {
    fc.assert(
      fc.property(sizes, shares, (n, share) => {
        const lines = [0, ...TAILS.map((p) => interpolatedShareLimit(p, n, share)), 1];
        lines.slice(1).forEach((line, index) => expect(line).toBeGreaterThanOrEqual((lines[index] ?? 0) - 1e-12));
      }),
    );
  });

  it('lie at most one count below the whole limit', () => {
    fc.assert(
      fc.property(sizes, shares, fc.constantFrom(...TAILS), (n, share, p) => {
        const whole = wholeCountLimit(p, n, share);
        const line = n * interpolatedShareLimit(p, n, share);
        expect(line).toBeLessThanOrEqual(whole + 1e-9);
        expect(line).toBeGreaterThanOrEqual(Math.max(0, whole - 1) - 1e-9);
      }),
    );
  });

  it('allow whole counts that never fall when a unit grows', () => {
    fc.assert(
      fc.property(sizes, shares, fc.constantFrom(...TAILS), (n, share, p) => {
        expect(wholeCountLimit(p, n + 1, share)).toBeGreaterThanOrEqual(wholeCountLimit(p, n, share));
      }),
    );
  });

  it('are the share itself when nothing, or everything, is noticed everywhere', () => {
    expect(TAILS.map((p) => interpolatedShareLimit(p, 20, 0))).toEqual([0, 0, 0, 0]);
    expect(TAILS.map((p) => interpolatedShareLimit(p, 20, 1))).toEqual([1, 1, 1, 1]);
  });

  it('close in on 1 for a ratio when more is expected', () => {
    const widths = [1, 4, 16, 64, 256].map((expected) => interpolatedRatioLimit(0.975, expected) - interpolatedRatioLimit(0.025, expected));
    widths.slice(1).forEach((width, index) => expect(width).toBeLessThan(widths[index] ?? 0));
  });
});
