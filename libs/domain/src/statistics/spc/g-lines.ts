import { meanOf, medianOf } from '../exact-sum.js';
import { bandAround, centreOf, figuresOf, ofBase, type Formula } from './stretch.js';

/** The median of a geometric count over its mean, for large means: ln 2. */
const MEDIAN_PER_MEAN = 0.693;

/**
 * The g-chart: how many cases lie between two rare events (neither of them counted), geometric.
 *
 * With m the mean gap: sigma = sqrt(m * (m + 1)), upper limit m + k * sigma, lower limit always 0. The centre that is drawn
 * is the median of the base, or 0.693 * m when m is given. A gap above the limit says that events became rarer; more
 * frequent events can not cross a limit of 0, so this chart is no alarm.
 * Source: Benneyan, Number-between g-type statistical quality control charts, Health Care Management Science 4, 2001.
 * Golden vectors: spc-g-01 to 03.
 */
export const gLines: Formula = (stretch) => {
  const gaps = figuresOf(ofBase(stretch, stretch.values));
  const mean = centreOf(stretch, () => meanOf(gaps));
  const median = medianOf(gaps);
  const isGiven = mean === stretch.givenCentre;
  return {
    values: stretch.values,
    centre: mean.map((one) => (isGiven ? MEDIAN_PER_MEAN * one : median)),
    band: bandAround(mean, mean.map((one) => Math.sqrt(one * (one + 1))), { from: 0, to: Number.POSITIVE_INFINITY }),
  };
};
