/** The base to which every posted count is rounded. */
export const ROUNDING_BASE = 3;

/** What a running total holds back: its true value is this much above what was posted. Known to the publisher only. */
export type Carry = -1 | 0 | 1;

/** A reflection as a count sees it: whose it is, and whether the count counts it. */
export interface CountedReflection {
  /** Anything that tells contributors apart within the list; never shown. */
  readonly contributor: string;
  readonly isCounted: boolean;
}

/** One posting of a count, and the carry with which the next one starts. */
export interface PostedCount {
  /** A multiple of 3, at most the cap. */
  readonly posted: number;
  readonly carry: Carry;
  /** The cap, or what was posted around it, cut something off. A breakdown of this posting is withheld. */
  readonly isCapped: boolean;
  /** The insider guard moved this posting by 3. */
  readonly isGuarded: boolean;
}

/**
 * The largest multiple of 3 below the number of reflections over which a count runs, so that "all of them" can't be read.
 *
 * @returns 0 for 3 reflections or fewer.
 */
export function capOf(reflections: number): number {
  return Math.max(0, ROUNDING_BASE * Math.floor((reflections - 1) / ROUNDING_BASE));
}

/**
 * Posts one count by cumulative rounding.
 *
 * The posted running total is the multiple of 3 nearest to the true running total plus a secret offset; what is posted now is
 * its increment: posted = 3 round((x + carry) / 3), carry' = x + carry - posted. The increment is capped at
 * {@link capOf} the reflections over which the count runs and at `ceiling`; what the cap cuts off is not carried on.
 * It never passes `around` either; of what that cuts off, as much is carried on as a carry can hold, so that two counts of the same
 * reflections grow alike from then on.
 * The insider guard then moves a posting from which one contributor could see what the others answered:
 * one contributor holds everything counted and the posting is 2 too low: 3 more (unless that passes the cap);
 * one contributor holds everything not counted and the posting is 2 too high: 3 less. Both stay within 2 of the truth.
 *
 * @param reflections the reflections over which the count runs.
 * @param carry what the ledger of this count held back; the secret offset at its first posting.
 * @param ceiling what the posting may not exceed besides the cap, as the parts inside a posted whole may not exceed it.
 * @param around what was posted, over the same reflections, of a wider count that holds wherever this one does.
 * Source: the publication scheme, point 3 (docs/disclosure-policy.md).
 */
export function postCount(reflections: readonly CountedReflection[], carry: Carry, ceiling = Number.POSITIVE_INFINITY, around = Number.POSITIVE_INFINITY): PostedCount {
  const count = reflections.filter(({ isCounted }) => isCounted).length;
  const cap = Math.min(capOf(reflections.length), ceiling);
  const target = count + carry;
  const rounded = ROUNDING_BASE * Math.round(target / ROUNDING_BASE);
  const capped = Math.min(Math.max(0, rounded), cap);
  const posted = Math.min(capped, around);
  const isCapped = posted < rounded;
  const move = guardMove(reflections, posted - count, posted + ROUNDING_BASE <= Math.min(cap, around));
  if (move === 0) return { posted, carry: asCarry(target - rounded + capped - posted), isCapped, isGuarded: false };
  return { posted: posted + move, carry: asCarry(target - posted - move), isCapped, isGuarded: true };
}

/** What the insider guard adds to a posting that is `deviation` above the truth. */
export function guardMove(reflections: readonly CountedReflection[], deviation: number, mayRise: boolean): -3 | 0 | 3 {
  if (deviation === -2 && mayRise && isHeldByOne(reflections, true)) return 3;
  if (deviation === 2 && isHeldByOne(reflections, false)) return -3;
  return 0;
}

/** Whether there are such reflections, all of them are one contributor's, and somebody else has reflections too. */
function isHeldByOne(reflections: readonly CountedReflection[], isCounted: boolean): boolean {
  const holders = new Set(reflections.filter((reflection) => reflection.isCounted === isCounted).map(({ contributor }) => contributor));
  return holders.size === 1 && reflections.some(({ contributor }) => !holders.has(contributor));
}

/** The nearest carry: after a guard or a cap only as much is carried as a carry can hold. */
function asCarry(value: number): Carry {
  if (value <= -1) return -1;
  return value >= 1 ? 1 : 0;
}
