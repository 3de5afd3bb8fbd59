import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startOfDayInAmsterdam, startOfMonthInAmsterdam } from './amsterdam.js';
import { addDays, localDate } from './calendar-days.js';
import { dateInAmsterdam } from './local-date.js';
import { addMonths, monthInAmsterdam, monthOf } from './month.js';

const january2000 = monthOf(localDate(2000, 1, 1));
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

describe('startOfMonthInAmsterdam', () => {
  it('is an hour before midnight UTC in winter and two hours in summer', () => {
    const starts = [[2026, 1], [2026, 3], [2026, 4], [2026, 10], [2026, 11]] as const;
    expect(starts.map(([year, number]) => startOfMonthInAmsterdam(monthOf(localDate(year, number, 1))).toISOString())).toEqual([
      '2025-12-31T23:00:00.000Z',
      '2026-02-28T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
      '2026-09-30T22:00:00.000Z',
      '2026-10-31T23:00:00.000Z',
    ]);
  });

  it('is the first instant of its month, and one millisecond before is the month before, in every month of 2000 to 2050', () => {
    const months = Array.from({ length: 51 * 12 }, (_, step) => addMonths(january2000, step));
    expect(months.map((month) => monthInAmsterdam(startOfMonthInAmsterdam(month)))).toEqual(months);
    expect(months.map((month) => monthInAmsterdam(justBefore(startOfMonthInAmsterdam(month))))).toEqual(months.map((month) => addMonths(month, -1)));
  });
});

describe('startOfDayInAmsterdam', () => {
  it('makes the days of a clock change 23 and 25 hours long', () => {
    const hours = (year: number, month: number, day: number) => {
      const date = localDate(year, month, day);
      return (startOfDayInAmsterdam(addDays(date, 1)).getTime() - startOfDayInAmsterdam(date).getTime()) / 3_600_000;
    };
    expect([hours(2026, 3, 28), hours(2026, 3, 29), hours(2026, 3, 30), hours(2026, 10, 25), hours(2026, 10, 26)]).toEqual([24, 23, 24, 25, 24]);
  });

  it('is the first instant of its date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 51 * 365 }), (days) => {
        const date = addDays(localDate(2000, 1, 1), days);
        expect(dateInAmsterdam(startOfDayInAmsterdam(date))).toBe(date);
        expect(dateInAmsterdam(justBefore(startOfDayInAmsterdam(date)))).toBe(addDays(date, -1));
      }),
      { numRuns: 500 },
    );
  });
});
