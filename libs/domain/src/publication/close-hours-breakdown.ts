import type { Breakdown, UnitContext } from '../breakdown/breakdown.js';
import { mergeToSafeParts } from './breakdown-parts.js';
import type { SnapshotReflection } from './close-ledgers.js';
import { hoursAreSafe, roundedHours, type GrantedHours } from './hours-safety.js';

/** A part of a breakdown of hours: its categories, in the order of the list, and its hours in steps of five. */
export interface DividedHours {
  readonly categories: readonly string[];
  readonly hours: number;
}

const NO_CONTEXT: UnitContext = { careForm: null };

/**
 * Divides granted hours by one breakdown: who granted them, for what reason, with what effect.
 *
 * Categories whose hours are not safe by themselves merge with the next smallest until each part is; the whole list takes part,
 * also what did not occur. Each part is rounded by itself: together they may differ from the sum of the units by a few steps.
 *
 * @param reflections those of whole windows over which the units posted all granted hours, so that no difference can be formed
 * between the parts together and what was posted before.
 * @returns in the order of the list; null when there are not two safe parts.
 * Source: the publication scheme, points 5 and 6 (docs/disclosure-policy.md).
 */
export function closeHoursBreakdown(breakdown: Breakdown, reflections: readonly SnapshotReflection[]): readonly DividedHours[] | null {
  const codes = breakdown.categories.map(({ code }) => code);
  const granted = reflections.filter(({ reflection }) => breakdown.of.counts(reflection));
  const merged = mergeToSafeParts(granted, codes, ({ reflection }) => breakdown.categoryOf(reflection, NO_CONTEXT), (items) => hoursAreSafe(items.map(toGranted)));
  return (
    merged
      ?.map(({ categories, items }) => ({ categories: codes.filter((code) => categories.includes(code)), hours: roundedHours(items.map(toGranted)) }))
      .sort((one, other) => codes.indexOf(one.categories[0] ?? '') - codes.indexOf(other.categories[0] ?? '')) ?? null
  );
}

function toGranted({ contributor, careCase, reflection }: SnapshotReflection): GrantedHours {
  return { contributor, careCase, hours: reflection.extraHours ?? 0 };
}
