/** The logarithm of a run length rises by about this much for each unit of evidence. */
const LOG_RISE = 0.8;
const MOST_ROUNDS = 60;
/** Between two limits this many steps apart or less, the logarithm of the run length is a straight line. */
const STRAIGHT_STEPS = 6;

/**
 * The whole number of grid steps, 1 or more, of which the run length comes nearest to the wanted one, by ratio.
 *
 * Assumes that `runLength` rises with the limit, its logarithm close to a straight line; so two or three run lengths are
 * worked out, and between two near ones the answer is read off the line.
 *
 * @param gridStep log likelihood of one step. @param guess where to begin, in grid steps.
 */
export function limitForRunLength(runLength: (limit: number) => number, wanted: number, gridStep: number, guess: number): number {
  const rise = LOG_RISE * gridStep;
  let below = { limit: 0, excess: Number.NEGATIVE_INFINITY };
  let above = { limit: Number.POSITIVE_INFINITY, excess: Number.POSITIVE_INFINITY };
  let limit = Math.max(1, Math.round(guess));
  for (let round = 0; round < MOST_ROUNDS && above.limit - below.limit > STRAIGHT_STEPS; round += 1) {
    const excess = Math.log(runLength(limit) / wanted);
    if (Math.abs(excess) < rise / 2) return limit;
    if (excess < 0) below = { limit, excess };
    else above = { limit, excess };
    // One step too far, so that the answer lies between two known limits.
    const leap = Math.ceil(Math.abs(excess) / rise) + 1;
    limit = excess < 0 ? Math.min(limit + leap, above.limit - 1) : Math.max(limit - leap, below.limit + 1);
  }
  if (below.limit === 0 || above.excess === Number.POSITIVE_INFINITY) return above.limit;
  const share = -below.excess / (above.excess - below.excess);
  return Math.round(below.limit + share * (above.limit - below.limit));
}
