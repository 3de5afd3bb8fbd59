import type { Month } from '../period/month.js';
import type { Language } from '../shared/wording.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/**
 * A period in words: 'okt 2026', 'feb–apr 2026' or 'nov 2025–jan 2026'.
 *
 * @param through last month, inclusive.
 */
export function periodLabel(from: Month, through: Month, language: Language): string {
  const last = `${monthName(through, language)} ${yearOf(through)}`;
  if (from === through) return last;
  const first = monthName(from, language);
  return yearOf(from) === yearOf(through) ? `${first}–${last}` : `${first} ${yearOf(from)}–${last}`;
}

function monthName(month: Month, language: Language): string {
  return MONTHS[language][Number(month.slice(5, 7)) - 1] ?? month;
}

function yearOf(month: Month): string {
  return month.slice(0, 4);
}
