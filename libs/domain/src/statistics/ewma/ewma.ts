import { failure, success, type Result } from '../../shared/result.js';
import { checkValues, type SeriesFault, type ValuePoint } from '../series.js';
import type { ParameterFault } from '../parameter-fault.js';

/** How an EWMA weighs and judges: `weight` is lambda in (0, 1], `limitWidth` the distance of the limits in its own standard deviations. */
export interface EwmaSettings {
  readonly weight: number;
  readonly limitWidth: number;
  /** Where the values lie when nothing happens; 0 for normal scores. */
  readonly centre?: number;
  /** Their standard deviation; 1 for normal scores. */
  readonly deviation?: number;
}

/** A point of an EWMA: its value, its own limits, and whether it is outside them. */
export interface EwmaPoint {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly signal: 'above' | 'below' | null;
}

/**
 * The exponentially weighted moving average of a series, with limits that widen as it takes in more values.
 *
 * z_t = lambda x_t + (1 - lambda) z_(t-1), z_0 = centre; limits after i values = centre ± L sigma sqrt(lambda / (2 - lambda) (1 - (1 - lambda)^(2 i))).
 * Assumes independent values around a known centre. A signal is strict: on the limit is within.
 *
 * @param values in their own unit, or normal scores. A gap stays a gap: it has no point, and neither moves the average nor widens the limits.
 * @returns a point for each value; a fault with the position of a value that is no number, or with the name of a setting out of range.
 * Source: Roberts (1959); the limits as in qcc::ewma. Golden vector: ewma-cusum-01.
 */
export function ewma(values: readonly ValuePoint[], settings: EwmaSettings): Result<readonly (EwmaPoint | null)[], SeriesFault | ParameterFault> {
  const { weight, limitWidth, centre = 0, deviation = 1 } = settings;
  if (!(weight > 0 && weight <= 1)) return failure({ code: 'out-of-range', parameter: 'weight' });
  if (!(limitWidth > 0 && Number.isFinite(limitWidth))) return failure({ code: 'out-of-range', parameter: 'limitWidth' });
  if (!Number.isFinite(centre)) return failure({ code: 'out-of-range', parameter: 'centre' });
  if (!(deviation > 0 && Number.isFinite(deviation))) return failure({ code: 'out-of-range', parameter: 'deviation' });
  const checked = checkValues(values);
  if (!checked.ok) return checked;
  let average = centre;
  let taken = 0;
  return success(
    values.map((value) => {
      if (value === null) return null;
      average = weight * value + (1 - weight) * average;
      taken += 1;
      const half = limitWidth * deviation * Math.sqrt((weight / (2 - weight)) * (1 - (1 - weight) ** (2 * taken)));
      return { value: average, lower: centre - half, upper: centre + half, signal: average > centre + half ? 'above' : average < centre - half ? 'below' : null };
    }),
  );
}
