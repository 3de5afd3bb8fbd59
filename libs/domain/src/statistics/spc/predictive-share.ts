import { betaBinomialPmf } from '../distributions/beta-binomial.js';
import { ordinaryCounts, type OrdinaryCounts } from './tail.js';

/** What the base of a chart holds: events out of trials. */
export interface ShareBase {
  readonly events: number;
  readonly trials: number;
}

/** How counts vary beyond the chance of independent trials. */
export interface CountLaw {
  /** Correlation between two trials of the same period, in [0, 1): 0 for a plain binomial count. */
  readonly betweenPeriods: number;
  /**
   * Variance that publishing adds to a count of a period, such as that of rounding; in counts squared.
   *
   * @param centre the share of the period. @param trials n. @param totals how many running totals are added up in it.
   */
  readonly publishedVariance: (centre: number, trials: number, totals: number) => number;
}

/** Independent trials, published as they are. */
export const PLAIN_COUNTS: CountLaw = { betweenPeriods: 0, publishedVariance: () => 0 };

/** Jeffreys' prior of a share: half an event and half a non-event beside the base. */
const PRIOR = 0.5;

/**
 * Which counts of the next period are ordinary, given the base.
 *
 * Assumes the same share as in the base, which is itself only known from the base: the count is beta-binomial with
 * alpha = events + 1/2 and beta = trials - events + 1/2. Extra variation keeps the mean and widens the distribution: with r = 1 / (alpha + beta + 1)
 * and rho = `betweenPeriods` the correlation of two trials becomes r + rho * (1 - r), exactly the law of total variance, plus
 * v / (n * (n - 1) * m * (1 - m)) for a published variance v; at most 0.99.
 *
 * Edges: a base without events, or with nothing but events, gives limits all the same, because the prior keeps the share off
 * 0 and 1; n = 0 gives 0 and 0.
 *
 * @param trials n of the next period, whole, 0 or more.
 * @param tail chance left beyond each limit.
 * Source: the posterior predictive of a binomial under Jeffreys' prior, Gelman et al., Bayesian Data Analysis, ch. 2.
 * Golden vector of the distribution: betabinom-predictive-01.
 */
export function predictiveCounts(base: ShareBase, trials: number, tail: number, law: CountLaw = PLAIN_COUNTS): OrdinaryCounts {
  return ordinaryCounts(predictiveProbabilities(base, trials, law), tail);
}

/** P(X = x), x = 0..n, of the next period's count; see `predictiveCounts`. */
export function predictiveProbabilities(base: ShareBase, trials: number, law: CountLaw = PLAIN_COUNTS, totals = 1): readonly number[] {
  const weight = base.trials + 2 * PRIOR;
  const centre = (base.events + PRIOR) / weight;
  const spread = 1 / (weight + 1);
  const pairs = trials * (trials - 1) * centre * (1 - centre);
  const published = pairs > 0 ? law.publishedVariance(centre, trials, totals) / pairs : 0;
  const correlation = Math.min(0.99, spread + law.betweenPeriods * (1 - spread) + published);
  const total = 1 / correlation - 1;
  return betaBinomialPmf(trials, centre * total, (1 - centre) * total);
}
