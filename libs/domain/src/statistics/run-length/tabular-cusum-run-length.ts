import { failure, success, type Result } from '../../shared/result.js';
import { standardNormalAtMost, standardNormalDensity } from '../distributions/continuous.js';
import { SquareMatrix } from '../linear-algebra/linear-system.js';
import { averageRunLengths, MOST_STATES, soundRunLength, type RunLengthFault } from './average-run-length.js';
import { nodesFor } from './ewma-run-length.js';
import { gaussLegendre } from './gauss-legendre.js';

/** A tabular CUSUM on standard normal values whose mean is `shift`; everything in standard deviations of one value. */
export interface TabularCusumRunLengthSettings {
  /** k: what is taken off each value; half the shift that is looked for. */
  readonly reference: number;
  /** h: a sum above it signals. Above 0. */
  readonly decisionInterval: number;
  readonly shift: number;
}

/**
 * The average run length of a one-sided (upper) tabular CUSUM, S = max(0, S + z - k), that starts at 0 and signals when S > h.
 *
 * L(s) = 1 + L(0) Phi(k - s - shift) + integral over [0, h] of L(x) phi(x + k - s - shift) dx, solved on Gauss-Legendre nodes and 0
 * (Nystroem). Assumes independent normal values with known mean and deviation.
 *
 * @returns points until the signal, the signalling one included, with a relative error below 1e-6.
 * Faults: a setting out of range; `beyond-precision` when the run length passes 1e10 or the interval needs over 1200 nodes.
 * Source: Vance (1986); agrees with spc::xcusum.arl(sided = "one"). Golden vector: arl-01.
 */
export function tabularCusumRunLength({ reference, decisionInterval, shift }: TabularCusumRunLengthSettings): Result<number, RunLengthFault> {
  if (!Number.isFinite(reference)) return failure({ code: 'out-of-range', parameter: 'reference' });
  if (!(decisionInterval > 0 && Number.isFinite(decisionInterval))) return failure({ code: 'out-of-range', parameter: 'decisionInterval' });
  if (!Number.isFinite(shift)) return failure({ code: 'out-of-range', parameter: 'shift' });
  const count = nodesFor(decisionInterval);
  if (count > MOST_STATES) return failure({ code: 'beyond-precision' });
  const { nodes, weights } = gaussLegendre(count, 0, decisionInterval);
  const drift = reference - shift;
  const stay = new SquareMatrix(count + 1);
  for (const [row, from] of [0, ...nodes].entries()) {
    stay.add(row, 0, standardNormalAtMost(drift - from));
    nodes.forEach((to, index) => stay.add(row, index + 1, (weights[index] ?? Number.NaN) * standardNormalDensity(to - from + drift)));
  }
  const lengths = averageRunLengths(stay);
  return lengths.ok ? soundRunLength(lengths.value[0] ?? Number.NaN) : lengths;
}

/**
 * The average run length of the two-sided tabular CUSUM: both sums with the same k and h, starting at 0.
 *
 * 1 / L = 1 / L(upper) + 1 / L(lower): with k of 0 or more a signal of one sum finds the other at 0 (Kemp, 1961).
 *
 * @returns as `tabularCusumRunLength`; a fault for a reference below 0, for which the two sums can not be taken apart.
 */
export function twoSidedTabularCusumRunLength(settings: TabularCusumRunLengthSettings): Result<number, RunLengthFault> {
  if (!(settings.reference >= 0)) return failure({ code: 'out-of-range', parameter: 'reference' });
  const upper = tabularCusumRunLength(settings);
  if (!upper.ok && upper.fault.code === 'out-of-range') return upper;
  const lower = tabularCusumRunLength({ ...settings, shift: -settings.shift });
  // A sum that practically never signals leaves the run length to the other.
  if (!upper.ok) return lower;
  return lower.ok ? success(1 / (1 / upper.value + 1 / lower.value)) : upper;
}
