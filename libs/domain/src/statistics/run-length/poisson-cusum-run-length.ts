import { failure, type Result } from '../../shared/result.js';
import { poissonAtLeast, poissonAtMost, poissonPmf } from '../distributions/poisson.js';
import { SquareMatrix } from '../linear-algebra/linear-system.js';
import { averageRunLengths, MOST_STATES, soundRunLength, type RunLengthFault } from './average-run-length.js';

/**
 * A CUSUM of Poisson counts on a lattice of steps of 1 / `stepsPerEvent`, so that the run length is exact.
 *
 * `reference`, `limit` and `start` are whole numbers of steps: k = 0.25 and h = 10 with 4 steps an event are 1 and 40.
 */
export interface PoissonCusumSettings {
  /** The mean count of a period, 0 or more. */
  readonly mean: number;
  /** k, in steps; 0 or more. */
  readonly reference: number;
  /** h, in steps; a sum ABOVE it signals. 0 or more. To signal from h on, give h - 1. */
  readonly limit: number;
  readonly stepsPerEvent: number;
  /** Where the sum begins, in steps; 0 unless given. */
  readonly start?: number;
  /** upper: S = max(0, S + count - k) finds a rise; lower: S = max(0, S + k - count) finds a fall. Upper unless given. */
  readonly side?: 'upper' | 'lower';
}

/**
 * The exact average run length of a one-sided Poisson CUSUM: a Markov chain over the sums 0, 1, ..., limit.
 *
 * Assumes independent Poisson counts with one mean.
 *
 * @returns periods until the signal, the signalling one included.
 * Faults: a setting out of range (its name); `beyond-precision` when the run length passes 1e10 or there are over 1200 sums.
 * Source: Lucas (1985), whose charts signal from h on; the lattice is that of spc::pois.cusum.arl(mu, km, hm, m, i0).
 */
export function poissonCusumRunLength(settings: PoissonCusumSettings): Result<number, RunLengthFault> {
  const { mean, reference, limit, stepsPerEvent, start = 0, side = 'upper' } = settings;
  if (!(mean >= 0 && Number.isFinite(mean))) return failure({ code: 'out-of-range', parameter: 'mean' });
  if (!isCount(reference)) return failure({ code: 'out-of-range', parameter: 'reference' });
  if (!isCount(limit)) return failure({ code: 'out-of-range', parameter: 'limit' });
  if (!isCount(stepsPerEvent) || stepsPerEvent === 0) return failure({ code: 'out-of-range', parameter: 'stepsPerEvent' });
  if (!isCount(start) || start > limit) return failure({ code: 'out-of-range', parameter: 'start' });
  if (limit + 1 > MOST_STATES) return failure({ code: 'beyond-precision' });
  const stay = new SquareMatrix(limit + 1);
  for (let from = 0; from <= limit; from += 1) {
    stay.add(from, 0, backToZero(settings, side, from));
    for (let to = 1; to <= limit; to += 1) {
      const events = (side === 'upper' ? to - from + reference : from + reference - to) / stepsPerEvent;
      if (events >= 0 && Number.isInteger(events)) stay.add(from, to, poissonPmf(events, mean));
    }
  }
  const lengths = averageRunLengths(stay);
  return lengths.ok ? soundRunLength(lengths.value[start] ?? Number.NaN) : lengths;
}

function backToZero({ mean, reference, stepsPerEvent }: PoissonCusumSettings, side: 'upper' | 'lower', from: number): number {
  if (side === 'upper') return poissonAtMost(Math.floor((reference - from) / stepsPerEvent), mean);
  return poissonAtLeast(Math.ceil((from + reference) / stepsPerEvent), mean);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
