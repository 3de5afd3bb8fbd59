import type { PostingBase } from '../published-law/posted-count.js';
import { possibleRates, type Baseline } from './baseline.js';
import { startAfter } from '../cusum/accumulation.js';
import type { PostedBlock } from './confirmed.js';
import { evidenceTable, watchLaw, type WatchedChange, type WatchLaw } from './watch-law.js';

/** Which way a change must go to be watched for. */
export type WatchSide = 'up' | 'down';

/** Everything fixed at the end of a baseline: what is looked for, and from which evidence on it is a signal. */
export interface Watch {
  readonly change: WatchedChange;
  /** Whole number of grid steps of evidence. */
  readonly limit: number;
}

/** A watch looks for a rate that doubles or halves ... */
const FACTOR = 2;
/** ... but one that is high already can only close this much of its distance to 1. */
const CLOSED_DISTANCE = 0.8;

/**
 * The change looked for: a rate that doubles (`up`), or halves (`down`).
 *
 * The usual rate is the mean of what the baseline says.
 */
export function watchedChange(baseline: Baseline, overdispersion: number, side: WatchSide): WatchedChange {
  const usual = baseline.alpha / (baseline.alpha + baseline.beta);
  const changed = side === 'up' ? Math.min(FACTOR * usual, usual + CLOSED_DISTANCE * (1 - usual)) : usual / FACTOR;
  return { usual, changed, overdispersion };
}

/** The law of a series' watch while nothing changes, from its baseline and the sizes of its blocks. */
export function lawOfWatch(
  change: WatchedChange,
  baseline: Baseline,
  blocks: readonly { readonly denominator: number; readonly months: number }[],
  base: PostingBase,
): WatchLaw {
  const months = blocks.reduce((sum, block) => sum + block.months, 0);
  return watchLaw(change, possibleRates(baseline), usualSizes(blocks.map(({ denominator }) => denominator), base), {
    base,
    monthsPerBlock: Math.max(1, months / Math.max(1, blocks.length)),
  });
}

/** The mean size of the blocks; for rounded counts one standard deviation below and above it. */
function usualSizes(sizes: readonly number[], base: PostingBase): readonly number[] {
  const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  const deviation = Math.sqrt(sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / Math.max(1, sizes.length));
  const chosen = base === 1 ? [mean] : [mean - deviation, mean + deviation];
  return chosen.map((size) => Math.max(1, Math.round(size)));
}

/** What a watch says about the blocks after its baseline; arrays as long as the blocks. */
export interface WatchPath {
  /** Evidence divided by the limit: a signal from 1 on; null for a gap. */
  readonly level: readonly (number | null)[];
  readonly signals: readonly boolean[];
}

/**
 * Runs a watch over posted blocks in order of time. A gap (null: withheld or absent) neither feeds nor resets it; after a
 * signal it starts again.
 *
 * @param blocks checked: figures from 0 to their denominators.
 */
export function runWatch({ change, limit }: Watch, blocks: readonly (PostedBlock | null)[]): WatchPath {
  const tables = new Map<number, Int32Array>();
  const level: (number | null)[] = [];
  const signals: boolean[] = [];
  let start = 0;
  for (const block of blocks) {
    if (block === null) {
      level.push(null);
      signals.push(false);
      continue;
    }
    const table = tables.get(block.denominator) ?? evidenceTable(block.denominator, change);
    tables.set(block.denominator, table);
    const steps = start + (table[block.numerator] ?? 0);
    const isSignal = steps >= limit;
    level.push(Math.max(0, steps) / limit);
    signals.push(isSignal);
    start = isSignal ? 0 : startAfter(steps, 'shiryaev-roberts');
  }
  return { level, signals };
}
