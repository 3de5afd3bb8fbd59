import { failure, success, type Result } from '../../shared/result.js';
import { twoSidedT } from '../distributions/continuous.js';
import { dot, leastSquares, standardErrorsOf, type MatrixRows } from '../linear-algebra/least-squares.js';
import { hc3Covariance, neweyWestCovariance } from './newey-west.js';
import { breuschGodfrey, durbinWatson } from './residual-tests.js';
import { checkNeighbours, designColumns, predicted, withoutBreak, type SegmentedSeries, type SegmentFault } from './segmented-series.js';

/** Coefficients with Newey-West errors, in the order of `SEGMENT_TERMS`. */
export interface NeweyWestInference {
  readonly lag: number;
  readonly covariance: MatrixRows;
  /** Null where the few residuals leave no variance to take a root of, which happens with a long lag in a handful of months. */
  readonly standardErrors: readonly (number | null)[];
  /** The same without the factor n / (n - k). */
  readonly unadjustedErrors: readonly (number | null)[];
  /** Coefficient over standard error; null without one. */
  readonly statistics: readonly (number | null)[];
  /** Two-sided; null without a statistic. */
  readonly pValues: readonly (number | null)[];
}

/** A segmented regression by ordinary least squares; arrays of coefficients in the order of `SEGMENT_TERMS`, others along the months. */
export interface SegmentedRegression {
  readonly coefficients: readonly number[];
  /** Under independent errors of one size. */
  readonly modelErrors: readonly number[];
  readonly neweyWest: NeweyWestInference;
  /** Null when a month determines its own fitted value; null within where a coefficient has no variance left. */
  readonly hc3Errors: readonly (number | null)[] | null;
  readonly fitted: readonly number[];
  /** What the line from before the break would have given. */
  readonly counterfactual: readonly number[];
  readonly durbinWatson: number;
  readonly breuschGodfrey: number | null;
}

/**
 * A segmented regression by ordinary least squares: y = b0 + b1 month + b2 after + b3 monthsAfter, with errors of several kinds.
 *
 * For comparison only: with autocorrelation its errors, Newey-West's included, are too small (docs/methods/change.md); the answer is
 * `segmentedGls`. The months must follow on each other, because these errors and tests compare neighbours.
 * p-values from Student's t with n - 4 degrees of freedom.
 *
 * @param lag of Newey-West, a whole number from 0 to n - 1.
 * Faults: see `SegmentFault`. Golden vectors: its-01, its-03.
 */
export function segmentedRegression(series: SegmentedSeries, lag: number): Result<SegmentedRegression, SegmentFault> {
  const checked = checkNeighbours(series, lag);
  if (!checked.ok) return checked;
  const columns = designColumns(series);
  const fit = leastSquares(columns, series.values);
  if (!fit.ok) return fit;
  const { coefficients, residuals, inverse, fitted, leverages } = fit.value;
  if (hasNoVariation(series.values, residuals)) return failure({ code: 'no-variation' });
  const freedom = residuals.length - columns.length;
  const variance = dot(residuals, residuals) / freedom;
  const hc3 = hc3Covariance(columns, residuals, leverages, inverse);
  return success({
    coefficients,
    modelErrors: standardErrorsOf(inverse).map((error) => error * Math.sqrt(variance)),
    neweyWest: inferenceOf(coefficients, lag, (adjusted) => neweyWestCovariance(columns, residuals, inverse, lag, adjusted), (statistic) => twoSidedT(statistic, freedom)),
    hc3Errors: hc3 === null ? null : errorsOf(hc3),
    fitted,
    counterfactual: predicted(designColumns(withoutBreak(series)), coefficients),
    durbinWatson: durbinWatson(residuals),
    breuschGodfrey: breuschGodfrey(columns, residuals),
  });
}

/** Standard errors, statistics and p-values from a Newey-West covariance. */
export function inferenceOf(
  coefficients: readonly number[],
  lag: number,
  covarianceOf: (adjusted: boolean) => MatrixRows,
  pValueOf: (statistic: number) => number,
): NeweyWestInference {
  const covariance = covarianceOf(true);
  const standardErrors = errorsOf(covariance);
  const statistics = standardErrors.map((error, term) => (error === null ? null : (coefficients[term] ?? Number.NaN) / error));
  return {
    lag,
    covariance,
    standardErrors,
    unadjustedErrors: errorsOf(covarianceOf(false)),
    statistics,
    pValues: statistics.map((statistic) => (statistic === null ? null : pValueOf(statistic))),
  };
}

/** A variance this much smaller than the largest of the four is what rounding left of 0, or a little below it. */
const ROUNDING = 1e-12;

function errorsOf(covariance: MatrixRows): readonly (number | null)[] {
  const variances = covariance.map((row, term) => row[term] ?? Number.NaN);
  const least = ROUNDING * Math.max(...variances);
  return variances.map((variance) => (variance > least ? Math.sqrt(variance) : null));
}

/** Whether the line goes through every point, but for rounding. */
export function hasNoVariation(values: readonly number[], residuals: readonly number[]): boolean {
  return dot(residuals, residuals) <= 1e-20 * Math.max(dot(values, values), Number.MIN_VALUE);
}
