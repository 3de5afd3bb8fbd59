import { binomialPmf } from '../distributions/binomial.js';
import { poissonPmf, poissonQuantile } from '../distributions/poisson.js';
import { followEvidence, type Move } from './evidence-chain.js';
import { changedShare } from './likelihood-ratio-cusum.js';

/** A CUSUM on a grid: the law of the evidence of one point, and how fine the grid is. */
export interface GriddedCusum {
  readonly moves: readonly Move[];
  /** Log likelihood of one grid step. */
  readonly step: number;
}

/** The largest grid step in log likelihood; a finer one changes a run length of 200 by less than 1 %. */
const LARGEST_STEP = 0.01;
/** A run length is followed this far at most, and given as this when there is no end to it. */
const MOST_POINTS = 1e6;
const SETTLED = 1e-7;

/** The evidence of one point of a binomial CUSUM while the share is `share` (the usual one, or another to learn the delay). */
export function binomialEvidence(size: number, baseline: number, ratio: number, share = baseline): GriddedCusum {
  const changed = changedShare(baseline, ratio);
  const [noticed, unnoticed] = [Math.log(changed / baseline), Math.log((1 - changed) / (1 - baseline))];
  return gridded(
    Array.from({ length: size + 1 }, (_, x) => ({ gain: x * noticed + (size - x) * unnoticed, probability: binomialPmf(x, size, share) })),
  );
}

/** The evidence of one point of a Poisson CUSUM with `baseline` usual events a point, while there are `events` on average. */
export function poissonEvidence(baseline: number, ratio: number, events = baseline): GriddedCusum {
  const most = poissonQuantile(1 - 1e-12, Math.max(events, 1e-9)) + 1;
  return gridded(
    Array.from({ length: most + 1 }, (_, x) => ({ gain: x * Math.log(ratio) - baseline * (ratio - 1), probability: poissonPmf(x, events) })),
  );
}

/**
 * The average number of points to a signal from a start at 0 (Brook and Evans 1972).
 *
 * Assumes independent points of one law. The evidence of a point is rounded to two neighbouring grid steps with its mean
 * kept, so that the drift is exact. @param limit in log likelihood, above 0. @returns a million when it does not end.
 */
export function cusumRunLength({ moves, step }: GriddedCusum, limit: number): number {
  return followEvidence([moves], Math.max(1, Math.ceil(limit / step - 1e-9)), { blocks: MOST_POINTS, accumulation: 'cusum', settled: SETTLED }).watched;
}

/** The least limit, to a grid step, of which the average number of points to a signal is at least `wanted`. */
export function cusumLimit(cusum: GriddedCusum, wanted: number): number {
  let [low, high] = [0, 1];
  while (cusumRunLength(cusum, high * cusum.step) < wanted) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (cusumRunLength(cusum, middle * cusum.step) < wanted) low = middle;
    else high = middle;
  }
  return high * cusum.step;
}

function gridded(outcomes: readonly { readonly gain: number; readonly probability: number }[]): GriddedCusum {
  // Rounding must not drown the small loss of a point without events.
  const step = Math.min(LARGEST_STEP, ...outcomes.filter(({ gain }) => gain !== 0).map(({ gain }) => Math.abs(gain)));
  const moves = outcomes.flatMap(({ gain, probability }): readonly Move[] => {
    const lower = Math.floor(gain / step);
    const share = gain / step - lower;
    return [
      { to: 0, steps: lower, probability: probability * (1 - share) },
      { to: 0, steps: lower + 1, probability: probability * share },
    ];
  });
  return { step, moves: moves.filter(({ probability }) => probability > 0) };
}
