import type { RecordedReflection } from '../measure/measure.js';

/** The periods at whose end a ledger closes. A month's close also closes the quarter and the half-year that end with it. */
export type LedgerPeriod = 'month' | 'quarter' | 'half-year';

/** Whether something holds for a reflection. */
export type Holds = (reflection: RecordedReflection) => boolean;

/** A count with a ledger of its own, posted at every close of its period over all blocks of that period. */
export interface PlannedCount {
  readonly key: string;
  readonly period: LedgerPeriod;
  readonly counts: Holds;
  /** The reflections over which the count runs; the cap is taken of their number. */
  readonly over: Holds;
}

/** One outcome of a part. */
export interface PlannedOutcome {
  readonly key: string;
  readonly counts: Holds;
  /** The earlier outcome of the same part inside which this one lies; null when it lies inside the part itself. */
  readonly inside: string | null;
}

/** What says how large a part is: a posted count, or the number of reflections without what was posted as missing. */
export interface PostedSize {
  readonly key: string;
  readonly as: 'count' | 'missing';
}

/** Reflections with a ledger of their own (minors, flagged, scored, ...): posted when the posted size has grown enough. */
export interface PlannedPart {
  readonly key: string;
  readonly period: LedgerPeriod;
  readonly includes: Holds;
  readonly size: PostedSize;
  /** How many closes after a block its outcome is known; 0 when at once. */
  readonly closesLater: number;
  /** In the order of posting; an outcome follows the one inside which it lies. */
  readonly outcomes: readonly PlannedOutcome[];
}

/** Everything that the ledgers of one place post, derived from the catalogue. */
export interface PostingPlan {
  readonly counts: readonly PlannedCount[];
  readonly parts: readonly PlannedPart[];
}
