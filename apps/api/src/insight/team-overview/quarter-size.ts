import { monthsInRange, monthsOfQuarter, type Quarter } from '@rolvast/domain';
import type { PublishedRows } from '../published-place/published-rows.js';

/** How many reflections were posted in a quarter: withheld, absent and a number are three things. */
export type QuarterSize = { readonly state: 'shown'; readonly reflections: number } | { readonly state: 'withheld' } | { readonly state: 'absent' };

/** n of a quarter of one unit: the reflections of the blocks that closed in it. */
export function quarterSize({ units: [unit] }: PublishedRows, quarter: Quarter): QuarterSize {
  if (unit === undefined) return { state: 'withheld' };
  const { from, toExclusive } = monthsOfQuarter(quarter);
  const blocks = unit.ledger.blocks.filter(({ through }) => through >= from && through < toExclusive);
  if (blocks.length > 0) return { state: 'shown', reflections: blocks.reduce((sum, { reflections }) => sum + reflections, 0) };
  const closed = monthsInRange(unit.closed.from > from ? unit.closed.from : from, toExclusive).filter((month) => month <= unit.closed.through);
  return { state: closed.every((month) => unit.absent.includes(month)) ? 'absent' : 'withheld' };
}
