import { dateInAmsterdam, type LocalDate } from './local-date.js';
import { firstDayOf, type Month } from './month.js';

const HOUR_MS = 3_600_000;

/**
 * The instant at which a date begins in the Netherlands. The day is the half-open range up to the start of the next date,
 * so that the day of a clock change lasts 23 or 25 hours.
 *
 * Assumption: Amsterdam is one hour ahead of UTC, or two in summer, and changes its clocks after midnight; true since 1978.
 */
export function startOfDayInAmsterdam(date: LocalDate): Date {
  const midnightUtc = Date.parse(`${date}T00:00:00Z`);
  const inSummer = new Date(midnightUtc - 2 * HOUR_MS);
  return dateInAmsterdam(inSummer) === date ? inSummer : new Date(midnightUtc - HOUR_MS);
}

/** The instant at which a month begins in the Netherlands; the month lasts up to the start of the next one. */
export function startOfMonthInAmsterdam(month: Month): Date {
  return startOfDayInAmsterdam(firstDayOf(month));
}
