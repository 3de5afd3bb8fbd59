import { monthsInRange, parseMonth, type Month, type PublishedCell, type PublishedPeriod } from '@rolvast/domain';

/** What the published schema holds of a block, or of a month without any report. */
export interface TrendRow {
  readonly from: string;
  readonly through: string;
  /** Null for a month without any report. */
  readonly reflections: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A published period with its number of reflections; null where nothing is shown. */
export interface TrendPeriod extends PublishedPeriod {
  readonly reflections: number | null;
}

/**
 * Lays the published rows over the closed months of a window: a month that no row covers is closed but not shown,
 * which is what "withheld" means.
 *
 * @param rows in order of time; they don't overlap.
 * @returns periods in order; the first may begin before `from` when a merged block does.
 */
export function toPeriods(rows: readonly TrendRow[], from: Month, toExclusive: Month): TrendPeriod[] {
  const published = rows.map(toPeriod);
  const withheld = monthsInRange(from, toExclusive)
    .filter((month) => !published.some((period) => period.from <= month && month <= period.through))
    .map((month): TrendPeriod => ({ from: month, through: month, reflections: null, cell: { state: 'withheld' } }));
  return [...published, ...withheld].sort((one, other) => (one.through < other.through ? -1 : 1));
}

function toPeriod(row: TrendRow): TrendPeriod {
  const from = parseMonth(row.from);
  const through = parseMonth(row.through);
  if (from === null || through === null) throw new Error('a published row has a month in another form');
  return { from, through, reflections: row.reflections, cell: toCell(row) };
}

function toCell({ reflections, numerator, denominator }: TrendRow): PublishedCell {
  if (reflections === null) return { state: 'absent' };
  // A count that is posted over several blocks, or was not when the block closed, has nothing over this one.
  if (numerator === null || denominator === null) return { state: 'withheld' };
  // Denominator 0: reported, but the question was not answered in any reflection of the block. That is no absence.
  // Both are rounded: where nearly all were counted, the numerator may come out above what it is of.
  return { state: 'shown', numerator: Math.min(numerator, denominator), denominator };
}
