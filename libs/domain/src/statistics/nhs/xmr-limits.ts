import { meanOf } from '../exact-sum.js';
import { movingRanges, screenedMean } from '../spc/moving-range.js';
import { figuresOf, type FaultMode } from '../spc/stretch.js';

/** How many mean moving ranges lie between the mean and a limit. NHS England rounds 3 / 1.128; its users recompute it in a spreadsheet. */
const RANGES_TO_LIMIT = 2.66;

/** The lines of one stretch of an NHS chart; NaN where the reference has none. */
export interface XmrLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Two thirds of the way to the limits. */
  readonly nearLower: number;
  readonly nearUpper: number;
}

/**
 * The process limits of NHS England's chart: mean ± 2.66 mean moving ranges of the base, never clamped at 0.
 *
 * @param base the values that set the limits, in order of time; NaN for a period without a figure, whose two ranges are
 * not there either.
 * @param screened whether ranges of at least 3.267 times their mean are left out once.
 * @param mode what happens to a base that never varies: no limits as in the reference, or limits on the mean.
 * Source: NHS England, Making Data Count; NHSRplotthedots 0.2.2. Golden vectors: nhs-xmr-01, 02 and 07.
 */
export function xmrLimits(base: readonly number[], screened: boolean, mode: FaultMode): XmrLimits {
  const mean = meanOf(figuresOf(base));
  const range = screenedMean(movingRanges(base), screened, mode);
  const near = 2 * (RANGES_TO_LIMIT / 3);
  return {
    mean,
    lower: mean - RANGES_TO_LIMIT * range,
    upper: mean + RANGES_TO_LIMIT * range,
    nearLower: mean - near * range,
    nearUpper: mean + near * range,
  };
}
