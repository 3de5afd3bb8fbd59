import type { Brand } from '../shared/brand.js';
import { addDays, daysBetween, weekdayOf } from './calendar-days.js';
import { parseLocalDate, type LocalDate } from './local-date.js';

/** A week 'YYYY-Www' as ISO 8601 numbers it: Monday to Sunday, in the year in which its Thursday lies. Weeks sort as text. */
export type IsoWeek = Brand<string, 'IsoWeek'>;

const WEEK = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/;
const THURSDAY = 4;

/** The week a date lies in: 2027-01-01 is in '2026-W53'. */
export function isoWeekOf(date: LocalDate): IsoWeek {
  const thursday = addDays(date, THURSDAY - weekdayOf(date));
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(firstOfJanuary(year), thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}` as IsoWeek;
}

/** Reads 'YYYY-Www'; null when the text has another form or the year has no such week. */
export function parseIsoWeek(text: string): IsoWeek | null {
  const [, year, number] = WEEK.exec(text) ?? [];
  const first = year === undefined ? null : parseLocalDate(`${year}-01-04`);
  // 4 January always lies in week 1, so as many weeks later the number must be the one in the text.
  return first !== null && isoWeekOf(addDays(first, (Number(number) - 1) * 7)) === text ? (text as IsoWeek) : null;
}

/** Whole weeks from one week to another; negative when the other lies before. */
export function weeksBetween(from: IsoWeek, to: IsoWeek): number {
  return daysBetween(mondayOf(from), mondayOf(to)) / 7;
}

/** The Thursday of a week: month, quarter and year of a week are those of its Thursday. */
export function thursdayOf(week: IsoWeek): LocalDate {
  return addDays(mondayOf(week), THURSDAY - 1);
}

/** The Monday with which a week begins. */
function mondayOf(week: IsoWeek): LocalDate {
  const fourth = parseLocalDate(`${week.slice(0, 4)}-01-04`);
  if (fourth === null) throw new RangeError('no such year');
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (Number(week.slice(6)) - 1));
}

function firstOfJanuary(year: string): LocalDate {
  const date = parseLocalDate(`${year}-01-01`);
  if (date === null) throw new RangeError('no such year');
  return date;
}
