import cdf from '@stdlib/stats-base-dists-poisson-cdf';
import gammaCdf from '@stdlib/stats-base-dists-gamma-cdf';
import pmf from '@stdlib/stats-base-dists-poisson-pmf';
import quantile from '@stdlib/stats-base-dists-poisson-quantile';

/** P(X = x) of a Poisson count with mean `mean` (0 or more). */
export function poissonPmf(x: number, mean: number): number {
  return mean === 0 ? Number(x === 0) : pmf(x, mean);
}

/** P(X <= x) of a Poisson count; 0 below 0. */
export function poissonAtMost(x: number, mean: number): number {
  if (x < 0) return 0;
  return mean === 0 ? 1 : cdf(x, mean);
}

/** P(X >= x) of a Poisson count, as the gamma probability P(Gamma(x) <= mean), which keeps its digits in the far tail. */
export function poissonAtLeast(x: number, mean: number): number {
  if (x <= 0) return 1;
  return mean === 0 ? 0 : gammaCdf(mean, Math.ceil(x), 1);
}

/** The smallest x with P(X <= x) >= `p`. */
export function poissonQuantile(p: number, mean: number): number {
  return mean === 0 ? 0 : quantile(p, mean);
}
