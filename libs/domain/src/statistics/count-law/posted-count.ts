/**
 * How a true count is posted: as it is (base 1), or as the increment of a running total that is kept on multiples of 3
 * with a secret carry of -1, 0 or 1 (base 3).
 */
export type PostingBase = 1 | 3;

/** One posted block: how many of how many, over how many calendar months. */
export interface PostedBlock {
  readonly numerator: number;
  readonly denominator: number;
  readonly months: number;
}

/** Every carry a ledger can stand at; each is as likely as another, because the first offset is drawn evenly. */
export function carriesOf(base: PostingBase): readonly number[] {
  return base === 1 ? [0] : [-1, 0, 1];
}

/** The largest figure that may be posted over `size` reflections: below `size`, so that "all of them" can't be read. */
export function largestPosted(size: number, base: PostingBase): number {
  return base === 1 ? size : Math.max(0, base * Math.floor((size - 1) / base));
}

/**
 * Posts one true count: the increment of the rounded running total, and the carry that is stored for the next one.
 *
 * posted = base * round((count + carry) / base), cut at {@link largestPosted}; the new carry is what rounding left over
 * before the cut: what the cut takes off is forgotten. Successive postings depend on each other through the carry, so that
 * a sum of postings stays within 2 of the sum of the counts.
 *
 * @param count whole number from 0 to `size`. @param carry one of {@link carriesOf}. @param size reflections of the block.
 */
export function postCount(count: number, carry: number, size: number, base: PostingBase): { readonly posted: number; readonly carry: number } {
  if (base === 1) return { posted: count, carry: 0 };
  const running = count + carry;
  // A running total of -1 rounds to 0, not to -0.
  const rounded = Math.max(0, base * Math.round(running / base));
  return { posted: Math.min(rounded, largestPosted(size, base)), carry: running - rounded };
}
