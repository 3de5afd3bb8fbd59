import { meanOf } from '../exact-sum.js';
import { movingRanges, RANGE_PER_SIGMA, screenedMean } from './moving-range.js';
import { bandAround, centreOf, figuresOf, ofBase, type Formula } from './stretch.js';

/** A value can be anything. */
const VALUES = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/**
 * The chart of individual values (I, XmR): one value a period, roughly normal.
 *
 * centre = mean; sigma = mean moving range / 1.128, so that the limits lie 2.6596 mean ranges away (the NHS chart rounds
 * to 2.66, see nhs/xmr-limits.ts).
 * Edges: a base that never varies has sigma 0 (`defined`) or no limits (`reference`); one point has no limits.
 * Source: Montgomery, ch. 6. Golden vectors: spc-i-01 to 03.
 */
export const individualsLines: Formula = (stretch) => {
  const centre = centreOf(stretch, () => meanOf(figuresOf(ofBase(stretch, stretch.values))));
  const distances = stretch.values.map((value, index) => value - (centre[index] ?? Number.NaN));
  const sigma = screenedMean(movingRanges(ofBase(stretch, distances)), stretch.screened, stretch.mode) / RANGE_PER_SIGMA;
  return { values: stretch.values, centre, band: bandAround(centre, centre.map(() => sigma), VALUES) };
};
