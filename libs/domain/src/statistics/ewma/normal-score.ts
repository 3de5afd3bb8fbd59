import { failure, success, type Result } from '../../shared/result.js';
import { binomialAtLeast, binomialAtMost, binomialPmf } from '../distributions/binomial.js';
import { standardNormalQuantile } from '../distributions/continuous.js';
import type { ParameterFault } from '../parameter-fault.js';
import { requireShare } from '../required-parameter.js';
import { checkCounts, type CountPoint, type SeriesFault, type ValuePoint } from '../series.js';

/** The least tail that is told apart from nothing; its score is about 37. */
const LEAST_TAIL = 1e-300;

/**
 * The normal score of an outcome from its two tails: the z that has as much below it as the outcome, counting half of its own probability.
 *
 * z = Phi^-1(P(X < x) + P(X = x) / 2) with the mid-p taken from the smaller tail, so that neither end loses its digits. When
 * nothing happens the scores have mean about 0 and standard deviation about 1, also for small counts.
 *
 * @param atMost P(X <= x), @param atLeast P(X >= x), @param own P(X = x): each in [0, 1]. The last is asked for, because
 * atMost + atLeast - 1 has no digits left in a far tail.
 * @returns a finite number, within about ±37.
 * @throws RangeError for a tail that is no probability.
 */
export function midPNormalScore(atMost: number, atLeast: number, own: number): number {
  requireShare(atMost, 'atMost');
  requireShare(atLeast, 'atLeast');
  requireShare(own, 'own');
  const below = Math.max(LEAST_TAIL, atMost - own / 2);
  const above = Math.max(LEAST_TAIL, atLeast - own / 2);
  return below < above ? standardNormalQuantile(Math.min(0.5, below)) : -standardNormalQuantile(Math.min(0.5, above));
}

/**
 * The normal scores of binomial counts against a known share, for an EWMA or a tabular CUSUM.
 *
 * @param points counts per period; a null point or one with denominator 0 gets no score.
 * @param share the share when nothing happens, strictly between 0 and 1: at 0 or 1 no score exists.
 * @returns a score for each point; a fault with the position of a count that cannot be, or for a share out of range.
 */
export function binomialNormalScores(points: readonly CountPoint[], share: number): Result<readonly ValuePoint[], SeriesFault | ParameterFault> {
  if (!(share > 0 && share < 1)) return failure({ code: 'out-of-range', parameter: 'share' });
  const checked = checkCounts(points);
  if (!checked.ok) return checked;
  return success(
    points.map((point) => {
      if (point === null || point.denominator === 0) return null;
      const { numerator, denominator } = point;
      return midPNormalScore(binomialAtMost(numerator, denominator, share), binomialAtLeast(numerator, denominator, share), binomialPmf(numerator, denominator, share));
    }),
  );
}
