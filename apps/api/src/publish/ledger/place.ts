import type { BreakdownClose, HoursPosting, LedgerBlock, LedgerClose, LedgerState } from '@rolvast/domain';

/** Where a ledger is kept: a publication unit, a region or the whole organisation. The engine calls a unit `team`. */
export interface Place {
  readonly kind: 'unit' | 'region' | 'organisation';
  readonly id: number;
}

/** A place at a close: the blocks that some ledger which closes now still needs, and what its ledgers remember. */
export interface OpenPlace {
  readonly place: Place;
  readonly blocks: readonly LedgerBlock[];
  readonly state: LedgerState;
  readonly hours: readonly HoursPosting[];
}

/** A breakdown of counts or of hours that a place posts; hours in the order of the parts. */
export interface PostedBreakdown {
  readonly code: string;
  readonly closed: BreakdownClose;
  readonly hours: { readonly measure: string; readonly ofParts: readonly number[] } | null;
}

/** What a place posts at a close. */
export interface PlaceClose {
  readonly place: Place;
  readonly ledgers: LedgerClose;
  readonly hours: readonly HoursPosting[];
  readonly breakdowns: readonly PostedBreakdown[];
}

/** A name for a place that no other has. */
export function placeName({ kind, id }: Place): string {
  return `${kind}:${id}`;
}
