import { success, type Result } from '../../shared/result.js';
import { betaQuantileOf } from '../distributions/continuous.js';
import { tailOf, type ConfidenceLevel } from './confidence-level.js';
import { checkShare, type CountFault, type Interval } from './interval.js';

/**
 * The exact interval for a share (Clopper and Pearson): every share under which neither tail of the count is below
 * (1 - level) / 2.
 *
 * Assumes a binomial count. lower = beta quantile of the tail with x and n - x + 1, upper that of 1 - tail with x + 1 and n - x.
 *
 * @returns shares in [0, 1]; 0 of n has lower end 0 and n of n upper end 1. A fault for an impossible count or 0 of 0.
 * Source: Clopper and Pearson 1934, Biometrika 26:404. Golden vectors: interval-01-95, interval-02-998.
 */
export function exactShareInterval(numerator: number, denominator: number, level: ConfidenceLevel): Result<Interval, CountFault> {
  const share = checkShare(numerator, denominator);
  if (!share.ok) return share;
  const tail = tailOf(level);
  return success({
    lower: numerator === 0 ? 0 : betaQuantileOf(tail, numerator, denominator - numerator + 1),
    upper: numerator === denominator ? 1 : betaQuantileOf(1 - tail, numerator + 1, denominator - numerator),
  });
}
