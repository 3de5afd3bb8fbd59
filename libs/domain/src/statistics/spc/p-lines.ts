import { sumOf } from '../exact-sum.js';
import { bandAround, centreOf, figuresOf, ofBase, type Formula, type Stretch } from './stretch.js';

/** What a share can be. */
const SHARES = { from: 0, to: 1 };

/** The pooled centre: all counts of the base over all sizes of the base. */
export function pooledCentre(stretch: Stretch): readonly number[] {
  return centreOf(stretch, () => sumOf(figuresOf(ofBase(stretch, stretch.counts))) / sumOf(figuresOf(ofBase(stretch, stretch.sizes))));
}

/** The standard deviation of a binomial share per point: sqrt(centre * (1 - centre) / n). */
export function binomialSigma(stretch: Stretch, centre: readonly number[]): number[] {
  return centre.map((share, index) => Math.sqrt((share * (1 - share)) / (stretch.sizes[index] ?? Number.NaN)));
}

/** The band of a share chart for a given sigma, within 0 and 1. */
export function shareBand(centre: readonly number[], sigma: readonly number[]): ReturnType<typeof bandAround> {
  return bandAround(centre, sigma, SHARES);
}

/**
 * The p-chart: shares of independent binomial counts.
 *
 * centre = sum of counts / sum of sizes; limits = centre ± k * sqrt(centre * (1 - centre) / n), within [0, 1].
 * Edges: a size of 0 gets no limits; a base without a single event has limits [0, 0] (charts that callers get use the
 * predictive limits of predictive-share.ts there).
 * Source: Montgomery, Introduction to Statistical Quality Control, ch. 7. Golden vectors: spc-p-01 to 07.
 */
export const pLines: Formula = (stretch) => {
  const centre = pooledCentre(stretch);
  return { values: stretch.values, centre, band: shareBand(centre, binomialSigma(stretch, centre)) };
};
