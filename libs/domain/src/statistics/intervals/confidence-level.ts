import type { Brand } from '../../shared/brand.js';
import { failure, success, type Result } from '../../shared/result.js';
import { standardNormalQuantile } from '../distributions/continuous.js';

/** The share of intervals that holds the true value, in [0.9, 0.999999]. */
export type ConfidenceLevel = Brand<number, 'ConfidenceLevel'>;

/** The level is below 0.9 or too close to 1. */
export interface ConfidenceFault {
  readonly code: 'confidence-out-of-range';
}

/** Closer to 1 the probability left out is lost in the rounding of 1 - tail, and at 1 a count has no upper end. */
const HIGHEST_LEVEL = 0.999999;

/**
 * Reads a confidence level, as a share (0.9 to 0.999999) or as a percentage (90 to 99.9999).
 *
 * Everything below 0.9 is refused, as the reference does, and full confidence too: its interval for a count has no end.
 */
export function parseConfidenceLevel(value: number): Result<ConfidenceLevel, ConfidenceFault> {
  const level = value >= 90 ? value / 100 : value;
  return level >= 0.9 && level <= HIGHEST_LEVEL ? success(level as ConfidenceLevel) : failure({ code: 'confidence-out-of-range' });
}

/** The levels of the inner and the outer line of every comparison: 95 % and 99.8 %. */
export const CONFIDENCE_95 = 0.95 as ConfidenceLevel;
export const CONFIDENCE_998 = 0.998 as ConfidenceLevel;

/** The probability left out at each end: (1 - level) / 2. */
export function tailOf(level: ConfidenceLevel): number {
  return (1 - level) / 2;
}

/** How many standard deviations reach from the middle to each end: 1.959964 at 0.95, 3.090232 at 0.998. */
export function deviationsOf(level: ConfidenceLevel): number {
  return -standardNormalQuantile(tailOf(level));
}
