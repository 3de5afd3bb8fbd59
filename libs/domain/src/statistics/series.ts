import { failure, success, type Result } from '../shared/result.js';

/** A count of a count in one period; null for a period without a shown figure, whether withheld or absent. */
export type CountPoint = { readonly numerator: number; readonly denominator: number } | null;

/** A value in one period; null for a period without a shown figure. */
export type ValuePoint = number | null;

/** The largest size of a period or unit whose law is written out count by count; a larger one is a mistake, and would not fit in memory. */
export const MOST_TRIALS = 100_000;

/** What is wrong with a series, and at which position (0 is the first point). */
export interface SeriesFault {
  readonly code: 'not-a-number' | 'negative' | 'numerator-above-denominator' | 'out-of-order' | 'repeated-period';
  readonly position: number;
}

/** A count or size that has no law: no whole number, or more than {@link MOST_TRIALS}. */
export interface WholeCountFault {
  readonly code: 'not-whole' | 'too-many-trials';
  readonly position: number;
}

/** A series that is sound but too short to say anything; `found` counts the points that have a figure. */
export interface TooFewPoints {
  readonly code: 'too-few-points';
  readonly found: number;
  readonly needed: number;
}

/**
 * Gives the points back when each is a possible share: finite, 0 or more and, unless `mayExceed`, at most its denominator.
 *
 * @param mayExceed true for events per exposure (u-charts), where there may be more events than units.
 */
export function checkCounts(points: readonly CountPoint[], mayExceed = false): Result<readonly CountPoint[], SeriesFault> {
  for (const [position, point] of points.entries()) {
    if (point === null) continue;
    const { numerator, denominator } = point;
    if (!Number.isFinite(numerator) || !Number.isFinite(denominator)) return failure({ code: 'not-a-number', position });
    if (numerator < 0 || denominator < 0) return failure({ code: 'negative', position });
    if (!mayExceed && numerator > denominator) return failure({ code: 'numerator-above-denominator', position });
  }
  return success(points);
}

/** Gives the points back when each is a possible share of whole counts, few enough to write their law out. */
export function checkWholeCounts(points: readonly CountPoint[]): Result<readonly CountPoint[], SeriesFault | WholeCountFault> {
  const checked = checkCounts(points);
  if (!checked.ok) return checked;
  for (const [position, point] of points.entries()) {
    if (point === null) continue;
    if (!(Number.isInteger(point.numerator) && Number.isInteger(point.denominator))) return failure({ code: 'not-whole', position });
    if (point.denominator > MOST_TRIALS) return failure({ code: 'too-many-trials', position });
  }
  return success(points);
}

/** Gives the values back when each is a finite number (or a gap). */
export function checkValues(values: readonly ValuePoint[]): Result<readonly ValuePoint[], SeriesFault> {
  const position = values.findIndex((value) => value !== null && !Number.isFinite(value));
  return position === -1 ? success(values) : failure({ code: 'not-a-number', position });
}

/** Gives the periods back when each begins later than the one before; texts such as '2026-03' and '2026-Q1' sort by themselves. */
export function checkOrder<Period extends string>(periods: readonly Period[]): Result<readonly Period[], SeriesFault> {
  for (const [position, period] of periods.entries()) {
    const before = periods[position - 1];
    if (before === undefined || period > before) continue;
    return failure({ code: period === before ? 'repeated-period' : 'out-of-order', position });
  }
  return success(periods);
}
