import { parseLocalDate, type LocalDate } from './local-date.js';

const DAY_MS = 86_400_000;

/** A day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/**
 * The date with these numbers: year 100 to 9999, month from 1, day from 1.
 *
 * @throws RangeError when no such day exists; numbers from outside go through `parseLocalDate`.
 */
export function localDate(year: number, month: number, day: number): LocalDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return existing(text);
}

/**
 * The date `count` calendar days later (earlier when negative; 0 gives the date itself).
 *
 * Counts days on the calendar: the change to summer time makes no day longer or shorter.
 *
 * @param count a whole number.
 * @throws RangeError when the count is not whole or the result lies outside the years 100 to 9999.
 */
export function addDays(date: LocalDate, count: number): LocalDate {
  if (!Number.isInteger(count)) throw new RangeError('days are added in whole numbers');
  const day = new Date((dayNumber(date) + count) * DAY_MS);
  return existing(Number.isNaN(day.getTime()) ? 'out of range' : day.toISOString().slice(0, 10));
}

/** How many calendar days `to` lies after `from`: 0 when equal, negative when earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week of a date. */
export function weekdayOf(date: LocalDate): Weekday {
  // Day 0 of the count, 1970-01-01, was a Thursday: three days after a Monday.
  const index = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? 7;
}

/** Days since 1970-01-01. UTC has no clock changes, so that every day lasts exactly as long. */
function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function existing(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError('no such day in the years 100 to 9999');
  return date;
}
