import { requireAmount, requirePositive } from '../required-parameter.js';
import { betaAtMost } from './continuous.js';

/**
 * P(X <= x) of a gamma-Poisson (negative binomial) count: Poisson with mean rate × exposure, the rate gamma with `shape` and `perUnit`.
 *
 * The beta probability P(Beta(shape, x + 1) <= q), q = perUnit / (perUnit + exposure). With a prior and a baseline, shape is prior
 * shape + events and perUnit is prior rate + exposure of the baseline: the predictive law of a next period.
 *
 * @param x 0 below 0. @param shape, perUnit finite, above 0. @param exposure finite, 0 or more, in the unit of `perUnit`.
 * @throws RangeError for a parameter that is none of these, or an x that is NaN.
 */
export function gammaPoissonAtMost(x: number, shape: number, perUnit: number, exposure: number): number {
  requireLaw(x, shape, perUnit, exposure);
  if (x < 0) return 0;
  return exposure === 0 ? 1 : betaAtMost(perUnit / (perUnit + exposure), shape, Math.floor(x) + 1);
}

/** P(X >= x) of a gamma-Poisson count, as the beta probability P(Beta(x, shape) <= 1 - q), which keeps its digits in the far tail. Throws as `gammaPoissonAtMost`. */
export function gammaPoissonAtLeast(x: number, shape: number, perUnit: number, exposure: number): number {
  requireLaw(x, shape, perUnit, exposure);
  if (x <= 0) return 1;
  return exposure === 0 ? 0 : betaAtMost(exposure / (perUnit + exposure), Math.ceil(x), shape);
}

function requireLaw(x: number, shape: number, perUnit: number, exposure: number): void {
  if (Number.isNaN(x)) throw new RangeError('x has to be a number');
  requirePositive(shape, 'shape');
  requirePositive(perUnit, 'perUnit');
  requireAmount(exposure, 'exposure');
}
