import { failure, success, type Result } from '../../shared/result.js';
import { standardNormalAtMost } from '../distributions/continuous.js';
import { dot, leastSquares, standardErrorsOf, type DesignColumns, type LeastSquaresFit, type RankFault } from '../linear-algebra/least-squares.js';
import { neweyWestCovariance } from './newey-west.js';
import { inferenceOf, type NeweyWestInference } from './segmented-regression.js';
import { checkNeighbours, designColumns, predicted, withoutBreak, type SegmentedSeries, type SegmentFault } from './segmented-series.js';

/** A segmented regression of counts on a log scale; arrays of coefficients in the order of `SEGMENT_TERMS`, others along the months. */
export interface SegmentedCounts {
  /** Logarithms: exp(coefficient) is a ratio of rates. */
  readonly coefficients: readonly number[];
  /** Quasi-Poisson: with the dispersion taken in. */
  readonly modelErrors: readonly number[];
  readonly neweyWest: NeweyWestInference;
  /** The Pearson statistic over its degrees of freedom: 1 for Poisson counts, more when they vary more. */
  readonly dispersion: number;
  /** Expected counts. */
  readonly fitted: readonly number[];
  /** The counts that the line from before the break would have given. */
  readonly counterfactual: readonly number[];
}

/** Why counts have no segmented regression. `no-finite-answer`: there are no events, or none in a stretch beside the break, so
 * that a ratio runs off to zero. */
export type SegmentedCountsFault =
  | SegmentFault
  | { readonly code: 'negative'; readonly position: number }
  | { readonly code: 'no-exposure'; readonly position: number }
  | { readonly code: 'no-finite-answer' };

/** How a segmented regression of counts is worked out. */
export interface SegmentedCountsSettings {
  /** Of Newey-West, a whole number from 0 to n - 1. */
  readonly lag: number;
  /**
   * The relative change of the deviance at which it counts as standing still; 1e-12 unless given. R stops at 1e-8 and has its
   * errors from the round before, which shows in the seventh digit: give 1e-8 to get R's figures.
   */
  readonly standsStill?: number;
}

const MOST_ROUNDS = 60;

/**
 * A segmented quasi-Poisson regression: log(expected count / exposure) = b0 + b1 month + b2 after + b3 monthsAfter.
 *
 * Iteratively reweighted least squares from count + 0.1 until the deviance stands still. Model errors are multiplied by the root of the
 * dispersion (Pearson); p-values of the Newey-West errors come from the normal distribution. The months must follow on each
 * other, because Newey-West's errors compare neighbours.
 *
 * @param series its values are counts, 0 or more. @param exposure above 0, one a month (reflections, hours).
 * Faults: see `SegmentedCountsFault`. Golden vector: its-02.
 */
export function segmentedCounts(
  series: SegmentedSeries,
  exposure: readonly number[],
  { lag, standsStill = 1e-12 }: SegmentedCountsSettings,
): Result<SegmentedCounts, SegmentedCountsFault> {
  const checked = checkNeighbours(series, lag);
  if (!checked.ok) return checked;
  const { values } = series;
  if (exposure.length !== values.length) throw new RangeError('a segmented series has an exposure of another length');
  const below = values.findIndex((value) => value < 0);
  if (below !== -1) return failure({ code: 'negative', position: below });
  const without = exposure.findIndex((size) => !(size > 0 && Number.isFinite(size)));
  if (without !== -1) return failure({ code: 'no-exposure', position: without });
  if (values.every((value) => value === 0)) return failure({ code: 'no-finite-answer' });
  const columns = designColumns(series);
  const found = reweightedFit(columns, values, exposure, standsStill);
  if (!found.ok) return found;
  const { fit, weights, expected } = found.value;
  const { coefficients, inverse } = fit;
  const working = values.map((value, month) => value / (expected[month] ?? Number.NaN) - 1);
  const residuals = working.map((residual, month) => residual * (weights[month] ?? Number.NaN));
  const dispersion = dot(residuals, working) / (values.length - columns.length);
  const unbroken = predicted(designColumns(withoutBreak(series)), coefficients);
  return success({
    coefficients,
    modelErrors: standardErrorsOf(inverse).map((error) => error * Math.sqrt(dispersion)),
    neweyWest: inferenceOf(
      coefficients,
      lag,
      (adjusted) => neweyWestCovariance(columns, residuals, inverse, lag, adjusted),
      (statistic) => 2 * standardNormalAtMost(-Math.abs(statistic)),
    ),
    dispersion,
    fitted: expected,
    counterfactual: unbroken.map((log, month) => Math.exp(log) * (exposure[month] ?? Number.NaN)),
  });
}

interface ReweightedFit {
  /** The last weighted regression; its `inverse` is (X'WX)^-1. */
  readonly fit: LeastSquaresFit;
  /** W: the expected counts of the round before, the same as `expected` but for the last change. */
  readonly weights: readonly number[];
  readonly expected: readonly number[];
}

function reweightedFit(
  columns: DesignColumns,
  counts: readonly number[],
  exposure: readonly number[],
  standsStill: number,
): Result<ReweightedFit, RankFault | { readonly code: 'no-finite-answer' }> {
  let expected = counts.map((count) => count + 0.1);
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const weights = expected;
    const roots = weights.map(Math.sqrt);
    const weighted = (column: readonly number[]) => column.map((value, month) => value * (roots[month] ?? Number.NaN));
    const working = expected.map((mean, month) => Math.log(mean / (exposure[month] ?? Number.NaN)) + ((counts[month] ?? Number.NaN) - mean) / mean);
    const fit = leastSquares(columns.map(weighted), weighted(working));
    if (!fit.ok) return round === 0 ? fit : failure({ code: 'no-finite-answer' });
    expected = predicted(columns, fit.value.coefficients).map((log, month) => Math.exp(log) * (exposure[month] ?? Number.NaN));
    const deviance = devianceOf(counts, expected);
    if (!Number.isFinite(deviance)) return failure({ code: 'no-finite-answer' });
    if (Math.abs(before - deviance) <= standsStill * (Math.abs(deviance) + 0.1)) {
      return runsOff(expected, counts) ? failure({ code: 'no-finite-answer' }) : success({ fit: fit.value, weights, expected });
    }
    before = deviance;
  }
  return failure({ code: 'no-finite-answer' });
}

function devianceOf(counts: readonly number[], expected: readonly number[]): number {
  return 2 * counts.reduce((sum, count, month) => sum + (count === 0 ? 0 : count * Math.log(count / (expected[month] ?? Number.NaN))) - (count - (expected[month] ?? Number.NaN)), 0);
}

/** Whether an expected count has gone to nothing: the mark of a side without events. */
function runsOff(expected: readonly number[], counts: readonly number[]): boolean {
  const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return expected.some((mean) => !(mean > 1e-8 * average));
}
