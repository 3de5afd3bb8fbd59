import betaln from '@stdlib/math-base-special-betaln';
import { betaAtMost } from './continuous.js';

/**
 * P(X = x) of a gamma-Poisson (negative binomial) count: Poisson with mean rate × exposure, the rate gamma with `shape` and `perUnit`.
 *
 * P(X = x) = q^shape (1 - q)^x / ((shape + x) B(shape, x + 1)), q = perUnit / (perUnit + exposure). With a prior and a baseline, shape is
 * prior shape + events and perUnit is prior rate + exposure of the baseline: the predictive distribution of a next period.
 *
 * @param x whole number; 0 below 0. @param shape, perUnit above 0. @param exposure 0 or more, in the unit of `perUnit`.
 */
export function gammaPoissonPmf(x: number, shape: number, perUnit: number, exposure: number): number {
  if (x < 0) return 0;
  if (exposure === 0) return Number(x === 0);
  const { logStay, logGo } = logOdds(perUnit, exposure);
  return Math.exp(shape * logStay + x * logGo - betaln(shape, x + 1) - Math.log(shape + x));
}

/** P(X <= x) of a gamma-Poisson count, as the beta probability P(Beta(shape, x + 1) <= q). */
export function gammaPoissonAtMost(x: number, shape: number, perUnit: number, exposure: number): number {
  if (x < 0) return 0;
  return exposure === 0 ? 1 : betaAtMost(perUnit / (perUnit + exposure), shape, Math.floor(x) + 1);
}

/** P(X >= x) of a gamma-Poisson count, as the beta probability P(Beta(x, shape) <= 1 - q), which keeps its digits in the far tail. */
export function gammaPoissonAtLeast(x: number, shape: number, perUnit: number, exposure: number): number {
  if (x <= 0) return 1;
  return exposure === 0 ? 0 : betaAtMost(exposure / (perUnit + exposure), Math.ceil(x), shape);
}

function logOdds(perUnit: number, exposure: number): { readonly logStay: number; readonly logGo: number } {
  return { logStay: -Math.log1p(exposure / perUnit), logGo: -Math.log1p(perUnit / exposure) };
}
