import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { standardNormalAtMost, standardNormalQuantile } from './continuous.js';

describe('standardNormalQuantile', () => {
  it.each([
    // R 4.2: qnorm.
    [0.025, -1.959963984540054],
    [1e-12, -7.034483825301131],
    [1e-20, -9.262340089798409],
    [0.999, 3.090232306167813],
  ])('gives R\'s figure for %d', (p, wanted) => {
    expect(standardNormalQuantile(p)).toBeCloseTo(wanted, 9);
  });

  it('is undone by the probability, however far out', () => {
    fc.assert(
      fc.property(fc.double({ min: -280, max: -0.31, noNaN: true }), (exponent) => {
        expect(Math.log10(standardNormalAtMost(standardNormalQuantile(10 ** exponent)))).toBeCloseTo(exponent, 9);
      }),
    );
  });

  it('changes sign with the other tail, and has no end at 0 and 1', () => {
    expect(standardNormalQuantile(1 - 2 ** -30)).toBeCloseTo(-standardNormalQuantile(2 ** -30), 9);
    expect([standardNormalQuantile(0), standardNormalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });
});
