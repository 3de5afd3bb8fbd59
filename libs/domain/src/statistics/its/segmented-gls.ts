import { failure, success, type Result } from '../../shared/result.js';
import { twoSidedT } from '../distributions/continuous.js';
import { dot, leastSquares, standardErrorsOf, type DesignColumns, type LeastSquaresFit } from '../linear-algebra/least-squares.js';
import { checkSegments, designColumns, predicted, withoutBreak, type SegmentedSeries, type SegmentFault } from './segmented-series.js';
import { hasNoVariation } from './segmented-regression.js';

/** A segmented regression with AR(1) errors; arrays of coefficients in the order of `SEGMENT_TERMS`, others along the months. */
export interface SegmentedGls {
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  /** Coefficient over standard error. */
  readonly statistics: readonly number[];
  /** Two-sided, from Student's t with n - 4 degrees of freedom. */
  readonly pValues: readonly number[];
  /** The correlation of neighbouring months, in (-1, 1). */
  readonly correlation: number;
  /** The standard deviation of a month around the line. */
  readonly deviation: number;
  /** The restricted log-likelihood, as nlme states it. */
  readonly logLikelihood: number;
  readonly fitted: readonly number[];
  /** What the line from before the break would have given. */
  readonly counterfactual: readonly number[];
}

/** The search runs over atanh(correlation), up to a correlation of .9999. */
const WIDEST = 5;
const GRID_STEP = 0.1;

/**
 * The effect of a break by generalised least squares with AR(1) errors, their correlation by restricted maximum likelihood (REML).
 *
 * y = X b + e, corr(e_s, e_t) = phi^|s - t|; phi has the greatest restricted likelihood
 *   -(n - k)/2 (log(2 pi RSS / (n - k)) + 1) - log det(V) / 2 - log det(X'V^-1 X) / 2,
 * found by climbing from no correlation, as the reference does. In a short series the likelihood may rise again, to a plateau, towards
 * a correlation of 1 (a random walk, which a level can not be told from); that is no second answer and is not looked for. b and its errors follow from the series made free of correlation, e_t - phi^d e_(t-d), with sigma^2 = RSS / (n - k). A month without a figure
 * is bridged by phi^d. Assumes a straight line on either side, an effect that begins at once, and no season.
 *
 * The intervals may still be too narrow in short series (type I error .045 to .09 at a nominal .05: docs/methods/change.md).
 *
 * Faults: see `SegmentFault`; a month that is no whole number is out of order.
 * Source: Pinheiro and Bates (2000); nlme::gls(corAR1, method = "REML"); advised by Turner et al. (2021). Golden vectors: its-gls-reml-01, -02.
 */
export function segmentedGls(series: SegmentedSeries): Result<SegmentedGls, SegmentFault> {
  const checked = checkSegments(series);
  if (!checked.ok) return checked;
  const broken = series.month.findIndex((month) => !Number.isInteger(month));
  if (broken !== -1) return failure({ code: 'out-of-order', position: broken });
  const columns = designColumns(series);
  const plain = leastSquares(columns, series.values);
  if (!plain.ok) return plain;
  if (hasNoVariation(series.values, plain.value.residuals)) return failure({ code: 'no-variation' });
  const found = topOfHill((correlation) => restrictedFit(series, columns, correlation)?.logLikelihood ?? Number.NEGATIVE_INFINITY);
  const best = restrictedFit(series, columns, found);
  if (best === null) return failure({ code: 'no-variation' });
  const { coefficients, inverse } = best.fit;
  const standardErrors = standardErrorsOf(inverse).map((error) => error * best.deviation);
  const statistics = coefficients.map((coefficient, term) => coefficient / (standardErrors[term] ?? Number.NaN));
  const freedom = series.values.length - columns.length;
  return success({
    coefficients,
    standardErrors,
    statistics,
    pValues: statistics.map((statistic) => twoSidedT(statistic, freedom)),
    correlation: found,
    deviation: best.deviation,
    logLikelihood: best.logLikelihood,
    fitted: predicted(columns, coefficients),
    counterfactual: predicted(designColumns(withoutBreak(series)), coefficients),
  });
}

interface RestrictedFit {
  readonly fit: LeastSquaresFit;
  readonly deviation: number;
  readonly logLikelihood: number;
}

/** The fit and the restricted log-likelihood at one correlation; null when it can not be told there. */
function restrictedFit({ values, month }: SegmentedSeries, columns: DesignColumns, correlation: number): RestrictedFit | null {
  const links = month.map((number, index) => (index === 0 ? 0 : correlation ** (number - (month[index - 1] ?? Number.NaN))));
  const scales = links.map((link) => Math.sqrt(1 - link * link));
  const freed = (column: readonly number[]) =>
    column.map((value, index) => (index === 0 ? value : (value - (links[index] ?? Number.NaN) * (column[index - 1] ?? Number.NaN)) / (scales[index] ?? Number.NaN)));
  const result = leastSquares(columns.map(freed), freed(values));
  if (!result.ok) return null;
  const freedom = values.length - columns.length;
  const variance = dot(result.value.residuals, result.value.residuals) / freedom;
  const logLikelihood =
    (-freedom / 2) * (Math.log(2 * Math.PI * variance) + 1) - scales.reduce((sum, scale) => sum + Math.log(scale), 0) - result.value.halfLogDeterminant;
  return Number.isFinite(logLikelihood) ? { fit: result.value, deviation: Math.sqrt(variance), logLikelihood } : null;
}

/** The top of the hill reached by climbing from no correlation: up a grid first, then by the golden section between the neighbours of the highest. */
function topOfHill(value: (correlation: number) => number): number {
  let best = { at: 0, value: value(0) };
  for (const direction of [GRID_STEP, -GRID_STEP]) {
    for (let at = best.at + direction; Math.abs(at) <= WIDEST; at += direction) {
      const here = value(Math.tanh(at));
      if (here <= best.value) break;
      best = { at, value: here };
    }
  }
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.max(-WIDEST, best.at - GRID_STEP), Math.min(WIDEST, best.at + GRID_STEP)];
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let [atLeft, atRight] = [value(Math.tanh(left)), value(Math.tanh(right))];
  while (high - low > 1e-8) {
    if (atLeft >= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = value(Math.tanh(left));
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = value(Math.tanh(right));
    }
  }
  return Math.tanh((low + high) / 2);
}
