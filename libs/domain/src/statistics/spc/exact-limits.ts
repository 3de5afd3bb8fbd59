import { countLaw } from '../count-law/count-law.js';
import { firstWhere, ordinaryCounts, type OrdinaryCounts } from '../count-law/ordinary-counts.js';
import { poissonAtLeast, poissonAtMost } from '../distributions/poisson.js';
import { requireAmount, requireInside } from '../required-parameter.js';

/**
 * The ordinary counts of events out of `trials` when the share is known.
 *
 * Assumes independent trials with the same chance. Exact binomial tails, each at most `tail`: P(X < least) <= tail and
 * P(X > greatest) <= tail, with the narrowest such range. Use the predictive limits when the share was itself estimated.
 *
 * @param trials whole number from 0 to a million. @param share in [0, 1]. @param tail in (0, 1).
 * @throws RangeError for a parameter that is none of these: counts that come from data are checked before.
 */
export function binomialCounts(trials: number, share: number, tail: number): OrdinaryCounts {
  requireInside(tail, 'tail');
  return ordinaryCounts(countLaw(trials, share, 0), tail);
}

/**
 * The ordinary counts of events in an exposure when the rate is known; Poisson, as `binomialCounts` otherwise.
 *
 * @param exposure 0 or more, in the unit the rate is per. @param rate 0 or more. @param tail in (0, 1).
 * @throws RangeError as `binomialCounts`, and when more than a million events are expected.
 */
export function poissonCounts(exposure: number, rate: number, tail: number): OrdinaryCounts {
  requireAmount(exposure, 'exposure');
  requireAmount(rate, 'rate');
  requireInside(tail, 'tail');
  const mean = exposure * rate;
  if (mean > MOST_EVENTS) throw new RangeError(`exposure times rate has to be at most ${MOST_EVENTS}, not ${mean}`);
  const least = firstWhere((count) => poissonAtMost(count, mean) > tail, mean);
  return { least, greatest: Math.max(least, firstWhere((count) => poissonAtLeast(count, mean) <= tail, mean) - 1) };
}

/** Beyond it the tails of a Poisson count lose their digits. */
const MOST_EVENTS = 1e6;
