import { success, type Result } from '../../shared/result.js';
import { chiSquareQuantile } from '../distributions/continuous.js';
import { tailOf, type ConfidenceLevel } from './confidence-level.js';
import { checkEvents, type CountFault, type Interval } from './interval.js';

/**
 * The exact interval for a count of events: every mean under which neither tail of the count is below (1 - level) / 2.
 *
 * Assumes a Poisson count. lower = half the chi-square quantile of the tail with 2x degrees of freedom, upper half that of
 * 1 - tail with 2x + 2.
 *
 * @returns events; the lower end is 0 at 0 events. A fault for a count that is negative or no number.
 * Source: Garwood 1936, Biometrika 28:437. Golden vectors: interval-01-95, interval-02-998, funnel-phe-ratio-01-40-teams.
 */
export function exactCountInterval(events: number, level: ConfidenceLevel): Result<Interval, CountFault> {
  const checked = checkEvents(events);
  if (!checked.ok) return checked;
  const tail = tailOf(level);
  return success({ lower: chiSquareQuantile(tail, 2 * events) / 2, upper: chiSquareQuantile(1 - tail, 2 * events + 2) / 2 });
}
