import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binomialAtMost } from '../distributions/binomial.js';
import { postCount, type PostingBase } from '../count-law/posted-count.js';
import { estimateBaselines, possibleRates } from './baseline.js';
import { combinedWindowPValue } from './combined-window-p-value.js';
import { lawOfWatch, runWatch, watchedChange } from './watch.js';
import { watchLaw, watchLimit, watchRunLength } from './watch-law.js';

const KNOWN = { alpha: 1e6 * 0.12, beta: 1e6 * 0.88 };
const BLOCKS = Array.from({ length: 24 }, () => ({ denominator: 30, months: 1 }));
const lawFor = (base: PostingBase, overdispersion = 0) => lawOfWatch(watchedChange(KNOWN, overdispersion, 'up'), KNOWN, BLOCKS, base);

/** Uniform on [0, 1), the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

describe('the run length of a watch', () => {
  it.each([1, 3] as const)('rises with the limit on counts posted in steps of %d', (base) => {
    const lengths = [10, 15, 20, 25, 30].map((limit) => watchRunLength(lawFor(base), limit));
    expect(lengths).toEqual([...lengths].sort((one, other) => one - other));
  });

  it.each([1, 3] as const)('agrees with simulated watches on counts posted in steps of %d', (base) => {
    const change = watchedChange(KNOWN, 0, 'up');
    const limit = watchLimit(lawFor(base), 100);
    const chance = seeded(11);
    const atMost = Array.from({ length: 31 }, (_, count) => binomialAtMost(count, 30, 0.12));
    let [months, signals] = [0, 0];
    for (let run = 0; run < 3000; run += 1) {
      let carry = base === 1 ? 0 : Math.floor(chance() * 3) - 1;
      const blocks = Array.from({ length: 60 }, () => {
        const uniform = chance();
        const count = Math.max(0, atMost.findIndex((probability) => probability > uniform));
        const after = postCount(count, carry, 30, base);
        carry = after.carry;
        return { numerator: after.posted, denominator: 30, months: 1 };
      });
      const first = runWatch({ change, limit }, blocks).signals.indexOf(true);
      months += first === -1 ? 60 : first + 1;
      signals += first === -1 ? 0 : 1;
    }
    expect(Math.abs(watchRunLength(lawFor(base), limit) / (months / signals) - 1)).toBeLessThan(0.1);
  });

  it('is shorter on rounded counts than on true ones at one limit, which is why it is set for what is posted', () => {
    expect(watchRunLength(lawFor(3), 24)).toBeLessThan(0.8 * watchRunLength(lawFor(1), 24));
  });

  it('is stated in calendar months: blocks of two months each give two months for one', () => {
    const merged = { ...lawFor(3), monthsPerBlock: 2 };
    expect(watchRunLength(merged, 1000)).toBeGreaterThan(1e6);
    expect(watchRunLength(merged, 20) / watchRunLength(lawFor(3), 20)).toBeGreaterThan(1.5);
  });

  it('asks for more evidence where the usual rate is less well known, so that false signals stay as rare', () => {
    const limitAt = (reflections: number): number => {
      const baseline = { alpha: reflections * 0.12, beta: reflections * 0.88 };
      return watchLimit(lawOfWatch(watchedChange(baseline, 0, 'up'), baseline, BLOCKS, 3), 400);
    };
    expect(limitAt(100)).toBeGreaterThan(limitAt(700));
    expect(limitAt(700)).toBeGreaterThan(limitAt(1e6));
  });

  it('has moves that sum to one from every carry', () => {
    for (const { moves } of watchLaw(watchedChange(KNOWN, 0.02, 'down'), possibleRates(KNOWN), [20, 30], { base: 3, monthsPerBlock: 1, allowance: 1 }).nodes) {
      for (const some of moves) expect(some.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
    }
  });
});

describe('a watch', () => {
  const watch = { change: watchedChange(KNOWN, 0, 'up'), limit: 25 };
  const usual = { numerator: 3, denominator: 30, months: 1 };
  const risen = { numerator: 9, denominator: 30, months: 1 };

  it('is neither fed nor reset by a gap', () => {
    const without = runWatch(watch, [usual, risen, risen, risen]);
    const withGaps = runWatch(watch, [usual, null, risen, null, null, risen, risen]);
    expect(withGaps.level.filter((level) => level !== null)).toEqual(without.level);
    expect(withGaps.signals.filter(Boolean)).toEqual(without.signals.filter(Boolean));
  });

  it('starts again after a signal', () => {
    const { signals } = runWatch(watch, Array.from({ length: 12 }, () => risen));
    const first = signals.indexOf(true);
    expect(first).toBeGreaterThan(0);
    expect(signals.indexOf(true, first + 1)).toBe(2 * first + 1);
  });

  it('finds a fall on its other side only', () => {
    const fallen = Array.from({ length: 24 }, () => ({ ...usual, numerator: 0 }));
    expect(runWatch(watch, fallen).signals).not.toContain(true);
    expect(runWatch({ ...watch, change: watchedChange(KNOWN, 0, 'down') }, fallen).signals).toContain(true);
  });

  it('looks for a changed rate inside (0, 1), whatever the usual one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (rate) => {
        const baseline = { alpha: 500 * rate, beta: 500 * (1 - rate) };
        const [up, down] = [watchedChange(baseline, 0, 'up').changed, watchedChange(baseline, 0, 'down').changed];
        expect(up > rate && up < 1 && down < rate && down > 0).toBe(true);
      }),
    );
  });
});

describe('the usual rate', () => {
  const teamOf = (numerator: number, denominator: number) => Array.from({ length: 24 }, () => ({ numerator, denominator }));

  it('lies between what a team shows itself and what all show, nearer to the team when it has counted more', () => {
    const { teams } = estimateBaselines([teamOf(3, 30), teamOf(6, 30), teamOf(9, 30), teamOf(4, 10)], 1);
    const rates = teams.map((team) => (team === null ? Number.NaN : team.alpha / (team.alpha + team.beta)));
    expect(rates[0]).toBeGreaterThan(0.1);
    expect(rates[0]).toBeLessThan(0.2);
    expect(rates[3]).toBeLessThan(0.4);
    expect(0.4 - (rates[3] ?? 0)).toBeGreaterThan((rates[0] ?? 0) - 0.1);
  });

  it('is inside (0, 1) when nothing was ever noticed, and absent for a team without a block', () => {
    const { teams, overdispersion } = estimateBaselines([teamOf(0, 30), teamOf(0, 12), []], 3);
    expect(teams[2]).toBeNull();
    expect(teams[0]?.alpha).toBeGreaterThan(0);
    expect(overdispersion).toBe(0);
    expect(estimateBaselines([[], []], 3)).toEqual({ teams: [null, null], overdispersion: 0 });
  });

  it('takes wild months for overdispersion, and steady ones not', () => {
    const wild = Array.from({ length: 24 }, (_, month) => ({ numerator: month % 2 === 0 ? 1 : 11, denominator: 30 }));
    expect(estimateBaselines([wild, wild], 1).overdispersion).toBeGreaterThan(0.05);
    expect(estimateBaselines([teamOf(6, 30), teamOf(6, 30)], 1).overdispersion).toBe(0);
  });
});

describe('how surprising the last months are', () => {
  const baseline = { alpha: 72, beta: 528 };
  const block = (numerator: number) => ({ numerator, denominator: 30, months: 1 });

  it('is one half without blocks, and never more nor NaN', () => {
    expect(combinedWindowPValue([], baseline, 0, 3, 'up')).toBe(0.5);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }).map((third) => block(third * 3)), { minLength: 1, maxLength: 8 }), fc.constantFrom('up' as const, 'down' as const), (blocks, side) => {
        const found = combinedWindowPValue(blocks, baseline, 0.01, 3, side);
        expect(found > 0 && found <= 0.5).toBe(true);
      }),
    );
  });

  it('grows with what was noticed last', () => {
    const found = [6, 9, 12, 18].map((last) => combinedWindowPValue([block(3), block(3), block(last)], baseline, 0, 3, 'up'));
    expect(found).toEqual([...found].sort((one, other) => other - one));
  });

  it('is less with overdispersion', () => {
    expect(combinedWindowPValue([block(12)], baseline, 0.05, 3, 'up')).toBeGreaterThan(combinedWindowPValue([block(12)], baseline, 0, 3, 'up'));
  });

  it('takes a merged block whole and once', () => {
    expect(combinedWindowPValue([{ numerator: 12, denominator: 60, months: 3 }], baseline, 0, 3, 'up')).toBeLessThan(0.5);
  });
});
