import { success, type Result } from '../../shared/result.js';
import { deviationsOf, type ConfidenceLevel } from './confidence-level.js';
import { checkShare, type CountFault, type Interval } from './interval.js';

/**
 * Wilson's score interval for a share.
 *
 * Assumes a binomial count. With x of n and z standard deviations:
 * (2x + z² ± z sqrt(z² + 4x(1 - x/n))) / (2 (n + z²)).
 *
 * @param numerator, denominator whole or rounded counts; the numerator at most the denominator.
 * @returns shares in [0, 1], also for 0 of n (lower end 0) and n of n (upper end 1). A fault for an impossible count, and
 * `no-denominator` for 0 of 0, where the reference gives no number.
 * Source: Wilson 1927, J Am Stat Assoc 22:209. Golden vectors: interval-01-95, interval-02-998.
 */
export function wilsonInterval(numerator: number, denominator: number, level: ConfidenceLevel): Result<Interval, CountFault> {
  const share = checkShare(numerator, denominator);
  if (!share.ok) return share;
  const z = deviationsOf(level);
  const middle = 2 * numerator + z * z;
  const half = z * Math.sqrt(z * z + 4 * numerator * (1 - share.value));
  const width = 2 * (denominator + z * z);
  return success({ lower: Math.max(0, (middle - half) / width), upper: Math.min(1, (middle + half) / width) });
}
