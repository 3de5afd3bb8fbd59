import { dot, leastSquares, type DesignColumns } from '../linear-algebra/least-squares.js';

/**
 * The Durbin-Watson statistic: sum of squared steps between neighbouring residuals over the sum of their squares.
 *
 * About 2 without autocorrelation, towards 0 with a positive one. In short series it misses most of it: never a reason to trust OLS.
 *
 * @param residuals in order of time, not all zero.
 */
export function durbinWatson(residuals: readonly number[]): number {
  const steps = residuals.slice(1).map((residual, index) => residual - (residuals[index] ?? Number.NaN));
  return dot(steps, steps) / dot(residuals, residuals);
}

/**
 * The Breusch-Godfrey statistic of order 1: n R^2 of the residuals on the design and the residual before (0 for the first); chi-square
 * with one degree of freedom when there is no autocorrelation.
 *
 * @returns null when the residual before is a combination of the columns, so that it can not be told apart.
 * Golden vectors: its-01, its-03 (lmtest::bgtest).
 */
export function breuschGodfrey(columns: DesignColumns, residuals: readonly number[]): number | null {
  const fit = leastSquares([...columns, [0, ...residuals.slice(0, -1)]], residuals);
  if (!fit.ok) return null;
  return (residuals.length * dot(fit.value.fitted, fit.value.fitted)) / dot(residuals, residuals);
}
