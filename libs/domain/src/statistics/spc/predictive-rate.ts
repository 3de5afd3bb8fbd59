import { gammaPoissonAtLeast, gammaPoissonAtMost } from '../distributions/gamma-poisson.js';
import { firstWhere, type OrdinaryCounts } from '../count-law/ordinary-counts.js';
import { requireAmount, requireInside, requirePositive } from '../required-parameter.js';

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
 * (negative binomial) with shape a = events + 1/2 and as many units of exposure as the base.
 * `betweenPeriods` is the squared coefficient of variation of the rate between periods; it makes the shape
 * 1 / ((1 + 1/a) * (1 + betweenPeriods) - 1), and keeps the mean.
 *
 * Edges: a base without events gives limits; an exposure of 0 gives 0 and 0. The base's exposure is above 0.
 * @throws RangeError for a parameter that can't be: `countChart` checks what comes from data.
 * Source: Gelman et al., Bayesian Data Analysis, ch. 2.
 */
export function predictiveEvents(base: RateBase, exposure: number, tail: number, betweenPeriods = 0): OrdinaryCounts {
  requireAmount(base.events, 'events of the base');
  requirePositive(base.exposure, 'exposure of the base');
  requireAmount(exposure, 'exposure');
  requireInside(tail, 'tail');
  requireAmount(betweenPeriods, 'betweenPeriods');
  if (exposure === 0) return { least: 0, greatest: 0 };
  const own = base.events + PRIOR;
  const rate = own / base.exposure;
  const shape = 1 / ((1 + 1 / own) * (1 + betweenPeriods) - 1);
  const perUnit = shape / rate;
  const least = firstWhere((count) => gammaPoissonAtMost(count, shape, perUnit, exposure) > tail, rate * exposure);
  const beyond = firstWhere((count) => gammaPoissonAtLeast(count, shape, perUnit, exposure) <= tail, rate * exposure);
  return { least, greatest: Math.max(least, beyond - 1) };
}
