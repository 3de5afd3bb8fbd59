import { times, type DesignColumns, type MatrixRows } from '../linear-algebra/least-squares.js';

/**
 * The covariance of regression coefficients by Newey and West, for errors that differ in size and go with their neighbours.
 *
 * B M B with B = (X'WX)^-1 and M = sum over |l| <= lag of (1 - |l| / (lag + 1)) sum_t s_t s_(t-l)', s_t = x_t times the (working) residual. The
 * observations are taken as consecutive. No prewhitening, no automatic bandwidth: the lag is an argument. In short series it is too
 * small (docs/methods/change.md), so that it serves for comparison only.
 *
 * @param bread B. @param residuals one an observation (for a GLM: working residual times working weight). @param lag whole number, 0 or more.
 * @param adjusted multiplies by n / (n - k), as sandwich::NeweyWest(adjust = TRUE).
 * Golden vectors: its-01, its-02, its-03.
 */
export function neweyWestCovariance(columns: DesignColumns, residuals: readonly number[], bread: MatrixRows, lag: number, adjusted: boolean): MatrixRows {
  const scores = residuals.map((residual, month) => columns.map((column) => (column[month] ?? Number.NaN) * residual));
  const factor = adjusted ? residuals.length / (residuals.length - columns.length) : 1;
  const meat = columns.map((_, row) =>
    columns.map((__, column) => {
      let sum = crossSum(scores, row, column, 0);
      for (let apart = 1; apart <= lag; apart += 1) {
        sum += (1 - apart / (lag + 1)) * (crossSum(scores, row, column, apart) + crossSum(scores, column, row, apart));
      }
      return factor * sum;
    }),
  );
  return times(times(bread, meat), bread);
}

function crossSum(scores: MatrixRows, row: number, column: number, apart: number): number {
  let sum = 0;
  for (let month = apart; month < scores.length; month += 1) sum += (scores[month]?.[row] ?? Number.NaN) * (scores[month - apart]?.[column] ?? Number.NaN);
  return sum;
}

/**
 * The HC3 covariance, for independent errors that differ in size: B (sum of x x' (e / (1 - h))^2) B.
 *
 * @param leverages h, one an observation.
 * @returns null when an observation determines its own fitted value (h = 1): its residual then says nothing.
 */
export function hc3Covariance(columns: DesignColumns, residuals: readonly number[], leverages: readonly number[], bread: MatrixRows): MatrixRows | null {
  if (leverages.some((leverage) => leverage > 1 - 1e-9)) return null;
  return neweyWestCovariance(columns, residuals.map((residual, index) => residual / (1 - (leverages[index] ?? Number.NaN))), bread, 0, false);
}
