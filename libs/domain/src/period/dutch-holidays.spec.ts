import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weekdayOf } from './calendar-days.js';
import { dutchHolidays, easterSunday, LIBERATION_DAY_RULES, type HolidayCode, type LiberationDayRule } from './dutch-holidays.js';

function dateOf(code: HolidayCode, year: number, rule?: LiberationDayRule) {
  return dutchHolidays(year, rule).find((holiday) => holiday.code === code)?.date ?? null;
}

/**
 * Easter by golden number and epact, as Clavius laid the calendar down: the Sunday after the full moon of the tables.
 * It shares no step with the method under test; from The Art of Computer Programming, 1.3.2, exercise 14.
 */
function easterByEpact(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const skippedLeapYears = Math.floor((3 * century) / 4) - 12;
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - skippedLeapYears - 10;
  const raw = (((11 * golden + 20 + moonCorrection - skippedLeapYears) % 30) + 30) % 30;
  const epact = (raw === 25 && golden > 11) || raw === 24 ? raw + 1 : raw;
  const moon = 44 - epact < 21 ? 74 - epact : 44 - epact;
  const day = moon + 7 - ((sunday + moon) % 7);
  return day > 31 ? `${year}-04-${String(day - 31).padStart(2, '0')}` : `${year}-03-${String(day).padStart(2, '0')}`;
}

const years = fc.integer({ min: 1900, max: 2199 });

describe('easterSunday', () => {
  it.each([
    '1961-04-02', '1981-04-19', '2000-04-23', '2001-04-15', '2005-03-27', '2008-03-23', '2010-04-04', '2011-04-24', '2016-03-27', '2018-04-01',
    '2019-04-21', '2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16',
    '2029-04-01', '2030-04-21', '2038-04-25',
  ])('is %s in that year', (date) => {
    expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
  });

  it('agrees with the method of epact and golden number in every year from 1583 to 2499', () => {
    const all = Array.from({ length: 2500 - 1583 }, (_, step) => 1583 + step);
    expect(all.map((year) => easterSunday(year))).toEqual(all.map(easterByEpact));
  });

  it('is a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(years, (year) => {
        const easter = easterSunday(year);
        expect(weekdayOf(easter)).toBe(7);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

describe('dutchHolidays', () => {
  it('are the eight of 2025, a lustrum year, in order of date', () => {
    expect(dutchHolidays(2025)).toEqual([
      { date: '2025-01-01', code: 'new-years-day' },
      { date: '2025-04-21', code: 'easter-monday' },
      { date: '2025-04-26', code: 'kings-day' },
      { date: '2025-05-05', code: 'liberation-day' },
      { date: '2025-05-29', code: 'ascension-day' },
      { date: '2025-06-09', code: 'whit-monday' },
      { date: '2025-12-25', code: 'christmas-day' },
      { date: '2025-12-26', code: 'boxing-day' },
    ]);
  });

  it('are the seven of 2026', () => {
    expect(dutchHolidays(2026).map(({ date }) => date)).toEqual([
      '2026-01-01', '2026-04-06', '2026-04-27', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26',
    ]);
  });

  it.each([[2024, '2024-04-01'], [2025, '2025-04-21'], [2026, '2026-04-06'], [2027, '2027-03-29']])('have Easter Monday of %i on %s', (year, date) => {
    expect(dateOf('easter-monday', year)).toBe(date);
  });

  it.each([[2000, '2000-04-29'], [2006, '2006-04-29'], [2012, '2012-04-30'], [2013, '2013-04-30'], [2014, '2014-04-26'], [2015, '2015-04-27'], [2025, '2025-04-26'], [2026, '2026-04-27'], [2031, '2031-04-26']])(
    'keep the birthday of the monarch of %i on %s',
    (year, date) => {
      expect(dateOf('kings-day', year)).toBe(date);
    },
  );

  it('have 5 May in lustrum years, in every year or in none, as the organisation set it', () => {
    const closed = (rule: LiberationDayRule) => [2024, 2025, 2026, 2030].filter((year) => dateOf('liberation-day', year, rule) === `${year}-05-05`);
    expect(LIBERATION_DAY_RULES.map(closed)).toEqual([[2025, 2030], [2024, 2025, 2026, 2030], []]);
  });

  it('list two holidays that share a date as two: Ascension Day 2005 was 5 May', () => {
    expect(dutchHolidays(2005).filter(({ date }) => date === '2005-05-05').map(({ code }) => code)).toEqual(['liberation-day', 'ascension-day']);
  });

  it('put Ascension Day before 5 May in a year in which it comes first', () => {
    expect(dutchHolidays(2008, 'every-year').map(({ date }) => date).slice(2, 5)).toEqual(['2008-04-30', '2008-05-01', '2008-05-05']);
  });

  it('fall in their own year, in order of date, on the weekday they always have', () => {
    fc.assert(
      fc.property(years, fc.constantFrom(...LIBERATION_DAY_RULES), (year, rule) => {
        const dates = dutchHolidays(year, rule).map(({ date }) => date);
        expect(dates).toEqual([...dates].sort());
        expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true);
        const weekdays = (['easter-monday', 'ascension-day', 'whit-monday'] as const).map((code) => new Date(dateOf(code, year) ?? Number.NaN).getUTCDay());
        expect(weekdays).toEqual([1, 4, 1]);
        expect(new Date(dateOf('kings-day', year) ?? Number.NaN).getUTCDay()).not.toBe(0);
      }),
    );
  });
});
