import type { ReflectionShare } from '../../measure/measure.js';
import type { ExtraVariation } from '../spc/predictive-share.js';
import { countLaw } from './count-law.js';
import { postingVariance } from './posted-law.js';

/** The variance of what rounding to 3 adds to a count of which every remainder is as likely as another; in counts squared. */
const ROUNDING_VARIANCE = 4 / 3;

/** The least share at which the law of a count is worked out: at 0 and 1 it would have no width at all. */
const LEAST_SHARE = 1e-6;

/**
 * How a published share varies: its count and its denominator are both rounded.
 *
 * Assumes that rounding is independent of what is counted. For one running total of n trials at share p, with the count itself posted, the variance
 * that publishing adds is V(p) + p^2 4/3: V is that of the posted count, and p times an error of the denominator moves the share as
 * much as an error of the count. Where the shortfall is posted the same holds for q = 1 - p. A sum over units adds up as many running totals, each of
 * n / totals trials; one unit's blocks share one, whose errors cancel from block to block.
 *
 * @param posting what was posted beside the denominator.
 * Source: the publication scheme, statistics on published figures (docs/methods/charts.md).
 */
export function postedShareVariation(posting: ReflectionShare['posting']): ExtraVariation {
  return {
    overdispersion: 0,
    publishedVariance: (centre, trials, totals) => {
      const share = Math.min(Math.max(posting === 'count' ? centre : 1 - centre, LEAST_SHARE), 1 - LEAST_SHARE);
      const each = countLaw(Math.round(trials / totals), share, 0);
      return totals * (postingVariance(each, 3) + share ** 2 * ROUNDING_VARIANCE);
    },
  };
}
