import { ROUNDING_BASE } from './rounded-count.js';

/** How far a posted count may lie from the truth. */
export const ROUNDED_BY = 2;

/** A figure told as a band of numbers, both ends included; `through` null is "or more". */
export interface NumberBand {
  readonly from: number;
  readonly through: number | null;
}

/**
 * The band as which a posted count of a whole must be read, or null where it is told as the number it is.
 *
 * Only none and all would be read as a statement about everybody: 0 reads as 0 to 2, and all of 12 as 10 to 12.
 *
 * @param count 0 to `of`.
 */
export function bandOfPosted(count: number, of: number): NumberBand | null {
  if (count === 0) return { from: 0, through: Math.min(ROUNDED_BY, of) };
  return count === of ? { from: Math.max(0, of - ROUNDED_BY), through: of } : null;
}

/**
 * The band of a rare measure, from the posted half-year count of a team and never from the true one: 0 is 0 to 2, 3 is 1 to 5, and more is
 * 4 or more.
 *
 * @throws RangeError when the count is no multiple of 3: then it was not posted.
 */
export function bandOfRare(posted: number): NumberBand {
  if (!Number.isSafeInteger(posted) || posted < 0 || posted % ROUNDING_BASE !== 0) throw new RangeError('a posted count is a multiple of three');
  if (posted === 0) return { from: 0, through: ROUNDED_BY };
  return posted === ROUNDING_BASE ? { from: 1, through: 5 } : { from: 4, through: null };
}
