import { failure, success, type Result } from '../../shared/result.js';
import type { ParameterFault } from '../parameter-fault.js';
import { checkCounts, checkWholeCounts, type CountPoint, type SeriesFault, type WholeCountFault } from '../series.js';
import { PREDICTIVE_WINDOWS, type WindowTail } from './window-law.js';

/** Looked at together; a longer one would be a baseline. */
const LONGEST_WINDOW = 10;

/** How surprising the latest months are, given the baseline. */
export interface LeastWindowPValue {
  /** The smallest of the windows' p-values times the number of windows, at most 1. */
  readonly p: number;
  /** The length of the window that was the most surprising; the shortest of those that are equally so. */
  readonly window: number;
}

/**
 * The predictive p-value of the latest month, over windows of 1, 3 and 6 months that end with it.
 *
 * p = min(1, W min_w P(X >= x_w)), W the number of windows, each window's sum against `tail`. Multiplying by W (Bonferroni) makes up for
 * looking W times; the windows overlap, so this errs on the side of silence. To be put to Benjamini-Hochberg over the series.
 *
 * For comparison, and for events per exposure: what confirms a signal in the product is `combinedLeastWindowPValue`, which takes the
 * same windows together otherwise and knows how counts are posted.
 *
 * @param points the counts since the baseline, oldest first; a null point has no figure and adds nothing to a window, which stays as
 * long in months. A window that reaches back before the first point takes what there is: it is then the same as a shorter one.
 * @param tail from `shareWindowTail` or `rateWindowTail`. @param mayExceed as in `checkCounts`: true for events per exposure.
 * @returns null when there are no points, or the latest has no figure (or a denominator of 0): nothing new can be judged. Faults: a count that can
 * not be (position), or `windows` that are empty or no whole numbers from 1 to 10.
 */
export function leastWindowPValue(
  points: readonly CountPoint[],
  tail: WindowTail,
  { windows = PREDICTIVE_WINDOWS, mayExceed = false }: { readonly windows?: readonly number[]; readonly mayExceed?: boolean } = {},
): Result<LeastWindowPValue | null, SeriesFault | WholeCountFault | ParameterFault> {
  if (windows.length === 0 || !windows.every((window) => Number.isInteger(window) && window >= 1 && window <= LONGEST_WINDOW)) return failure({ code: 'out-of-range', parameter: 'windows' });
  const checked = mayExceed ? checkCounts(points, true) : checkWholeCounts(points);
  if (!checked.ok) return checked;
  const latest = points.at(-1);
  if (latest === undefined || latest === null || latest.denominator === 0) return success(null);
  let least: LeastWindowPValue | null = null;
  for (const window of [...windows].sort((one, other) => one - other)) {
    const shown = points.slice(-window).filter((point) => point !== null);
    const p = tail(
      shown.reduce((sum, { numerator }) => sum + numerator, 0),
      shown.map(({ denominator }) => denominator),
    );
    if (least === null || p < least.p) least = { p, window };
  }
  return success(least === null ? null : { ...least, p: Math.min(1, windows.length * least.p) });
}
