import { failure, success, type Result } from '../../shared/result.js';

/** The columns of a design: one array a coefficient, each with one number an observation. */
export type DesignColumns = readonly (readonly number[])[];

/** A square array of numbers, row by row. */
export type MatrixRows = readonly (readonly number[])[];

/** What least squares gives; all arrays along the observations but for `coefficients` and `inverse`. */
export interface LeastSquaresFit {
  readonly coefficients: readonly number[];
  readonly fitted: readonly number[];
  readonly residuals: readonly number[];
  /** How far each observation determines its own fitted value, in [0, 1]; the diagonal of the hat matrix. */
  readonly leverages: readonly number[];
  /** (X'X)^-1. */
  readonly inverse: MatrixRows;
  /** log det(X'X) / 2. */
  readonly halfLogDeterminant: number;
}

/** The column (from 0) that the columns before it already make up, so that its coefficient has no answer. */
export interface RankFault {
  readonly code: 'rank-deficient';
  readonly column: number;
}

/** A column counts as made up by those before it when less than this share of its length is its own. */
const OWN_SHARE = 1e-9;

/** A column shorter than this counts as zero: its square has too few digits. */
const SHORTEST = 1e-140;

/**
 * Ordinary least squares: the coefficients that bring the squared residuals to their least sum.
 *
 * X is split into orthonormal columns Q and an upper triangle R (Gram-Schmidt, each column twice, which is as exact as
 * Householder's way); R b = Q'y. X'X is never formed, because that would square the condition of the design.
 *
 * @param columns at least one, each as long as `response`.
 * @returns a fault when a column is a combination of those before it (also when there are fewer observations than columns).
 */
export function leastSquares(columns: DesignColumns, response: readonly number[]): Result<LeastSquaresFit, RankFault> {
  const split = orthonormalColumns(columns);
  if (!split.ok) return split;
  const { basis, triangle } = split.value;
  let residuals: readonly number[] = response;
  const shadow = basis.map((direction) => {
    const along = dot(direction, residuals);
    residuals = minus(residuals, along, direction);
    return along;
  });
  // A second look at the residuals takes out what rounding left of the columns.
  const correction = basis.map((direction) => {
    const along = dot(direction, residuals);
    residuals = minus(residuals, along, direction);
    return along;
  });
  const rootInverse = inverseOfTriangle(triangle);
  const wanted = shadow.map((along, index) => along + (correction[index] ?? 0));
  return success({
    coefficients: rootInverse.map((row) => dot(row, wanted)),
    fitted: response.map((value, index) => value - (residuals[index] ?? Number.NaN)),
    residuals,
    leverages: response.map((_, index) => basis.reduce((sum, direction) => sum + (direction[index] ?? Number.NaN) ** 2, 0)),
    inverse: rootInverse.map((row) => rootInverse.map((other) => dot(row, other))),
    halfLogDeterminant: triangle.reduce((sum, column, index) => sum + Math.log(column[index] ?? Number.NaN), 0),
  });
}

interface OrthonormalSplit {
  readonly basis: DesignColumns;
  /** The columns of R: the entry for each direction up to the column's own. */
  readonly triangle: DesignColumns;
}

function orthonormalColumns(columns: DesignColumns): Result<OrthonormalSplit, RankFault> {
  const basis: (readonly number[])[] = [];
  const triangle: (readonly number[])[] = [];
  for (const [column, values] of columns.entries()) {
    const length = Math.sqrt(dot(values, values));
    const parts = basis.map(() => 0);
    let own: readonly number[] = values;
    for (let look = 1; look <= 2; look += 1) {
      basis.forEach((direction, index) => {
        const along = dot(direction, own);
        own = minus(own, along, direction);
        parts[index] = (parts[index] ?? 0) + along;
      });
    }
    const ownLength = Math.sqrt(dot(own, own));
    if (!(length > SHORTEST && ownLength > OWN_SHARE * length)) return failure({ code: 'rank-deficient', column });
    basis.push(own.map((value) => value / ownLength));
    triangle.push([...parts, ownLength]);
  }
  return success({ basis, triangle });
}

/** The rows of R^-1, for the columns of an upper triangle R. */
function inverseOfTriangle(triangle: DesignColumns): MatrixRows {
  const size = triangle.length;
  const at = (row: number, column: number) => triangle[column]?.[row] ?? 0;
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row >= 0; row -= 1) {
      let rest = row === column ? 1 : 0;
      for (let between = row + 1; between <= column; between += 1) rest -= at(row, between) * (rows[between]?.[column] ?? 0);
      const cells = rows[row];
      if (cells !== undefined) cells[column] = rest / at(row, row);
    }
  }
  return rows;
}

/** The sum of the products of two arrays of one length. */
export function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? Number.NaN) * (other[index] ?? Number.NaN);
  return sum;
}

/** One matrix times another, both as rows. */
export function times(one: MatrixRows, other: MatrixRows): MatrixRows {
  return one.map((row) => (other[0] ?? []).map((_, column) => row.reduce((sum, value, index) => sum + value * (other[index]?.[column] ?? Number.NaN), 0)));
}

/** The square roots of a diagonal: the standard errors of a covariance matrix. */
export function standardErrorsOf(covariance: MatrixRows): readonly number[] {
  return covariance.map((row, index) => Math.sqrt(row[index] ?? Number.NaN));
}

function minus(values: readonly number[], factor: number, direction: readonly number[]): readonly number[] {
  return values.map((value, index) => value - factor * (direction[index] ?? Number.NaN));
}
