import { addMonths, type Month } from './month.js';

/** A length of time for which figures are given; each begins with a month of its own in the calendar. */
export type CalendarPeriod = 'month' | 'quarter' | 'half-year' | 'year';

/** Every such length, from the finest; each holds a whole number of those before it. */
export const CALENDAR_PERIODS: readonly CalendarPeriod[] = ['month', 'quarter', 'half-year', 'year'];

const MONTHS: Readonly<Record<CalendarPeriod, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The first and the last month of the month, quarter, half-year or year in which a month lies, both included. */
export function calendarPeriodOf(period: CalendarPeriod, month: Month): { readonly from: Month; readonly through: Month } {
  if (period === 'month') return { from: month, through: month };
  const from = addMonths(month, -((Number(month.slice(5, 7)) - 1) % MONTHS[period]));
  return { from, through: addMonths(from, MONTHS[period] - 1) };
}
