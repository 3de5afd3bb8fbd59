import { failure, success, type Result } from '../../shared/result.js';
import type { ParameterFault } from '../parameter-fault.js';
import { checkCounts, type CountPoint, type SeriesFault } from '../series.js';

/** A CUSUM over the points given; arrays as long as the points. */
export interface CusumPath {
  /** Evidence in log likelihood, 0 or more, also on the point that signals; null for a gap. */
  readonly evidence: readonly (number | null)[];
  readonly signals: readonly boolean[];
}

/** What a likelihood ratio CUSUM looks for, and from when on it signals. */
export interface CusumSettings {
  /** The usual share in (0, 1), or the usual number of events a unit of exposure, above 0. */
  readonly baseline: number;
  /** How many times the odds (the rate for events) are after the change that is looked for: above 0, not 1; below 1 looks for a fall. */
  readonly ratio: number;
  /** Evidence from which on it is a signal, above 0, in log likelihood. */
  readonly limit: number;
}

/**
 * Binomial likelihood ratio CUSUM: does a share have other odds than usual?
 *
 * Assumes independent binomial counts. S = max(0, S + x log(p1 / p0) + (n - x) log((1 - p1) / (1 - p0))), where p1 has
 * `ratio` times the odds of p0; a signal is S >= limit, after which S starts again at 0. A gap (null) neither feeds nor
 * resets it; a point without reflections leaves it as it is.
 *
 * @returns a fault for an impossible setting, or for the first impossible point with its position.
 * Source: Steiner et al. 2000, Biostatistics 1(4). Golden vector: lrcusum-01.
 */
export function binomialCusum(points: readonly CountPoint[], settings: CusumSettings): Result<CusumPath, SeriesFault | ParameterFault> {
  if (!(settings.baseline > 0 && settings.baseline < 1)) return failure({ code: 'out-of-range', parameter: 'baseline' });
  const wrong = wrongSetting(settings);
  if (wrong !== null) return wrong;
  const checked = checkCounts(points);
  if (!checked.ok) return checked;
  const changed = changedShare(settings.baseline, settings.ratio);
  const noticed = Math.log(changed / settings.baseline);
  const unnoticed = Math.log((1 - changed) / (1 - settings.baseline));
  return success(gather(points, settings.limit, ({ numerator, denominator }) => numerator * noticed + (denominator - numerator) * unnoticed));
}

/**
 * Poisson likelihood ratio CUSUM: do events come at another rate than usual?
 *
 * Assumes independent Poisson counts with mean exposure * baseline (numerator: events, denominator: exposure).
 * S = max(0, S + x log(ratio) - exposure * baseline * (ratio - 1)); else as {@link binomialCusum}.
 *
 * Source: Lucas 1985, Technometrics 27(2).
 */
export function poissonCusum(points: readonly CountPoint[], settings: CusumSettings): Result<CusumPath, SeriesFault | ParameterFault> {
  if (!(settings.baseline > 0 && Number.isFinite(settings.baseline))) return failure({ code: 'out-of-range', parameter: 'baseline' });
  const wrong = wrongSetting(settings);
  if (wrong !== null) return wrong;
  const checked = checkCounts(points, true);
  if (!checked.ok) return checked;
  const event = Math.log(settings.ratio);
  const exposure = settings.baseline * (settings.ratio - 1);
  return success(gather(points, settings.limit, ({ numerator, denominator }) => numerator * event - denominator * exposure));
}

/** The share that has `ratio` times the odds of `share`. */
export function changedShare(share: number, ratio: number): number {
  return (ratio * share) / (1 - share + ratio * share);
}

function wrongSetting({ ratio, limit }: CusumSettings): Result<never, ParameterFault> | null {
  if (!(ratio > 0 && Number.isFinite(ratio) && ratio !== 1)) return failure({ code: 'out-of-range', parameter: 'ratio' });
  return limit > 0 ? null : failure({ code: 'out-of-range', parameter: 'limit' });
}

function gather(points: readonly CountPoint[], limit: number, gainOf: (point: NonNullable<CountPoint>) => number): CusumPath {
  const evidence: (number | null)[] = [];
  const signals: boolean[] = [];
  let sum = 0;
  for (const point of points) {
    if (point !== null) sum = Math.max(0, sum + gainOf(point));
    const isSignal = point !== null && sum >= limit;
    evidence.push(point === null ? null : sum);
    signals.push(isSignal);
    if (isSignal) sum = 0;
  }
  return { evidence, signals };
}
