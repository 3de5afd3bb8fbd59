import { failure, success, type Result } from '../../shared/result.js';
import { countLaw } from '../count-law/count-law.js';
import { poissonPmf, poissonQuantile } from '../distributions/poisson.js';
import type { ParameterFault } from '../parameter-fault.js';
import type { RunLengthFault } from '../run-length/average-run-length.js';
import { MOST_TRIALS } from '../series.js';
import { followEvidence, type Move } from './evidence-chain.js';
import { changedShare } from './likelihood-ratio-cusum.js';

/** A likelihood ratio CUSUM on a grid: the law of the evidence of one point, and how fine the grid is. */
export interface GriddedCusum {
  readonly moves: readonly Move[];
  /** Log likelihood of one grid step. */
  readonly step: number;
}

/** The largest grid step in log likelihood; a finer one changes a run length of 200 by less than 1 %. */
const LARGEST_STEP = 0.01;
/** The longest run length that a limit is looked for; beyond ten times it the chance of a signal is lost in rounding. */
const LONGEST_WANTED = 1e6;
const SETTLED = 1e-7;
/** What a run length may cost, in moves that are followed: about a quarter of a second. */
const MOST_MOVES = 1e8;
const MOST_STATES = 50_000;

/**
 * The evidence of one point of a binomial CUSUM while the share is `share` (the usual one, or another to learn the delay).
 *
 * @param size reflections of a point, a whole number from 1 to 100,000. @param baseline, share in (0, 1) and [0, 1].
 * @param ratio as in `CusumSettings`: above 0, not 1. Faults: the name of the first that is none of these.
 */
export function binomialEvidence(size: number, baseline: number, ratio: number, share = baseline): Result<GriddedCusum, ParameterFault> {
  if (!(Number.isInteger(size) && size >= 1 && size <= MOST_TRIALS)) return outOfRange('size');
  if (!(baseline > 0 && baseline < 1)) return outOfRange('baseline');
  if (!isRatio(ratio)) return outOfRange('ratio');
  if (!(share >= 0 && share <= 1)) return outOfRange('share');
  const changed = changedShare(baseline, ratio);
  const [noticed, unnoticed] = [Math.log(changed / baseline), Math.log((1 - changed) / (1 - baseline))];
  return success(gridded(Array.from(countLaw(size, share, 0), (probability, x) => ({ gain: x * noticed + (size - x) * unnoticed, probability }))));
}

/**
 * The evidence of one point of a Poisson CUSUM with `baseline` usual events a point, while there are `events` on average.
 *
 * @param baseline above 0. @param ratio as above. @param events 0 or more; both at most 100,000. Faults as above.
 */
export function poissonEvidence(baseline: number, ratio: number, events = baseline): Result<GriddedCusum, ParameterFault> {
  if (!(baseline > 0 && baseline <= MOST_TRIALS)) return outOfRange('baseline');
  if (!isRatio(ratio)) return outOfRange('ratio');
  if (!(events >= 0 && events <= MOST_TRIALS)) return outOfRange('events');
  const most = poissonQuantile(1 - 1e-12, Math.max(events, 1e-9)) + 1;
  return success(gridded(Array.from({ length: most + 1 }, (_, x) => ({ gain: x * Math.log(ratio) - baseline * (ratio - 1), probability: poissonPmf(x, events) }))));
}

/**
 * The average number of points to a signal of a likelihood ratio CUSUM, from a start at 0 (Brook and Evans 1972).
 *
 * Assumes independent points of one law. The evidence of a point is rounded to two neighbouring grid steps with its mean
 * kept, so that the drift is exact.
 *
 * @param limit in log likelihood, finite, above 0.
 * @returns 1 or more. Faults: `limit` out of range; `beyond-precision` when the run length passes ten million or the grid is so
 * fine against the limit that it can't be followed within about a quarter of a second.
 */
export function likelihoodRatioRunLength({ moves, step }: GriddedCusum, limit: number): Result<number, RunLengthFault> {
  if (!(limit > 0 && Number.isFinite(limit))) return outOfRange('limit');
  const states = Math.max(1, Math.ceil(limit / step - 1e-9));
  if (states > MOST_STATES) return failure({ code: 'beyond-precision' });
  const rounds = Math.ceil(MOST_MOVES / (states * Math.max(1, moves.length)));
  const { watched, isFollowed } = followEvidence([moves], states, { blocks: Number.POSITIVE_INFINITY, accumulation: 'cusum', settled: SETTLED, rounds });
  return isFollowed && watched <= 10 * LONGEST_WANTED ? success(watched) : failure({ code: 'beyond-precision' });
}

/**
 * The least limit, to a grid step, of which the average number of points to a signal is at least `wanted`.
 *
 * @param wanted points, 1 to a million. Faults: `wanted` out of range; `beyond-precision` as `likelihoodRatioRunLength`.
 */
export function likelihoodRatioLimit(cusum: GriddedCusum, wanted: number): Result<number, RunLengthFault> {
  if (!(wanted >= 1 && wanted <= LONGEST_WANTED)) return outOfRange('wanted');
  // A run length grows by about e for each unit of evidence, so that no limit far beyond the wanted one is tried.
  const stride = Math.max(1, Math.round(1 / cusum.step));
  let [low, high] = [0, 0];
  for (let isLong = false; !isLong; ) {
    [low, high] = [high, high + stride];
    const length = likelihoodRatioRunLength(cusum, high * cusum.step);
    if (!length.ok) return length;
    isLong = length.value >= wanted;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const length = likelihoodRatioRunLength(cusum, middle * cusum.step);
    if (!length.ok) return length;
    if (length.value < wanted) low = middle;
    else high = middle;
  }
  return success(high * cusum.step);
}

function isRatio(ratio: number): boolean {
  return ratio > 0 && Number.isFinite(ratio) && ratio !== 1;
}

function outOfRange(parameter: string): Result<never, ParameterFault> {
  return failure({ code: 'out-of-range', parameter });
}

function gridded(outcomes: readonly { readonly gain: number; readonly probability: number }[]): GriddedCusum {
  // Rounding must not drown the small loss of a point without events.
  const step = outcomes.reduce((least, { gain }) => (gain === 0 ? least : Math.min(least, Math.abs(gain))), LARGEST_STEP);
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
