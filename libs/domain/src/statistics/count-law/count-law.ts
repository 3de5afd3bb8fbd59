import { betaBinomialPmf } from '../distributions/beta-binomial.js';
import { lawByRatios, type CountLaw } from '../distributions/law-by-ratios.js';
import { requireCorrelation, requireShare, requireSize } from '../required-parameter.js';

export type { CountLaw } from '../distributions/law-by-ratios.js';

/**
 * The law of a true count with a known share: law[x] = P(X = x) for x = 0..trials.
 *
 * Binomial when `correlation` is 0, else beta-binomial with variance n p (1 - p) (1 + (n - 1) correlation).
 *
 * @param trials whole number from 0 to a million. @param share in [0, 1]; at 0 and 1 all is certain, whatever the correlation.
 * @param correlation in [0, 1), between the reflections that are counted together: those of a block (overdispersion) or unit.
 * @throws RangeError for a parameter that is none of these.
 */
export function countLaw(trials: number, share: number, correlation: number): CountLaw {
  requireSize(trials, 'trials');
  requireShare(share, 'share');
  requireCorrelation(correlation, 'correlation');
  if (share > 0 && share < 1 && correlation > 0) {
    const strength = 1 / correlation - 1;
    return betaBinomialPmf(trials, share * strength, (1 - share) * strength);
  }
  const likeliest = Math.min(trials, Math.floor((trials + 1) * share));
  return lawByRatios(trials, likeliest, (x) => ((trials - x) * share) / ((x + 1) * (1 - share)));
}

/** The law of a sum of two independent counts. */
export function sumLaw(one: CountLaw, other: CountLaw): CountLaw {
  const sum = new Float64Array(one.length + other.length - 1);
  for (const [x, p] of one.entries()) {
    if (p === 0) continue;
    for (const [y, q] of other.entries()) sum[x + y] = (sum[x + y] ?? 0) + p * q;
  }
  return sum;
}

/** P(X <= x) and P(X >= x), each summed from its own end, so that neither loses its digits; any x but NaN, which is a RangeError. */
export function tailsOf(law: CountLaw, x: number): { readonly atMost: number; readonly atLeast: number } {
  if (Number.isNaN(x)) throw new RangeError('x has to be a number');
  let [atMost, atLeast] = [0, 0];
  for (let count = 0; count < law.length && count <= x; count += 1) atMost += law[count] ?? 0;
  for (let count = law.length - 1; count >= 0 && count >= x; count -= 1) atLeast += law[count] ?? 0;
  return { atMost: Math.min(1, atMost), atLeast: Math.min(1, atLeast) };
}
