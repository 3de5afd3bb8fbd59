import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binomialAtLeast, binomialAtMost } from '../distributions/binomial.js';
import { countLaw, sumLaw, tailsOf, type CountLaw } from './count-law.js';
import { ordinaryCounts } from './ordinary-counts.js';
import { postedLaw } from './posted-law.js';

const sizes = fc.integer({ min: 0, max: 150 });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

const sum = (law: CountLaw) => law.reduce((total, p) => total + p, 0);
const mean = (law: CountLaw) => law.reduce((total, p, x) => total + x * p, 0);
const variance = (law: CountLaw) => law.reduce((total, p, x) => total + (x - mean(law)) ** 2 * p, 0);

describe('the law of a count', () => {
  it('agrees with the tails of the binomial library, also far out', () => {
    fc.assert(
      fc.property(sizes, shares, fc.nat(150), (n, share, at) => {
        const x = Math.min(n, at);
        const { atMost, atLeast } = tailsOf(countLaw(n, share, 0), x);
        const slack = (p: number) => 1e-9 * p + 1e-290;
        expect(Math.abs(atMost - binomialAtMost(x, n, share))).toBeLessThanOrEqual(slack(atMost));
        expect(Math.abs(atLeast - binomialAtLeast(x, n, share))).toBeLessThanOrEqual(1e-9 * atLeast + 1e-15);
      }),
    );
  });

  it('adds up to 1 and is as wide as its correlation says', () => {
    for (const correlation of [0, 0.02, 0.2]) {
      const law = countLaw(40, 0.3, correlation);
      expect(sum(law)).toBeCloseTo(1, 12);
      expect(mean(law)).toBeCloseTo(12, 9);
      expect(variance(law)).toBeCloseTo(40 * 0.21 * (1 + 39 * correlation), 8);
    }
  });

  it('is certain when nothing, or everything, is noticed, whatever the correlation', () => {
    expect([...countLaw(3, 0, 0.1)]).toEqual([1, 0, 0, 0]);
    expect([...countLaw(3, 1, 0.1)]).toEqual([0, 0, 0, 1]);
    expect([...countLaw(0, 0.4, 0)]).toEqual([1]);
  });
});

describe('the law of what is posted', () => {
  it('stands on multiples of 3, keeps the mean and adds a variance of about 4/3', () => {
    const law = countLaw(200, 0.3, 0);
    const posted = postedLaw(law, 3, true);
    expect(posted.every((p, x) => p === 0 || x % 3 === 0)).toBe(true);
    expect(sum(posted)).toBeCloseTo(1, 12);
    expect(mean(posted)).toBeCloseTo(mean(law), 9);
    expect(variance(posted) - variance(law)).toBeCloseTo(4 / 3, 3);
  });

  it('never says all where the size is exact, and may where the size was posted too', () => {
    for (const size of [10, 11, 12]) expect(postedLaw(countLaw(size, 1, 0), 3, true).length - 1).toBe(9);
    expect(postedLaw(countLaw(12, 1, 0), 3, false).length - 1).toBe(12);
    expect([...postedLaw(countLaw(0, 0.5, 0), 3, true)]).toEqual([1]);
  });

  it('is the sum of its ledgers for a region', () => {
    const [one, other] = [postedLaw(countLaw(20, 0.2, 0), 3, true), postedLaw(countLaw(35, 0.2, 0), 3, true)];
    const both = sumLaw(one, other);
    expect(sum(both)).toBeCloseTo(1, 12);
    expect(mean(both)).toBeCloseTo(mean(one) + mean(other), 9);
    expect(variance(both)).toBeCloseTo(variance(one) + variance(other), 8);
  });
});

describe('ordinary counts', () => {
  it('are those of which both tails are more than what is left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), fc.constantFrom(0.025, 0.001), (n, share, tail) => {
        const law = countLaw(n, share, 0);
        const { least, greatest } = ordinaryCounts(law, tail);
        for (let x = 0; x <= n; x += 1) {
          const { atMost, atLeast } = tailsOf(law, x);
          if (Math.min(Math.abs(atMost - tail), Math.abs(atLeast - tail)) < 1e-12) continue;
          expect(x >= least && x <= greatest).toBe(atMost > tail && atLeast > tail);
        }
      }),
    );
  });
});
