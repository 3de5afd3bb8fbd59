import { success, type Result } from '../../../shared/result.js';
import { chiSquareQuantile } from '../../distributions/continuous.js';
import { CONFIDENCE_95, CONFIDENCE_998, deviationsOf } from '../../intervals/confidence-level.js';
import { countInterval } from '../../intervals/count-interval.js';
import { requireAmount } from '../../required-parameter.js';
import { checkCounts, type CountPoint, type SeriesFault } from '../../series.js';
import { limitsFrom, type FunnelLimits, type FunnelPosition } from '../funnel-limits.js';

/** A unit as the reference places it; 'not-applicable' for a directly standardised rate on fewer than 10 events. */
export interface PheUnit {
  readonly limits: FunnelLimits;
  readonly position: FunnelPosition | 'not-applicable';
}

/** `units` in the order given; null for a unit without a figure or with denominator 0. */
export interface PheFunnel {
  /** All numerators over all denominators; 1 for a ratio; null when there is nothing to pool. */
  readonly average: number | null;
  readonly units: readonly (PheUnit | null)[];
}

/** Below this many events the reference does not place a directly standardised rate. */
const EVENTS_FOR_DIRECT_RATE = 10;

/**
 * A funnel of shares as PHEindicatormethods 2.1.0 makes it ("PHE mode").
 *
 * Lines: average ± z sqrt(average (1 - average) / n), which is Wilson's interval inverted. They are not clamped here, so
 * that they agree with the reference; clamp to [0, 1] for drawing. A share strictly outside is placed there.
 *
 * @returns a fault with its position for an impossible count.
 * Source: PHEindicatormethods assign_funnel_significance. Golden vector: funnel-phe-prop-01-40-teams.
 */
export function pheShareFunnel(points: readonly CountPoint[]): Result<PheFunnel, SeriesFault> {
  const checked = checkCounts(points);
  if (!checked.ok) return checked;
  return success(placeAll(points, averageOf(points), ({ numerator, denominator }, centre) => {
    const limits = scoreLimits(centre, denominator);
    return { limits, position: positionOf(numerator / denominator, limits) };
  }));
}

/** The lines of `pheShareFunnel` at one size: `centre` a share in [0, 1], `size` above 0. Not clamped. */
export function scoreLimits(centre: number, size: number): FunnelLimits {
  const deviations = { inner: deviationsOf(CONFIDENCE_95), outer: deviationsOf(CONFIDENCE_998) };
  return limitsFrom((side, level) => centre + side * deviations[level] * Math.sqrt((centre * (1 - centre)) / size));
}

/**
 * A funnel of observed over expected as PHEindicatormethods 2.1.0 makes it.
 *
 * Per unit the interval of its own ratio: exact below 10 events, Byar from 10. The unit lies above when its whole interval
 * lies above 1, below when it lies below 1.
 *
 * @param points observed and expected events, which may exceed each other.
 * @returns `limits` is the interval of the ratio. A fault with its position for an impossible count.
 * Source: PHEindicatormethods funnel_ratio_significance. Golden vector: funnel-phe-ratio-01-40-teams.
 */
export function pheRatioFunnel(points: readonly CountPoint[]): Result<PheFunnel, SeriesFault> {
  return placeByInterval(points, () => 1, () => true);
}

/**
 * A funnel of rates as PHEindicatormethods 2.1.0 makes it: as a ratio funnel, against the pooled rate.
 *
 * @param points events and exposure; for a directly standardised rate the exposure is events / rate.
 * @param kind 'direct' is not placed below 10 events.
 */
export function pheRateFunnel(points: readonly CountPoint[], kind: 'crude' | 'direct'): Result<PheFunnel, SeriesFault> {
  return placeByInterval(points, averageOf, (events) => kind === 'crude' || events >= EVENTS_FOR_DIRECT_RATE);
}

/** Expected counts between which an observed count is ordinary. */
export interface OrdinaryExpected {
  readonly from95: number;
  readonly to95: number;
  readonly from998: number;
  readonly to998: number;
}

/**
 * The expected counts at which an observed count would just touch each line, for drawing a ratio funnel over observed counts.
 *
 * from: P(X >= observed) = tail; to: P(X <= observed) = tail, solved exactly with chi-square quantiles where the reference
 * bisects to 1e-7.
 *
 * @param observed events, finite and 0 or more; anything else is a RangeError.
 * Source: PHEindicatormethods poisson_funnel. Golden vector: funnel-phe-ratio-01-40-teams (tolerance 1e-5 for that reason).
 */
export function ordinaryExpected(observed: number): OrdinaryExpected {
  requireAmount(observed, 'observed');
  const from = (tail: number) => chiSquareQuantile(tail, 2 * observed) / 2;
  const to = (tail: number) => chiSquareQuantile(1 - tail, 2 * observed + 2) / 2;
  return { from95: from(0.025), to95: to(0.025), from998: from(0.001), to998: to(0.001) };
}

function placeByInterval(points: readonly CountPoint[], centreOf: (points: readonly CountPoint[]) => number | null, mayPlace: (events: number) => boolean): Result<PheFunnel, SeriesFault> {
  const checked = checkCounts(points, true);
  if (!checked.ok) return checked;
  return success(placeAll(points, centreOf(points), ({ numerator, denominator }, centre) => {
    const limits = rateLimits(numerator, denominator);
    return { limits, position: mayPlace(numerator) ? positionOfCentre(centre, limits) : 'not-applicable' };
  }));
}

function rateLimits(events: number, exposure: number): FunnelLimits {
  const inner = countInterval(events, CONFIDENCE_95);
  const outer = countInterval(events, CONFIDENCE_998);
  return limitsFrom((side, level) => {
    const interval = level === 'inner' ? inner : outer;
    if (!interval.ok) throw new RangeError(`the events are ${interval.fault.code}, which was checked before`);
    return (side < 0 ? interval.value.lower : interval.value.upper) / exposure;
  });
}

function placeAll(points: readonly CountPoint[], average: number | null, place: (point: Exclude<CountPoint, null>, centre: number) => PheUnit): PheFunnel {
  return { average, units: points.map((point) => (point === null || point.denominator === 0 || average === null ? null : place(point, average))) };
}

function averageOf(points: readonly CountPoint[]): number | null {
  const counted = points.filter((point) => point !== null && point.denominator > 0);
  const total = counted.reduce((sum, point) => sum + (point?.denominator ?? 0), 0);
  return total === 0 ? null : counted.reduce((sum, point) => sum + (point?.numerator ?? 0), 0) / total;
}

function positionOf(value: number, { lower95, upper95, lower998, upper998 }: FunnelLimits): FunnelPosition {
  if (lower998 !== null && value < lower998) return 'below-998';
  if (lower95 !== null && value < lower95) return 'below-95';
  if (upper998 !== null && value > upper998) return 'above-998';
  return upper95 !== null && value > upper95 ? 'above-95' : 'inside';
}

/** The unit's own interval is held against the centre, so the sides change places. */
function positionOfCentre(centre: number, { lower95, upper95, lower998, upper998 }: FunnelLimits): FunnelPosition {
  if (lower998 !== null && centre < lower998) return 'above-998';
  if (lower95 !== null && centre < lower95) return 'above-95';
  if (upper998 !== null && centre > upper998) return 'below-998';
  return upper95 !== null && centre > upper95 ? 'below-95' : 'inside';
}
