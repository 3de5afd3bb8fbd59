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
  readonly standardErrors: readonly number[];
  /** The same without the factor n / (n - k). */
  readonly unadjustedErrors: readonly number[];
  /** Coefficient over standard error. */
  readonly statistics: readonly number[];
  /** Two-sided. */
  readonly pValues: readonly number[];
}

/** A segmented regression by ordinary least squares; arrays of coefficients in the order of `SEGMENT_TERMS`, others along the months. */
export interface SegmentedRegression {
  readonly coefficients: readonly number[];
  /** Under independent errors of one size. */
  readonly modelErrors: readonly number[];
  readonly neweyWest: NeweyWestInference;
  /** Null when a month determines its own fitted value. */
  readonly hc3Errors: readonly number[] | null;
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
    hc3Errors: hc3 === null ? null : standardErrorsOf(hc3),
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
  const standardErrors = standardErrorsOf(covariance);
  const statistics = coefficients.map((coefficient, term) => coefficient / (standardErrors[term] ?? Number.NaN));
  return { lag, covariance, standardErrors, unadjustedErrors: standardErrorsOf(covarianceOf(false)), statistics, pValues: statistics.map(pValueOf) };
}

/** Whether the line goes through every point, but for rounding. */
export function hasNoVariation(values: readonly number[], residuals: readonly number[]): boolean {
  return dot(residuals, residuals) <= 1e-20 * Math.max(dot(values, values), Number.MIN_VALUE);
}
