import { LOWEST_STEPS, startAfter, type Accumulation } from './accumulation.js';

/** Where one block takes the evidence: with which probability, how many grid steps further, to which of the hidden states. */
export interface Move {
  readonly to: number;
  readonly steps: number;
  readonly probability: number;
}

/** What became of a chart after so many blocks. */
export interface Survival {
  /** Blocks watched on average, the one that signals included. */
  readonly watched: number;
  /** The chance that there was no signal in all of them. */
  readonly left: number;
  /** False when the rounds were over before the chance of a signal had settled: the rest was then not followed. */
  readonly isFollowed: boolean;
}

const LEAST_BLOCKS = 8;

/**
 * Follows the law of (evidence, hidden state) from evidence 0 and evenly spread hidden states for `blocks` blocks.
 *
 * A signal is evidence of `limit` steps or more. Nothing is approximated but the tail: once the chance of a signal has
 * settled, it is taken to stay (Brook and Evans 1972, on a grid that the evidence never leaves).
 *
 * @param moves per hidden state before the block, what it may do; the probabilities of each sum to 1.
 * @param limit whole number of grid steps, 1 or more. @param blocks whole number, or Infinity.
 * @param settled the chance of a signal has settled when it changes by less than this share from block to block.
 * @param rounds the most blocks that are followed one by one; all unless given.
 */
export function followEvidence(
  moves: readonly (readonly Move[])[],
  limit: number,
  { blocks, accumulation, settled, rounds = blocks }: { readonly blocks: number; readonly accumulation: Accumulation; readonly settled: number; readonly rounds?: number },
): Survival {
  const starts = startsBelow(limit, accumulation);
  const height = Math.max(...starts) + 1;
  // Made once and written over for every block: this runs thousands of times.
  const now = moves.map(() => new Float64Array(height));
  const reached = moves.map(() => new Float64Array(starts.length));
  const below = new Float64Array(height + 1);
  for (const states of now) states[0] = 1 / moves.length;
  let [left, watched, chance] = [1, 0, 0];
  for (let block = 0; block < Math.min(blocks, rounds); block += 1) {
    for (const evidence of reached) evidence.fill(0);
    for (const [hidden, states] of now.entries()) spread(states, moves[hidden] ?? [], reached, below);
    let remaining = 0;
    for (const [hidden, states] of now.entries()) remaining += gather(reached[hidden] ?? states, starts, states);
    watched += left;
    const before = chance;
    chance = 1 - remaining / left;
    left = remaining;
    if (left < 1e-12) return { watched, left: 0, isFollowed: true };
    const isSettled = chance > 0 && Math.abs(chance - before) <= settled * chance;
    if (block >= LEAST_BLOCKS && isSettled) return settle(watched, left, chance, blocks - block - 1);
  }
  return { watched, left, isFollowed: blocks <= rounds };
}

/** starts[steps + LOWEST_STEPS] = where the next block starts, for every evidence that is no signal. */
function startsBelow(limit: number, accumulation: Accumulation): Int32Array {
  return Int32Array.from({ length: limit + LOWEST_STEPS }, (_, index) => startAfter(index - LOWEST_STEPS, accumulation));
}

/** Adds, per hidden state after the block, the probability of each evidence that is no signal; `below` is written over. */
function spread(states: Float64Array, moves: readonly Move[], reached: readonly Float64Array[], below: Float64Array): void {
  for (let index = 0, total = 0; index < states.length; index += 1) {
    total += states[index] ?? 0;
    below[index + 1] = total;
  }
  for (const { to, steps, probability } of moves) {
    const target = reached[to];
    if (target === undefined) continue;
    const shift = steps + LOWEST_STEPS;
    const end = Math.min(states.length, target.length - shift);
    const inside = Math.max(0, Math.min(end, -shift));
    if (inside > 0) target[0] = (target[0] ?? 0) + probability * (below[inside] ?? 0);
    for (let state = inside; state < end; state += 1) target[state + shift] = (target[state + shift] ?? 0) + probability * (states[state] ?? 0);
  }
}

/** Writes where the next block starts into `states` and gives the probability that there was no signal. */
function gather(evidence: Float64Array, starts: Int32Array, states: Float64Array): number {
  states.fill(0);
  let remaining = 0;
  for (let index = 0; index < evidence.length; index += 1) {
    const start = starts[index] ?? 0;
    const probability = evidence[index] ?? 0;
    states[start] = (states[start] ?? 0) + probability;
    remaining += probability;
  }
  return remaining;
}

/** The rest of a watch whose chance of a signal stays `chance` a block. */
function settle(watched: number, left: number, chance: number, blocks: number): Survival {
  if (chance <= 0) return { watched: watched + left * blocks, left, isFollowed: true };
  const stays = (1 - chance) ** blocks;
  return { watched: watched + (left * (1 - stays)) / chance, left: left * stays, isFollowed: true };
}
