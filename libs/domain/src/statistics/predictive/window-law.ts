import { betaBinomialAtLeast } from '../distributions/beta-binomial.js';
import { gammaPoissonAtLeast } from '../distributions/gamma-poisson.js';
import { failure, success, type Result } from '../../shared/result.js';
import type { ParameterFault } from '../parameter-fault.js';

/** What is known of a share from its baseline: the share is beta(alpha, beta), and months vary around it with `correlation` (rho, 0 for none). */
export interface ShareBaseline {
  readonly alpha: number;
  readonly beta: number;
  readonly correlation?: number;
}

/** What is known of a rate from its baseline: gamma with `shape` events in `perUnit` units of exposure. */
export interface RateBaseline {
  readonly shape: number;
  readonly perUnit: number;
}

/** P(a window's events are `numerator` or more), for the denominators of its months. In [0, 1]. */
export type WindowTail = (numerator: number, denominators: readonly number[]) => number;

/**
 * The chance of as many events or more in a window of months, when nothing has changed since the baseline.
 *
 * Without correlation the sum is exactly beta-binomial(N, alpha, beta). With it each month is beta-binomial around the common
 * share with intraclass correlation rho; the sum is then taken as the beta-binomial with the same mean and variance,
 *   1 + (N - 1) r = (s sum n_i (1 + (n_i - 1) rho) + N^2) / (N (s + 1)), s = alpha + beta,
 * which is exact for one month with rho = 0 and for any window with rho = 0.
 *
 * Faults: `alpha` or `beta` not above 0, `correlation` outside [0, 1).
 */
export function shareWindowTail({ alpha, beta, correlation = 0 }: ShareBaseline): Result<WindowTail, ParameterFault> {
  if (!(alpha > 0 && Number.isFinite(alpha))) return failure({ code: 'out-of-range', parameter: 'alpha' });
  if (!(beta > 0 && Number.isFinite(beta))) return failure({ code: 'out-of-range', parameter: 'beta' });
  if (!(correlation >= 0 && correlation < 1)) return failure({ code: 'out-of-range', parameter: 'correlation' });
  const strength = alpha + beta;
  return success((numerator, denominators) => {
    const trials = denominators.reduce((sum, size) => sum + size, 0);
    if (trials <= 1 || correlation === 0) return betaBinomialAtLeast(numerator, trials, alpha, beta);
    const inflated = denominators.reduce((sum, size) => sum + size * (1 + (size - 1) * correlation), 0);
    const overall = ((strength * inflated + trials ** 2) / (trials * (strength + 1)) - 1) / (trials - 1);
    const matched = 1 / overall - 1;
    return betaBinomialAtLeast(numerator, trials, (matched * alpha) / strength, (matched * beta) / strength);
  });
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
