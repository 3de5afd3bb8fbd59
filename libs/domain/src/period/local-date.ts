import type { Brand } from '../shared/brand.js';

/** A calendar date 'YYYY-MM-DD' that exists; it has no time and no zone. */
export type LocalDate = Brand<string, 'LocalDate'>;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DUTCH_DATE = /^(\d{2})-(\d{2})-(\d{4})$/;

/**
 * Reads 'YYYY-MM-DD' or 'DD-MM-YYYY'.
 *
 * @returns the date, or null when the text has another form or names a day that does not exist (30 February).
 */
export function parseLocalDate(text: string): LocalDate | null {
  const iso = ISO_DATE.exec(text);
  if (iso) return existingDate(iso[1], iso[2], iso[3]);
  const dutch = DUTCH_DATE.exec(text);
  return dutch ? existingDate(dutch[3], dutch[2], dutch[1]) : null;
}

function existingDate(year = '', month = '', day = ''): LocalDate | null {
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const text = `${year}-${month}-${day}`;
  // Date.UTC rolls 30 February over to March and reads years below 100 as 19xx: both differ from the text.
  return instant.toISOString().slice(0, 10) === text ? (text as LocalDate) : null;
}

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The date on the calendar in the Netherlands at an instant, whatever the zone of the process.
 *
 * @param instant any moment; 2026-06-30T22:30Z is already 2026-07-01 in Amsterdam.
 */
export function dateInAmsterdam(instant: Date): LocalDate {
  return amsterdam.format(instant) as LocalDate;
}
