import type { Month } from '../../period/month.js';
import type { PublishedCell } from '../../publication/published-cell.js';
import { failure, success, type Result } from '../../shared/result.js';
import { checkWholeCounts, type SeriesFault, type WholeCountFault } from '../series.js';

/** One published period: a single month, or several months merged into one block. */
export interface PublishedPeriod {
  readonly from: Month;
  /** Last month of the period, inclusive; equal to `from` for a single month. */
  readonly through: Month;
  readonly cell: PublishedCell;
  /** How many running totals are added up in the figure: the units of a sum; 1 unless said otherwise. */
  readonly totals?: number;
  /** Whether it holds months of the period before as well, behind its label; no run rule looks past it. */
  readonly isMerged?: boolean;
}

/** What is wrong with a list of published periods, and at which position. */
export type PublishedPeriodFault = SeriesFault | WholeCountFault;

/**
 * Gives the periods back when they follow each other in time without overlapping, and hold counts that can be.
 *
 * `repeated-period` is a period that begins with the same month as the one before; `out-of-order` one that begins before
 * the one before has ended, or ends before it begins.
 */
export function checkPeriods(periods: readonly PublishedPeriod[]): Result<readonly PublishedPeriod[], PublishedPeriodFault> {
  for (const [position, { from, through }] of periods.entries()) {
    const before = periods[position - 1];
    if (before !== undefined && from === before.from) return failure({ code: 'repeated-period', position });
    if (through < from || (before !== undefined && from <= before.through)) return failure({ code: 'out-of-order', position });
  }
  const counted = checkWholeCounts(periods.map(({ cell }) => (cell.state === 'shown' ? cell : null)));
  return counted.ok ? success(periods) : counted;
}
