import { failure, success, type Result } from '../../../shared/result.js';
import { checkCounts, type CountPoint, type SeriesFault } from '../../series.js';
import { NO_LIMITS, type FunnelLimits } from '../funnel-limits.js';
import { adjustedLines, unadjustedLines } from './funnel-plot-r-limits.js';
import { funnelTarget, transformedScore, type FunnelKind, type FunnelUnit } from './funnel-plot-r-scores.js';
import { funnelSpread, type FunnelSpread } from './funnel-plot-r-spread.js';
import { roundToCents } from './round-to-cents.js';

/** What the reference may be asked for; its own names stand in brackets. */
export interface FunnelPlotROptions {
  /** 'ratio' (SR), 'share' (PR) or 'count-ratio' (RC). */
  readonly figure: 'ratio' | 'share' | 'count-ratio';
  /** The scale of a ratio: 'shmi' (log, truncated, expected to two decimals) or 'cqc' (square root, winsorised). */
  readonly ratioMethod?: 'shmi' | 'cqc';
  /** The pair of lines that a unit is held against: 95, or 99 for 99.8 %. */
  readonly limit?: 95 | 99;
  /** Share of units trimmed at each end, 0 to 0.5. */
  readonly trimBy?: number;
  readonly drawAdjusted?: boolean;
  readonly drawUnadjusted?: boolean;
}

/** A unit as the reference places it. */
export interface FunnelPlotRUnit {
  /** As used: rounded to two decimals for SHMI. */
  readonly denominator: number;
  /** Numerator over the denominator as given; null without a denominator. */
  readonly figure: number | null;
  readonly z: number | null;
  readonly trimmedZ: number | null;
  readonly unadjusted: FunnelLimits;
  readonly adjusted: FunnelLimits;
  /** Outside the lines asked for; null without a figure. */
  readonly isOutside: boolean | null;
}

/** The funnel as the reference makes it; `units` in the order given, null where no figure was given. */
export interface FunnelPlotR {
  readonly target: number;
  /** 0 when adjustment was not asked for; null when it has no bound. */
  readonly phi: number | null;
  readonly tau2: number | null;
  /** What is really drawn: without variance between units the unadjusted lines are, whatever was asked. */
  readonly drawAdjusted: boolean;
  readonly drawUnadjusted: boolean;
  readonly units: readonly (FunnelPlotRUnit | null)[];
}

/** Why the reference mode gives no funnel; `position` is that of the unit. */
export type FunnelPlotRFault = SeriesFault | { readonly code: 'trim-out-of-range' } | { readonly code: 'no-units' };

/**
 * A funnel exactly as FunnelPlotR 0.6.0 makes it ("FunnelPlotR mode"), for those who must agree with it.
 *
 * Not for deciding about teams: at team size its arcsine lines take 6 to 15 % of ordinary teams for outside the 95 % lines.
 * `exactFunnel` is what Rolvast shows.
 *
 * @param points numerator and denominator (or expected count) per unit; null where nothing is shown.
 * @param options ratios and count ratios may exceed 1, shares may not.
 * @returns where the reference gives no number: a unit with denominator 0 has no score, no lines and no verdict; a unit
 * without events has no score on the SHMI scale, and when it is not truncated phi and tau² have no bound (null), the
 * adjusted lower line is 0, there is no upper one and no unit is outside; the same for count ratios without any event. A
 * single ratio has a tau² without bound too, and on the CQC scale no adjusted lines at all.
 * Faults: an impossible count with its position, a trim outside [0, 0.5], no unit with a denominator.
 * Source: FunnelPlotR 0.6.0. Golden vectors: funnel-pr-01-40-teams-od, funnel-pr-02-small-no-od, funnel-sr-cqc-01-synthetic-od.
 */
export function funnelPlotR(points: readonly CountPoint[], options: FunnelPlotROptions): Result<FunnelPlotR, FunnelPlotRFault> {
  const { figure, ratioMethod = 'shmi', trimBy = 0.1, drawAdjusted = true, drawUnadjusted = false } = options;
  const checked = checkCounts(points, figure !== 'share');
  if (!checked.ok) return checked;
  if (!(trimBy >= 0 && trimBy <= 0.5)) return failure({ code: 'trim-out-of-range' });
  const kind = kindOf(figure, ratioMethod);
  const used = points.map((point) => (point === null ? null : { numerator: point.numerator, denominator: sizeAsUsed(point.denominator, kind) }));
  const units = used.filter((unit): unit is FunnelUnit => unit !== null && unit.denominator > 0);
  if (units.length === 0) return failure({ code: 'no-units' });
  const target = funnelTarget(units, kind);
  const scores = units.map((unit) => transformedScore(unit, kind, target));
  const spread = spreadOf(funnelSpread(scores, kind, trimBy), drawAdjusted);
  const isAdjusted = drawAdjusted && spread.tau2 !== 0;
  const sizes = units.map(({ denominator }) => denominator);
  const lines = { adjusted: adjustedLines(kind, target, spread.tau2, sizes), unadjusted: unadjustedLines(kind, target, sizes) };
  let next = 0;
  const placed = points.map((point, position): FunnelPlotRUnit | null => {
    const unit = used[position];
    if (point === null || unit === null || unit === undefined) return null;
    if (unit.denominator === 0) return { denominator: 0, figure: null, z: null, trimmedZ: null, unadjusted: NO_LIMITS, adjusted: NO_LIMITS, isOutside: null };
    const { denominator } = unit;
    const place = { figure: point.numerator / point.denominator, unadjusted: lines.unadjusted(denominator), adjusted: lines.adjusted(denominator) };
    const score = { z: scores[next]?.z ?? null, trimmedZ: spread.trimmed[next] ?? null };
    next += 1;
    return { denominator, ...place, ...score, isOutside: isOutside(place.figure, isAdjusted ? place.adjusted : place.unadjusted, options.limit ?? 99) };
  });
  return success({ target, phi: spread.phi, tau2: spread.tau2, drawAdjusted: isAdjusted, drawUnadjusted: drawUnadjusted || !isAdjusted, units: placed });
}

function kindOf(figure: FunnelPlotROptions['figure'], ratioMethod: 'shmi' | 'cqc'): FunnelKind {
  if (figure !== 'ratio') return figure;
  return ratioMethod === 'shmi' ? 'ratio-log' : 'ratio-square-root';
}

function sizeAsUsed(denominator: number, kind: FunnelKind): number {
  return kind === 'ratio-log' ? roundToCents(denominator) : denominator;
}

/** The reference reports 0 for both when adjustment is off, and then draws its adjusted lines with tau² 0. */
function spreadOf(spread: FunnelSpread, drawAdjusted: boolean): FunnelSpread {
  return drawAdjusted ? spread : { ...spread, phi: 0, tau2: 0 };
}

function isOutside(figure: number, limits: FunnelLimits, limit: 95 | 99): boolean {
  const lower = limit === 95 ? limits.lower95 : limits.lower998;
  const upper = limit === 95 ? limits.upper95 : limits.upper998;
  return (lower !== null && figure < lower) || (upper !== null && figure > upper);
}
