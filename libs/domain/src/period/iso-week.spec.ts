import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate, weekdayOf } from './calendar-days.js';
import { isoWeekOf, parseIsoWeek } from './iso-week.js';

const START = localDate(2000, 1, 1);
const dates = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays(START, days));

describe('isoWeekOf', () => {
  // From the calendar of ISO 8601, checked with date --date=... +%G-W%V of GNU coreutils.
  it.each([
    [localDate(2026, 1, 1), '2026-W01'],
    [localDate(2026, 12, 31), '2026-W53'],
    [localDate(2027, 1, 3), '2026-W53'],
    [localDate(2027, 1, 4), '2027-W01'],
    [localDate(2024, 12, 30), '2025-W01'],
    [localDate(2023, 1, 1), '2022-W52'],
  ])('puts %s in %s', (date, week) => {
    expect(isoWeekOf(date)).toBe(week);
  });

  it('gives the seven days from Monday to Sunday one week, and the next Monday the next', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const monday = addDays(date, 1 - weekdayOf(date));
        for (let day = 0; day < 7; day += 1) expect(isoWeekOf(addDays(monday, day))).toBe(isoWeekOf(date));
        expect(isoWeekOf(addDays(monday, 7)) > isoWeekOf(date)).toBe(true);
      }),
    );
  });
});

describe('parseIsoWeek', () => {
  it('reads every week that a date lies in', () => {
    fc.assert(fc.property(dates, (date) => expect(parseIsoWeek(isoWeekOf(date))).toBe(isoWeekOf(date))));
  });

  it.each(['2026-W00', '2026-W54', '2025-W53', '2026-53', '2026-W1', '', 'w2026-W01'])('refuses %j', (text) => {
    expect(parseIsoWeek(text)).toBeNull();
  });
});
