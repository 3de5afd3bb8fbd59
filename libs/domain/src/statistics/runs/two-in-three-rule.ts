import type { Side } from './shift-rule.js';

/**
 * Which reading of "two out of three near a limit" is used.
 *
 * - `within-limits`: all three on the same side of the centre, at least two between the warning limit and the limit; a point
 *   outside the limits is not one of the two (NHSRplotthedots).
 * - `beyond-warning`: at least two of three beyond the same warning limit, outside the limits included, wherever the third
 *   lies (Western Electric, PowerBI-SPC).
 */
export type TwoInThreeVariant = 'within-limits' | 'beyond-warning';

/** Where a point lies as seen from the limits; null where no rule may look past. */
export interface NearPoint {
  readonly side: Side;
  /** Beyond the warning limit on its side, and not beyond the limit. */
  readonly isNear: boolean;
  readonly isOutside: boolean;
}

/** Marks the near points of every three in a row of which two are near a limit. Points in between are not marked. */
export function findTwoInThree(points: readonly NearPoint[], variant: TwoInThreeVariant): readonly boolean[] {
  const counts = ({ isNear, isOutside }: NearPoint) => isNear || (variant === 'beyond-warning' && isOutside);
  const marked = points.map(() => false);
  for (let from = 0; from + 2 < points.length; from += 1) {
    const three = points.slice(from, from + 3);
    const side = sideOfThree(three, variant, counts);
    if (side === null) continue;
    three.forEach((point, index) => {
      if (point.side === side && counts(point)) marked[from + index] = true;
    });
  }
  return marked;
}

function sideOfThree(three: readonly NearPoint[], variant: TwoInThreeVariant, counts: (point: NearPoint) => boolean): Side {
  for (const side of [1, -1] as const) {
    const onSide = three.filter((point) => point.side === side);
    if (variant === 'within-limits' && onSide.length < 3) continue;
    if (three.some((point) => point.side === null)) continue;
    if (onSide.filter(counts).length >= 2) return side;
  }
  return null;
}
