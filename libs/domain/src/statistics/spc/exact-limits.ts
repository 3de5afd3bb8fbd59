import { binomialAtLeast, binomialAtMost } from '../distributions/binomial.js';
import { poissonAtLeast, poissonAtMost } from '../distributions/poisson.js';
import { firstWhere, type OrdinaryCounts } from './tail.js';

/**
 * The ordinary counts of events out of `trials` when the share is known.
 *
 * Assumes independent trials with the same chance. Exact binomial tails, each at most `tail`: P(X < least) <= tail and
 * P(X > greatest) <= tail, with the narrowest such range. Use the predictive limits when the share was itself estimated.
 *
 * @param trials whole number, 0 or more.
 * @param share in [0, 1].
 */
export function binomialCounts(trials: number, share: number, tail: number): OrdinaryCounts {
  const least = firstWhere((count) => count >= trials || binomialAtMost(count, trials, share) > tail, trials * share);
  const beyond = firstWhere((count) => count > trials || binomialAtLeast(count, trials, share) <= tail, trials * share);
  return { least: Math.min(least, trials), greatest: Math.max(Math.min(least, trials), beyond - 1) };
}

/**
 * The ordinary counts of events in an exposure when the rate is known; Poisson, as `binomialCounts` otherwise.
 *
 * @param exposure 0 or more, in the unit the rate is per.
 */
export function poissonCounts(exposure: number, rate: number, tail: number): OrdinaryCounts {
  const mean = exposure * rate;
  const least = firstWhere((count) => poissonAtMost(count, mean) > tail, mean);
  return { least, greatest: Math.max(least, firstWhere((count) => poissonAtLeast(count, mean) <= tail, mean) - 1) };
}
