import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { betaBinomialPmf } from '../distributions/beta-binomial.js';
import { binomialPmf } from '../distributions/binomial.js';
import { countLaw } from './count-law.js';
import { carriesOf, largestPosted, postCount } from './posted-count.js';
import { postedAtLeast, postedLaw, postingVariance } from './posted-law.js';

const anyBlocks = fc.array(
  fc.tuple(fc.integer({ min: 10, max: 60 }), fc.nat(30)).map(([size, count]) => ({ size, count: Math.min(count, Math.floor(size / 2)) })),
  { minLength: 1, maxLength: 30, size: 'max' },
);
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('posting a count', () => {
  it('posts what was counted when it is not rounded', () => {
    fc.assert(fc.property(fc.nat(60), (count) => postCount(count, 0, 60, 1).posted === count));
  });

  it('keeps the sum of posted blocks within two of the truth, for any carry', () => {
    fc.assert(
      fc.property(anyBlocks, fc.constantFrom(...carriesOf(3)), (blocks, offset) => {
        let [carry, truth, posted] = [offset, 0, 0];
        for (const { size, count } of blocks) {
          const after = postCount(count, carry, size, 3);
          expect(after.posted % 3).toBe(0);
          expect(carriesOf(3)).toContain(after.carry);
          carry = after.carry;
          truth += count;
          posted += after.posted;
        }
        expect(Math.abs(posted - truth)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('never lets "all of them" be read', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 80 }), fc.constantFrom(...carriesOf(3)), (size, carry) => postCount(size, carry, size, 3).posted < size));
    expect([10, 12, 13].map((size) => largestPosted(size, 3))).toEqual([9, 9, 12]);
  });

  it('forgets what the cap cuts off', () => {
    expect(postCount(12, 0, 12, 3)).toEqual({ posted: 9, carry: 0 });
  });
});

describe('the law of a posted total', () => {
  it('is that of the count when it is not rounded', () => {
    const law = countLaw(30, 0.2, 0);
    expect([...postedLaw(law, 1, false)]).toEqual([...law]);
    expect(postingVariance(law, 1)).toBe(0);
  });

  it('is that of every carry alike, has the mean of the count, and the variance that posting adds', () => {
    const law = countLaw(40, 0.15, 0.02);
    const expected = new Map<number, number>();
    for (const carry of carriesOf(3)) {
      law.forEach((probability, count) => {
        const { posted } = postCount(count, carry, 1000, 3);
        expected.set(posted, (expected.get(posted) ?? 0) + probability / 3);
      });
    }
    const posted = postedLaw(law, 3, false);
    for (const [figure, probability] of expected) expect(posted[figure] ?? 0).toBeCloseTo(probability, 12);
    for (let figure = 0; figure <= 42; figure += 3) expect(postedAtLeast(law, figure, 3)).toBeCloseTo(sum(posted.subarray(figure)), 12);
    const mean = sum(law.map((probability, count) => probability * count));
    const variance = sum(law.map((probability, count) => probability * (count - mean) ** 2));
    expect(sum(posted.map((probability, figure) => probability * figure))).toBeCloseTo(mean, 10);
    expect(sum(posted.map((probability, figure) => probability * (figure - mean) ** 2))).toBeCloseTo(variance + postingVariance(law, 3), 9);
  });

  it('of a count is binomial, or beta-binomial with the overdispersion', () => {
    const binomial = countLaw(25, 0.3, 0);
    for (const [count, probability] of binomial.entries()) expect(probability).toBeCloseTo(binomialPmf(count, 25, 0.3), 12);
    const strength = 1 / 0.05 - 1;
    const overdispersed = countLaw(25, 0.3, 0.05);
    for (const [count, probability] of betaBinomialPmf(25, 0.3 * strength, 0.7 * strength).entries()) expect(overdispersed[count]).toBeCloseTo(probability, 12);
  });
});
