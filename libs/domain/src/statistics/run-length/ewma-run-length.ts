import { failure, success, type Result } from '../../shared/result.js';
import { standardNormalDensity } from '../distributions/continuous.js';
import { SquareMatrix } from '../linear-algebra/linear-system.js';
import { averageRunLengths, MOST_STATES, soundRunLength, type RunLengthFault } from './average-run-length.js';
import { gaussLegendre } from './gauss-legendre.js';

/** A two-sided EWMA with fixed limits on standard normal values whose mean is `shift`. */
export interface EwmaRunLengthSettings {
  /** lambda, in (0, 1]. */
  readonly weight: number;
  /** The limits, in standard deviations of the settled average: ± limitWidth sqrt(lambda / (2 - lambda)). Above 0. */
  readonly limitWidth: number;
  /** In standard deviations of one value; 0 gives the in-control run length. */
  readonly shift: number;
}

/**
 * The average run length of a two-sided EWMA with fixed limits that starts at its centre.
 *
 * L(z) = 1 + integral over [-b, b] of L(x) phi((x - (1 - lambda) z) / lambda - shift) / lambda dx, solved on Gauss-Legendre nodes
 * (Nystroem) and read off at z = 0. Assumes independent normal values with known mean and deviation.
 *
 * @returns points until the signal, the signalling one included, with a relative error below 1e-6.
 * Faults: a setting out of range; `beyond-precision` when the run length passes 1e10 or lambda is so small that over 1200 nodes are needed.
 * Source: Crowder (1987); agrees with spc::xewma.arl(sided = "two"). Golden vector: arl-01.
 */
export function ewmaRunLength({ weight, limitWidth, shift }: EwmaRunLengthSettings): Result<number, RunLengthFault> {
  if (!(weight > 0 && weight <= 1)) return failure({ code: 'out-of-range', parameter: 'weight' });
  if (!(limitWidth > 0 && Number.isFinite(limitWidth))) return failure({ code: 'out-of-range', parameter: 'limitWidth' });
  if (!Number.isFinite(shift)) return failure({ code: 'out-of-range', parameter: 'shift' });
  const border = limitWidth * Math.sqrt(weight / (2 - weight));
  const count = nodesFor((2 * border) / weight);
  if (count > MOST_STATES) return failure({ code: 'beyond-precision' });
  const { nodes, weights } = gaussLegendre(count, -border, border);
  const density = (from: number, to: number) => standardNormalDensity((to - (1 - weight) * from) / weight - shift) / weight;
  const stay = new SquareMatrix(count);
  nodes.forEach((from, row) => nodes.forEach((to, column) => stay.add(row, column, (weights[column] ?? Number.NaN) * density(from, to))));
  const lengths = averageRunLengths(stay);
  if (!lengths.ok) return lengths;
  return soundRunLength(1 + nodes.reduce((sum, to, index) => sum + (weights[index] ?? Number.NaN) * density(0, to) * (lengths.value[index] ?? Number.NaN), 0));
}

/** How many nodes carry a normal density over an interval of so many standard deviations without a visible error. */
export function nodesFor(standardDeviations: number): number {
  return Math.max(48, Math.ceil(3 * standardDeviations));
}

/**
 * The limit width at which the in-control run length of an EWMA is `wanted`, by halving.
 *
 * @param wanted points, above 1 and at most 1e6.
 */
export function ewmaLimitWidthFor(weight: number, wanted: number): Result<number, RunLengthFault> {
  if (!(wanted > 1 && wanted <= 1e6)) return failure({ code: 'out-of-range', parameter: 'wanted' });
  let [low, high] = [1e-3, 6];
  while (high - low > 1e-10) {
    const limitWidth = (low + high) / 2;
    const length = ewmaRunLength({ weight, limitWidth, shift: 0 });
    if (!length.ok && length.fault.code === 'out-of-range') return length;
    if (length.ok && length.value < wanted) low = limitWidth;
    else high = limitWidth;
  }
  return success((low + high) / 2);
}
