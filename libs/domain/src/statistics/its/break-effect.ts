import { failure, success, type Result } from '../../shared/result.js';
import type { ValuePoint } from '../series.js';
import { segmentedGls, type SegmentedGls } from './segmented-gls.js';
import { segmentSeries, type SegmentFault } from './segmented-series.js';

/** The months with a figure that either side of the break needs before an effect is worked out. */
const MONTHS_EACH_SIDE = 12;

/** Too short a series to work out an effect: draw it, and say nothing of an effect. Both are numbers of months that have a figure. */
export interface PictureOnly {
  readonly code: 'picture-only';
  readonly before: number;
  readonly after: number;
  readonly neededEachSide: number;
}

/**
 * The effect of something that began in one month, such as a supervision session, on a monthly series: `segmentedGls` from 12 months on
 * either side, and otherwise the answer that only the picture may be shown.
 *
 * Say beside it that the intervals may be too narrow, and that a change after something is not yet a change because of it.
 *
 * @param values in their own unit, one a month, oldest first; a null month has no figure and is bridged.
 * @param firstAfter the position (from 0) of the first month after the break.
 */
export function breakEffect(values: readonly ValuePoint[], firstAfter: number): Result<SegmentedGls, SegmentFault | PictureOnly> {
  const series = segmentSeries(values, firstAfter);
  if (!series.ok) return series;
  const after = series.value.after.filter((flag) => flag === 1).length;
  const before = series.value.after.length - after;
  if (Math.min(before, after) < MONTHS_EACH_SIDE) return failure({ code: 'picture-only', before, after, neededEachSide: MONTHS_EACH_SIDE });
  const effect = segmentedGls(series.value);
  return effect.ok ? success(effect.value) : effect;
}
