import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { capOf, postCount, type Carry, type CountedReflection, type PostedCount } from './rounded-count.js';

/** As many reflections of as many contributors, the first `counted` of which are counted. */
function spread(counted: number, size: number, contributors = size): CountedReflection[] {
  return Array.from({ length: size }, (_, index) => ({ contributor: `c${index % contributors}`, isCounted: index < counted }));
}

const carries = fc.constantFrom<Carry>(-1, 0, 1);
const lists = fc.array(fc.record({ contributor: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), isCounted: fc.boolean() }), { minLength: 10, maxLength: 40 });
const countedIn = (list: readonly CountedReflection[]) => list.filter(({ isCounted }) => isCounted).length;

/** Posts one list after the other on one ledger. */
function ledger(all: readonly (readonly CountedReflection[])[], start: Carry): PostedCount[] {
  let carry = start;
  return all.map((list) => {
    const entry = postCount(list, carry);
    carry = entry.carry;
    return entry;
  });
}

describe('capOf', () => {
  it.each([[0, 0], [1, 0], [3, 0], [4, 3], [6, 3], [7, 6], [10, 9], [12, 9], [13, 12]])('of %i reflections is %i', (size, cap) => {
    expect(capOf(size)).toBe(cap);
  });
});

describe('postCount', () => {
  it.each<[number, Carry, number, Carry]>([
    [0, 0, 0, 0], [1, 0, 0, 1], [2, 0, 3, -1], [3, 0, 3, 0], [4, 0, 3, 1], [5, 0, 6, -1],
    [0, 1, 0, 1], [1, 1, 3, -1], [2, 1, 3, 0], [0, -1, 0, -1], [1, -1, 0, 0], [2, -1, 0, 1],
  ])('posts a count of %i with carry %i as %i and carries %i on', (count, carry, posted, next) => {
    expect(postCount(spread(count, 20), carry)).toEqual({ posted, carry: next, isCapped: false, isGuarded: false });
  });

  it('never posts as many as there are, and forgets what the cap cuts off', () => {
    expect(postCount(spread(12, 12), 1)).toMatchObject({ posted: 9, isCapped: true });
    expect(postCount(spread(12, 12), 0)).toEqual({ posted: 9, carry: 0, isCapped: true, isGuarded: false });
  });

  it('stays at or below the ceiling of the whole it is part of', () => {
    expect(postCount(spread(8, 20), 0, 6)).toMatchObject({ posted: 6, isCapped: true });
  });

  it('stays at or below what was posted around it, and carries on as much of the rest as a carry can hold', () => {
    expect(postCount(spread(5, 20), 0, undefined, 3)).toEqual({ posted: 3, carry: 1, isCapped: true, isGuarded: false });
    expect(postCount(spread(5, 20), 0, undefined, 6)).toEqual({ posted: 6, carry: -1, isCapped: false, isGuarded: false });
  });

  it('does not rise above what was posted around it for the one who holds everything counted', () => {
    const held = [...spread(0, 14), ...Array.from({ length: 2 }, () => ({ contributor: 'holder', isCounted: true }))];
    expect(postCount(held, -1, undefined, 0)).toMatchObject({ posted: 0, isGuarded: false });
  });

  it('posts two counts of the same reflections alike before long, when one is kept below the other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 40 }), carries, carries, (counts, start, startAround) => {
        let [inner, outer, lost] = [start, startAround, 0];
        for (const counted of counts) {
          const around = postCount(spread(counted, 20), outer);
          const own = postCount(spread(counted, 20), inner, undefined, around.posted);
          expect(own.posted).toBeLessThanOrEqual(around.posted);
          expect(own.posted).toBeGreaterThanOrEqual(counted - 2);
          lost += inner + counted - own.posted - own.carry;
          [inner, outer] = [own.carry, around.carry];
        }
        // A carry that begins 2 above the other is cut back to it and no further, however long it goes on.
        expect(lost).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('posts 3 more when one contributor holds everything counted and would see that the posting is 2 too low', () => {
    const held = [...spread(0, 14), ...Array.from({ length: 2 }, () => ({ contributor: 'holder', isCounted: true }))];
    expect(postCount(held, -1)).toEqual({ posted: 3, carry: -1, isCapped: false, isGuarded: true });
    expect(postCount(spread(2, 16), -1)).toMatchObject({ posted: 0, isGuarded: false });
  });

  it('posts 3 less when one contributor holds everything that is not counted and the posting is 2 too high', () => {
    const others = spread(13, 13);
    const holder = Array.from({ length: 5 }, () => ({ contributor: 'holder', isCounted: false }));
    expect(postCount([...others, ...holder], 1)).toEqual({ posted: 12, carry: 1, isCapped: false, isGuarded: true });
  });

  it('guards nobody when there is only one contributor, who knows it all anyway', () => {
    expect(postCount(spread(2, 16, 1), -1)).toMatchObject({ posted: 0, isGuarded: false });
  });

  it('posts multiples of 3 within 2 of the truth, below the number of reflections', () => {
    fc.assert(
      fc.property(lists, carries, (list, carry) => {
        const { posted, isCapped } = postCount(list, carry);
        expect(posted % 3).toBe(0);
        expect(posted).toBeGreaterThanOrEqual(0);
        expect(posted).toBeLessThan(list.length);
        if (!isCapped) expect(Math.abs(posted - countedIn(list))).toBeLessThanOrEqual(2);
        else expect(posted).toBeLessThanOrEqual(countedIn(list) + 1);
      }),
    );
  });

  it('keeps the posted running total within 2 of the true one for as long as nothing is capped or guarded', () => {
    fc.assert(
      fc.property(fc.array(lists, { maxLength: 30 }), carries, (all, start) => {
        const entries = ledger(all, start);
        const clean = entries.findIndex(({ isCapped, isGuarded }) => isCapped || isGuarded);
        const until = clean === -1 ? entries.length : clean;
        const posted = entries.slice(0, until).reduce((sum, entry) => sum + entry.posted, 0);
        const truth = all.slice(0, until).reduce((sum, list) => sum + countedIn(list), 0);
        expect(Math.abs(posted - truth)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('can be explained by more than one true count, whatever it posts', () => {
    for (const posted of [0, 3, 6, 9]) {
      const explaining = Array.from({ length: 12 }, (_, count) => count).filter((count) => ([-1, 0, 1] as const).some((carry) => postCount(spread(count, 14), carry).posted === posted));
      expect(explaining.length).toBeGreaterThanOrEqual(3);
    }
  });
});
