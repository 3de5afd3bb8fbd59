import { failure, success, type Result } from '../../shared/result.js';
import type { ConfidenceLevel } from '../intervals/confidence-level.js';
import { countInterval, type CountInterval } from '../intervals/count-interval.js';
import { checkCounts, type CountPoint, type SeriesFault } from '../series.js';

/** A stratum of one unit: its own events and size, and those of the reference. Null where the unit has nothing there. */
export interface Stratum {
  readonly unit: CountPoint;
  readonly reference: { readonly numerator: number; readonly denominator: number };
}

/** Observed against expected. `expected` is above 0. */
export interface ObservedToExpected {
  readonly observed: number;
  readonly expected: number;
  /** observed / expected. */
  readonly ratio: number;
  /** The overall rate of the reference: events / size over all its strata. */
  readonly referenceRate: number;
}

/** Why nothing can be expected; `position` is the stratum. */
export type IndirectFault = SeriesFault | { readonly code: 'no-reference'; readonly position: number } | { readonly code: 'nothing-expected' };

/**
 * What a unit had against what it would have had with the reference's rates (indirect standardisation).
 *
 * expected = sum over strata of the unit's size times the reference's events / size. A stratum where the unit has nothing
 * adds nothing.
 *
 * @param strata the same strata for every unit, in any order; events may exceed size (several a person).
 * @returns a fault with the stratum's position for an impossible count and for a reference of size 0 where the unit has
 * something; `nothing-expected` when expected is 0, where the reference divides by 0.
 * Source: PHEindicatormethods ISRatio. Golden vectors: isr-01-6-teams-4-strata, isr-02-zero-stratum.
 */
export function observedToExpected(strata: readonly Stratum[]): Result<ObservedToExpected, IndirectFault> {
  const references = checkCounts(strata.map(({ reference }) => reference), true);
  if (!references.ok) return references;
  const units = checkCounts(strata.map(({ unit }) => unit), true);
  if (!units.ok) return units;
  let observed = 0;
  let expected = 0;
  for (const [position, { unit, reference }] of strata.entries()) {
    if (unit === null) continue;
    observed += unit.numerator;
    if (unit.denominator === 0) continue;
    if (reference.denominator === 0) return failure({ code: 'no-reference', position });
    expected += (unit.denominator * reference.numerator) / reference.denominator;
  }
  if (expected === 0) return failure({ code: 'nothing-expected' });
  return success({ observed, expected, ratio: observed / expected, referenceRate: overallRate(strata) });
}

function overallRate(strata: readonly Stratum[]): number {
  const events = strata.reduce((sum, { reference }) => sum + reference.numerator, 0);
  return events / strata.reduce((sum, { reference }) => sum + reference.denominator, 0);
}

/**
 * The interval around observed / expected: that of the observed count (exact below 10 events, Byar from 10), divided by the
 * expected count.
 *
 * Takes the reference's rates as known, so it is a little narrow when the reference is small. Multiply both ends by
 * `referenceRate` for the interval of the standardised rate.
 *
 * @returns ratios, 0 or more.
 * Source and vectors: as `observedToExpected`.
 */
export function ratioInterval({ observed, expected }: ObservedToExpected, level: ConfidenceLevel): CountInterval {
  const counted = countInterval(observed, level);
  if (!counted.ok) throw new RangeError(`observed is ${counted.fault.code}, which observedToExpected refuses`);
  const { lower, upper, method } = counted.value;
  return { lower: lower / expected, upper: upper / expected, method };
}

/** A standardised rate: a ratio of observed to expected times the reference's overall rate, per `multiplier`. */
export function standardisedRate(ratio: number, { referenceRate }: ObservedToExpected, multiplier = 1): number {
  return ratio * referenceRate * multiplier;
}
