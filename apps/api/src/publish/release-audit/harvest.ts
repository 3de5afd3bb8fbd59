import { PART_FLOOR, BLOCK_FLOOR, capOf } from '@rolvast/domain';
import type { PublishedLedgers, WatchedPosting } from './published-ledgers.js';

/**
 * One published number as a reader gets it, with what the test adds to judge it. Where it comes from, memory or an interface,
 * makes no difference to the attacker.
 */
export interface HarvestedFigure {
  /** The ledger: postings of one ledger share a running total. */
  readonly ledger: string;
  /** What is counted: a key of the posting plan, of a part, or `reflections`. */
  readonly key: string;
  readonly kind: 'exact' | 'running' | 'at-least' | 'near';
  readonly blocks: readonly string[];
  /** Only in these categories of a breakdown; null for all reflections of the blocks. */
  readonly category: { readonly breakdown: string; readonly codes: readonly string[] } | null;
  readonly value: number;
  readonly mayBeCut: { readonly knowing: boolean; readonly guessing: boolean };
  readonly isGuarded: boolean;
}

/** The key of the number of reflections, the one that is exact. */
export const REFLECTIONS = 'reflections';

/** A part is posted within this of its size: what who doesn't know it must allow for, at both ends. */
const SIZE_UNKNOWN_BY = 4;
const UNCUT = { knowing: false, guessing: false } as const;

/** The name of a block of a unit, for figures. */
export function blockName(unit: string, number: number): string {
  return `${unit}#${number}`;
}

/** Everything that all releases say by the ledgers of a place, hours aside. */
export function harvestUnit(published: PublishedLedgers): readonly HarvestedFigure[] {
  return [...blockSizes(published), ...runningTotals(published), ...partFloors(published), ...breakdownFigures(published)];
}

function figure({ unit, madeOf }: PublishedLedgers, key: string, numbers: readonly number[], value: number): HarvestedFigure {
  return { ledger: `${unit}/${key}`, key, kind: 'exact', blocks: numbers.flatMap((number) => madeOf.get(number) ?? [blockName(unit, number)]), category: null, value, mayBeCut: UNCUT, isGuarded: false };
}

function windowOf({ blocks }: PublishedLedgers, { firstBlock, lastBlock }: { readonly firstBlock: number; readonly lastBlock: number }): readonly number[] {
  return blocks.map(({ number }) => number).filter((number) => number >= firstBlock && number <= lastBlock);
}

function blockSizes(published: PublishedLedgers): readonly HarvestedFigure[] {
  return published.blocks.map(({ number, reflections }) => figure(published, REFLECTIONS, [number], reflections.length));
}

function runningTotals(published: PublishedLedgers): readonly HarvestedFigure[] {
  return published.postings.map((posting) => {
    const numbers = windowOf(published, posting);
    const reflections = published.blocks.filter(({ number }) => numbers.includes(number)).reduce((sum, block) => sum + block.reflections.length, 0);
    // A breakdown of a count is only given when no cap cut it, and so says that none did.
    const isDivided = published.breakdowns.some(({ blocks, closed }) => blocks.includes(posting.lastBlock) && closed.counts.some(({ key }) => key === posting.key));
    const isCut = (ceiling: number) => posting.isCapped || posting.posted >= Math.min(ceiling, posting.around ?? Number.POSITIVE_INFINITY);
    const mayBeCut = isDivided ? UNCUT : { knowing: isCut(posting.ceiling), guessing: isCut(guessedCeiling(posting, reflections)) };
    return { ...figure(published, posting.key, numbers, posting.posted), kind: 'running', mayBeCut, isGuarded: posting.isGuarded };
  });
}

/** The least that the ceiling can be for who knows what is published: all reflections of a block are known, a part is not. */
function guessedCeiling({ over, ceiling }: WatchedPosting, reflections: number): number {
  return over === reflections ? ceiling : ceiling - capOf(over) + capOf(Math.max(1, over - SIZE_UNKNOWN_BY));
}

/** That a part was posted says that it reached the floor. */
function partFloors(published: PublishedLedgers): readonly HarvestedFigure[] {
  return published.windows.map((window) => ({ ...figure(published, window.key, windowOf(published, window), Math.min(PART_FLOOR, BLOCK_FLOOR.reflections)), kind: 'at-least' }));
}

function breakdownFigures(published: PublishedLedgers): readonly HarvestedFigure[] {
  return published.breakdowns.flatMap(({ breakdown, blocks, closed }) =>
    closed.parts.flatMap(({ categories, reflections }, position): readonly HarvestedFigure[] => {
      const category = { breakdown: breakdown.code, codes: categories };
      const size = reflections === null ? [] : [{ ...figure(published, REFLECTIONS, blocks, reflections), category }];
      return [...size, ...closed.counts.map(({ key, posted }): HarvestedFigure => ({ ...figure(published, key, blocks, posted[position] ?? 0), kind: 'near', category }))];
    }),
  );
}
