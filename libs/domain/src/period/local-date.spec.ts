import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateInAmsterdam, parseLocalDate } from './local-date.js';

const twoDigits = (value: number) => String(value).padStart(2, '0');
const fourDigits = (value: number) => String(value).padStart(4, '0');

/** The Gregorian calendar by its own rule, without the Date of the language. */
function exists(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** The last Sunday of a month of 31 days, at 01:00 UTC: when the clocks of the European Union change. */
function clockChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month - 1, 31, 1));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}

describe('parseLocalDate', () => {
  it('accepts exactly the dates that exist, in both notations', () => {
    const parts = [fc.integer({ min: 100, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 })] as const;
    fc.assert(
      fc.property(...parts, (year, month, day) => {
        const iso = `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}`;
        const expected = exists(year, month, day) ? iso : null;
        expect(parseLocalDate(iso)).toBe(expected);
        expect(parseLocalDate(`${twoDigits(day)}-${twoDigits(month)}-${fourDigits(year)}`)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('accepts every day of a leap year and of a common year', () => {
    for (const [year, days] of [[2024, 366], [2026, 365], [2000, 366], [1900, 365]] as const) {
      const accepted = Array.from({ length: 13 * 33 }, (_, index) =>
        parseLocalDate(`${year}-${twoDigits(Math.floor(index / 33))}-${twoDigits(index % 33)}`),
      ).filter((date) => date !== null);
      expect(accepted).toHaveLength(days);
    }
  });

  it('refuses 30 February', () => {
    expect(parseLocalDate('2026-02-30')).toBeNull();
    expect(parseLocalDate('30-02-2026')).toBeNull();
  });

  it('reads a Dutch date with the day first', () => {
    expect(parseLocalDate('03-04-2026')).toBe('2026-04-03');
  });

  it.each(['', '2026-2-3', '3-4-2026', '2026/04/03', '20260403', '2026-04-03T00:00', ' 2026-04-03', '2026-04-03\n', '+2026-04-03', '26-04-03', 'vandaag', '２０２６-04-03'])(
    'refuses the form %j',
    (text) => {
      expect(parseLocalDate(text)).toBeNull();
    },
  );

  it('refuses a year below 100 instead of taking it for the last century', () => {
    expect(parseLocalDate('0026-04-03')).toBeNull();
  });
});

describe('dateInAmsterdam', () => {
  it.each([
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2024-02-28T23:30:00Z', '2024-02-29'],
  ])('takes %s for %s', (instant, date) => {
    expect(dateInAmsterdam(new Date(instant))).toBe(date);
  });

  it('follows the clock change of the European Union at every instant', () => {
    const instants = fc.date({ min: new Date('2000-01-02T00:00:00Z'), max: new Date('2050-12-30T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (instant) => {
        const year = instant.getUTCFullYear();
        const isSummer = instant.getTime() >= clockChange(year, 3) && instant.getTime() < clockChange(year, 10);
        const local = new Date(instant.getTime() + (isSummer ? 2 : 1) * 3_600_000);
        expect(dateInAmsterdam(instant)).toBe(local.toISOString().slice(0, 10));
      }),
      { numRuns: 500 },
    );
  });

  it('gives a date that parses as itself', () => {
    const date = dateInAmsterdam(new Date('2026-01-05T12:00:00Z'));
    expect(parseLocalDate(date)).toBe(date);
  });
});
