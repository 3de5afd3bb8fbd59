import { failure, success, type Result } from '../../shared/result.js';
import { checkValues, type SeriesFault, type TooFewPoints, type ValuePoint } from '../series.js';
import type { ParameterFault } from '../parameter-fault.js';
import type { DesignColumns, RankFault } from '../linear-algebra/least-squares.js';

/** A series with a break: for each month its number, whether the break has been, and how many months ago. All arrays of one length. */
export interface SegmentedDesign {
  /** Months, rising; 1 for the first. */
  readonly month: readonly number[];
  /** 0 before, 1 from the first month after on. */
  readonly after: readonly number[];
  /** 0 before; 1, 2, 3 ... from the first month after on. */
  readonly monthsAfter: readonly number[];
}

/** A segmented series with its values, in their own unit. */
export interface SegmentedSeries extends SegmentedDesign {
  readonly values: readonly number[];
}

/**
 * Why a segmented regression has no answer. `no-variation`: the line goes through every point, so that nothing is left to judge the
 * effect by. `missing-month`: the method reads neighbours as consecutive months.
 */
export type SegmentFault =
  | SeriesFault
  | TooFewPoints
  | RankFault
  | ParameterFault
  | { readonly code: 'no-variation' }
  | { readonly code: 'missing-month'; readonly position: number }
  | { readonly code: 'break-outside'; readonly position: number };

/** The names of the coefficients, in order: value at month 0, change a month, change of level, change of slope. */
export const SEGMENT_TERMS = ['intercept', 'month', 'after', 'monthsAfter'] as const;

/**
 * Cuts a monthly series at the month in which something began.
 *
 * @param values one a month, oldest first; a null month has no figure and is left out, but time goes on.
 * @param firstAfter the position (from 0) of the first month after the break.
 * @returns the months that have a figure. The level change belongs to the month before the first: the jump at the first month itself is the
 * change of level plus one month of the change of slope.
 * Faults: a value that is no number (position); `break-outside` when the break has no month on one of its sides.
 */
export function segmentSeries(values: readonly ValuePoint[], firstAfter: number): Result<SegmentedSeries, SegmentFault> {
  const checked = checkValues(values);
  if (!checked.ok) return checked;
  if (!Number.isInteger(firstAfter) || firstAfter < 1 || firstAfter >= values.length) return failure({ code: 'break-outside', position: firstAfter });
  const shown = values.flatMap((value, position) => (value === null ? [] : [{ value, position }]));
  return success({
    values: shown.map(({ value }) => value),
    month: shown.map(({ position }) => position + 1),
    after: shown.map(({ position }) => Number(position >= firstAfter)),
    monthsAfter: shown.map(({ position }) => Math.max(0, position - firstAfter + 1)),
  });
}

/** The columns of the regression: 1, month, after, months after. */
export function designColumns({ month, after, monthsAfter }: SegmentedDesign): DesignColumns {
  return [month.map(() => 1), month, after, monthsAfter];
}

/** The design as it would have been without the break. */
export function withoutBreak({ month }: SegmentedDesign): SegmentedDesign {
  return { month, after: month.map(() => 0), monthsAfter: month.map(() => 0) };
}

/** The value of a linear predictor for each month. */
export function predicted(columns: DesignColumns, coefficients: readonly number[]): readonly number[] {
  return (columns[0] ?? []).map((_, month) => columns.reduce((sum, column, term) => sum + (column[month] ?? Number.NaN) * (coefficients[term] ?? Number.NaN), 0));
}

/** Checks what every segmented regression needs: numbers, equal lengths, and more months than coefficients. */
export function checkSegments(series: SegmentedSeries): Result<SegmentedSeries, SegmentFault> {
  const { values, month, after, monthsAfter } = series;
  if ([month, after, monthsAfter].some(({ length }) => length !== values.length)) throw new RangeError('a segmented series has columns of unequal length');
  for (const column of [values, month, after, monthsAfter]) {
    const checked = checkValues(column);
    if (!checked.ok) return checked;
  }
  const early = month.findIndex((number, position) => position > 0 && !(number > (month[position - 1] ?? Number.NaN)));
  if (early !== -1) return failure({ code: month[early] === month[early - 1] ? 'repeated-period' : 'out-of-order', position: early });
  const needed = SEGMENT_TERMS.length + 1;
  return values.length < needed ? failure({ code: 'too-few-points', found: values.length, needed }) : success(series);
}

/** Checks what a method that compares neighbours needs besides: months that follow on each other, and a lag that is there. */
export function checkNeighbours(series: SegmentedSeries, lag: number): Result<SegmentedSeries, SegmentFault> {
  const checked = checkSegments(series);
  if (!checked.ok) return checked;
  const position = series.month.findIndex((number, index) => index > 0 && number !== (series.month[index - 1] ?? Number.NaN) + 1);
  if (position !== -1) return failure({ code: 'missing-month', position });
  return Number.isInteger(lag) && lag >= 0 && lag < series.values.length ? success(series) : failure({ code: 'out-of-range', parameter: 'lag' });
}
