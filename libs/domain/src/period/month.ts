import type { Brand } from '../shared/brand.js';
import { dateInAmsterdam, type LocalDate } from './local-date.js';

/** A calendar month 'YYYY-MM' in Europe/Amsterdam. Months sort as text. */
export type Month = Brand<string, 'Month'>;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Reads 'YYYY-MM'; null when the text has another form or the month is not 01-12. */
export function parseMonth(text: string): Month | null {
  return MONTH.test(text) ? (text as Month) : null;
}

/** The month a calendar date lies in. */
export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month;
}

/** The month it is in the Netherlands at an instant. */
export function monthInAmsterdam(instant: Date): Month {
  return monthOf(dateInAmsterdam(instant));
}

/** The month `count` months later (earlier when negative). */
export function addMonths(month: Month, count: number): Month {
  const index = monthIndex(month) + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** How many months `to` lies after `from`: 0 when equal, negative when earlier. */
export function monthsBetween(from: Month, to: Month): number {
  return monthIndex(to) - monthIndex(from);
}

/** The months of the half-open range [from, toExclusive), in order; empty when the range is. */
export function monthsInRange(from: Month, toExclusive: Month): Month[] {
  const length = Math.max(0, monthsBetween(from, toExclusive));
  return Array.from({ length }, (_, step) => addMonths(from, step));
}

/** The first day of the month. */
export function firstDayOf(month: Month): LocalDate {
  return `${month}-01` as LocalDate;
}

function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
