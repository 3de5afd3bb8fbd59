import { postedSizeOf, type LedgerPosting, type RecordedReflection, type ReflectionShare } from '@rolvast/domain';
import type { PublishedBlock, PublishedTeam } from './publish-team.js';

/** Events of a number of trials. */
export interface SharePoint {
  readonly events: number;
  readonly trials: number;
}

/** What readers are told about a stretch of blocks, and what is true of it. Events are what is posted: what lacks, for a shortfall. */
export interface PublishedShare {
  /** The months of the blocks, counted from 0, first and last included. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly posted: SharePoint;
  readonly exact: SharePoint;
}

/**
 * Every window over which a share was posted, in order. Its denominator is what was posted under the key of the denominator over
 * the same blocks, or their exact number without what was posted as missing.
 */
export function publishedShares({ posted, denominator }: ReflectionShare, { blocks, postings }: PublishedTeam): readonly PublishedShare[] {
  const size = postedSizeOf(denominator);
  const sizes = postings.filter(({ key }) => key === size.key);
  return postings
    .filter(({ key }) => key === posted.key)
    .flatMap((window) => {
      const within = blocks.filter(({ number }) => number >= window.firstBlock && number <= window.lastBlock);
      const [first, last] = [within[0], within.at(-1)];
      if (first === undefined || last === undefined) return [];
      const told = sumOfPosted(sizes.filter(({ firstBlock }) => firstBlock >= window.firstBlock && firstBlock <= window.lastBlock));
      const trials = size.as === 'count' ? told : numberIn(within) - told;
      return [{ firstMonth: first.firstMonth, lastMonth: last.lastMonth, posted: { events: window.posted, trials }, exact: { events: countIn(within, posted.counts), trials: countIn(within, denominator.counts) } }];
    });
}

/** The shares of each quarter added up, under the quarter's number from 0; a share belongs to the quarter in which it ends. */
export function byQuarter(shares: readonly PublishedShare[]): ReadonlyMap<number, PublishedShare> {
  const quarters = new Map<number, PublishedShare>();
  for (const share of shares) {
    const quarter = Math.floor(share.lastMonth / 3);
    const before = quarters.get(quarter);
    quarters.set(quarter, before === undefined ? share : { firstMonth: before.firstMonth, lastMonth: share.lastMonth, posted: added(before.posted, share.posted), exact: added(before.exact, share.exact) });
  }
  return quarters;
}

/** How far the told share lies from the true one, as a share; null when there is nothing to divide by. */
export function deviation({ posted, exact }: PublishedShare): number | null {
  if (posted.trials === 0 || exact.trials === 0) return null;
  return posted.events / posted.trials - exact.events / exact.trials;
}

function added(one: SharePoint, other: SharePoint): SharePoint {
  return { events: one.events + other.events, trials: one.trials + other.trials };
}

function sumOfPosted(postings: readonly LedgerPosting[]): number {
  return postings.reduce((sum, { posted }) => sum + posted, 0);
}

function numberIn(blocks: readonly PublishedBlock[]): number {
  return blocks.reduce((sum, { reflections }) => sum + reflections.length, 0);
}

function countIn(blocks: readonly PublishedBlock[], counts: (reflection: RecordedReflection) => boolean): number {
  return blocks.reduce((sum, { reflections }) => sum + reflections.filter(({ reflection }) => counts(reflection)).length, 0);
}
