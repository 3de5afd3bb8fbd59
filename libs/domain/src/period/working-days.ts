import { addDays, daysBetween, weekdayOf } from './calendar-days.js';
import { dutchHolidays, type LiberationDayRule } from './dutch-holidays.js';
import type { LocalDate } from './local-date.js';

/** Whether people work on a date: Monday to Friday, no holiday. */
export function isWorkingDay(date: LocalDate, liberationDay: LiberationDayRule = 'lustrum-years'): boolean {
  return !isWeekend(date) && !dutchHolidays(yearOf(date), liberationDay).some((holiday) => holiday.date === date);
}

/**
 * How many working days something has been waiting: the working days in (from, through], both calendar dates in the Netherlands.
 *
 * The day it began counts as 0, whatever day that was; every later working day adds 1, today included; weekends and
 * holidays add nothing. So Friday to Monday is 1, and Saturday to Monday is 1 as well. 0 when `through` is not after `from`.
 *
 * Golden vector: from Monday 2026-09-07 through Friday 2026-09-25 is 14.
 */
export function workingDaysSince(from: LocalDate, through: LocalDate, liberationDay: LiberationDayRule = 'lustrum-years'): number {
  const days = daysBetween(from, through);
  if (days <= 0) return 0;
  return weekdaysAfter(from, days) - closedWeekdays(from, through, liberationDay);
}

/** The days from Monday to Friday among the `days` days after a date: whole weeks hold five each, the rest is looked at one by one. */
function weekdaysAfter(from: LocalDate, days: number): number {
  const rest = Array.from({ length: days % 7 }, (_, step) => addDays(from, step + 1));
  return Math.floor(days / 7) * 5 + rest.filter((date) => !isWeekend(date)).length;
}

function closedWeekdays(from: LocalDate, through: LocalDate, liberationDay: LiberationDayRule): number {
  const first = yearOf(from);
  const years = Array.from({ length: yearOf(through) - first + 1 }, (_, step) => first + step);
  const dates = years.flatMap((year) => dutchHolidays(year, liberationDay).map(({ date }) => date));
  // A set, because two holidays may share a date.
  return [...new Set(dates)].filter((date) => date > from && date <= through && !isWeekend(date)).length;
}

function isWeekend(date: LocalDate): boolean {
  return weekdayOf(date) >= 6;
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
