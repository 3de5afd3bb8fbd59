/** Evidence is kept on a grid of this step in log likelihood, so that a run length can be worked out without approximation. */
export const GRID_STEP = 0.2;

/**
 * How evidence for a change gathers from block to block.
 *
 * - `cusum`: S = max(0, S + l): the likeliest moment of the change counts (Page 1954);
 * - `shiryaev-roberts`: R = (1 + R) e^l: every moment at which it may have begun counts.
 */
export type Accumulation = 'cusum' | 'shiryaev-roberts';

/** Evidence of this many steps below 0 or less adds nothing that the grid can hold. */
export const LOWEST_STEPS = 22;

/**
 * Where the next block starts after evidence of `steps` grid steps: 0 or more.
 *
 * `cusum`: max(0, steps). `shiryaev-roberts`: log(1 + e^(steps * GRID_STEP)), to the grid.
 */
export function startAfter(steps: number, accumulation: Accumulation): number {
  if (accumulation === 'cusum') return Math.max(0, steps);
  return steps <= -LOWEST_STEPS ? 0 : Math.round(Math.log1p(Math.exp(steps * GRID_STEP)) / GRID_STEP);
}
