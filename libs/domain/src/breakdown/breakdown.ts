import type { Count, Grain, RecordedReflection } from '../measure/measure.js';
import type { Wording } from '../shared/wording.js';

/** One category of a breakdown. Categories are in a fixed order that says nothing about better or worse. */
export interface Category {
  readonly code: string;
  readonly name: Wording;
}

/** The code of what was not filled in; every breakdown has it, as its last category. */
export const NOT_KNOWN = 'not_known';

/** What a reflection doesn't hold itself: it comes with the publication unit. */
export interface UnitContext {
  /** Code of the care form in the organisation file; null where the teams of a unit differ. */
  readonly careForm: string | null;
}

/**
 * What a breakdown may be applied to.
 *
 * - `block-counts`: the counts over all reflections of a block;
 * - `hours`: the sum of granted hours;
 * - `of`: the breakdown's own whole only (sub-types of the flagged).
 */
export type Applicable = 'block-counts' | 'hours' | 'of';

/** One measure over a part that may be broken down as well, coarser than the breakdown itself. */
export interface Exception {
  /** Catalogue code. */
  readonly measure: string;
  readonly grain: Grain;
}

/** A closed partition of reflections by something recorded with them: each reflection of `of` is in exactly one category. */
export interface Breakdown {
  /** Stable code; never shown on screen. */
  readonly code: string;
  /** The reflections it divides. */
  readonly of: Count;
  /** The whole list, "not known" included. */
  readonly categories: readonly [Category, ...Category[]];
  /** The code of the category of a reflection of `of`. */
  readonly categoryOf: (reflection: RecordedReflection, unit: UnitContext) => string;
  /** The one finest place and period. Anything higher or longer adds up posted parts and never divides again. */
  readonly grain: Grain;
  readonly appliesTo: Applicable;
  /** Measures over a part that it may be applied to all the same; usually none. */
  readonly exceptions: readonly Exception[];
  readonly name: Wording;
  /** How not to read it. */
  readonly caution: Wording;
}
