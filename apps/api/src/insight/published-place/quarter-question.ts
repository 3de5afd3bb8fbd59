import { addMonths, calendarPeriodOf, failure, parseMonth, parseQuarter, monthsOfQuarter, quarterOf, success, type Month, type Quarter, type Result } from '@rolvast/domain';
import type { FoundPlace } from './place.js';
import type { PublishedUnit } from './published-rows.js';

/** A quarter that has been closed, with its first and last month. */
export interface ClosedQuarter {
  readonly quarter: Quarter;
  readonly from: Month;
  readonly through: Month;
}

/** `NOT_A_QUARTER`: the text names none. `QUARTER_NOT_PUBLISHED`: not closed yet, or before anything was. */
export type QuarterFault = 'NOT_A_QUARTER' | 'QUARTER_NOT_PUBLISHED';

/**
 * The quarter that is asked for, or without one the last that was closed as a whole.
 *
 * @param wanted `YYYY-Qn`.
 */
export function closedQuarter(wanted: string | null, { closedThrough }: Pick<FoundPlace, 'closedThrough'>): Result<ClosedQuarter, QuarterFault> {
  const quarter = wanted === null ? null : parseQuarter(wanted);
  if (wanted !== null && quarter === null) return failure('NOT_A_QUARTER');
  const last = closedThrough === null ? null : parseMonth(closedThrough);
  if (last === null) return failure('QUARTER_NOT_PUBLISHED');
  const found = quarter === null ? lastEnded(last) : calendarPeriodOf('quarter', monthsOfQuarter(quarter).from);
  return found.through > last ? failure('QUARTER_NOT_PUBLISHED') : success({ quarter: quarterOf(found.from), ...found });
}

function lastEnded(last: Month): { readonly from: Month; readonly through: Month } {
  const current = calendarPeriodOf('quarter', last);
  return current.through <= last ? current : calendarPeriodOf('quarter', addMonths(current.from, -1));
}

/** Every quarter of which some units closed a month, up to the last that was closed as a whole, in order of time. */
export function closedQuarters(units: readonly PublishedUnit[], { closedThrough }: Pick<FoundPlace, 'closedThrough'>): readonly Quarter[] {
  const last = closedThrough === null ? null : parseMonth(closedThrough);
  const first = units.map(({ closed }) => closed.from).reduce<Month | null>((least, month) => (least === null || month < least ? month : least), null);
  const found: Quarter[] = [];
  if (first === null || last === null) return found;
  for (let next = calendarPeriodOf('quarter', first); next.through <= last; next = calendarPeriodOf('quarter', addMonths(next.through, 1))) found.push(quarterOf(next.from));
  return found;
}
