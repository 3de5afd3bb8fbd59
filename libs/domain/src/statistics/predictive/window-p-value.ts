import { failure, success, type Result } from '../../shared/result.js';
import type { ParameterFault } from '../parameter-fault.js';
import { checkCounts, type CountPoint, type SeriesFault } from '../series.js';
import type { WindowTail } from './window-law.js';

/** The windows of the organisation list, in months up to and including the latest. */
export const PREDICTIVE_WINDOWS = [1, 3, 6] as const;

/** How surprising the latest months are, given the baseline. */
export interface WindowPValue {
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
 * @param points the counts since the baseline, oldest first; a null point has no figure and adds nothing to a window, which stays as
 * long in months. A window that reaches back before the first point takes what there is: it is then the same as a shorter one.
 * @param tail from `shareWindowTail` or `rateWindowTail`. @param mayExceed as in `checkCounts`: true for events per exposure.
 * @returns null when there are no points, or the latest has no figure (or a denominator of 0): nothing new can be judged. Faults: a count that can
 * not be (position), or `windows` that are empty or no whole numbers of 1 or more.
 */
export function windowPValue(
  points: readonly CountPoint[],
  tail: WindowTail,
  { windows = PREDICTIVE_WINDOWS, mayExceed = false }: { readonly windows?: readonly number[]; readonly mayExceed?: boolean } = {},
): Result<WindowPValue | null, SeriesFault | ParameterFault> {
  if (windows.length === 0 || !windows.every((window) => Number.isInteger(window) && window >= 1)) return failure({ code: 'out-of-range', parameter: 'windows' });
  const checked = checkCounts(points, mayExceed);
  if (!checked.ok) return checked;
  const latest = points.at(-1);
  if (latest === undefined || latest === null || latest.denominator === 0) return success(null);
  let least: WindowPValue | null = null;
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
