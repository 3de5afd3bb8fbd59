import betaln from '@stdlib/math-base-special-betaln';
import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * The whole distribution of a beta-binomial count: `probabilities[x]` = P(X = x) for x = 0..trials.
 *
 * P(X = x) = C(n, x) B(x + alpha, n - x + beta) / B(alpha, beta). Worked out by ratios of neighbours outward from the
 * likeliest count, so that neither tail is lost.
 *
 * @param trials whole number, 0 or more.
 * @param alpha, beta above 0.
 * Golden vector: betabinom-predictive-01.
 */
export function betaBinomialPmf(trials: number, alpha: number, beta: number): readonly number[] {
  const mean = (trials * alpha) / (alpha + beta);
  const start = Math.min(trials, Math.max(0, Math.round(mean)));
  const probabilities = new Array<number>(trials + 1).fill(0);
  const first = Math.exp(logChoose(trials, start) + betaln(start + alpha, trials - start + beta) - betaln(alpha, beta));
  probabilities[start] = first;
  for (let x = start, p = first; x < trials; x += 1) {
    p *= ((trials - x) * (x + alpha)) / ((x + 1) * (trials - x - 1 + beta));
    probabilities[x + 1] = p;
  }
  for (let x = start, p = first; x > 0; x -= 1) {
    p *= (x * (trials - x + beta)) / ((trials - x + 1) * (x - 1 + alpha));
    probabilities[x - 1] = p;
  }
  return probabilities;
}

/** P(X <= x) of a beta-binomial count. */
export function betaBinomialAtMost(x: number, trials: number, alpha: number, beta: number): number {
  return Math.min(1, sum(betaBinomialPmf(trials, alpha, beta).slice(0, Math.max(0, Math.floor(x) + 1))));
}

/** P(X >= x) of a beta-binomial count, summed from its own tail. */
export function betaBinomialAtLeast(x: number, trials: number, alpha: number, beta: number): number {
  return Math.min(1, sum(betaBinomialPmf(trials, alpha, beta).slice(Math.max(0, Math.ceil(x)))));
}

function logChoose(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
