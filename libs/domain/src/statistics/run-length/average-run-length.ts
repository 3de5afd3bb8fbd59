import { failure, success, type Result } from '../../shared/result.js';
import { solveLinearSystem, type SquareMatrix } from '../linear-algebra/linear-system.js';
import type { ParameterFault } from '../parameter-fault.js';

/** The average run length can not be told: a setting is out of range, it is longer than double precision carries, or there are too many states. */
export type RunLengthFault = ParameterFault | { readonly code: 'beyond-precision' };

/** Run lengths above this are lost in rounding: the error of the solution grows with the run length. */
const LONGEST = 1e10;

/** The most states that a chart may have here; the work grows with the third power. */
export const MOST_STATES = 1200;

/**
 * The average run length from each state of a chart: L = 1 + Q L.
 *
 * @param stay Q: the probability (or, in a quadrature, the weighted density) of going from row to column without a signal; used up.
 * @returns the number of points until the signal, the signalling one included; 1 or more in each state.
 */
export function averageRunLengths(stay: SquareMatrix): Result<readonly number[], RunLengthFault> {
  for (let state = 0; state < stay.size; state += 1) {
    const row = stay.row(state);
    row.forEach((value, column) => (row[column] = -value));
    stay.add(state, state, 1);
  }
  const lengths = solveLinearSystem(stay, new Float64Array(stay.size).fill(1));
  const sound = lengths?.every((length) => length > 0.999 && length < LONGEST) === true;
  return lengths !== null && sound ? success(lengths) : failure({ code: 'beyond-precision' });
}

/** Gives a run length back unless rounding has made it impossible or meaningless. */
export function soundRunLength(length: number): Result<number, RunLengthFault> {
  return length > 0.999 && length < LONGEST ? success(Math.max(1, length)) : failure({ code: 'beyond-precision' });
}
