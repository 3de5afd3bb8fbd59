import { movingRanges, RANGE_PER_SIGMA, screenedMean } from './moving-range.js';
import { binomialSigma, pooledCentre, shareBand } from './p-lines.js';
import { ofBase, type Formula, type Stretch } from './stretch.js';
import { poissonSigma, rateBand } from './u-lines.js';

/**
 * The p'-chart: shares that vary between periods more (or less) than chance does.
 *
 * Each share's distance to the centre is taken in binomial standard deviations, z; sigma is multiplied by
 * sigma_z = mean moving range of z / 1.128 over the base. sigma_z is not floored at 1: limits may also narrow.
 * Edges in `defined` mode: where sigma_z can not be measured (no event in the base, one point, z that never moves) it is 1,
 * a plain p-chart.
 * Source: Laney, Improved control charts for attributes, Quality Engineering 14(4), 2002. Golden vectors: spc-pprime-01 to 03.
 */
export const pPrimeLines: Formula = (stretch) => {
  const centre = pooledCentre(stretch);
  return { values: stretch.values, centre, band: shareBand(centre, widened(stretch, centre, binomialSigma(stretch, centre))) };
};

/** The u'-chart: as the p'-chart, with the Poisson standard deviation of a rate. Golden vectors: spc-uprime-01 and 02. */
export const uPrimeLines: Formula = (stretch) => {
  const centre = pooledCentre(stretch);
  return { values: stretch.values, centre, band: rateBand(centre, widened(stretch, centre, poissonSigma(stretch, centre))) };
};

function widened(stretch: Stretch, centre: readonly number[], sigma: readonly number[]): number[] {
  const scores = stretch.values.map((value, index) => (value - (centre[index] ?? Number.NaN)) / (sigma[index] ?? Number.NaN));
  const range = screenedMean(movingRanges(ofBase(stretch, scores)), stretch.screened, stretch.mode) / RANGE_PER_SIGMA;
  const widening = stretch.mode === 'defined' && !(range > 0) ? 1 : range;
  return sigma.map((one) => one * widening);
}
