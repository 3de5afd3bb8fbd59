/**
 * How the known faults of the references are treated.
 *
 * - `defined`: as docs/methods/charts.md says; never a limit that is no number.
 * - `reference`: exactly as the reference does, faults included, so that its users can recompute a chart.
 */
export type FaultMode = 'defined' | 'reference';

/**
 * One part of a series, as the formulas of the charts read it. Arrays run along the points.
 *
 * Inside the formulas a point without a figure is NaN, because it passes through sums and comparisons by itself; outside,
 * in what callers give and get, it is null.
 */
export interface Stretch {
  /** Events, or the values themselves where there are no sizes. */
  readonly counts: readonly number[];
  /** Denominators or exposures; 1 where the chart has none. */
  readonly sizes: readonly number[];
  /** counts / sizes. */
  readonly values: readonly number[];
  /** Whether a point helps to set the centre and the limits. */
  readonly base: readonly boolean[];
  /** A centre that was given, per point; null to work it out. */
  readonly givenCentre: readonly number[] | null;
  /** Whether moving ranges above 3.267 times their mean are left out, once (Nelson 1982). */
  readonly screened: boolean;
  readonly mode: FaultMode;
}

/** Lower and upper limit per point. */
export interface Band {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** What a formula makes of a stretch. */
export interface Lines {
  /** What is drawn per point; most charts draw `values`. */
  readonly values: readonly number[];
  readonly centre: readonly number[];
  /** The limits at so many sigma from the centre: 3 for the limits, 2 for the warning limits. */
  readonly band: (sigmas: number) => Band;
}

/** A chart's formula: from a stretch to its centre and limits. */
export type Formula = (stretch: Stretch) => Lines;

/** The items of the points that set the centre and the limits. */
export function ofBase<Item>({ base }: Stretch, items: readonly Item[]): Item[] {
  return items.filter((_, index) => base[index] === true);
}

/** Only the numbers: what has no figure does not count. */
export function figuresOf(values: readonly number[]): number[] {
  return values.filter((value) => !Number.isNaN(value));
}

/** The given centre, or the same calculated one for every point. One missing value makes a given centre useless. */
export function centreOf({ givenCentre, values }: Stretch, calculate: () => number): readonly number[] {
  if (givenCentre !== null && !givenCentre.some(Number.isNaN)) return givenCentre;
  const centre = calculate();
  return values.map(() => centre);
}

/**
 * Limits at equal distances from the centre, kept within what is possible.
 *
 * @param sigma standard deviation per point.
 * @param possible the least and greatest value there can be. A limit that is no number, or infinite because the size is 0,
 * stays so: such a point gets no limits.
 */
export function bandAround(centre: readonly number[], sigma: readonly number[], possible: { readonly from: number; readonly to: number }): (sigmas: number) => Band {
  const keepWithin = (limit: number): number => (Number.isFinite(limit) ? Math.min(possible.to, Math.max(possible.from, limit)) : limit);
  return (sigmas) => ({
    lower: centre.map((middle, index) => keepWithin(middle - sigmas * (sigma[index] ?? Number.NaN))),
    upper: centre.map((middle, index) => keepWithin(middle + sigmas * (sigma[index] ?? Number.NaN))),
  });
}
