import { addMonths, parseMonth, type Month } from './month.js';

/** The months from `from` up to, not including, `toExclusive`. */
export interface MonthRange {
  readonly from: Month;
  readonly toExclusive: Month;
}

/**
 * The range of `length` months that starts with a month of a year.
 *
 * @param year four digits.
 * @param first 1 to 12.
 * @throws RangeError when the year or the month is none.
 */
export function monthRange(year: string, first: number, length: number): MonthRange {
  const from = parseMonth(`${year}-${String(first).padStart(2, '0')}`);
  if (from === null) throw new RangeError('a range starts with a month that exists');
  return { from, toExclusive: addMonths(from, length) };
}
