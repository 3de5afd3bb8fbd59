import { meanOf } from '../exact-sum.js';
import { movingRanges, RANGE_LIMIT } from './moving-range.js';
import { centreOf, figuresOf, ofBase, type Formula } from './stretch.js';

/**
 * The chart of moving ranges (MR): how far each value lies from the one before.
 *
 * centre = mean range; upper limit = 3.267 * centre at three sigma, two thirds of that at two; lower limit 0. The first
 * point has no range.
 * Source: Montgomery, ch. 6. Golden vector: spc-mr-01.
 */
export const movingRangeLines: Formula = (stretch) => {
  const values = [Number.NaN, ...movingRanges(stretch.values)];
  const centre = centreOf(stretch, () => meanOf(figuresOf(ofBase(stretch, values))));
  return {
    values,
    centre,
    band: (sigmas) => ({ lower: centre.map(() => 0), upper: centre.map((range) => (RANGE_LIMIT / 3) * sigmas * range) }),
  };
};
