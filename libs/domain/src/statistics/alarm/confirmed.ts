import gammaln from '@stdlib/math-base-special-gammaln';
import type { PostingBase } from '../published-law/posted-count.js';
import type { Baseline } from './baseline.js';

/** One posted block: how many of how many, over how many calendar months. */
export interface PostedBlock {
  readonly numerator: number;
  readonly denominator: number;
  readonly months: number;
}

/** The last blocks that a confirmation looks at together, in calendar months. */
export const CONFIRMATION_WINDOWS = [1, 3, 6] as const;

/**
 * How surprising the last 1, 3 or 6 months are in view of the baseline: the predictive probabilities of the three windows,
 * brought together by the Cauchy combination, which holds for windows that overlap and finds a rise sooner than three times
 * the least of them.
 *
 * Assumes that the rate is what the baseline says it may be. The total of a window is beta-binomial with the uncertainty of
 * the rate and the overdispersion of its blocks in one correlation; when counts are posted, the law is that of one rounding
 * of the running total. The probability of exactly what was found counts half (mid-p), since counts are few and coarse.
 *
 * combined = 1/2 - atan(mean of tan(pi (1/2 - p))) / pi; a window that does not exist yet, or lies on the other side of
 * what is usual, has p = 1/2 and adds nothing.
 *
 * @param blocks posted blocks after the baseline, in order of time, gaps left out; a window takes blocks from the last one
 * backward until it holds its months, so a merged block is taken whole.
 * @returns a probability in (0, 1/2]; 1/2 without blocks.
 * Source: Liu and Xie 2020, JASA 115(529). Golden vector: betabinom-predictive-01 (the law).
 */
export function surprise(blocks: readonly PostedBlock[], baseline: Baseline, overdispersion: number, base: PostingBase, side: 'up' | 'down'): number {
  const usual = baseline.alpha / (baseline.alpha + baseline.beta);
  const uncertainty = 1 / (baseline.alpha + baseline.beta + 1);
  let sum = 0;
  let [x, n, pairs, months, next] = [0, 0, 0, 0, blocks.length - 1];
  for (const window of CONFIRMATION_WINDOWS) {
    if (next < 0 && months < window) break;
    for (; next >= 0 && months < window; next -= 1) {
      const block = blocks[next];
      if (block === undefined) break;
      x += block.numerator;
      n += block.denominator;
      pairs += block.denominator * (block.denominator - 1);
      months += block.months;
    }
    const isMore = side === 'up' ? x > n * usual : x < n * usual;
    if (n < 2 || !isMore) continue;
    const correlation = uncertainty + (overdispersion * (1 - uncertainty) * pairs) / (n * (n - 1));
    const strength = 1 / correlation - 1;
    const law = { size: n, alpha: usual * strength, beta: (1 - usual) * strength };
    // Fewer noticed is more not noticed.
    const tail = side === 'up' ? postedTail(x, law, base) : postedTail(n - x, { size: n, alpha: law.beta, beta: law.alpha }, base);
    sum += 1 / Math.tan(Math.PI * Math.max(LEAST_PROBABILITY, tail));
  }
  const mean = sum / CONFIRMATION_WINDOWS.length;
  // The arc cotangent, without loss for a large mean.
  return Math.atan2(1, mean) / Math.PI;
}

/** Smaller probabilities are taken as this one: beyond it the cotangent has no digits left. */
const LEAST_PROBABILITY = 1e-15;

interface BetaBinomialLaw {
  readonly size: number;
  readonly alpha: number;
  readonly beta: number;
}

/** P(posted > x) + P(posted = x) / 2 for a posted total; the two roundings, up and down, are mirror images. */
function postedTail(x: number, law: BetaBinomialLaw, base: PostingBase): number {
  return (postedAtLeast(x, law, base) + postedAtLeast(x + base, law, base)) / 2;
}

/** P(base * floor((U + X) / base) >= x), U uniform on 0..base-1, for a multiple x of the base. */
function postedAtLeast(x: number, law: BetaBinomialLaw, base: PostingBase): number {
  const sum = atLeast(x, law);
  if (base === 1) return sum;
  return sum + (2 * probability(x - 1, law) + probability(x - 2, law)) / base;
}

const FAR = 1e-12;

/** P(X >= x), summed from x upward until nothing is added. */
function atLeast(x: number, law: BetaBinomialLaw): number {
  const { size, alpha, beta } = law;
  let [sum, value] = [0, probability(x, law)];
  for (let count = Math.max(0, x); count <= size && value > FAR * sum; count += 1) {
    sum += value;
    value *= ((size - count) * (count + alpha)) / ((count + 1) * (size - count - 1 + beta));
  }
  return Math.min(1, sum);
}

function probability(x: number, { size, alpha, beta }: BetaBinomialLaw): number {
  if (x < 0 || x > size) return 0;
  const choose = gammaln(size + 1) - gammaln(x + 1) - gammaln(size - x + 1);
  const above = gammaln(x + alpha) + gammaln(size - x + beta) - gammaln(size + alpha + beta);
  return Math.exp(choose + above - gammaln(alpha) - gammaln(beta) + gammaln(alpha + beta));
}
