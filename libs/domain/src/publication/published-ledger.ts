import type { Month } from '../period/month.js';
import type { PartWindow } from './close-ledgers.js';
import type { HoursPosting } from './close-hours.js';

/** A block as readers see it; of a unit, or of a region or the organisation. */
export interface PublishedBlock {
  /** 1, 2, 3, ... in the order of posting. */
  readonly number: number;
  readonly from: Month;
  /** Last month, inclusive; the month in which it closed. */
  readonly through: Month;
  /** n, the one number that is exact. */
  readonly reflections: number;
  /** The region in which a unit's block closed; null for a block of a wider place. */
  readonly region: number | null;
  /** How many units are in it, and how many the place has; 1 and 1 for a unit's own. */
  readonly units: number;
  readonly unitsInPlace: number;
}

/** A count as posted over a window of whole blocks, first and last included. */
export interface PublishedCount {
  readonly key: string;
  readonly firstBlock: number;
  readonly lastBlock: number;
  /** A multiple of 3. */
  readonly value: number;
}

/** Everything that one place published in ledgers of its own: a unit, a region or the organisation. */
export interface PublishedLedger {
  /** In order of their numbers. */
  readonly blocks: readonly PublishedBlock[];
  readonly counts: readonly PublishedCount[];
  readonly windows: readonly PartWindow[];
  readonly hours: readonly HoursPosting[];
}

/** Nothing published at all. */
export const EMPTY_LEDGER: PublishedLedger = { blocks: [], counts: [], windows: [], hours: [] };

/** Which block of which unit is in a block of a wider place. */
export interface BlockMember {
  /** Number of the wider place's block. */
  readonly number: number;
  readonly unit: number;
  readonly unitBlock: number;
}

/**
 * The ledger of a region or the organisation with what its units posted: a true count is posted once, at the finest place that
 * needs it, and a wider place reads it there.
 *
 * A block of the wider place gets a count only when the units' postings together cover exactly the blocks that are in it; otherwise what the
 * count stands for is not known, and figures that need it are withheld.
 *
 * @param countsOf what a unit posted, with the numbers of its own blocks.
 * @param keys the counts that may come from the units; one that the place posted itself stays as it is.
 */
export function withCountsOfUnits(ledger: PublishedLedger, members: readonly BlockMember[], countsOf: (unit: number) => readonly PublishedCount[], keys: readonly string[]): PublishedLedger {
  const own = new Set(ledger.counts.map(({ key }) => key));
  const wanted = keys.filter((key) => !own.has(key));
  const inherited = ledger.blocks.flatMap(({ number }) => {
    const within = blocksByUnit(members.filter((member) => member.number === number));
    return wanted.flatMap((key): PublishedCount[] => {
      const value = sumOverUnits(within, countsOf, key);
      return value === null ? [] : [{ key, firstBlock: number, lastBlock: number, value }];
    });
  });
  return { ...ledger, counts: [...ledger.counts, ...inherited] };
}

function blocksByUnit(members: readonly BlockMember[]): ReadonlyMap<number, ReadonlySet<number>> {
  const blocks = new Map<number, Set<number>>();
  for (const { unit, unitBlock } of members) blocks.set(unit, (blocks.get(unit) ?? new Set()).add(unitBlock));
  return blocks;
}

function sumOverUnits(within: ReadonlyMap<number, ReadonlySet<number>>, countsOf: (unit: number) => readonly PublishedCount[], key: string): number | null {
  let total = 0;
  for (const [unit, blocks] of within) {
    const sum = sumOverBlocks(countsOf(unit).filter((count) => count.key === key), blocks);
    if (sum === null) return null;
    total += sum;
  }
  return within.size === 0 ? null : total;
}

/**
 * The sum of the postings of one count over some blocks; null when they don't cover exactly these.
 *
 * @param counts postings of one key of one place; their windows don't overlap.
 */
export function sumOverBlocks(counts: readonly PublishedCount[], blocks: ReadonlySet<number>): number | null {
  let [covered, sum] = [0, 0];
  for (const { firstBlock, lastBlock, value } of counts) {
    let [inside, outside] = [0, 0];
    for (let number = firstBlock; number <= lastBlock; number += 1) {
      if (blocks.has(number)) inside += 1;
      else outside += 1;
    }
    if (inside === 0) continue;
    if (outside > 0) return null;
    covered += inside;
    sum += value;
  }
  return covered === blocks.size ? sum : null;
}

/**
 * The region of a unit at the end of a month: that of its last block by then, of its first block before there is one, and the one it is in now when
 * it has none at all.
 */
export function regionAt(blocks: readonly PublishedBlock[], current: number): (month: Month) => number {
  return (month) => (blocks.findLast(({ through }) => through <= month) ?? blocks[0])?.region ?? current;
}
