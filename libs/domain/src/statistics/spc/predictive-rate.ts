import { betaAtMost } from '../distributions/continuous.js';
import { firstWhere, type OrdinaryCounts } from './tail.js';

/** What the base of a rate chart holds: events in an exposure. */
export interface RateBase {
  readonly events: number;
  readonly exposure: number;
}

/** Jeffreys' prior of a rate: half an event beside the base. */
const PRIOR = 0.5;

/**
 * Which counts of the next period are ordinary in an exposure, given the base.
 *
 * Assumes Poisson counts with the rate of the base, which is itself only known from the base: the count is gamma-Poisson
 * (negative binomial) with shape a = events + 1/2. With q = exposure / (base exposure + exposure):
 * P(X <= x) = I(1 - q; a, x + 1) and P(X >= x) = I(q; x, a), incomplete beta functions, each taken from its own end.
 * `betweenPeriods` is the squared coefficient of variation of the rate between periods; it makes the shape
 * 1 / ((1 + 1/a) * (1 + betweenPeriods) - 1), and keeps the mean.
 *
 * Edges: a base without events gives limits; an exposure of 0 gives 0 and 0. The base's exposure is above 0.
 * Source: Gelman et al., Bayesian Data Analysis, ch. 2.
 */
export function predictiveEvents(base: RateBase, exposure: number, tail: number, betweenPeriods = 0): OrdinaryCounts {
  if (exposure === 0) return { least: 0, greatest: 0 };
  const { shape, q } = lawOf(base, exposure, betweenPeriods);
  const mean = (shape * q) / (1 - q);
  const least = firstWhere((count) => betaAtMost(1 - q, shape, count + 1) > tail, mean);
  const beyond = firstWhere((count) => count > 0 && betaAtMost(q, count, shape) <= tail, mean);
  return { least, greatest: Math.max(least, beyond - 1) };
}

function lawOf({ events, exposure: known }: RateBase, exposure: number, betweenPeriods: number): { readonly shape: number; readonly q: number } {
  const own = events + PRIOR;
  const mean = (own / known) * exposure;
  const shape = 1 / ((1 + 1 / own) * (1 + betweenPeriods) - 1);
  return { shape, q: mean / (shape + mean) };
}
