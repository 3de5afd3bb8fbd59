import { pooledCentre } from './p-lines.js';
import { bandAround, type Formula, type Stretch } from './stretch.js';

/** What a rate can be. */
const RATES = { from: 0, to: Number.POSITIVE_INFINITY };

/** The standard deviation of a Poisson rate per point: sqrt(centre / exposure). */
export function poissonSigma(stretch: Stretch, centre: readonly number[]): number[] {
  return centre.map((rate, index) => Math.sqrt(rate / (stretch.sizes[index] ?? Number.NaN)));
}

/** The band of a rate chart for a given sigma, from 0 up. */
export function rateBand(centre: readonly number[], sigma: readonly number[]): ReturnType<typeof bandAround> {
  return bandAround(centre, sigma, RATES);
}

/**
 * The u-chart: events per unit of exposure, from independent Poisson counts.
 *
 * centre = sum of counts / sum of exposures; limits = centre ± k * sqrt(centre / exposure), not below 0.
 * Source: Montgomery, ch. 7. Golden vectors: spc-u-01 (per 100 hours, frozen), spc-u-02 (two parts).
 */
export const uLines: Formula = (stretch) => {
  const centre = pooledCentre(stretch);
  return { values: stretch.values, centre, band: rateBand(centre, poissonSigma(stretch, centre)) };
};
