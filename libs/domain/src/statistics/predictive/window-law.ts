import { betaBinomialPmf } from '../distributions/beta-binomial.js';
import { gammaPoissonAtLeast } from '../distributions/gamma-poisson.js';
import { tailsOf, type CountLaw } from '../count-law/count-law.js';
import { failure, success, type Result } from '../../shared/result.js';
import type { ParameterFault } from '../parameter-fault.js';

/** How far back the latest months are looked at together: windows of so many calendar months that end with the latest. */
export const PREDICTIVE_WINDOWS = [1, 3, 6] as const;

/** What is known of the usual share of a series: as if `alpha` of `alpha + beta` reflections had been counted. */
export interface ShareBaseline {
  readonly alpha: number;
  readonly beta: number;
}

/** What is known of a rate from its baseline: gamma with `shape` events in `perUnit` units of exposure. */
export interface RateBaseline {
  readonly shape: number;
  readonly perUnit: number;
}

/** P(a window's events are `numerator` or more), for the denominators of its blocks. In [0, 1]. */
export type WindowTail = (numerator: number, denominators: readonly number[]) => number;

/**
 * The law of a window's events when nothing has changed since the baseline.
 *
 * Without overdispersion exactly beta-binomial(N, alpha, beta). With it each block is beta-binomial around the common share with
 * correlation rho; the sum is then taken as the beta-binomial with the same mean and variance, whose correlation is
 *   r = u + rho (1 - u) sum n_i (n_i - 1) / (N (N - 1)), u = 1 / (alpha + beta + 1),
 * which is exact for a window of one block too when the share is known.
 *
 * @param baseline alpha and beta above 0. @param overdispersion rho, in [0, 1).
 * @param denominators sizes of the blocks, whole numbers of 0 or more.
 */
export function windowLaw({ alpha, beta }: ShareBaseline, overdispersion: number, denominators: readonly number[]): CountLaw {
  const trials = denominators.reduce((sum, size) => sum + size, 0);
  if (trials < 2 || overdispersion === 0) return betaBinomialPmf(trials, alpha, beta);
  const pairs = denominators.reduce((sum, size) => sum + size * (size - 1), 0);
  const uncertainty = 1 / (alpha + beta + 1);
  const correlation = uncertainty + (overdispersion * (1 - uncertainty) * pairs) / (trials * (trials - 1));
  const strength = 1 / correlation - 1;
  return betaBinomialPmf(trials, (alpha * strength) / (alpha + beta), (beta * strength) / (alpha + beta));
}

/**
 * The chance of as many events or more in a window: the upper tail of {@link windowLaw}.
 *
 * Faults: `alpha` or `beta` not above 0, `overdispersion` outside [0, 1).
 */
export function shareWindowTail(baseline: ShareBaseline, overdispersion = 0): Result<WindowTail, ParameterFault> {
  if (!(baseline.alpha > 0 && Number.isFinite(baseline.alpha))) return failure({ code: 'out-of-range', parameter: 'alpha' });
  if (!(baseline.beta > 0 && Number.isFinite(baseline.beta))) return failure({ code: 'out-of-range', parameter: 'beta' });
  if (!(overdispersion >= 0 && overdispersion < 1)) return failure({ code: 'out-of-range', parameter: 'overdispersion' });
  return success((numerator, denominators) => tailsOf(windowLaw(baseline, overdispersion, denominators), numerator).atLeast);
}

/**
 * The chance of as many events or more in a window of months with exposure (hours, say), when nothing has changed since the
 * baseline: gamma-Poisson over the sum of the exposures.
 *
 * Faults: `shape` or `perUnit` not above 0.
 */
export function rateWindowTail({ shape, perUnit }: RateBaseline): Result<WindowTail, ParameterFault> {
  if (!(shape > 0 && Number.isFinite(shape))) return failure({ code: 'out-of-range', parameter: 'shape' });
  if (!(perUnit > 0 && Number.isFinite(perUnit))) return failure({ code: 'out-of-range', parameter: 'perUnit' });
  return success((numerator, denominators) => gammaPoissonAtLeast(numerator, shape, perUnit, denominators.reduce((sum, size) => sum + size, 0)));
}
