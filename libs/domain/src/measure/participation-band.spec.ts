import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BLOCK_FLOOR } from '../publication/block-floor.js';
import { LEAST_POSSIBLE_NUMBERS, participationBand } from './participation-band.js';

const LEAST = BLOCK_FLOOR.professionals;
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('participationBand', () => {
  it.each([
    [5, 10, 'half-to-three-quarters'],
    [7, 10, 'half-to-three-quarters'],
    [8, 10, 'most'],
    [12, 10, 'most'],
    [5, 11, 'at-most-three-quarters'],
    [8, 11, 'at-most-three-quarters'],
    [9, 11, 'most'],
    [10, 14, 'at-most-three-quarters'],
    [7, 15, 'fewer-than-half'],
    [8, 15, 'half-to-three-quarters'],
    [12, 15, 'most'],
    [5, 5, null],
    [6, 8, null],
    [9, 9, null],
  ] as const)('of %i of %i is %s', (contributors, professionals, band) => {
    expect(participationBand(contributors, professionals, LEAST)).toBe(band);
  });

  it('leaves who knows the size of the unit and the floor at least three possible numbers, in units of 1 to 60 under every floor', () => {
    for (const professionals of upTo(60)) {
      for (const least of upTo(20).filter((number) => number >= LEAST)) {
        const possible = upTo(professionals).filter((number) => number >= least);
        for (const contributors of possible) {
          const told = participationBand(contributors, professionals, least);
          const alike = possible.filter((number) => participationBand(number, professionals, least) === told);
          // Where nothing is told, nothing is learnt: every number has the same null.
          if (told === null) expect(alike).toEqual(possible);
          else expect(alike.length).toBeGreaterThanOrEqual(LEAST_POSSIBLE_NUMBERS);
        }
      }
    }
  });

  it('is told to units of 10 and more, with a coarser band to those of 11 to 14', () => {
    const bandsOf = (professionals: number) => new Set(upTo(professionals).filter((number) => number >= LEAST).map((number) => participationBand(number, professionals, LEAST)));
    expect(upTo(60).filter((professionals) => professionals >= LEAST && bandsOf(professionals).has(null))).toEqual([5, 6, 7, 8, 9]);
    expect(upTo(60).filter((professionals) => bandsOf(professionals).has('at-most-three-quarters'))).toEqual([11, 12, 13, 14]);
    expect(upTo(60).filter((professionals) => bandsOf(professionals).size === 3)).toEqual(upTo(60).filter((professionals) => professionals >= 15));
  });

  it('never falls when one more takes part', () => {
    const ORDER = [null, 'fewer-than-half', 'half-to-three-quarters', 'at-most-three-quarters', 'most'];
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 40 }), (contributors, professionals) => {
        expect(ORDER.indexOf(participationBand(contributors + 1, professionals, LEAST))).toBeGreaterThanOrEqual(ORDER.indexOf(participationBand(contributors, professionals, LEAST)));
      }),
    );
  });

  it('throws for a unit without professionals, which posts no block', () => {
    expect(() => participationBand(0, 0, LEAST)).toThrow(RangeError);
    expect(() => participationBand(Number.NaN, 5, LEAST)).toThrow(RangeError);
  });
});
