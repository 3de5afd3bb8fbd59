import { addDays, daysBetween, weekdayOf } from '../period/calendar-days.js';
import type { HalfYear } from '../period/half-year.js';
import { parseLocalDate, type LocalDate } from '../period/local-date.js';
import type { Quarter } from '../period/quarter.js';
import type { Language } from '../shared/wording.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};

const THURSDAY = 4;

/** A date in full: '3 november 2026' in Dutch, '3 November 2026' in English. */
export function dateForm(date: LocalDate, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
}

/** The ISO 8601 week a date lies in: 'week 45 van 2026' in Dutch, 'week 45 of 2026' in English. */
export function weekForm(date: LocalDate, language: Language): string {
  // A week belongs to the year of its Thursday: 1 January 2027 lies in week 53 of 2026.
  const thursday = addDays(date, THURSDAY - weekdayOf(date));
  const year = thursday.slice(0, 4);
  const newYear = parseLocalDate(`${year}-01-01`);
  if (newYear === null) throw new RangeError('a year starts with a day that exists');
  const week = Math.floor(daysBetween(newYear, thursday) / 7) + 1;
  return { nl: `week ${week} van ${year}`, en: `week ${week} of ${year}` }[language];
}

/** A quarter as people in Dutch care write it: '3e kwartaal 2026'; 'Q3 2026' in English. */
export function quarterForm(quarter: Quarter, language: Language): string {
  const [year, number] = [quarter.slice(0, 4), quarter.slice(6)];
  return { nl: `${number}e kwartaal ${year}`, en: `Q${number} ${year}` }[language];
}

/** A half-year: '1e halfjaar 2026' in Dutch, 'H1 2026' in English. */
export function halfYearForm(halfYear: HalfYear, language: Language): string {
  const [year, number] = [halfYear.slice(0, 4), halfYear.slice(6)];
  return { nl: `${number}e halfjaar ${year}`, en: `H${number} ${year}` }[language];
}
