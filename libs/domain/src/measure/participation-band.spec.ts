import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { participationBand } from './participation-band.js';

describe('participationBand', () => {
  it.each([
    [0, 10, 'fewer-than-half'],
    [4, 10, 'fewer-than-half'],
    [5, 10, 'half-to-three-quarters'],
    [6, 8, 'half-to-three-quarters'],
    [7, 8, 'most'],
    [12, 10, 'most'],
  ] as const)('of %i of %i is %s', (contributors, professionals, band) => {
    expect(participationBand(contributors, professionals)).toBe(band);
  });

  it('never falls when one more takes part', () => {
    const ORDER = ['fewer-than-half', 'half-to-three-quarters', 'most'];
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 40 }), (contributors, professionals) => {
        expect(ORDER.indexOf(participationBand(contributors + 1, professionals))).toBeGreaterThanOrEqual(ORDER.indexOf(participationBand(contributors, professionals)));
      }),
    );
  });

  it('throws for a unit without professionals, which posts no block', () => {
    expect(() => participationBand(0, 0)).toThrow(RangeError);
    expect(() => participationBand(Number.NaN, 5)).toThrow(RangeError);
  });
});
