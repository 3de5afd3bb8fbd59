import { failure, success, type Result } from '../../shared/result.js';
import type { ParameterFault } from '../parameter-fault.js';
import { checkValues, type SeriesFault, type ValuePoint } from '../series.js';

/** What a tabular CUSUM looks for: a `shift` of so many standard deviations, and from which sum (`decisionInterval`) it signals. */
export interface TabularCusumSettings {
  readonly decisionInterval: number;
  readonly shift: number;
}

/** A point of a tabular CUSUM: the upper sum (0 or more), the lower sum (0 or less), and whether one is outside the interval. */
export interface TabularCusumPoint {
  readonly upper: number;
  readonly lower: number;
  readonly signal: 'above' | 'below' | null;
}

/**
 * The two-sided tabular CUSUM of normal scores.
 *
 * upper_t = max(0, upper_(t-1) + z_t - shift / 2), lower_t = min(0, lower_(t-1) + z_t + shift / 2), both from 0. Signals, strictly,
 * when upper > h or lower < -h; it runs on after a signal, without starting again. Should both be outside, the upper one is named.
 *
 * @param scores values in standard deviations from the centre. A gap stays a gap and leaves both sums as they were.
 * @returns a point for each score; a fault with the position of a score that is no number, or with the name of a setting out of range.
 * Source: Page (1954); the form of qcc::cusum. Golden vector: ewma-cusum-01.
 */
export function tabularCusum(
  scores: readonly ValuePoint[],
  { decisionInterval, shift }: TabularCusumSettings,
): Result<readonly (TabularCusumPoint | null)[], SeriesFault | ParameterFault> {
  if (!(decisionInterval > 0 && Number.isFinite(decisionInterval))) return failure({ code: 'out-of-range', parameter: 'decisionInterval' });
  if (!(shift >= 0 && Number.isFinite(shift))) return failure({ code: 'out-of-range', parameter: 'shift' });
  const checked = checkValues(scores);
  if (!checked.ok) return checked;
  let upper = 0;
  let lower = 0;
  return success(
    scores.map((score) => {
      if (score === null) return null;
      upper = Math.max(0, upper + score - shift / 2);
      lower = Math.min(0, lower + score + shift / 2);
      return { upper, lower, signal: upper > decisionInterval ? 'above' : lower < -decisionInterval ? 'below' : null };
    }),
  );
}
