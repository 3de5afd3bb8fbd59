/** Limits of a p-chart: one centre, and a band per point because the denominators differ. */
export interface PChartLimits {
  /** Share in [0, 1]. */
  readonly centre: number;
  /** Per point, in the order given; null where the point is not shown. */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

/** A point of a p-chart; null for a period without a figure. */
export type ProportionPoint = { readonly numerator: number; readonly denominator: number } | null;

/**
 * Three-sigma limits of a p-chart, computed from the given points only.
 *
 * Assumes independent binomial counts. centre = sum of numerators / sum of denominators;
 * limits = centre ± 3 * sqrt(centre * (1 - centre) / denominator), clamped to [0, 1].
 *
 * @param points counts per period. A null point, or one with denominator 0, gets no limits and does not count.
 * @throws RangeError for a numerator below 0 or above its denominator: published counts never are.
 * @returns null when no point has a denominator above 0.
 * Source: Shewhart p-chart, as in Montgomery, Introduction to Statistical Quality Control, ch. 7.
 */
export function pChartLimits(points: readonly ProportionPoint[]): PChartLimits | null {
  const counted = points.filter((point): point is Exclude<ProportionPoint, null> => point !== null && point.denominator > 0);
  checkCounts(counted);
  const total = counted.reduce((sum, point) => sum + point.denominator, 0);
  if (total === 0) return null;
  const centre = counted.reduce((sum, point) => sum + point.numerator, 0) / total;
  const halfWidths = points.map((point) =>
    point === null || point.denominator === 0 ? null : 3 * Math.sqrt((centre * (1 - centre)) / point.denominator),
  );
  return {
    centre,
    lower: halfWidths.map((half) => (half === null ? null : Math.max(0, centre - half))),
    upper: halfWidths.map((half) => (half === null ? null : Math.min(1, centre + half))),
  };
}

function checkCounts(points: readonly { readonly numerator: number; readonly denominator: number }[]): void {
  const wrong = points.findIndex(({ numerator, denominator }) => !(numerator >= 0 && numerator <= denominator));
  if (wrong !== -1) throw new RangeError(`point ${wrong} of the counted points has a numerator outside 0 to its denominator`);
}
