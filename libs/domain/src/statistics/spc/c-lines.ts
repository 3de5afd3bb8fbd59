import { meanOf } from '../exact-sum.js';
import { centreOf, figuresOf, ofBase, type Formula } from './stretch.js';
import { rateBand } from './u-lines.js';

/**
 * The c-chart: counts of events in periods of equal exposure, Poisson.
 *
 * centre = mean count; limits = centre ± k * sqrt(centre), not below 0. Sizes, if any, are not looked at.
 * Source: Montgomery, ch. 7. Golden vector: spc-c-01.
 */
export const cLines: Formula = (stretch) => {
  const centre = centreOf(stretch, () => meanOf(figuresOf(ofBase(stretch, stretch.counts))));
  return { values: stretch.counts, centre, band: rateBand(centre, centre.map(Math.sqrt)) };
};
