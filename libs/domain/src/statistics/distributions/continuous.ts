import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';

/** P(Z <= z) of a standard normal. */
export function standardNormalAtMost(z: number): number {
  return normalCdf(z, 0, 1);
}

/** The density of a standard normal at z. */
export function standardNormalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Below this tail the quantile of stdlib loses its digits, and from 1e-17 it is infinite. */
const FAR_TAIL = 1e-5;

/**
 * The z with P(Z <= z) = p of a standard normal, p in [0, 1].
 *
 * In the far tails found by Newton's method on log P(Z <= z), from -sqrt(-2 log p), below the answer, upward: to about 1e-14, down
 * to p = 1e-300.
 */
export function standardNormalQuantile(p: number): number {
  if (p > 1 - FAR_TAIL) return -standardNormalQuantile(1 - p);
  if (!(p > 0 && p < FAR_TAIL)) return normalQuantile(p, 0, 1);
  let z = -Math.sqrt(-2 * Math.log(p));
  for (let round = 0; round < 40; round += 1) {
    const tail = normalCdf(z, 0, 1);
    const change = (Math.log(p / tail) * tail) / standardNormalDensity(z);
    z += change;
    if (Math.abs(change) < 1e-14 * Math.abs(z)) break;
  }
  return z;
}

/** The value with probability `p` at or below it of a chi-square variable; 0 when it has no degrees of freedom. */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  return degreesOfFreedom === 0 ? 0 : chisquareQuantile(p, degreesOfFreedom);
}

/** P(X <= x) of a beta variable. */
export function betaAtMost(x: number, alpha: number, beta: number): number {
  return betaCdf(x, alpha, beta);
}

/** The value with probability `p` at or below it of a beta variable. */
export function betaQuantileOf(p: number, alpha: number, beta: number): number {
  return betaQuantile(p, alpha, beta);
}

/** The two-sided p-value of Student's t: P(|T| >= |t|); keeps its digits because the lower tail is taken. */
export function twoSidedT(t: number, degreesOfFreedom: number): number {
  return 2 * tCdf(-Math.abs(t), degreesOfFreedom);
}
