import cdf from '@stdlib/stats-base-dists-binomial-cdf';
import pmf from '@stdlib/stats-base-dists-binomial-pmf';
import quantile from '@stdlib/stats-base-dists-binomial-quantile';

/**
 * P(X = x) of a binomial count.
 *
 * @param trials whole number, 0 or more.
 * @param probability in [0, 1].
 */
export function binomialPmf(x: number, trials: number, probability: number): number {
  return trials === 0 ? Number(x === 0) : pmf(x, trials, probability);
}

/** P(X <= x) of a binomial count; 0 below 0 and 1 from `trials` on. */
export function binomialAtMost(x: number, trials: number, probability: number): number {
  if (x < 0) return 0;
  return x >= trials ? 1 : cdf(x, trials, probability);
}

/**
 * P(X >= x) of a binomial count.
 *
 * Taken from the mirrored count (P(n - X <= n - x)), because 1 - P(X <= x - 1) loses every digit below 1e-16.
 */
export function binomialAtLeast(x: number, trials: number, probability: number): number {
  return binomialAtMost(trials - Math.ceil(x), trials, 1 - probability);
}

/** The smallest x with P(X <= x) >= `p`. */
export function binomialQuantile(p: number, trials: number, probability: number): number {
  return trials === 0 ? 0 : quantile(p, trials, probability);
}
