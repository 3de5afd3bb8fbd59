import { binomialQuantile } from '../distributions/binomial.js';
import { requireCount } from '../required-parameter.js';

/**
 * The longest run that still counts as chance: round(log2 n) + 3.
 *
 * @param useful points that do not lie on the centre, a whole number from 1 on; anything else is a RangeError.
 * Source: Schilling, The surprising predictability of long runs, Mathematics Magazine 85, 2012; Anhøj and Olesen, PLoS ONE
 * 9(11), 2014. Golden vector: anhoej-01.
 */
export function longestRunMax(useful: number): number {
  requireCount(useful, 'useful', 1);
  return Math.round(Math.log2(useful)) + 3;
}

/**
 * The fewest crossings of the centre that still count as chance: the lower 5 % point of a binomial count of n - 1 fair coins; 0 for a single point.
 *
 * @param useful as `longestRunMax`.
 * Source: Chen, J. Applied Statistics 37, 2010; Anhøj and Olesen 2014. Golden vector: anhoej-01.
 */
export function crossingsMin(useful: number): number {
  requireCount(useful, 'useful', 1);
  return binomialQuantile(0.05, useful - 1, 0.5);
}
