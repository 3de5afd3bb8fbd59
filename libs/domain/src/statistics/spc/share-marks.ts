import type { OrdinaryCounts } from '../count-law/ordinary-counts.js';
import { findShifts, type Side } from '../runs/shift-rule.js';
import { findTwoInThree, type NearPoint } from '../runs/two-in-three-rule.js';

/** Why a point stands out. The words are about the pattern, not about good or bad. */
export type SignalMark = 'above-limit' | 'below-limit' | 'two-in-three-above' | 'two-in-three-below' | 'shift-above' | 'shift-below';

/** A point of a share chart with the lines at its size. */
export interface PlacedShare {
  readonly events: number;
  readonly trials: number;
  readonly centre: number;
  readonly limits: OrdinaryCounts;
  readonly warning: OrdinaryCounts;
  /** False for a block that holds more than one month, or quarter, of the chart. */
  readonly isSinglePeriod: boolean;
  /** Whether it follows on the entry before it, with no month or quarter between. */
  readonly follows: boolean;
}

/**
 * Marks the points of one phase: outside the limits; two out of three near a limit; seven in a row on one side. The first that holds
 * is given. The last two look at single months (or quarters, in a chart of
 * these) that follow each other only: never across a merged block, a period without a figure, or a month that is not in the list.
 *
 * @param points in order of time, null for a period without a figure.
 * Source: the rules of NHS England's chart (nhs/special-cause.ts) without the trend rule, which finds almost nothing more.
 */
export function shareMarks(points: readonly (PlacedShare | null)[]): readonly (SignalMark | null)[] {
  const marks: (SignalMark | null)[] = points.map((point) => (point === null ? null : outsideMark(point)));
  for (const { from, toExclusive } of unbrokenRuns(points)) {
    const near = points.slice(from, toExclusive).map((point) => nearPoint(point));
    const pairs = findTwoInThree(near, 'within-limits');
    const shifts = findShifts(near.map(({ side }) => side));
    near.forEach(({ side }, index) => {
      if (marks[from + index] !== null) return;
      if (pairs[index] === true) marks[from + index] = side === 1 ? 'two-in-three-above' : 'two-in-three-below';
      else if (shifts[index] === true) marks[from + index] = side === 1 ? 'shift-above' : 'shift-below';
    });
  }
  return marks;
}

function outsideMark({ events, limits }: PlacedShare): SignalMark | null {
  if (events > limits.greatest) return 'above-limit';
  return events < limits.least ? 'below-limit' : null;
}

function nearPoint(point: PlacedShare | null): NearPoint {
  if (point === null) return { side: null, isNear: false, isOutside: false };
  const isOutside = outsideMark(point) !== null;
  const side = sideOf(point.events / point.trials, point.centre);
  const isNear = !isOutside && (side === 1 ? point.events > point.warning.greatest : point.events < point.warning.least);
  return { side, isNear, isOutside };
}

function sideOf(share: number, centre: number): Side {
  if (share === centre) return 0;
  return share > centre ? 1 : -1;
}

/** The longest stretches of single months, or quarters, with a figure that follow each other. */
function unbrokenRuns(points: readonly (PlacedShare | null)[]): { readonly from: number; readonly toExclusive: number }[] {
  const runs: { from: number; toExclusive: number }[] = [];
  points.forEach((point, index) => {
    if (point?.isSinglePeriod !== true) return;
    const current = runs.at(-1);
    if (current?.toExclusive === index && point.follows) current.toExclusive = index + 1;
    else runs.push({ from: index, toExclusive: index + 1 });
  });
  return runs;
}
