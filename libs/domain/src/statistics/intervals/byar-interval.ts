import { success, type Result } from '../../shared/result.js';
import { deviationsOf, type ConfidenceLevel } from './confidence-level.js';
import { checkEvents, type CountFault } from './interval.js';

/** Byar's interval; `lower` is null where the approximation has no lower end. */
export interface ByarInterval {
  readonly lower: number | null;
  readonly upper: number;
}

/**
 * Byar's approximate interval for a count of events.
 *
 * Assumes a Poisson count. With x events and z standard deviations: lower = x (1 - 1/(9x) - z/(3 sqrt x))³, upper the same
 * with x + 1 and + z. Meant for 10 events and more, where it differs little from the exact interval; `countInterval`
 * chooses between the two.
 *
 * @returns events. `lower` is null at 0 events (a division by 0 in the reference) and where the cube is below 0.
 * Source: Breslow and Day 1987, vol. II. Golden vectors: interval-01-95, interval-02-998.
 */
export function byarInterval(events: number, level: ConfidenceLevel): Result<ByarInterval, CountFault> {
  const checked = checkEvents(events);
  if (!checked.ok) return checked;
  const z = deviationsOf(level);
  const lower = events === 0 ? -1 : byarEnd(events, -z);
  return success({ lower: lower < 0 ? null : lower, upper: byarEnd(events + 1, z) });
}

function byarEnd(events: number, z: number): number {
  return events * (1 - 1 / (9 * events) + z / (3 * Math.sqrt(events))) ** 3;
}
