import { describe, expect, it } from '@jest/globals';
import { parseOverdueAfter, type OverdueAfter } from '../alert/alert-age.js';
import { localDate } from './calendar-days.js';
import { dutchHolidays } from './dutch-holidays.js';
import { halfYearOf, type HalfYear } from './half-year.js';
import type { LocalDate } from './local-date.js';
import type { MonthRange } from './month-range.js';
import { addMonths, monthOf, type Month } from './month.js';
import { addQuarters, firstMonthOfQuarter, quarterOf, type Quarter } from './quarter.js';
import { workingDaysSince } from './working-days.js';

// The compiler is the test here: `tsc -p tsconfig.spec.json` refuses a line below that expects an error and gets none.
const date = localDate(2026, 5, 4);
const month = monthOf(date);
const quarter = quarterOf(month);
const halfYear = halfYearOf(month);

describe('the types of periods', () => {
  it('hold a month, a quarter, a half-year and a date apart', () => {
    // @ts-expect-error a month is no quarter
    const monthAsQuarter: Quarter = month;
    // @ts-expect-error a quarter is no month
    const quarterAsMonth: Month = quarter;
    // @ts-expect-error a half-year is no quarter
    const halfYearAsQuarter: Quarter = halfYear;
    // @ts-expect-error a quarter is no half-year
    const quarterAsHalfYear: HalfYear = quarter;
    // @ts-expect-error a date is no month
    const dateAsMonth: Month = date;
    // @ts-expect-error a month is no date
    const monthAsDate: LocalDate = month;
    expect([monthAsQuarter, quarterAsMonth, halfYearAsQuarter, quarterAsHalfYear, dateAsMonth, monthAsDate]).toHaveLength(6);
  });

  it('refuse text that nobody has read', () => {
    // @ts-expect-error text becomes a quarter through parseQuarter only
    const asQuarter: Quarter = '2026-Q2';
    // @ts-expect-error text becomes a half-year through parseHalfYear only
    const asHalfYear: HalfYear = '2026-H1';
    // @ts-expect-error a range is made of months
    const asRange: MonthRange = { from: '2026-04', toExclusive: '2026-07' };
    expect([asQuarter, asHalfYear, asRange]).toHaveLength(3);
  });

  it('let each function have its own kind of period only', () => {
    const wrong = [
      // @ts-expect-error the quarter of a month, not of a date
      () => quarterOf(date),
      // @ts-expect-error months are added to a month
      () => addMonths(quarter, 1),
      // @ts-expect-error quarters are added to a quarter
      () => addQuarters(halfYear, 1),
      // @ts-expect-error the first month of a quarter, not of a half-year
      () => firstMonthOfQuarter(halfYear),
      // @ts-expect-error an age runs between dates, not from a month
      () => workingDaysSince(month, date),
      // @ts-expect-error the rule for 5 May is one of the codes
      () => dutchHolidays(2026, 'sometimes'),
    ];
    expect(wrong).toHaveLength(6);
  });

  it('refuse a bare number where a setting of the organisation is wanted', () => {
    // @ts-expect-error a number becomes the setting through parseOverdueAfter only
    const bare: OverdueAfter = 10;
    // @ts-expect-error the setting may be refused, and that has to be looked at
    const unchecked: OverdueAfter = parseOverdueAfter(10);
    expect([bare, unchecked]).toEqual([10, 10]);
  });
});
