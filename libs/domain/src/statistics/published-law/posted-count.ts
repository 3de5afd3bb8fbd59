/**
 * How a true count is posted: as it is (base 1), or as the increment of a running total that is kept on multiples of 3
 * with a secret carry of -1, 0 or 1 (base 3).
 */
export type PostingBase = 1 | 3;

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

/**
 * P(posted total = 0), P(posted total = base), P(posted total = 2 base), ... of a sum of blocks whose true total has the
 * given law; the carry at its beginning is as likely -1 as 0 or 1: base * floor((U + X) / base), U uniform on 0..base-1.
 *
 * Because the running total is rounded and not each block, this holds for the sum of any number of blocks in a row, as long
 * as none was cut.
 *
 * @param law law[x] = P(true total = x).
 */
export function postedTotalLaw(law: Float64Array, base: PostingBase): Float64Array {
  const posted = new Float64Array(Math.floor((law.length - 1 + base - 1) / base) + 1);
  law.forEach((probability, count) => {
    for (let offset = 0; offset < base; offset += 1) {
      const step = Math.floor((count + offset) / base);
      posted[step] = (posted[step] ?? 0) + probability / base;
    }
  });
  return posted;
}

/** The variance that posting adds to one figure: 2 for a count that is no multiple of 3, so 2 P(X mod 3 <> 0). */
export function postingVariance(law: Float64Array, base: PostingBase): number {
  if (base === 1) return 0;
  let whole = 0;
  for (let count = 0; count < law.length; count += base) whole += law[count] ?? 0;
  return 2 * Math.max(0, 1 - whole);
}
