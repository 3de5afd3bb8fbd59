import type { PostedBlock, PostingBase } from '../count-law/posted-count.js';
import { startAfter } from '../cusum/accumulation.js';
import type { ShareBaseline } from '../predictive/window-law.js';
import { requireCorrelation, requirePositive } from '../required-parameter.js';
import { possibleRates, requireBlocks } from './baseline.js';
import type { WatchSide } from './combined-window-p-value.js';
import { evidenceTable, watchLaw, type WatchedChange, type WatchLaw } from './watch-law.js';

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
 *
 * @throws RangeError for a baseline that is no beta law, or an overdispersion outside [0, 1).
 */
export function watchedChange(baseline: ShareBaseline, overdispersion: number, side: WatchSide): WatchedChange {
  requirePositive(baseline.alpha, 'alpha');
  requirePositive(baseline.beta, 'beta');
  requireCorrelation(overdispersion, 'overdispersion');
  const usual = baseline.alpha / (baseline.alpha + baseline.beta);
  const changed = side === 'up' ? Math.min(FACTOR * usual, usual + CLOSED_DISTANCE * (1 - usual)) : usual / FACTOR;
  return { usual, changed, overdispersion };
}

/** The law of a series' watch while nothing changes, from its baseline and the sizes of its blocks. */
export function lawOfWatch(
  change: WatchedChange,
  baseline: ShareBaseline,
  blocks: readonly { readonly denominator: number; readonly months: number }[],
  base: PostingBase,
): WatchLaw {
  const months = blocks.reduce((sum, block) => sum + block.months, 0);
  const reflections = blocks.reduce((sum, block) => sum + block.denominator, 0);
  return watchLaw(change, possibleRates(baseline), usualSizes(blocks.map(({ denominator }) => denominator), base), {
    base,
    monthsPerBlock: Math.max(1, months / Math.max(1, blocks.length)),
    allowance: allowanceFor((change.usual * reflections) / Math.max(1, months)),
  });
}

/** Up to so many expected events a month a run length would come out longer than wanted, from so many on it would not. */
const FEW_EVENTS = 0.6;
const MANY_EVENTS = 2.6;
const ALLOWANCE_FOR_FEW = 0.68;
const ALLOWANCE_FOR_MANY = 1.05;

/**
 * The share of the wanted run length that a limit is worked out for, so that series that truly are this rare get what was
 * wanted. Those look more frequent than they are (they are drawn towards the other teams), are held against too high a rate
 * and would signal too seldom; a frequent series is a little less well known than its baseline says. A straight line in
 * the logarithm of the expected events between two measured values (docs/methods/alarms.md).
 */
function allowanceFor(expectedAMonth: number): number {
  const place = Math.log(Math.max(expectedAMonth, FEW_EVENTS) / FEW_EVENTS) / Math.log(MANY_EVENTS / FEW_EVENTS);
  return ALLOWANCE_FOR_FEW * (ALLOWANCE_FOR_MANY / ALLOWANCE_FOR_FEW) ** Math.min(1, place);
}

/** The mean size of the blocks; for rounded counts also one on either side, so that mean and variance of the three are those of the blocks. */
function usualSizes(sizes: readonly number[], base: PostingBase): readonly number[] {
  const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  const deviation = Math.sqrt(sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / Math.max(1, sizes.length));
  const step = Math.sqrt(3 / 2) * deviation;
  const chosen = base === 1 ? [mean] : [mean - step, mean, mean + step];
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
 * @param blocks whole figures from 0 to their denominators.
 * @throws RangeError for a block that can't be: `findAlarms` checks what comes from data.
 */
export function runWatch({ change, limit }: Watch, blocks: readonly (PostedBlock | null)[]): WatchPath {
  requireBlocks(blocks.filter((block) => block !== null));
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
