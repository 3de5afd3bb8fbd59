import type { Language } from '../shared/wording.js';

/** The signs of each language, written out so that no machine's settings decide about them. */
const SIGNS: Readonly<Record<Language, { readonly thousands: string; readonly decimal: string; readonly percent: string }>> = {
  nl: { thousands: '.', decimal: ',', percent: ' %' },
  en: { thousands: ',', decimal: '.', percent: '%' },
};

/** Hours are posted as multiples of five; more would suggest a precision that is not there. */
const HOURS_STEP = 5;

/**
 * A whole number: '1.200' in Dutch, '1,200' in English.
 *
 * @throws RangeError when it is not a whole number from 0.
 */
export function countForm(count: number, language: Language): string {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('a count is a whole number from 0');
  return String(count).replace(/\B(?=(\d{3})+$)/g, SIGNS[language].thousands);
}

/**
 * A number with a fixed number of decimals: '1.234,50' in Dutch, '1,234.50' in English.
 *
 * @param decimals 1 to 6.
 * @throws RangeError when the value is negative or not finite: neither belongs in a sentence.
 */
export function decimalForm(value: number, decimals: number, language: Language): string {
  if (!Number.isFinite(value) || value < 0) throw new RangeError('a number in a sentence is finite and not negative');
  const [whole = '0', fraction = ''] = value.toFixed(decimals).split('.');
  return `${countForm(Number(whole), language)}${SIGNS[language].decimal}${fraction}`;
}

/** A ratio of what was seen to what was expected, with its interval; no unit, 1 is "as expected". */
export interface RatioWithInterval {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

/** A ratio and its interval in two decimals: '1,18; 0,70–1,87' in Dutch, '1.18; 0.70–1.87' in English. */
export function ratioForm({ ratio, lower, upper }: RatioWithInterval, language: Language): string {
  const [one, from, to] = [ratio, lower, upper].map((value) => decimalForm(value, 2, language));
  return `${one}; ${from}–${to}`;
}

/**
 * Hours, rounded to five: '35 uur' in Dutch, '35 hours' in English. What rounds to nothing is 'minder dan 5 uur': a posted zero is no proof of none.
 *
 * @param hours from 0, not rounded.
 */
export function hoursForm(hours: number, language: Language): string {
  const rounded = HOURS_STEP * Math.round(hours / HOURS_STEP);
  if (rounded === 0) return { nl: `minder dan ${HOURS_STEP} uur`, en: `fewer than ${HOURS_STEP} hours` }[language];
  return `${countForm(rounded, language)} ${{ nl: 'uur', en: 'hours' }[language]}`;
}

/**
 * A share of two counts in whole percents: '38 %' in Dutch, '38%' in English.
 * Rounding never claims none or all: 1 of 300 is '< 1 %', 299 of 300 '> 99 %'.
 *
 * @param numerator 0 to the denominator.
 * @param denominator above 0.
 */
export function sharePercent(numerator: number, denominator: number, language: Language): string {
  const percent = Math.round((100 * numerator) / denominator);
  const sign = SIGNS[language].percent;
  if (percent === 0 && numerator > 0) return `< 1${sign}`;
  if (percent === 100 && numerator < denominator) return `> 99${sign}`;
  return `${countForm(percent, language)}${sign}`;
}
