import type { Brand } from '../shared/brand.js';
import { monthRange, type MonthRange } from './month-range.js';
import { addMonths, type Month } from './month.js';

/** A calendar quarter 'YYYY-Qn' in Europe/Amsterdam. Quarters sort as text. */
export type Quarter = Brand<string, 'Quarter'>;

const QUARTER = /^\d{4}-Q[1-4]$/;
const MONTHS = 3;

/** Reads 'YYYY-Qn'; null when the text has another form. The letter is a capital. */
export function parseQuarter(text: string): Quarter | null {
  return QUARTER.test(text) ? (text as Quarter) : null;
}

/** The quarter a month lies in. */
export function quarterOf(month: Month): Quarter {
  const number = Math.ceil(Number(month.slice(5, 7)) / MONTHS);
  return `${month.slice(0, 4)}-Q${number}` as Quarter;
}

/** The first month of the quarter. */
export function firstMonthOfQuarter(quarter: Quarter): Month {
  return monthsOfQuarter(quarter).from;
}

/** The three months of the quarter, half-open: the end is the first month of the next one. */
export function monthsOfQuarter(quarter: Quarter): MonthRange {
  return monthRange(quarter.slice(0, 4), (Number(quarter.slice(6)) - 1) * MONTHS + 1, MONTHS);
}

/** The quarter `count` quarters later (earlier when negative). */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  return quarterOf(addMonths(firstMonthOfQuarter(quarter), count * MONTHS));
}

/** The quarters that have ended by a month, from the latest back to the one in which another month lies; none when that one has not ended. */
export function endedQuarters(first: Month, last: Month): readonly Quarter[] {
  const found: Quarter[] = [];
  const latest = addQuarters(quarterOf(addMonths(last, 1)), -1);
  for (let next = latest; next >= quarterOf(first); next = addQuarters(next, -1)) found.push(next);
  return found;
}
