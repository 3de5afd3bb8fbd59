import { betaBinomialPmf } from '../distributions/beta-binomial.js';
import { binomialPmf } from '../distributions/binomial.js';

/** The law of a count: the probability of each count from 0 up, adding up to 1. */
export type CountLaw = readonly number[];

/**
 * The law of a count with a known share, with or without variance between units.
 *
 * Binomial when `correlation` is 0, else beta-binomial with variance n p (1 - p) (1 + (n - 1) * correlation).
 *
 * @param trials whole number, 0 or more. @param share in [0, 1]. @param correlation in [0, 1), between reflections of one unit.
 * @returns `trials` + 1 probabilities.
 */
export function countLaw(trials: number, share: number, correlation: number): CountLaw {
  if (share > 0 && share < 1 && correlation > 0) {
    const size = (1 - correlation) / correlation;
    return betaBinomialPmf(trials, share * size, (1 - share) * size);
  }
  return binomialLaw(trials, share);
}

/** By ratios of neighbours outward from the likeliest count: one call of the library and no digits lost in the tails. */
function binomialLaw(trials: number, share: number): CountLaw {
  const law = Array.from({ length: trials + 1 }, () => 0);
  const start = Math.min(trials, Math.round(trials * share));
  const first = binomialPmf(start, trials, share);
  law[start] = first;
  for (let x = start, p = first; x < trials && share < 1; x += 1) law[x + 1] = p *= ((trials - x) * share) / ((x + 1) * (1 - share));
  for (let x = start, p = first; x > 0 && share > 0; x -= 1) law[x - 1] = p *= (x * (1 - share)) / ((trials - x + 1) * share);
  return law;
}

/**
 * The law of a count as it is posted: 3 * floor((U + X) / 3) with U uniform on 0, 1 and 2.
 *
 * That holds for a block and for any run of blocks of one ledger, because their carries cancel. Adds a variance of about
 * 4/3 and moves the mean by nothing, apart from the cap.
 *
 * @param law of the true count X.
 * @param isCapped whether the count stays at or below the largest multiple of 3 below its full size. True where that size is
 * exact; a size that was itself posted may lie below the true one, and then its cap is not known.
 * @returns probabilities by posted count; only multiples of 3 have any.
 */
export function postedLaw(law: CountLaw, isCapped: boolean): CountLaw {
  const size = law.length - 1;
  const cap = isCapped ? Math.max(0, 3 * Math.ceil(size / 3) - 3) : 3 * Math.floor((size + 2) / 3);
  const posted = Array.from({ length: cap + 1 }, () => 0);
  for (const [x, p] of law.entries()) {
    for (const offset of [0, 1, 2]) {
      const count = Math.min(cap, 3 * Math.floor((offset + x) / 3));
      posted[count] = (posted[count] ?? 0) + p / 3;
    }
  }
  return posted;
}

/** The law of a sum of two independent counts. */
export function sumLaw(one: CountLaw, other: CountLaw): CountLaw {
  const sum = Array.from({ length: one.length + other.length - 1 }, () => 0);
  for (const [x, p] of one.entries()) {
    if (p === 0) continue;
    for (const [y, q] of other.entries()) sum[x + y] = (sum[x + y] ?? 0) + p * q;
  }
  return sum;
}

/** P(X <= x) and P(X >= x), each summed from its own end. */
export function tailsOf(law: CountLaw, x: number): { readonly atMost: number; readonly atLeast: number } {
  const total = (part: CountLaw) => Math.min(1, part.reduce((sum, p) => sum + p, 0));
  return { atMost: total(law.slice(0, Math.max(0, Math.floor(x) + 1))), atLeast: total(law.slice(Math.max(0, Math.ceil(x))).toReversed()) };
}

/** The counts that are ordinary: neither tail of any of them is below `tail`. */
export function ordinaryCounts(law: CountLaw, tail: number): { readonly lowest: number; readonly highest: number } {
  return { lowest: firstReaching(law, tail), highest: law.length - 1 - firstReaching(law.toReversed(), tail) };
}

/** The first place with a probability of its own where the sum so far reaches `tail`; the last when rounding kept it below. */
function firstReaching(law: CountLaw, tail: number): number {
  let sum = 0;
  for (const [x, p] of law.entries()) {
    sum += p;
    if (p > 0 && sum >= tail) return x;
  }
  return law.length - 1;
}
