import type { CountLaw } from '../distributions/law-by-ratios.js';
import { tailsOf } from './count-law.js';
import { largestPosted, type PostingBase } from './posted-count.js';

/**
 * The law of what is posted of a count: base * floor((U + X) / base), U uniform on 0..base - 1, because the carry before it is
 * as likely one as another. law[y] = P(posted = y); only multiples of the base have any probability.
 *
 * Because the running total is rounded and not each block, this is also the law of a sum of any number of blocks in a row of
 * which X is the true total, as long as none was cut. Keeps the mean and adds {@link postingVariance}, apart from the cap.
 *
 * @param law of the true count X.
 * @param isCapped whether the count stays at or below {@link largestPosted} of its full size. True where that size is exact; a size that
 * was itself posted may lie below the true one, and then its cap is not known.
 */
export function postedLaw(law: CountLaw, base: PostingBase, isCapped: boolean): CountLaw {
  const size = law.length - 1;
  const most = isCapped ? largestPosted(size, base) : base * Math.floor((size + base - 1) / base);
  const posted = new Float64Array(most + 1);
  for (const [count, probability] of law.entries()) {
    for (let offset = 0; offset < base; offset += 1) {
      const figure = Math.min(most, base * Math.floor((count + offset) / base));
      posted[figure] = (posted[figure] ?? 0) + probability / base;
    }
  }
  return posted;
}

/** The variance that posting adds to one figure: 2 for a count that is no multiple of 3, so 2 P(X mod 3 <> 0); about 4/3. */
export function postingVariance(law: CountLaw, base: PostingBase): number {
  if (base === 1) return 0;
  let whole = 0;
  for (let count = 0; count < law.length; count += base) whole += law[count] ?? 0;
  return 2 * Math.max(0, 1 - whole);
}

/** What {@link postingVariance} comes to on base 3 when a count is as likely to leave 0, 1 or 2 over. */
export const USUAL_POSTING_VARIANCE = 4 / 3;

/** P(posted >= x) for a multiple x of the base, without the cap: the mean of P(X >= x - U) over the offsets. As `postedLaw`, for one figure. */
export function postedAtLeast(law: CountLaw, x: number, base: PostingBase): number {
  let chance = tailsOf(law, x).atLeast;
  for (let offset = 1; offset < base; offset += 1) chance += ((base - offset) / base) * (law[x - offset] ?? 0);
  return chance;
}
