import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PITFALL_CODES, type NoticedPitfall } from '../role-model/pitfall.js';
import { ANY_PITFALL, CONSIDERED, COUNTS, pitfallCountKey } from './count.js';

/** The keys under which a reflection is counted. */
function keysOf(pitfalls: readonly NoticedPitfall[] | null): string[] {
  return COUNTS.filter((count) => count.counts({ pitfalls })).map((count) => count.key);
}

const pitfallLists = fc
  .shuffledSubarray([...PITFALL_CODES])
  .map((codes) => codes.map((pitfall): NoticedPitfall => ({ pitfall, subtype: null })));

describe('COUNTS', () => {
  it('posts one true count once: no key occurs twice', () => {
    expect(new Set(COUNTS.map((count) => count.key)).size).toBe(COUNTS.length);
    expect(COUNTS).toHaveLength(PITFALL_CODES.length + 2);
  });

  it('counts a reflection in which pitfalls were not filled in nowhere', () => {
    expect(keysOf(null)).toEqual([]);
  });

  it('counts "considered, none noticed" as considered and as nothing else', () => {
    expect(keysOf([])).toEqual([CONSIDERED]);
  });

  it('counts a pitfall with a sub-type under the pitfall', () => {
    expect(keysOf([{ pitfall: 'PRESCRIBED', subtype: 'BY_CLIENT' }])).toEqual([CONSIDERED, ANY_PITFALL, pitfallCountKey('PRESCRIBED')]);
  });

  it('counts a reflection once for every pitfall in it, and once as any', () => {
    fc.assert(
      fc.property(pitfallLists, (pitfalls) => {
        const expected = [CONSIDERED, ...(pitfalls.length > 0 ? [ANY_PITFALL] : []), ...pitfalls.map((noticed) => pitfallCountKey(noticed.pitfall))];
        expect(keysOf(pitfalls).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('never counts a pitfall that is not counted as any, nor any that is not considered', () => {
    fc.assert(
      fc.property(fc.option(pitfallLists), (pitfalls) => {
        const keys = keysOf(pitfalls);
        if (keys.length > 1) expect(keys).toContain(ANY_PITFALL);
        if (keys.length > 0) expect(keys).toContain(CONSIDERED);
      }),
    );
  });
});
