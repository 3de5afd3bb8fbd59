import { sumOf } from '../exact-sum.js';
import { screenedMean } from './moving-range.js';
import { bandAround, centreOf, figuresOf, ofBase, type Formula, type Stretch } from './stretch.js';

/** How much larger than their mean a standardised range may be; the I'-chart rounds otherwise than the I-chart. */
const RANGE_LIMIT = 3.2665;

const VALUES = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/**
 * The I'-chart: means or sums per unit whose sizes differ, such as hours per reflection.
 *
 * centre = sum of counts / sum of sizes; each neighbouring difference becomes an estimate of the standard deviation of one
 * unit, s = sqrt(pi / 2) * |y_i - y_(i-1)| / sqrt(1 / n_i + 1 / n_(i-1)); limits = centre ± k * mean(s) / sqrt(n).
 * Edge: the reference takes the differences of all points of a part, so that freezing and leaving out do not act on sigma;
 * `defined` takes those of the base.
 * Source: Taylor, The I'-chart, variation.com, 2017. Golden vector: spc-ip-01.
 */
export const iPrimeLines: Formula = (stretch) => {
  const totals = stretch.values.map((value, index) => value * (stretch.sizes[index] ?? Number.NaN));
  const centre = centreOf(stretch, () => sumOf(figuresOf(ofBase(stretch, totals))) / sumOf(figuresOf(ofBase(stretch, stretch.sizes))));
  const perUnit = screenedMean(unitDeviations(stretch), stretch.screened, stretch.mode, RANGE_LIMIT);
  return { values: stretch.values, centre, band: bandAround(centre, stretch.sizes.map((size) => perUnit * Math.sqrt(1 / size)), VALUES) };
};

function unitDeviations(stretch: Stretch): number[] {
  const measured = stretch.values.map((value, index) => ({ value, size: stretch.sizes[index] ?? Number.NaN }));
  const points = stretch.mode === 'defined' ? ofBase(stretch, measured) : measured;
  return points.slice(1).map(({ value, size }, index) => {
    const before = points[index];
    if (before === undefined) return Number.NaN;
    return (Math.sqrt(Math.PI / 2) * Math.abs(value - before.value)) / Math.sqrt(1 / before.size + 1 / size);
  });
}
