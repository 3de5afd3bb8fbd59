import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dot, leastSquares } from './least-squares.js';
import { solveLinearSystem, SquareMatrix } from './linear-system.js';

const number = fc.integer({ min: -1000, max: 1000 }).map((hundredths) => hundredths / 100);

function matrixOf(rows: readonly (readonly number[])[]): SquareMatrix {
  const matrix = new SquareMatrix(rows.length);
  rows.forEach((cells, row) => cells.forEach((cell, column) => matrix.add(row, column, cell)));
  return matrix;
}

describe('solveLinearSystem', () => {
  it('finds the x that it was made from', () => {
    fc.assert(
      fc.property(fc.array(fc.array(number, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 }), fc.array(number, { minLength: 5, maxLength: 5 }), (cells, wanted) => {
        // A heavy diagonal keeps the system far from one without an answer.
        const rows = cells.map((row, at) => row.map((cell, column) => (column === at ? 100 + cell : cell)));
        const right = Float64Array.from(rows, (row) => dot(row, wanted));
        solveLinearSystem(matrixOf(rows), right)?.forEach((value, at) => expect(value).toBeCloseTo(wanted[at] ?? Number.NaN, 9));
      }),
    );
  });

  it('takes another pivot when the first is zero, and has no answer without any', () => {
    expect(solveLinearSystem(matrixOf([[0, 2], [4, 0]]), Float64Array.of(2, 8))).toEqual([2, 1]);
    expect(solveLinearSystem(matrixOf([[1, 2], [2, 4]]), Float64Array.of(1, 2))).toBeNull();
    expect(solveLinearSystem(matrixOf([[Number.NaN]]), Float64Array.of(1))).toBeNull();
  });
});

describe('leastSquares', () => {
  const columns = fc.array(fc.array(number, { minLength: 8, maxLength: 8 }), { minLength: 3, maxLength: 3 });
  const response = fc.array(number, { minLength: 8, maxLength: 8 });

  it('leaves residuals at right angles to every column', () => {
    fc.assert(
      fc.property(columns, response, (design, values) => {
        const fit = leastSquares(design, values);
        if (!fit.ok) return;
        for (const column of design) expect(dot(column, fit.value.residuals)).toBeCloseTo(0, 9);
        expect(fit.value.leverages.reduce((sum, leverage) => sum + leverage, 0)).toBeCloseTo(3, 9);
      }),
    );
  });

  it('agrees with the normal equations, its inverse and determinant included', () => {
    fc.assert(
      fc.property(columns, response, (cells, values) => {
        // Each column with an observation of its own is well away from the others.
        const design = cells.map((column, at) => column.map((cell, index) => (index === at ? 60 + cell : cell)));
        const fit = leastSquares(design, values);
        if (!fit.ok) throw new Error('the columns are sound');
        const normal = design.map((one) => design.map((other) => dot(one, other)));
        solveLinearSystem(matrixOf(normal), Float64Array.from(design, (column) => dot(column, values)))?.forEach((value, at) => expect(fit.value.coefficients[at]).toBeCloseTo(value, 9));
        normal.forEach((row, at) => normal.forEach((_, column) => expect(dot(row, fit.value.inverse.map((cells2) => cells2[column] ?? Number.NaN))).toBeCloseTo(Number(at === column), 9)));
        const [[a = 0, b = 0, c = 0] = [], [, d = 0, e = 0] = [], [, , f = 0] = []] = normal;
        expect(2 * fit.value.halfLogDeterminant).toBeCloseTo(Math.log(a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d)), 8);
      }),
    );
  });

  it('keeps its digits where the squared design has lost them', () => {
    // Columns that differ by one in ten million: X'X is singular to double precision.
    const near = [1, 2, 3, 4].map((value, index) => value + 1e-7 * (index % 2));
    const fit = leastSquares([[1, 2, 3, 4], near], [3, 6, 9, 12]);
    expect(fit.ok && fit.value.coefficients[0]).toBeCloseTo(3, 5);
  });

  it('names the column that those before it make up', () => {
    expect(leastSquares([[1, 1, 1], [1, 2, 3], [3, 5, 7]], [1, 2, 4])).toEqual({ ok: false, fault: { code: 'rank-deficient', column: 2 } });
    expect(leastSquares([[1, 1], [1, 2], [1, 5]], [1, 2])).toEqual({ ok: false, fault: { code: 'rank-deficient', column: 2 } });
    expect(leastSquares([[1e-160, 0], [0, 1]], [1, 2])).toEqual({ ok: false, fault: { code: 'rank-deficient', column: 0 } });
    expect(leastSquares([[0, 0]], [1, 2])).toEqual({ ok: false, fault: { code: 'rank-deficient', column: 0 } });
  });
});
