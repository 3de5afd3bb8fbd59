import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { divideOverParts, mergeToSafeParts } from './breakdown-parts.js';
import { capOf, type CountedReflection } from './rounded-count.js';

const CODES = ['voluntary', 'involuntary', 'mixed', 'unknown'];
const atLeast = (size: number) => (items: readonly string[]) => items.length >= size;
const several = (code: string, length: number) => Array.from({ length }, () => code);
const merge = (items: readonly string[], floor = 10) => mergeToSafeParts(items, CODES, (item) => item, atLeast(floor));

function part(counted: number, size: number): CountedReflection[] {
  return Array.from({ length: size }, (_, index) => ({ contributor: `c${index % 6}`, isCounted: index < counted }));
}

describe('mergeToSafeParts', () => {
  it('leaves categories alone that are all safe', () => {
    const parts = merge([...several('voluntary', 20), ...several('involuntary', 15), ...several('mixed', 12), ...several('unknown', 11)]);
    expect(parts?.map(({ categories }) => categories)).toEqual(CODES.map((code) => [code]));
  });

  it('joins the smallest unsafe category with the next smallest, and takes in what did not occur', () => {
    const parts = merge([...several('voluntary', 20), ...several('involuntary', 12), ...several('mixed', 3)]);
    expect(parts?.map(({ categories, items }) => [[...categories].sort(), items.length])).toEqual([[['voluntary'], 20], [['involuntary', 'mixed', 'unknown'], 15]]);
  });

  it('has no breakdown when only the whole is safe', () => {
    expect(merge([...several('voluntary', 30), ...several('mixed', 4)])).toBeNull();
    expect(merge([])).toBeNull();
  });

  it('puts every reflection and every category in exactly one safe part', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CODES), { maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (items, floor) => {
        const parts = merge(items, floor);
        if (parts === null) return;
        expect(parts.flatMap(({ categories }) => categories).sort()).toEqual([...CODES].sort());
        expect(parts.flatMap((one) => one.items).sort()).toEqual([...items].sort());
        expect(parts.every((one) => one.items.length >= floor && one.items.every((item) => one.categories.includes(item)))).toBe(true);
      }),
    );
  });
});

describe('divideOverParts', () => {
  it('gives neighbouring multiples of 3 that add up to the posted total', () => {
    expect(divideOverParts([part(4, 20), part(7, 25), part(6, 18)], 18, [1, 0, 2])).toEqual([3, 9, 6]);
    expect(divideOverParts([part(4, 20), part(7, 25), part(6, 18)], 18, [0, 1, 2])).toEqual([6, 6, 6]);
  });

  it('has no division when the neighbours do not reach the total, or pass it', () => {
    expect(divideOverParts([part(3, 20), part(6, 20)], 12, [0, 1])).toBeNull();
    expect(divideOverParts([part(4, 20), part(7, 20)], 6, [0, 1])).toBeNull();
  });

  it('gives no part more than what was given around it, and has no division when that leaves no room', () => {
    expect(divideOverParts([part(4, 20), part(7, 25), part(6, 18)], 18, [0, 1, 2], [3, 9, 6])).toEqual([3, 9, 6]);
    expect(divideOverParts([part(4, 20), part(7, 25), part(6, 18)], 18, [0, 1, 2], [3, 6, 9])).toBeNull();
  });

  it('has no division in which a part reads "all"', () => {
    expect(divideOverParts([part(11, 12), part(6, 20)], 18, [0, 1])).toBeNull();
  });

  it('has no division from which one contributor could see what the others answered', () => {
    const held: CountedReflection[] = [...part(0, 12), { contributor: 'holder', isCounted: true }, { contributor: 'holder', isCounted: true }];
    expect(divideOverParts([held, part(7, 20)], 9, [1, 0])).toBeNull();
    expect(divideOverParts([held, part(7, 20)], 9, [0, 1])).toEqual([3, 6]);
  });

  it('stays within 2 of each true count and below the size of each part', () => {
    const sizes = fc.record({ size: fc.integer({ min: 10, max: 40 }), share: fc.nat(100) }).map(({ size, share }) => part(Math.floor((size * share) / 100), size));
    fc.assert(
      fc.property(fc.array(sizes, { minLength: 2, maxLength: 4 }), fc.nat(30), (parts, thirds) => {
        const divided = divideOverParts(parts, 3 * thirds, parts.map((_, index) => index));
        if (divided === null) return;
        expect(divided.reduce((sum, value) => sum + value, 0)).toBe(3 * thirds);
        divided.forEach((value, index) => {
          const one = parts[index] ?? [];
          expect(Math.abs(value - one.filter(({ isCounted }) => isCounted).length)).toBeLessThanOrEqual(2);
          expect(value).toBeLessThanOrEqual(capOf(one.length));
        });
      }),
    );
  });
});
