import { countLaw, type CountLaw } from '../count-law/count-law.js';
import { ordinaryCounts, type OrdinaryCounts } from '../count-law/ordinary-counts.js';
import { requireAmount, requireCorrelation, requireInside, requireShare, requireSize } from '../required-parameter.js';

/** What the base of a chart holds: events out of trials. */
export interface ShareBase {
  readonly events: number;
  readonly trials: number;
}

/** How counts vary beyond the chance of independent trials. */
export interface ExtraVariation {
  /** Correlation between two trials of the same period, in [0, 1): 0 for a plain binomial count. */
  readonly overdispersion: number;
  /**
   * Variance that publishing adds to a count of a period, such as that of rounding; in counts squared.
   *
   * @param centre the share of the period. @param trials n. @param totals how many running totals are added up in it.
   */
  readonly publishedVariance: (centre: number, trials: number, totals: number) => number;
}

/** Independent trials, published as they are. */
export const PLAIN_COUNTS: ExtraVariation = { overdispersion: 0, publishedVariance: () => 0 };

/** Jeffreys' prior of a share: half an event and half a non-event beside the base. */
const PRIOR = 0.5;

/**
 * Which counts of the next period are ordinary, given the base.
 *
 * Assumes the same share as in the base, which is itself only known from the base: the count is beta-binomial with
 * alpha = events + 1/2 and beta = trials - events + 1/2. Extra variation keeps the mean and widens the distribution: with r = 1 / (alpha + beta + 1)
 * and rho = `overdispersion` the correlation of two trials becomes r + rho * (1 - r), exactly the law of total variance, plus
 * v / (n * (n - 1) * m * (1 - m)) for a published variance v; at most 0.99.
 *
 * Edges: a base without events, or with nothing but events, gives limits all the same, because the prior keeps the share off
 * 0 and 1; n = 0 gives 0 and 0.
 *
 * @param trials n of the next period, a whole number from 0 to a million. @param tail chance left beyond each limit, in (0, 1).
 * @throws RangeError for a parameter that can't be: `shareChart` and `countChart` check what comes from data.
 * Source: the posterior predictive of a binomial under Jeffreys' prior, Gelman et al., Bayesian Data Analysis, ch. 2.
 * Golden vector of the distribution: betabinom-predictive-01.
 */
export function predictiveCounts(base: ShareBase, trials: number, tail: number, variation: ExtraVariation = PLAIN_COUNTS): OrdinaryCounts {
  requireInside(tail, 'tail');
  return ordinaryCounts(predictiveLaw(base, trials, variation), tail);
}

/** The law of the next period's count; see `predictiveCounts`. */
export function predictiveLaw(base: ShareBase, trials: number, variation: ExtraVariation = PLAIN_COUNTS, totals = 1): CountLaw {
  requireSize(trials, 'trials');
  requireAmount(base.trials, 'trials of the base');
  if (base.trials > 0) requireShare(base.events / base.trials, 'events / trials of the base');
  requireCorrelation(variation.overdispersion, 'overdispersion');
  const weight = base.trials + 2 * PRIOR;
  const centre = (base.events + PRIOR) / weight;
  const spread = 1 / (weight + 1);
  const pairs = trials * (trials - 1) * centre * (1 - centre);
  const published = pairs > 0 ? variation.publishedVariance(centre, trials, totals) / pairs : 0;
  requireAmount(published, 'publishedVariance');
  const correlation = Math.min(0.99, spread + variation.overdispersion * (1 - spread) + published);
  return countLaw(trials, centre, correlation);
}
