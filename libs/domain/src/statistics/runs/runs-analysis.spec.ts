import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BOXES_FROM, BOXES_THROUGH, criticalBox, isInBestBox, isInCutBox } from './critical-boxes.js';
import { runsAnalysis } from './runs-analysis.js';

const around = (sides: readonly number[]) => runsAnalysis(sides, sides.map(() => 0));

/**
 * Chances of every pair of crossings and longest run for n fair coins: `chance[crossings][longest]`. Walks along the coins, keeping
 * crossings, the run that is going on, and the longest so far.
 */
function chancesOf(n: number): (accepts: (crossings: number, longest: number) => boolean) => number {
  let states = new Map([['0 1 1', 1]]);
  for (let coin = 1; coin < n; coin += 1) {
    const next = new Map<string, number>();
    const add = (key: string, chance: number) => next.set(key, (next.get(key) ?? 0) + chance);
    for (const [key, chance] of states) {
      const [crossings = 0, run = 0, longest = 0] = key.split(' ').map(Number);
      add(`${crossings} ${run + 1} ${Math.max(longest, run + 1)}`, chance / 2);
      add(`${crossings + 1} 1 ${longest}`, chance / 2);
    }
    states = next;
  }
  return (accepts) => {
    let sum = 0;
    for (const [key, chance] of states) {
      const [crossings = 0, , longest = 0] = key.split(' ').map(Number);
      if (accepts(crossings, longest)) sum += chance;
    }
    return sum;
  };
}

describe('runsAnalysis', () => {
  it('counts the longest run and the crossings of a worked series', () => {
    expect(around([1, 1, -1, 0, -1, -1, 1])).toEqual({
      observations: 7, useful: 6, longestRun: 3, longestRunMax: 6, crossings: 2, crossingsMin: 1, signal: false,
    });
  });

  it('signals a run that is too long and crossings that are too few', () => {
    expect(around([...Array.from({ length: 12 }, () => 1), -1, 1, -1, 1, -1, 1, -1, 1, -1, 1]).signal).toBe(true);
    expect(around(Array.from({ length: 24 }, (_, index) => (index % 12 < 6 ? 1 : -1)))).toMatchObject({ longestRun: 6, crossings: 3, signal: true });
  });

  it('says nothing of a series that lies on its centre, or that has no figure', () => {
    const none = { longestRun: null, longestRunMax: null, crossings: null, crossingsMin: null, signal: false, useful: 0 };
    expect(around([0, 0, 0])).toEqual({ observations: 3, ...none });
    expect(runsAnalysis([null, null], [1, 1])).toEqual({ observations: 2, ...none });
  });

  it('ends a run at a gap and holds crossings against the steps that could cross', () => {
    const broken = [1, 1, 1, 1, null, 1, 1, 1, 1, null, -1, -1, -1, -1];
    const centre = broken.map(() => 0);
    expect(runsAnalysis(broken, centre)).toEqual({ observations: 14, useful: 12, longestRun: 4, longestRunMax: 7, crossings: 0, crossingsMin: 2, signal: true });
    expect(runsAnalysis(broken, centre, 'anhoej', 'pass-over')).toMatchObject({ longestRun: 8, crossings: 1, crossingsMin: 3, signal: true });
    const apart = Array.from({ length: 24 }, (_, index) => (index % 2 === 0 ? 1 : null));
    expect(runsAnalysis(apart, apart.map(() => 0))).toMatchObject({ longestRun: 1, crossings: 0, crossingsMin: 0, signal: false });
  });

  it('finds no longer run and no more crossings in broken stretches than in the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1, 0, 1, null), { minLength: 1, maxLength: 60 }), (sides) => {
        const centre = sides.map(() => 0);
        const [ending, passing] = [runsAnalysis(sides, centre), runsAnalysis(sides, centre, 'anhoej', 'pass-over')];
        expect(ending.useful).toBe(passing.useful);
        expect(ending.longestRun ?? 0).toBeLessThanOrEqual(passing.longestRun ?? 0);
        expect(ending.crossings ?? 0).toBeLessThanOrEqual(passing.crossings ?? 0);
        expect(ending.crossingsMin ?? 0).toBeLessThanOrEqual(passing.crossingsMin ?? 0);
      }),
    );
  });

  it('finds the same read backwards, mirrored, and with points on the centre put in', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1, 0, 1), { maxLength: 60 }), fc.constantFrom('anhoej' as const, 'bestbox' as const, 'cutbox' as const), (sides, method) => {
        const analyse = (all: readonly number[]) => runsAnalysis(all, all.map(() => 0), method);
        const found = analyse(sides);
        expect(analyse([...sides].reverse())).toEqual(found);
        expect(analyse(sides.map((side) => -side))).toEqual(found);
        expect({ ...analyse([...sides, 0]), observations: sides.length }).toEqual(found);
      }),
    );
  });
});

describe('criticalBox', () => {
  it('has a box for 10 to 100 useful points and for no others', () => {
    expect([criticalBox(BOXES_FROM - 1), criticalBox(BOXES_THROUGH + 1)]).toEqual([null, null]);
    for (let useful = BOXES_FROM; useful <= BOXES_THROUGH; useful += 1) expect(criticalBox(useful)).not.toBeNull();
  });

  it.each([10, 11, 15, 20, 24, 28, 36])('holds at least 92.5 %% of chance series of %i points, and the cut box no more than the best box', (useful) => {
    const box = criticalBox(useful);
    if (box === null) throw new Error('no box');
    const chance = chancesOf(useful);
    const best = chance((crossings, longest) => isInBestBox(box, crossings, longest));
    const cut = chance((crossings, longest) => isInCutBox(box, crossings, longest));
    expect(cut).toBeGreaterThanOrEqual(0.925);
    expect(best).toBeGreaterThanOrEqual(cut);
  });

  it('cuts the corner off where that is possible', () => {
    const box = criticalBox(10);
    if (box === null) throw new Error('no box');
    expect(box).toEqual({ crossings: 2, run: 6, cut: { crossingsAtLongest: 3, runAtFewest: 5 } });
    expect([isInBestBox(box, 2, 6), isInCutBox(box, 2, 6), isInCutBox(box, 2, 5), isInCutBox(box, 3, 6)]).toEqual([true, false, true, true]);
  });
});
