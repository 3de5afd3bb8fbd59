import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate } from './calendar-days.js';
import { dutchHolidays, LIBERATION_DAY_RULES, type LiberationDayRule } from './dutch-holidays.js';
import { parseLocalDate, type LocalDate } from './local-date.js';
import { isWorkingDay, workingDaysSince } from './working-days.js';

function date(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

const since = (from: string, through: string, rule?: LiberationDayRule) => workingDaysSince(date(from), date(through), rule);

const dates = fc.integer({ min: 0, max: 25_000 }).map((days) => addDays(localDate(1990, 1, 1), days));
const lengths = fc.integer({ min: 0, max: 900 });
const rules = fc.constantFrom(...LIBERATION_DAY_RULES);

/** The same count by looking at one day after another, with the weekdays of the language. */
function countedOneByOne(from: LocalDate, length: number, rule: LiberationDayRule): number {
  const later = Array.from({ length }, (_, step) => addDays(from, step + 1));
  const closed = new Set(later.flatMap((day) => (day.slice(5) === '01-01' || day === later[0] ? dutchHolidays(Number(day.slice(0, 4)), rule) : [])).map((holiday) => holiday.date));
  return later.filter((day) => ![0, 6].includes(new Date(day).getUTCDay()) && !closed.has(day)).length;
}

describe('workingDaysSince', () => {
  it('counts 14 from Monday 7 through Friday 25 September 2026', () => {
    expect(since('2026-09-07', '2026-09-25')).toBe(14);
  });

  it('is 0 on the day itself and grows by one with every later working day', () => {
    expect(['2026-09-07', '2026-09-08', '2026-09-09', '2026-09-11', '2026-09-12', '2026-09-13', '2026-09-14'].map((day) => since('2026-09-07', day))).toEqual([0, 1, 2, 4, 4, 4, 5]);
  });

  it('counts Monday as day 1 of what began on Friday, Saturday or Sunday', () => {
    expect(['2026-09-11', '2026-09-12', '2026-09-13'].map((day) => since(day, '2026-09-14'))).toEqual([1, 1, 1]);
  });

  it('is 0, not negative, when the end lies before the beginning', () => {
    expect(since('2026-09-25', '2026-09-07')).toBe(0);
  });

  it.each([
    ['Easter', '2026-04-02', '2026-04-07', 2],
    ['King’s Day', '2026-04-24', '2026-04-28', 1],
    ['King’s Day on a Saturday, which takes nothing away', '2025-04-25', '2025-04-28', 1],
    ['5 May in a lustrum year', '2025-05-02', '2025-05-06', 1],
    ['5 May in another year', '2026-05-04', '2026-05-06', 2],
    ['Ascension Day', '2026-05-13', '2026-05-15', 1],
    ['Whitsun', '2026-05-22', '2026-05-26', 1],
    ['Christmas and New Year', '2025-12-23', '2026-01-05', 6],
    ['the start of summer time', '2026-03-27', '2026-03-31', 2],
    ['the end of summer time', '2026-10-23', '2026-10-27', 2],
  ])('knows %s', (_, from, through, expected) => {
    expect(since(from, through)).toBe(expected);
  });

  it('takes a day off once when two holidays share it', () => {
    expect(since('2005-05-04', '2005-05-06')).toBe(1);
  });

  it('follows what the organisation set for 5 May', () => {
    expect(LIBERATION_DAY_RULES.map((rule) => since('2026-05-04', '2026-05-06', rule))).toEqual([2, 1, 2]);
    expect(LIBERATION_DAY_RULES.map((rule) => since('2025-05-02', '2025-05-06', rule))).toEqual([1, 1, 2]);
  });

  it('gives what looking at each day gives', () => {
    fc.assert(
      fc.property(dates, lengths, rules, (from, length, rule) => {
        expect(workingDaysSince(from, addDays(from, length), rule)).toBe(countedOneByOne(from, length, rule));
      }),
      { numRuns: 300 },
    );
  });

  it('adds up over any day between', () => {
    fc.assert(
      fc.property(dates, lengths, lengths, rules, (from, first, second, rule) => {
        const middle = addDays(from, first);
        const end = addDays(middle, second);
        expect(workingDaysSince(from, middle, rule) + workingDaysSince(middle, end, rule)).toBe(workingDaysSince(from, end, rule));
      }),
    );
  });
});

describe('isWorkingDay', () => {
  it('says no to weekends and holidays and yes to the days around them', () => {
    const days = ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06', '2026-04-07', '2026-05-05', '2025-05-05'];
    expect(days.map((day) => isWorkingDay(date(day)))).toEqual([true, false, false, false, true, true, false]);
  });

  it('is what adds one to the age', () => {
    fc.assert(
      fc.property(dates, rules, (day, rule) => {
        expect(workingDaysSince(addDays(day, -1), day, rule)).toBe(isWorkingDay(day, rule) ? 1 : 0);
      }),
    );
  });
});
