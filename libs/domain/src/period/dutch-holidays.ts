import { assertNever } from '../shared/assert-never.js';
import { addDays, localDate, weekdayOf } from './calendar-days.js';
import type { LocalDate } from './local-date.js';

export type HolidayCode =
  | 'new-years-day'
  | 'easter-monday'
  | 'kings-day'
  | 'liberation-day'
  | 'ascension-day'
  | 'whit-monday'
  | 'christmas-day'
  | 'boxing-day';

/** A day in the Netherlands on which an organisation does not work. */
export interface Holiday {
  readonly date: LocalDate;
  readonly code: HolidayCode;
}

/** In which years an organisation is closed on 5 May; its own setting. Lustrum years are those divisible by 5. */
export const LIBERATION_DAY_RULES = ['lustrum-years', 'every-year', 'never'] as const;
export type LiberationDayRule = (typeof LIBERATION_DAY_RULES)[number];

/**
 * Easter Sunday by the Gregorian computus.
 *
 * Formula: the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8), in whole numbers. Golden vectors
 * and a second method (epact and golden number) stand in the spec.
 *
 * @param year 1583 to 9999; before that Easter followed another calendar.
 */
export function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const fullMoon = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - fullMoon - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * fullMoon + 22 * toSunday) / 451);
  const days = fullMoon + toSunday - 7 * lateMoon;
  // 22 March is the earliest possible Easter.
  return addDays(localDate(year, 3, 22), days);
}

/**
 * The holidays of a year in order of date.
 *
 * Two may fall on one date (Ascension Day 2005 was 5 May): whoever counts days counts dates. A holiday in a weekend is listed too.
 * Good Friday and 31 December are ordinary working days here.
 *
 * @param year 1980 to 9999; reflections start in 2000. For earlier years the rules of 1980 are applied, which is not history.
 */
export function dutchHolidays(year: number, liberationDay: LiberationDayRule = 'lustrum-years'): readonly Holiday[] {
  const easter = easterSunday(year);
  const holidays: readonly Holiday[] = [
    { date: localDate(year, 1, 1), code: 'new-years-day' },
    { date: addDays(easter, 1), code: 'easter-monday' },
    { date: kingsDay(year), code: 'kings-day' },
    ...(hasLiberationDay(year, liberationDay) ? [{ date: localDate(year, 5, 5), code: 'liberation-day' } as const] : []),
    { date: addDays(easter, 39), code: 'ascension-day' },
    { date: addDays(easter, 50), code: 'whit-monday' },
    { date: localDate(year, 12, 25), code: 'christmas-day' },
    { date: localDate(year, 12, 26), code: 'boxing-day' },
  ];
  return [...holidays].sort((one, other) => compareText(one.date, other.date));
}

/** The birthday of the monarch as it is kept: 27 April from 2014, 30 April before; on a Saturday when that is a Sunday. */
function kingsDay(year: number): LocalDate {
  const birthday = year >= 2014 ? localDate(year, 4, 27) : localDate(year, 4, 30);
  return weekdayOf(birthday) === 7 ? addDays(birthday, -1) : birthday;
}

function hasLiberationDay(year: number, rule: LiberationDayRule): boolean {
  switch (rule) {
    case 'lustrum-years':
      return year % 5 === 0;
    case 'every-year':
      return true;
    case 'never':
      return false;
    default:
      return assertNever(rule, 'liberation day rule');
  }
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
