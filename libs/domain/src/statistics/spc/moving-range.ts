import { meanOf } from '../exact-sum.js';
import { figuresOf, type FaultMode } from './stretch.js';

/** How much larger than their mean a moving range of two normal values may be: D4 for pairs. */
export const RANGE_LIMIT = 3.267;

/** The mean moving range of pairs of normal values with standard deviation 1: d2 for pairs. */
export const RANGE_PER_SIGMA = 1.128;

/** The distances between neighbours: one fewer than there are values; NaN beside a value that is not there. */
export function movingRanges(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? Number.NaN)));
}

/**
 * The mean of the ranges, after those at or above `limit` times their mean were left out once.
 *
 * Edge: when every range is 0 none is below 3.267 * 0, and nothing is left. The references then have no limits at all;
 * `defined` keeps the mean that there was, 0. NaN when there is no range.
 * Source: Nelson, Control charts for individual measurements, J. Quality Technology 14(3), 1982.
 */
export function screenedMean(ranges: readonly number[], screened: boolean, mode: FaultMode, limit = RANGE_LIMIT): number {
  const known = figuresOf(ranges);
  const mean = meanOf(known);
  if (!screened) return mean;
  const kept = known.filter((range) => range < limit * mean);
  return kept.length === 0 && mode === 'defined' ? mean : meanOf(kept);
}
