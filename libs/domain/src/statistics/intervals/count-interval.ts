import { success, type Result } from '../../shared/result.js';
import { byarInterval } from './byar-interval.js';
import type { ConfidenceLevel } from './confidence-level.js';
import { exactCountInterval } from './exact-count-interval.js';
import type { CountFault, Interval } from './interval.js';

/** From this many events on Byar's approximation is used; below it the exact interval. */
export const BYAR_FROM_EVENTS = 10;

/** An interval for a count, and the formula that gave it. */
export interface CountInterval extends Interval {
  readonly method: 'exact' | 'byar';
}

/**
 * The interval for a count of events: exact below 10 events, Byar's approximation from 10.
 *
 * Assumes a Poisson count. Divide both ends by an exposure for a rate, or by an expected count for a ratio.
 *
 * @returns events, with the method used. A fault for a count that is negative or no number.
 * Source: English public-health practice (PHEindicatormethods). Golden vectors: interval-01-95, isr-01-6-teams-4-strata.
 */
export function countInterval(events: number, level: ConfidenceLevel): Result<CountInterval, CountFault> {
  const byar = events >= BYAR_FROM_EVENTS ? byarInterval(events, level) : null;
  if (byar?.ok === true && byar.value.lower !== null) return success({ lower: byar.value.lower, upper: byar.value.upper, method: 'byar' });
  const exact = exactCountInterval(events, level);
  return exact.ok ? success({ ...exact.value, method: 'exact' }) : exact;
}
