import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CALENDAR_PERIODS, calendarPeriodOf } from './calendar-period.js';
import { addMonths, monthsBetween, parseMonth, type Month } from './month.js';
import { halfYearOf, monthsOfHalfYear } from './half-year.js';
import { monthsOfQuarter, quarterOf } from './quarter.js';

function aMonth(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error(`${text} is no month`);
  return month;
}

const months = fc.nat(600).map((count) => addMonths(aMonth('2000-01'), count));

describe('the calendar period of a month', () => {
  it.each([
    ['month', '2026-05', '2026-05'],
    ['quarter', '2026-04', '2026-06'],
    ['half-year', '2026-01', '2026-06'],
    ['year', '2026-01', '2026-12'],
  ] as const)('of length %s runs from %s through %s for May 2026', (period, from, through) => {
    expect(calendarPeriodOf(period, aMonth('2026-05'))).toEqual({ from, through });
  });

  it('holds the month, and is the same for every month in it', () => {
    fc.assert(
      fc.property(months, fc.constantFrom(...CALENDAR_PERIODS), (month, period) => {
        const { from, through } = calendarPeriodOf(period, month);
        expect(from <= month && month <= through).toBe(true);
        expect(calendarPeriodOf(period, from)).toEqual(calendarPeriodOf(period, through));
        expect(12 % (monthsBetween(from, through) + 1)).toBe(0);
      }),
    );
  });

  it('agrees with quarters and half-years', () => {
    fc.assert(
      fc.property(months, (month) => {
        expect(calendarPeriodOf('quarter', month).from).toBe(monthsOfQuarter(quarterOf(month)).from);
        expect(calendarPeriodOf('half-year', month).from).toBe(monthsOfHalfYear(halfYearOf(month)).from);
      }),
    );
  });
});
