import { MOST_TRIALS } from './series.js';

/**
 * Guards of functions that take plain numbers and give plain numbers. Figures that come from data are checked before, with a
 * position (series.ts), so that a number that can't be is a bug of the caller here: a RangeError that names the parameter,
 * never NaN, a wrong limit or a search without an end.
 */
export function requireCount(value: number, parameter: string, least = 0): void {
  if (!(Number.isInteger(value) && value >= least)) throw new RangeError(`${parameter} has to be a whole number from ${least} on, not ${value}`);
}

/** More than any sum of ten periods that were checked holds. */
const LARGEST_SIZE = 10 * MOST_TRIALS;

/** A size of which the law is written out count by count. */
export function requireSize(value: number, parameter: string): void {
  requireCount(value, parameter);
  if (value > LARGEST_SIZE) throw new RangeError(`${parameter} has to be at most ${LARGEST_SIZE}, not ${value}`);
}

/** Something that lies from 0 to 1, both included. */
export function requireShare(value: number, parameter: string): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${parameter} has to lie in [0, 1], not at ${value}`);
}

/** Something that lies between 0 and 1, neither included. */
export function requireInside(value: number, parameter: string): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${parameter} has to lie in (0, 1), not at ${value}`);
}

/** A correlation that a law of counts can have. */
export function requireCorrelation(value: number, parameter: string): void {
  if (!(value >= 0 && value < 1)) throw new RangeError(`${parameter} has to lie in [0, 1), not at ${value}`);
}

/** A finite number above 0. */
export function requirePositive(value: number, parameter: string): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${parameter} has to be a finite number above 0, not ${value}`);
}

/** A finite number, 0 or more. */
export function requireAmount(value: number, parameter: string): void {
  if (!(value >= 0 && Number.isFinite(value))) throw new RangeError(`${parameter} has to be a finite number of 0 or more, not ${value}`);
}
