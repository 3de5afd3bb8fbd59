import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, localDate, weekdayOf } from './calendar-days.js';

const dates = fc
  .record({ year: fc.integer({ min: 1900, max: 2199 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ year, month, day }) => localDate(year, month, day));
const counts = fc.integer({ min: -40_000, max: 40_000 });

describe('localDate', () => {
  it('writes the numbers as a date', () => {
    expect(localDate(2026, 5, 4)).toBe('2026-05-04');
    expect(localDate(100, 1, 1)).toBe('0100-01-01');
  });

  it.each([[2026, 2, 29], [2026, 13, 1], [2026, 0, 1], [2026, 4, 31], [2026, 4, 0], [99, 1, 1], [10_000, 1, 1], [2026.5, 1, 1]])('throws at %j-%j-%j', (year, month, day) => {
    expect(() => localDate(year, month, day)).toThrow(RangeError);
  });
});

describe('addDays', () => {
  it('crosses the end of a month, of February in both kinds of year, and of a year', () => {
    expect(addDays(localDate(2026, 4, 30), 1)).toBe('2026-05-01');
    expect(addDays(localDate(2026, 2, 28), 1)).toBe('2026-03-01');
    expect(addDays(localDate(2024, 2, 28), 1)).toBe('2024-02-29');
    expect(addDays(localDate(2026, 1, 1), -1)).toBe('2025-12-31');
  });

  it('counts the days of a clock change as one day each', () => {
    expect(addDays(localDate(2026, 3, 28), 2)).toBe('2026-03-30');
    expect(addDays(localDate(2026, 10, 24), 2)).toBe('2026-10-26');
  });

  it('throws at half a day and beyond the calendar', () => {
    for (const count of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 3_000_000, -3_000_000, 1e12]) {
      expect(() => addDays(localDate(2026, 1, 1), count)).toThrow(RangeError);
    }
  });

  it('is the inverse of daysBetween', () => {
    fc.assert(
      fc.property(dates, counts, (from, count) => {
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });

  it('keeps the order of time and the order of text the same', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
      }),
    );
  });
});

describe('weekdayOf', () => {
  it('numbers a week from Monday 1 to Sunday 7, also before 1970', () => {
    const week = [7, 8, 9, 10, 11, 12, 13];
    expect(week.map((day) => weekdayOf(localDate(2026, 9, day)))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([weekdayOf(localDate(1970, 1, 1)), weekdayOf(localDate(1969, 12, 31)), weekdayOf(localDate(1900, 1, 1))]).toEqual([4, 3, 1]);
  });

  it('comes round every seven days', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, weeks) => {
        expect(weekdayOf(addDays(date, 7 * weeks))).toBe(weekdayOf(date));
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1);
      }),
    );
  });
});
