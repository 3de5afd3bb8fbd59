import type { PostedBlock, PostingBase } from '../count-law/posted-count.js';
import { postedAtLeast } from '../count-law/posted-law.js';
import { PREDICTIVE_WINDOWS, windowLaw, type ShareBaseline } from '../predictive/window-law.js';
import { requireBlocks } from './baseline.js';

/** Which way a change must go to be watched for. */
export type WatchSide = 'up' | 'down';

/**
 * How surprising the last 1, 3 or 6 months are in view of the baseline: the predictive p-values of the three windows, brought
 * together by the Cauchy combination, which holds for windows that overlap and finds a rise sooner than three times the
 * least of them (`leastWindowPValue`). This is the one that confirms a signal.
 *
 * Assumes that the rate is what the baseline says it may be. The total of a window follows {@link windowLaw}; when counts are
 * posted, the law is that of one rounding of the running total. The probability of exactly what was found counts half
 * (mid-p), since counts are few and coarse.
 *
 * combined = 1/2 - atan(mean of tan(pi (1/2 - p))) / pi; a window that does not exist yet, or lies on the other side of
 * what is usual, has p = 1/2 and adds nothing.
 *
 * @param blocks posted blocks after the baseline, in order of time, gaps left out; a window takes blocks from the last one
 * backward until it holds its months, so a merged block is taken whole.
 * @returns a probability in (0, 1/2]; 1/2 without blocks.
 * @throws RangeError for a block that can't be: `findAlarms` checks what comes from data.
 * Source: Liu and Xie 2020, JASA 115(529). Golden vectors of the law: betabinom-predictive-01 and 02.
 */
export function combinedWindowPValue(blocks: readonly PostedBlock[], baseline: ShareBaseline, overdispersion: number, base: PostingBase, side: WatchSide): number {
  requireBlocks(blocks);
  const usual = baseline.alpha / (baseline.alpha + baseline.beta);
  const sizes: number[] = [];
  let sum = 0;
  let [x, n, months, next] = [0, 0, 0, blocks.length - 1];
  for (const window of PREDICTIVE_WINDOWS) {
    if (next < 0 && months < window) break;
    for (; next >= 0 && months < window; next -= 1) {
      const block = blocks[next];
      if (block === undefined) break;
      x += block.numerator;
      n += block.denominator;
      months += block.months;
      sizes.push(block.denominator);
    }
    const isMore = side === 'up' ? x > n * usual : x < n * usual;
    if (n < 2 || !isMore) continue;
    const law = windowLaw(baseline, overdispersion, sizes);
    // Fewer noticed is more not noticed; the two roundings, up and down, are mirror images.
    const tail = side === 'up' ? postedMidTail(law, x, base) : postedMidTail(law.toReversed(), n - x, base);
    sum += 1 / Math.tan(Math.PI * Math.max(LEAST_PROBABILITY, tail));
  }
  const mean = sum / PREDICTIVE_WINDOWS.length;
  // The arc cotangent, without loss for a large mean.
  return Math.atan2(1, mean) / Math.PI;
}

/** Smaller probabilities are taken as this one: beyond it the cotangent has no digits left. */
const LEAST_PROBABILITY = 1e-15;

/** P(posted > x) + P(posted = x) / 2 for a posted total. */
function postedMidTail(law: Float64Array, x: number, base: PostingBase): number {
  return (postedAtLeast(law, x, base) + postedAtLeast(law, x + base, base)) / 2;
}
