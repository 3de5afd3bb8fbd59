import { failure, success, type Result } from '../../shared/result.js';
import { byarInterval } from '../intervals/byar-interval.js';
import type { ConfidenceLevel } from '../intervals/confidence-level.js';
import { BYAR_FROM_EVENTS } from '../intervals/count-interval.js';
import { checkCounts, type SeriesFault } from '../series.js';

/** A stratum of one unit, and how much of the standard population it stands for. */
export interface WeightedStratum {
  readonly numerator: number;
  readonly denominator: number;
  /** 0 or more, in any unit. */
  readonly weight: number;
}

/** A rate as it would be if the unit had the standard population. Shares of 1, unless a multiplier is applied. */
export interface DirectRate {
  readonly events: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Why there is no rate; `position` is the stratum. */
export type DirectFault =
  | SeriesFault
  | { readonly code: 'no-denominator'; readonly position: number }
  | { readonly code: 'no-weight' }
  | { readonly code: 'too-few-events'; readonly found: number; readonly needed: number };

/**
 * A directly standardised rate with Dobson's interval.
 *
 * Assumes independent Poisson counts a stratum. value = sum w x/n / sum w; variance = sum w² x/n² / (sum w)²; the ends are
 * value + sqrt(variance / events) * (Byar's end of all events - events).
 *
 * @param strata one or more; a stratum of size 0 without events counts with rate 0, as in the reference.
 * @param multiplier the size the rate is given for, such as 100.
 * @returns a rate per `multiplier`. `too-few-events` below 10 events, where the interval does not hold; a fault with the
 * stratum's position for an impossible count, an impossible weight, or events in a stratum of size 0; `no-weight` when all
 * weights are 0.
 * Source: Dobson et al. 1991, Stat Med 10:457; PHEindicatormethods DSR. Golden vector: dsr-01.
 */
export function directRate(strata: readonly WeightedStratum[], level: ConfidenceLevel, multiplier = 1): Result<DirectRate, DirectFault> {
  const checked = checkStrata(strata);
  if (!checked.ok) return checked;
  const weights = strata.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return failure({ code: 'no-weight' });
  const events = strata.reduce((sum, { numerator }) => sum + numerator, 0);
  const counted = byarInterval(events, level);
  if (events < BYAR_FROM_EVENTS || !counted.ok || counted.value.lower === null) {
    return failure({ code: 'too-few-events', found: events, needed: BYAR_FROM_EVENTS });
  }
  const filled = strata.filter(({ denominator }) => denominator > 0);
  const value = filled.reduce((sum, { numerator, denominator, weight }) => sum + (weight * numerator) / denominator, 0) / weights;
  const variance = filled.reduce((sum, { numerator, denominator, weight }) => sum + numerator * (weight / denominator) ** 2, 0) / weights ** 2;
  const scale = Math.sqrt(variance / events);
  return success({
    events,
    value: multiplier * value,
    lower: multiplier * (value + scale * (counted.value.lower - events)),
    upper: multiplier * (value + scale * (counted.value.upper - events)),
  });
}

function checkStrata(strata: readonly WeightedStratum[]): Result<readonly WeightedStratum[], DirectFault> {
  const counts = checkCounts(strata, true);
  if (!counts.ok) return counts;
  const weights = checkCounts(strata.map(({ weight }) => ({ numerator: weight, denominator: weight })));
  if (!weights.ok) return weights;
  const position = strata.findIndex(({ numerator, denominator }) => denominator === 0 && numerator > 0);
  return position === -1 ? success(strata) : failure({ code: 'no-denominator', position });
}
