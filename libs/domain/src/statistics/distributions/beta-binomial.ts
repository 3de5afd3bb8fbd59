import { requirePositive, requireSize } from '../required-parameter.js';
import { lawByRatios, type CountLaw } from './law-by-ratios.js';

/**
 * The whole law of a beta-binomial count: law[x] = P(X = x) for x = 0..trials.
 *
 * P(X = x) = C(n, x) B(x + alpha, n - x + beta) / B(alpha, beta), however large alpha and beta are.
 *
 * @param trials whole number from 0 to a million.
 * @param alpha, beta finite, above 0.
 * @throws RangeError for a parameter that is none of these.
 * Golden vectors: betabinom-predictive-01 and 02.
 */
export function betaBinomialPmf(trials: number, alpha: number, beta: number): CountLaw {
  requireSize(trials, 'trials');
  requirePositive(alpha, 'alpha');
  requirePositive(beta, 'beta');
  const start = Math.min(trials, Math.max(0, Math.round((trials * alpha) / (alpha + beta))));
  return lawByRatios(trials, start, (x) => ((trials - x) * (x + alpha)) / ((x + 1) * (trials - x - 1 + beta)));
}

/** P(X <= x) of a beta-binomial count; 0 below 0, 1 from `trials` on. Throws as `betaBinomialPmf`, and for an x that is NaN. */
export function betaBinomialAtMost(x: number, trials: number, alpha: number, beta: number): number {
  if (Number.isNaN(x)) throw new RangeError('x has to be a number');
  const law = betaBinomialPmf(trials, alpha, beta);
  return x >= trials ? 1 : Math.min(1, sum(law.subarray(0, Math.max(0, Math.floor(x) + 1))));
}

/** P(X >= x) of a beta-binomial count, summed from its own tail; 1 from 0 down, 0 above `trials`. Throws as `betaBinomialAtMost`. */
export function betaBinomialAtLeast(x: number, trials: number, alpha: number, beta: number): number {
  if (Number.isNaN(x)) throw new RangeError('x has to be a number');
  const law = betaBinomialPmf(trials, alpha, beta);
  return x <= 0 ? 1 : Math.min(1, sum(law.subarray(Math.min(law.length, Math.ceil(x)))));
}

function sum(values: CountLaw): number {
  return values.reduce((total, value) => total + value, 0);
}
