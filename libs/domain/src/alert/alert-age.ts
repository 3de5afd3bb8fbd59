import type { Brand } from '../shared/brand.js';

/** After how many working days an alert is overdue; a setting of the organisation, from 1 to 60. */
export type OverdueAfter = Brand<number, 'OverdueAfter'>;

/** What an organisation has that set nothing: the product's own default, not a norm from the literature. */
export const DEFAULT_OVERDUE_AFTER: OverdueAfter = overdueAfter(10);

/** Reads the setting; null when it is not a whole number from 1 to 60. */
export function parseOverdueAfter(workingDays: number): OverdueAfter | null {
  return Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= 60 ? overdueAfter(workingDays) : null;
}

function overdueAfter(workingDays: number): OverdueAfter {
  return workingDays as OverdueAfter;
}

/** Whether an alert waits too long: day 10 of 10 does not, day 11 does. */
export function isOverdue(ageWorkingDays: number, after: OverdueAfter = DEFAULT_OVERDUE_AFTER): boolean {
  return ageWorkingDays > after;
}

export type AgeBandCode = 'recent' | 'waiting' | 'over';

/** A band of ages in working days, both ends included; the last one has no end. */
export interface AgeBand {
  readonly code: AgeBandCode;
  readonly from: number;
  readonly through: number | null;
}

/** The last age of the first band, and the least that a band may reach: 0-4 is a working week. */
const RECENT_THROUGH = 5;
const NARROWEST_THROUGH = 4;

/**
 * The bands in which a team manager sees how long the alerts of her team wait: 0-5, 6-10 and over 10 by default.
 *
 * A team manager sees no date finer than a week, so no band is narrower than five working days: with a setting below 10 the first two
 * are one band, and with one below 4 the last band starts at 5 while {@link isOverdue} keeps to the setting.
 */
export function ageBands(after: OverdueAfter = DEFAULT_OVERDUE_AFTER): readonly AgeBand[] {
  const limit = Math.max(after, NARROWEST_THROUGH);
  const over: AgeBand = { code: 'over', from: limit + 1, through: null };
  if (limit < 2 * RECENT_THROUGH) return [{ code: 'recent', from: 0, through: limit }, over];
  return [{ code: 'recent', from: 0, through: RECENT_THROUGH }, { code: 'waiting', from: RECENT_THROUGH + 1, through: limit }, over];
}

/** The band an age lies in. */
export function ageBandOf(ageWorkingDays: number, after: OverdueAfter = DEFAULT_OVERDUE_AFTER): AgeBandCode {
  return ageBands(after).find(({ through }) => through === null || ageWorkingDays <= through)?.code ?? 'over';
}
