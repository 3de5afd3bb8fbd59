import type { Month } from '../../period/month.js';

/** A period of a chart as far as it says which months it holds. */
export interface HeldPeriod {
  /** First month of its label, by which a phase begins. */
  readonly from: Month;
  /** First month that it holds; before `from` where months went together with those of the period before. */
  readonly heldFrom: Month;
}

/**
 * With which period each new start of a chart begins: the first one that holds no month of before.
 *
 * A new start is decided for a month, and a period may hold several. One that holds the month and earlier ones belongs to what was before, so that
 * the new base is not mixed with it.
 *
 * @param periods in order of time.
 * @param months decided new starts.
 * @returns for each of `months` the `from` of its period; null while there is none yet. Two months may begin with the same period.
 */
export function phaseStarts(periods: readonly HeldPeriod[], months: readonly Month[]): readonly (Month | null)[] {
  return months.map((month) => periods.find(({ heldFrom }) => heldFrom >= month)?.from ?? null);
}
