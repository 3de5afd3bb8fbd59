/**
 * The whole distribution of a beta-binomial count: `probabilities[x]` = P(X = x) for x = 0..trials.
 *
 * P(X = x) = C(n, x) B(x + alpha, n - x + beta) / B(alpha, beta). Worked out by ratios of neighbours outward from the mean
 * and then divided by their sum: no logarithm of a large beta function is subtracted from another, so that every figure, in
 * either tail, keeps about 14 digits however large alpha and beta are.
 *
 * @param trials whole number, 0 or more.
 * @param alpha, beta above 0.
 * Golden vector: betabinom-predictive-01.
 */
export function betaBinomialPmf(trials: number, alpha: number, beta: number): readonly number[] {
  const start = Math.min(trials, Math.max(0, Math.round((trials * alpha) / (alpha + beta))));
  const weights = new Array<number>(trials + 1).fill(0);
  weights[start] = 1;
  let total = 1;
  for (let x = start, weight = 1; x < trials; x += 1) {
    weight *= ((trials - x) * (x + alpha)) / ((x + 1) * (trials - x - 1 + beta));
    weights[x + 1] = weight;
    total += weight;
  }
  for (let x = start, weight = 1; x > 0; x -= 1) {
    weight *= (x * (trials - x + beta)) / ((trials - x + 1) * (x - 1 + alpha));
    weights[x - 1] = weight;
    total += weight;
  }
  return weights.map((weight) => weight / total);
}

/** P(X <= x) of a beta-binomial count; 0 below 0, 1 from `trials` on. */
export function betaBinomialAtMost(x: number, trials: number, alpha: number, beta: number): number {
  if (x >= trials) return 1;
  return Math.min(1, sum(betaBinomialPmf(trials, alpha, beta).slice(0, Math.max(0, Math.floor(x) + 1))));
}

/** P(X >= x) of a beta-binomial count, summed from its own tail; 1 from 0 down, 0 above `trials`. */
export function betaBinomialAtLeast(x: number, trials: number, alpha: number, beta: number): number {
  if (x <= 0) return 1;
  return Math.min(1, sum(betaBinomialPmf(trials, alpha, beta).slice(Math.ceil(x))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
