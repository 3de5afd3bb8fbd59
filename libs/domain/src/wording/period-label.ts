import { halfYearOf, monthsOfHalfYear } from '../period/half-year.js';
import { addMonths, type Month } from '../period/month.js';
import type { MonthRange } from '../period/month-range.js';
import { monthsOfQuarter, quarterOf } from '../period/quarter.js';
import type { Language } from '../shared/wording.js';
import { halfYearForm, quarterForm } from './date-form.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** The months that a figure is about, both included; a published period is one. */
export interface MonthsOfFigure {
  readonly from: Month;
  readonly through: Month;
}

/**
 * A period in words: 'okt 2026', 'feb–apr 2026' or 'nov 2025–jan 2026'; a period that is exactly a quarter or a half-year has that name:
 * '3e kwartaal 2026', '1e halfjaar 2026'.
 *
 * @param through last month, inclusive.
 */
export function periodLabel(from: Month, through: Month, language: Language): string {
  const last = `${monthName(through, language)} ${yearOf(through)}`;
  if (from === through) return last;
  const [quarter, halfYear] = [quarterOf(from), halfYearOf(from)];
  if (isExactly(monthsOfQuarter(quarter), from, through)) return quarterForm(quarter, language);
  if (isExactly(monthsOfHalfYear(halfYear), from, through)) return halfYearForm(halfYear, language);
  const first = monthName(from, language);
  return yearOf(from) === yearOf(through) ? `${first}–${last}` : `${first} ${yearOf(from)}–${last}`;
}

function isExactly(range: MonthRange, from: Month, through: Month): boolean {
  return range.from === from && range.toExclusive === addMonths(through, 1);
}

function monthName(month: Month, language: Language): string {
  return MONTHS[language][Number(month.slice(5, 7)) - 1] ?? month;
}

function yearOf(month: Month): string {
  return month.slice(0, 4);
}
