/** A square matrix of numbers, filled in place; it begins with zeros. */
export class SquareMatrix {
  readonly #cells: Float64Array;

  constructor(readonly size: number) {
    this.#cells = new Float64Array(size * size);
  }

  at(row: number, column: number): number {
    return this.#cells[row * this.size + column] ?? Number.NaN;
  }

  add(row: number, column: number, amount: number): void {
    this.#cells[row * this.size + column] = this.at(row, column) + amount;
  }

  /** The cells of one row; writing to them changes the matrix. */
  row(row: number): Float64Array {
    return this.#cells.subarray(row * this.size, (row + 1) * this.size);
  }
}

/**
 * The x with `matrix` x = `right`, by elimination with the largest pivot of each column; null when there is no single one.
 *
 * Takes about size^3 / 3 multiplications. The matrix and the right-hand side are used up: both hold intermediate results
 * afterwards.
 */
export function solveLinearSystem(matrix: SquareMatrix, right: Float64Array): readonly number[] | null {
  const { size } = matrix;
  const rows = Array.from({ length: size }, (_, row) => ({ cells: matrix.row(row), right: right[row] ?? Number.NaN }));
  for (let column = 0; column < size; column += 1) {
    const pivot = takePivot(rows, column);
    if (pivot === null) return null;
    for (let below = column + 1; below < size; below += 1) {
      const row = rows[below];
      if (row === undefined) return null;
      const factor = (row.cells[column] ?? Number.NaN) / (pivot.cells[column] ?? Number.NaN);
      if (factor === 0) continue;
      for (let at = column; at < size; at += 1) row.cells[at] = (row.cells[at] ?? Number.NaN) - factor * (pivot.cells[at] ?? Number.NaN);
      row.right -= factor * pivot.right;
    }
  }
  return substituteBack(rows);
}

interface EquationRow {
  readonly cells: Float64Array;
  right: number;
}

/** Brings the row with the largest value in the column to its place; null when every value there is zero or no number. */
function takePivot(rows: EquationRow[], column: number): EquationRow | null {
  let best = column;
  let largest = 0;
  for (let row = column; row < rows.length; row += 1) {
    const value = Math.abs(rows[row]?.cells[column] ?? Number.NaN);
    if (!(value > largest)) continue;
    best = row;
    largest = value;
  }
  const [chosen, other] = [rows[best], rows[column]];
  if (largest === 0 || !Number.isFinite(largest) || chosen === undefined || other === undefined) return null;
  rows[best] = other;
  rows[column] = chosen;
  return chosen;
}

function substituteBack(rows: readonly EquationRow[]): readonly number[] {
  const answer = new Array<number>(rows.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at];
    if (row === undefined) continue;
    let rest = row.right;
    for (let column = at + 1; column < rows.length; column += 1) rest -= (row.cells[column] ?? Number.NaN) * (answer[column] ?? Number.NaN);
    answer[at] = rest / (row.cells[at] ?? Number.NaN);
  }
  return answer;
}
