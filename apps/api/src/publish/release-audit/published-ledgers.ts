import type { Breakdown, BreakdownClose, HoursPosting, LedgerBlock, LedgerPosting, PartWindow } from '@rolvast/domain';

/** A posting, with what only the publisher knows about it. */
export interface WatchedPosting extends LedgerPosting {
  /** The insider guard moved it, or may have. */
  readonly isGuarded: boolean;
  /** How many reflections, or fields, it ran over. */
  readonly over: number;
  /** The largest value it could have had, whatever was posted around it. */
  readonly ceiling: number;
  /** What was posted of the wider count inside which it lies, which every reader knows; null when there is none. */
  readonly around: number | null;
}

/** A breakdown of the blocks of one quarter. */
export interface PublishedBreakdown {
  readonly breakdown: Breakdown;
  readonly blocks: readonly number[];
  readonly closed: BreakdownClose;
}

/** Everything published by the ledgers of one place over all releases, with the truth behind its blocks. */
export interface PublishedLedgers<Block extends LedgerBlock = LedgerBlock> {
  /** The place; ledgers of one name share their running totals. */
  readonly unit: string;
  readonly blocks: readonly Block[];
  /** The blocks of units that a block of a region or the organisation is made of, by their names; a unit's own blocks are atoms. */
  readonly madeOf: ReadonlyMap<number, readonly string[]>;
  readonly postings: readonly WatchedPosting[];
  readonly windows: readonly PartWindow[];
  readonly breakdowns: readonly PublishedBreakdown[];
  readonly hours: readonly HoursPosting[];
}
