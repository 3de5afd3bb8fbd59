import { GRID_STEP } from '../cusum/accumulation.js';
import { followEvidence, type Move } from '../cusum/evidence-chain.js';
import { limitForRunLength } from '../cusum/limit-search.js';
import { countLaw } from '../count-law/count-law.js';
import { carriesOf, postCount, type PostingBase } from '../count-law/posted-count.js';
import { requireCount, requirePositive } from '../required-parameter.js';
import type { RateNode } from './baseline.js';

/** Run lengths are stated over a watch of this long: after five years every baseline has been looked at anew. */
const HORIZON_MONTHS = 60;

/** What a watch looks for: the rate it holds against the usual one, both in (0, 1). */
export interface WatchedChange {
  readonly usual: number;
  readonly changed: number;
  /** Correlation between the reflections of one block, in [0, 1). */
  readonly overdispersion: number;
}

/** What the evidence of one block may do while nothing changes, per rate that is possible and per carry before it. */
export interface WatchLaw {
  readonly nodes: readonly { readonly weight: number; readonly moves: readonly (readonly Move[])[] }[];
  /** Calendar months from one block to the next, on average. */
  readonly monthsPerBlock: number;
  /** Events that a usual block holds, on average. */
  readonly expected: number;
  /** The share of a wanted run length that the limit is worked out for; 1 for a rate that is known. */
  readonly allowance: number;
}

/** A chance of a signal that changes by less than this share a block has settled; a stricter rule moves no limit. */
const SETTLED = 5e-3;
/** Outcomes rarer than this are left out; the law is brought back to a sum of 1. */
const NEGLIGIBLE = 1e-5;

/**
 * The evidence for the change of every count that a block of `size` reflections may be posted with, in whole grid steps.
 *
 * The log likelihood ratio of the changed and the usual rate; binomial, y log(p1 / p0) + (n - y) log((1 - p1) / (1 - p0)),
 * or with overdispersion beta-binomial, which trusts a block of many less than as many blocks of one. Posted counts are
 * taken as they are: the binomial ratio is a straight line, so that a sum of blocks holds the rounding of one running total
 * only; a ratio of the laws of single rounded figures was slower by 2 to 5 % (docs/methods/alarms.md).
 *
 * @returns steps[y] for y = 0..size.
 */
export function evidenceTable(size: number, { usual, changed, overdispersion }: WatchedChange): Int32Array {
  const strength = overdispersion > 0 ? 1 / overdispersion - 1 : Number.POSITIVE_INFINITY;
  /** log of how likely the next reflection is (`rate`) after `before` others of its kind, changed against usual. */
  const gain = (before: number, one: number, other: number): number =>
    Number.isFinite(strength) ? Math.log((before + one * strength) / (before + other * strength)) : Math.log(one / other);
  let evidence = 0;
  for (let unnoticed = 0; unnoticed < size; unnoticed += 1) evidence += gain(unnoticed, 1 - changed, 1 - usual);
  const steps = new Int32Array(size + 1);
  for (let count = 0; count <= size; count += 1) {
    steps[count] = Math.round(evidence / GRID_STEP);
    evidence += gain(count, changed, usual) - gain(size - count - 1, 1 - changed, 1 - usual);
  }
  return steps;
}

/**
 * The law of a watch while the rate stays what it was.
 *
 * @param nodes the rates that are possible after the baseline, with weights that sum to 1.
 * @param sizes reflections of usual blocks, each as likely as another. Rounded counts lie so far apart that one size would
 * put the limit on a single step of the ladder; three keep the run length within 10 %, for true counts one does.
 * @param allowance the share of a wanted run length that {@link watchLimit} works the limit out for.
 */
export function watchLaw(
  change: WatchedChange,
  nodes: readonly RateNode[],
  sizes: readonly number[],
  { base, monthsPerBlock, allowance }: { readonly base: PostingBase; readonly monthsPerBlock: number; readonly allowance: number },
): WatchLaw {
  const tables = sizes.map((size) => ({ size, evidence: evidenceTable(size, change) }));
  return {
    monthsPerBlock,
    expected: (change.usual * sizes.reduce((sum, size) => sum + size, 0)) / Math.max(1, sizes.length),
    allowance,
    nodes: nodes.map(({ rate, weight }) => {
      const laws = tables.map(({ size, evidence }) => ({ law: countLaw(size, rate, change.overdispersion), evidence }));
      return { weight, moves: carriesOf(base).map((carry) => together(laws.flatMap(({ law, evidence }) => movesFrom(carry, law, evidence, base, 1 / laws.length)))) };
    }),
  };
}

function movesFrom(carry: number, law: Float64Array, evidence: Int32Array, base: PostingBase, share: number): readonly Move[] {
  const lowest = Math.min(...carriesOf(base));
  const size = law.length - 1;
  const moves: { to: number; steps: number; probability: number }[] = [];
  let total = 0;
  for (let count = 0; count <= size; count += 1) {
    const probability = law[count] ?? 0;
    if (probability < NEGLIGIBLE) continue;
    total += probability;
    const after = postCount(count, carry, size, base);
    moves.push({ to: after.carry - lowest, steps: evidence[after.posted] ?? 0, probability });
  }
  return moves.map(({ to, steps, probability }) => ({ to, steps, probability: (share * probability) / total }));
}

/** More than there are carries. */
const LARGEST_CARRIES = 4;

/** Moves that lead to the same place as one: blocks of different sizes often do, and the chain takes as long as it has moves. */
function together(moves: readonly Move[]): readonly Move[] {
  const byEnd = new Map<number, Move>();
  for (const { to, steps, probability } of moves) {
    const end = to + LARGEST_CARRIES * steps;
    byEnd.set(end, { to, steps, probability: probability + (byEnd.get(end)?.probability ?? 0) });
  }
  return [...byEnd.values()];
}

/**
 * The in-control run length of a watch that signals at `limit` grid steps, in calendar months: months watched divided by
 * first false signals, over {@link HORIZON_MONTHS} from a start at zero.
 *
 * The rates that are possible after the baseline are averaged over, so that a short baseline has the run length it really
 * has. Rises with the limit.
 *
 * @param limit whole number from 1 on; anything else is a RangeError.
 * @returns Infinity for a watch that never signals within that time.
 */
export function watchRunLength(law: WatchLaw, limit: number): number {
  requireCount(limit, 'limit', 1);
  const blocks = Math.max(1, Math.round(HORIZON_MONTHS / law.monthsPerBlock));
  let [watched, signals] = [0, 0];
  for (const { weight, moves } of law.nodes) {
    const survival = followEvidence(moves, limit, { blocks, accumulation: 'shiryaev-roberts', settled: SETTLED });
    watched += weight * survival.watched;
    // Rounding can leave a hair more than there was; a watch that never signals has no run length that ends.
    signals += weight * Math.max(0, 1 - survival.left);
  }
  return signals > 0 ? (law.monthsPerBlock * watched) / signals : Number.POSITIVE_INFINITY;
}

/**
 * The limit, in whole grid steps, of which the in-control run length comes nearest to the wanted number of calendar months,
 * after the allowance of the law.
 *
 * @param wantedMonths finite, above 0; anything else is a RangeError.
 */
export function watchLimit(law: WatchLaw, wantedMonths: number): number {
  requirePositive(wantedMonths, 'wantedMonths');
  const months = wantedMonths * law.allowance;
  const guess = (Math.log(months / law.monthsPerBlock) + HEADROOM - OVERSHOOT * Math.max(0, law.expected - 1)) / GRID_STEP;
  return limitForRunLength((limit) => watchRunLength(law, limit), months, GRID_STEP, guess);
}

/** How far a limit usually lies from the logarithm of its run length, in blocks: above it, and lower for each event beyond one. Only where the search begins. */
const HEADROOM = 0.45;
const OVERSHOOT = 0.17;
