import { failure, success, type Result } from '../../shared/result.js';
import { checkWholeCounts, type CountPoint, type SeriesFault, type TooFewPoints, type WholeCountFault } from '../series.js';
import { countLaw, sumLaw, tailsOf, type CountLaw } from '../count-law/count-law.js';
import { ordinaryCounts, type OrdinaryCounts } from '../count-law/ordinary-counts.js';
import { postedLaw, USUAL_POSTING_VARIANCE } from '../count-law/posted-law.js';
import { pooledSpread, type PooledSpread } from './pooled-spread.js';
import type { FunnelPosition } from './funnel-limits.js';

/** How the counts came to be, and what they are held against. */
export interface ExactFunnelOptions {
  /** 'exact', or 'posted': rounded to multiples of 3 by a ledger. */
  readonly numerators: 'exact' | 'posted';
  /** As for numerators; the reflections of a block are always exact. */
  readonly denominators: 'exact' | 'posted';
  /** Whether lines allow for a spread between units that chance does not explain. */
  readonly spread: 'pooled' | 'none';
  /** The share to hold units against; without it all numerators over all denominators. */
  readonly centre?: number;
}

/** A unit on the funnel; all four lines are shares a unit of this size can have. */
export interface ExactFunnelUnit {
  readonly share: number;
  /** The lowest and the highest ordinary share: neither tail below 2.5 %, and 0.1 % for the outer pair. */
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
  /** P(this count or fewer) and P(this count or more), if the unit were like the others. */
  readonly atMost: number;
  readonly atLeast: number;
  /** Twice the smaller tail, at most 1: what a correction for many units takes. */
  readonly pValue: number;
  readonly position: FunnelPosition;
}

/** `units` in the order given, which is never an order of size; null for a unit without a figure or of size 0. */
export interface ExactFunnel extends PooledSpread {
  readonly centre: number;
  readonly units: readonly (ExactFunnelUnit | null)[];
}

/** Why there is no funnel; `position` is that of the unit. */
export type ExactFunnelFault =
  | SeriesFault
  | TooFewPoints
  | WholeCountFault
  | { readonly code: 'ledgers-do-not-add-up'; readonly position: number }
  | { readonly code: 'centre-out-of-range' };

/** What lies beyond one inner line. */
export const INNER_TAIL = 0.025;
/** What lies beyond one outer line. */
export const OUTER_TAIL = 0.001;

/**
 * Where units lie around what they have in common, by exact tails.
 *
 * Assumes that the reflections of a unit are alike and that units share one centre, apart from the spread between them.
 * The law of a count is binomial, or beta-binomial with the pooled correlation when units differ more than chance (phi above
 * 1). For posted counts it is the law of what is posted; a posted denominator adds share² * 4/3 to the variance of the
 * count. A unit is outside a pair of lines when its own tail is below 2.5 % (inner) or 0.1 % (outer), so at most 5 % and
 * 0.2 % of ordinary units are, whatever their size.
 *
 * @param points counts per unit, whole numbers; null where nothing is shown. A point may name the sizes of the `ledgers` it
 * was summed from (the teams of a region), each rounded by itself.
 * @returns shares in [0, 1] and probabilities. Faults: an impossible count with its position; `too-few-points` with fewer
 * than two units of a size above 0 and no centre given, because a unit is not held against itself.
 * Golden vectors: none outside; the tails are those of funnel-exact-01 and betabinom-predictive-01.
 */
export function exactFunnel(points: readonly FunnelPoint[], options: ExactFunnelOptions): Result<ExactFunnel, ExactFunnelFault> {
  const checked = checkUnits(points);
  if (!checked.ok) return checked;
  const units = points.filter((point): point is ShownPoint => point !== null && point.denominator > 0);
  const needed = options.centre === undefined ? 2 : 1;
  if (units.length < needed) return failure({ code: 'too-few-points', found: units.length, needed });
  const centre = options.centre ?? total(units, 'numerator') / total(units, 'denominator');
  if (!(centre >= 0 && centre <= 1)) return failure({ code: 'centre-out-of-range' });
  const spread = pooledSpread(units.map((unit) => ({ ...unit, roundingVariance: roundingVarianceOf(unit, centre, options) })), centre);
  const correlation = options.spread === 'pooled' ? spread.correlation : 0;
  return success({
    centre,
    phi: spread.phi,
    correlation,
    tau2: correlation === 0 ? 0 : spread.tau2,
    units: points.map((point) => (point === null || point.denominator === 0 ? null : place(point, lawOfUnit(point, centre, correlation, options)))),
  });
}

/** A unit of a funnel: its counts and, when it sums several ledgers, the size of each. */
export type FunnelPoint = ShownPoint | null;

/** A unit that has a figure. */
export type ShownPoint = Exclude<CountPoint, null> & { readonly ledgers?: readonly number[] };

function place(point: ShownPoint, law: CountLaw): ExactFunnelUnit {
  const { numerator, denominator } = point;
  const { atMost, atLeast } = tailsOf(law, numerator);
  const inner = ordinaryCounts(law, INNER_TAIL);
  const outer = ordinaryCounts(law, OUTER_TAIL);
  return {
    share: numerator / denominator,
    lower95: inner.least / denominator,
    upper95: Math.min(1, inner.greatest / denominator),
    lower998: outer.least / denominator,
    upper998: Math.min(1, outer.greatest / denominator),
    atMost,
    atLeast,
    pValue: Math.min(1, 2 * Math.min(atMost, atLeast)),
    position: positionOf(numerator, inner, outer),
  };
}

function positionOf(count: number, inner: OrdinaryCounts, outer: OrdinaryCounts): FunnelPosition {
  if (count < outer.least) return 'below-998';
  if (count < inner.least) return 'below-95';
  if (count > outer.greatest) return 'above-998';
  return count > inner.greatest ? 'above-95' : 'inside';
}

/** The law of the count of a unit of this size, if it were like the others; the numerator of the point is not looked at. */
export function lawOfUnit(point: ShownPoint, centre: number, correlation: number, options: ExactFunnelOptions): CountLaw {
  const laws = ledgersOf(point).map((trials) => {
    const law = countLaw(trials, centre, correlation + denominatorCorrelation(trials, centre, options));
    return options.numerators === 'posted' ? postedLaw(law, 3, options.denominators === 'exact') : law;
  });
  return laws.reduce(sumLaw);
}

/** The correlation that widens a count of `trials` by share² * 4/3, as a posted denominator does. */
function denominatorCorrelation(trials: number, centre: number, { denominators }: ExactFunnelOptions): number {
  const room = trials * (trials - 1) * (1 - centre);
  return denominators === 'exact' || room === 0 ? 0 : Math.min(0.4, (centre * USUAL_POSTING_VARIANCE) / room);
}

function roundingVarianceOf(point: ShownPoint, centre: number, { numerators, denominators }: ExactFunnelOptions): number {
  const perLedger = (numerators === 'posted' ? USUAL_POSTING_VARIANCE : 0) + (denominators === 'posted' ? centre ** 2 * USUAL_POSTING_VARIANCE : 0);
  return perLedger * ledgersOf(point).length;
}

function ledgersOf({ denominator, ledgers }: ShownPoint): readonly number[] {
  return ledgers === undefined || ledgers.length === 0 ? [denominator] : ledgers;
}

/** The tails are of whole counts; a part of a reflection has none. */
function checkUnits(points: readonly FunnelPoint[]): Result<readonly FunnelPoint[], ExactFunnelFault> {
  const checked = checkWholeCounts(points);
  if (!checked.ok) return checked;
  for (const [position, point] of points.entries()) {
    if (point === null) continue;
    const ledgers = ledgersOf(point);
    if (!ledgers.every(Number.isInteger)) return failure({ code: 'not-whole', position });
    const sum = ledgers.reduce((whole, trials) => whole + trials, 0);
    if (ledgers.some((trials) => trials < 0) || sum !== point.denominator) return failure({ code: 'ledgers-do-not-add-up', position });
  }
  return success(points);
}

function total(units: readonly ShownPoint[], side: 'numerator' | 'denominator'): number {
  return units.reduce((sum, unit) => sum + unit[side], 0);
}
