import type { Brand } from '../shared/brand.js';
import { monthRange, type MonthRange } from './month-range.js';
import { addMonths, type Month } from './month.js';

/** A calendar half-year 'YYYY-Hn' in Europe/Amsterdam. Half-years sort as text. */
export type HalfYear = Brand<string, 'HalfYear'>;

const HALF_YEAR = /^\d{4}-H[12]$/;
const MONTHS = 6;

/** Reads 'YYYY-Hn'; null when the text has another form. The letter is a capital. */
export function parseHalfYear(text: string): HalfYear | null {
  return HALF_YEAR.test(text) ? (text as HalfYear) : null;
}

/** The half-year a month lies in. */
export function halfYearOf(month: Month): HalfYear {
  const number = Math.ceil(Number(month.slice(5, 7)) / MONTHS);
  return `${month.slice(0, 4)}-H${number}` as HalfYear;
}

/** The first month of the half-year. */
export function firstMonthOfHalfYear(halfYear: HalfYear): Month {
  return monthsOfHalfYear(halfYear).from;
}

/** The six months of the half-year, half-open: the end is the first month of the next one. */
export function monthsOfHalfYear(halfYear: HalfYear): MonthRange {
  return monthRange(halfYear.slice(0, 4), (Number(halfYear.slice(6)) - 1) * MONTHS + 1, MONTHS);
}

/** The half-year `count` half-years later (earlier when negative). */
export function addHalfYears(halfYear: HalfYear, count: number): HalfYear {
  return halfYearOf(addMonths(firstMonthOfHalfYear(halfYear), count * MONTHS));
}
