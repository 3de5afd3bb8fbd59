import type { HeldSession } from '../measure/weeks-since-support.js';
import { SUPPORT_KINDS, type SupportKind } from '../measure/support-session.js';
import { thursdayOf } from '../period/iso-week.js';
import { monthOf, type Month } from '../period/month.js';

/** How many sessions of one kind were held in one month: an event on the charts of a team. */
export interface HeldInMonth {
  readonly month: Month;
  readonly kind: SupportKind;
  readonly held: number;
}

/**
 * The held sessions of a place by month and kind, in order of time and then of the kinds; only what there was.
 *
 * A week belongs to the month of its Thursday, since of a small session nothing finer is kept. Sessions that were not held are no events.
 */
export function heldByMonth(sessions: readonly HeldSession[]): readonly HeldInMonth[] {
  const held = sessions.flatMap(({ kind, heldWeek }) => (heldWeek === null ? [] : [{ kind, month: monthOf(thursdayOf(heldWeek)) }]));
  const months = [...new Set(held.map(({ month }) => month))].sort();
  return months.flatMap((month) =>
    SUPPORT_KINDS.flatMap((kind) => {
      const count = held.filter((session) => session.month === month && session.kind === kind).length;
      return count === 0 ? [] : [{ month, kind, held: count }];
    }),
  );
}
