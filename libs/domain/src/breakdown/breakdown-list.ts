import { ALL_REFLECTIONS, CONSIDERED, MINORS } from '../measure/count.js';
import { blockMeasures, CATALOGUE, type Catalogue } from '../measure/catalogue.js';
import type { Count } from '../measure/measure.js';
import { PITFALLS, type PitfallCatalogue } from '../role-model/pitfall.js';
import { assertNever } from '../shared/assert-never.js';
import type { Breakdown } from './breakdown.js';
import { BREAKDOWNS_OF_HOURS } from './breakdowns-of-hours.js';
import { breakdownsOfPitfalls } from './breakdowns-of-pitfalls.js';
import { BREAKDOWNS_OF_REFLECTIONS } from './breakdowns-of-reflections.js';

/** Every breakdown, in the order in which lists show them. A new one is one more entry in one of these lists. */
export function findBreakdowns(pitfalls: PitfallCatalogue = PITFALLS): readonly Breakdown[] {
  return [...BREAKDOWNS_OF_REFLECTIONS, ...breakdownsOfPitfalls(pitfalls), ...BREAKDOWNS_OF_HOURS];
}

/** A count to which a breakdown may be applied, in places where `isRare` allows it. */
export interface BreakableCount {
  readonly count: Count;
  /** The reflections over which it runs. */
  readonly over: Count;
  /** Of a rare measure: never broken down below the organisation. */
  readonly isRare: boolean;
}

/**
 * The counts to which a breakdown may be applied, itself: those over the block (what the block measures notice, and minors),
 * or the breakdown's own whole. Never a count over a part; hours are no counts.
 */
export function breakableCounts(breakdown: Breakdown, catalogue: Catalogue = CATALOGUE): readonly BreakableCount[] {
  switch (breakdown.appliesTo) {
    case 'block-counts':
      return [...blockMeasures(catalogue).map(({ numerator, denominator, isRare }) => ({ count: numerator, over: denominator, isRare })), { count: MINORS, over: ALL_REFLECTIONS, isRare: false }];
    case 'of':
      return [{ count: breakdown.of, over: CONSIDERED, isRare: breakdown.grain.place === 'organisation' }];
    case 'hours':
      return [];
    default:
      return assertNever(breakdown.appliesTo, 'application of a breakdown');
  }
}

/** The key under which one count of one category is posted; it leads back to breakdown, category and count. */
export function partKey(breakdown: Breakdown, category: string, count: Count): string {
  return `${count.key}@${breakdown.code}:${category}`;
}
