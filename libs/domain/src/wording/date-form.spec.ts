import { describe, expect, it } from '@jest/globals';
import { parseHalfYear } from '../period/half-year.js';
import { parseLocalDate, type LocalDate } from '../period/local-date.js';
import { parseQuarter } from '../period/quarter.js';
import { dateForm, halfYearForm, quarterForm, weekForm } from './date-form.js';

function date(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

describe('dateForm', () => {
  it('writes the day without a leading zero and the month in full', () => {
    expect(dateForm(date('2026-11-03'), 'nl')).toBe('3 november 2026');
    expect(dateForm(date('2026-11-03'), 'en')).toBe('3 November 2026');
  });

  it('names every month as the calendar of each language does', () => {
    for (const [language, locale] of [['nl', 'nl-NL'], ['en', 'en-GB']] as const) {
      const calendar = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const text = `2026-${String(month).padStart(2, '0')}-09`;
        expect(dateForm(date(text), language)).toBe(calendar.format(new Date(`${text}T00:00:00Z`)));
      }
    }
  });
});

describe('weekForm', () => {
  it.each([
    ['2026-11-03', 'week 45 van 2026'],
    ['2026-01-01', 'week 1 van 2026'],
    ['2025-12-29', 'week 1 van 2026'],
    ['2027-01-01', 'week 53 van 2026'],
    ['2027-01-03', 'week 53 van 2026'],
    ['2027-01-04', 'week 1 van 2027'],
    ['2024-12-30', 'week 1 van 2025'],
  ])('counts weeks from Monday and gives a week to the year of its Thursday: %s', (text, week) => {
    expect(weekForm(date(text), 'nl')).toBe(week);
  });

  it('says it in English', () => {
    expect(weekForm(date('2026-11-03'), 'en')).toBe('week 45 of 2026');
  });
});

describe('quarterForm and halfYearForm', () => {
  it('write what people in Dutch care read', () => {
    const [quarter, halfYear] = [parseQuarter('2026-Q3'), parseHalfYear('2026-H1')];
    if (quarter === null || halfYear === null) throw new Error('no period');
    expect([quarterForm(quarter, 'nl'), quarterForm(quarter, 'en')]).toEqual(['3e kwartaal 2026', 'Q3 2026']);
    expect([halfYearForm(halfYear, 'nl'), halfYearForm(halfYear, 'en')]).toEqual(['1e halfjaar 2026', 'H1 2026']);
  });
});
