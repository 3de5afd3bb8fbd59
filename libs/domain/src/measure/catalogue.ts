import type { Count, Measure, ReflectionShare } from './measure.js';
import { MEASURES_OF_CHILDREN } from './measures-of-children.js';
import { MEASURES_OF_PITFALLS } from './measures-of-pitfalls.js';
import { MEASURES_OF_REFERRALS_AND_HOURS } from './measures-of-referrals-and-hours.js';
import { MEASURES_OF_ROLES } from './measures-of-roles.js';
import { MEASURES_OF_SUPPORT } from './measures-of-support.js';

/** A set of measures; everything that names a measure derives from one. Usually {@link CATALOGUE}. */
export type Catalogue = readonly Measure[];

/** Every measure, in the order in which lists show them. */
export const CATALOGUE: Catalogue = [
  ...MEASURES_OF_PITFALLS,
  ...MEASURES_OF_ROLES,
  ...MEASURES_OF_CHILDREN,
  ...MEASURES_OF_REFERRALS_AND_HOURS,
  ...MEASURES_OF_SUPPORT,
];

/** The measure with a code, or null when the catalogue has none. Codes are compared in any case of letters. */
export function findMeasure(code: string, catalogue: Catalogue = CATALOGUE): Measure | null {
  const wanted = code.toUpperCase();
  return catalogue.find((measure) => measure.code === wanted) ?? null;
}

/**
 * The measures that blocks of one team are published with today: shares of all reflections of a block.
 * A share of a part needs a ledger of its own before anything of it may be shown.
 */
export function blockMeasures(catalogue: Catalogue = CATALOGUE): readonly ReflectionShare[] {
  return catalogue.filter((measure): measure is ReflectionShare => measure.kind === 'reflection-share' && measure.over === 'block');
}

/** The counts that blocks post: each count that a block measure needs, once. */
export function blockCounts(catalogue: Catalogue = CATALOGUE): readonly Count[] {
  const counts = blockMeasures(catalogue).flatMap(({ numerator, denominator }) => [numerator, denominator]);
  return [...new Map(counts.map((count) => [count.key, count])).values()];
}
