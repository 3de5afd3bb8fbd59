import { binomialAtMost, binomialPmf, binomialQuantile } from '../distributions/binomial.js';
import { poissonAtMost, poissonPmf, poissonQuantile } from '../distributions/poisson.js';
import { requireCount, requireInside, requirePositive, requireShare } from '../required-parameter.js';

/**
 * The exact binomial limit of a share, interpolated between counts so that the line is smooth enough to draw.
 *
 * Assumes a binomial count with a known share. r = the smallest count with P(X <= r) >= p; the limit is (r - a) / n with
 * a = (P(X <= r) - p) / P(X = r). For drawing only: a count at r lies outside this line although its tail is above p.
 *
 * @param p the probability below the line, in (0, 1): 0.025 and 0.975 for the inner pair, 0.001 and 0.999 for the outer.
 * @param trials whole number, 1 or more. @param share in [0, 1].
 * @returns a share in [0, 1]; what falls below 0 is 0.
 * @throws RangeError for a parameter that is none of these: sizes that come from data are checked before.
 * Source: Spiegelhalter 2005, Stat Med 24:1185, appendix A.1.1. Golden vector: funnel-exact-01.
 */
export function interpolatedShareLimit(p: number, trials: number, share: number): number {
  requireLimit(p, trials, share);
  if (share === 0 || share === 1) return share;
  const r = wholeCountLimit(p, trials, share);
  return interpolate(r, p, binomialAtMost(r, trials, share), binomialPmf(r, trials, share)) / trials;
}

/**
 * The exact binomial limit as a whole count: the smallest count with P(X <= count) >= p. What `interpolatedShareLimit`
 * interpolates from.
 *
 * @param p, trials, share as there. @throws RangeError as there.
 */
export function wholeCountLimit(p: number, trials: number, share: number): number {
  requireLimit(p, trials, share);
  if (share === 0 || share === 1) return share * trials;
  return binomialQuantile(p, trials, share);
}

/**
 * The exact Poisson limit of observed / expected, interpolated like `interpolatedShareLimit`.
 *
 * @param p as there. @param expected events, finite and above 0.
 * @returns a ratio, 0 or more.
 * @throws RangeError as there.
 * Source and vector: as there.
 */
export function interpolatedRatioLimit(p: number, expected: number): number {
  requireInside(p, 'p');
  requirePositive(expected, 'expected');
  const r = poissonQuantile(p, expected);
  return interpolate(r, p, poissonAtMost(r, expected), poissonPmf(r, expected)) / expected;
}

function requireLimit(p: number, trials: number, share: number): void {
  requireInside(p, 'p');
  requireCount(trials, 'trials', 1);
  requireShare(share, 'share');
}

function interpolate(r: number, p: number, atMost: number, exactly: number): number {
  return Math.max(0, r - (atMost - p) / exactly);
}
