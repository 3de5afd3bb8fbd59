import { findShifts, type Side } from '../runs/shift-rule.js';
import { findTwoInThree, type TwoInThreeVariant } from '../runs/two-in-three-rule.js';
import { findTrends } from './trend-rule.js';
import type { XmrLimits } from './xmr-limits.js';

/** Why a point is special, and which way it points; null for common cause. */
export interface SpecialCause {
  readonly rule: 'outside-limits' | 'trend' | 'two-in-three' | 'shift';
  readonly towards: 'high' | 'low';
}

/** Where one point lies; null where the reference can not say. */
export interface PointPlace {
  readonly outside: boolean | null;
  readonly nearLimit: boolean | null;
  readonly side: Side;
}

/** The settings of the rules. */
export interface RuleSettings {
  /** How many points make a trend or a shift; 7, or 6 as in some of NHS England's spreadsheets. */
  readonly runLength: number;
  readonly twoInThree: TwoInThreeVariant;
  readonly withTrend: boolean;
}

/** Where each point of a stretch lies as seen from its lines. */
export function placesOf(values: readonly number[], limits: XmrLimits): readonly PointPlace[] {
  return values.map((value) => {
    const sign = Math.sign(value - limits.mean);
    const side: Side = sign === 1 || sign === -1 || sign === 0 ? sign : null;
    if (Number.isNaN(value) || Number.isNaN(limits.lower)) return { outside: null, nearLimit: null, side };
    const outside = value > limits.upper || value < limits.lower;
    return { outside, nearLimit: !outside && (value < limits.nearLower || value > limits.nearUpper), side };
  });
}

/**
 * Judges every point of one stretch by the NHS rules, in the order outside the limits, trend, two in three, shift: the first
 * that holds gives the name. A trend is named by its direction, the others by their side of the mean.
 *
 * Source: NHSRplotthedots 0.2.2. Golden vectors: nhs-xmr-03, 05, 08.
 */
export function specialCauses(values: readonly number[], places: readonly PointPlace[], settings: RuleSettings): readonly (SpecialCause | null)[] {
  const trends = settings.withTrend ? findTrends(values, settings.runLength) : values.map(() => null);
  const near = findTwoInThree(places.map(({ side, nearLimit, outside }) => ({ side, isNear: nearLimit === true, isOutside: outside === true })), settings.twoInThree);
  const shifts = findShifts(places.map(({ side }) => side), settings.runLength);
  return places.map(({ outside, side }, index): SpecialCause | null => {
    const towards = side === 1 ? 'high' : 'low';
    const trend = trends[index] ?? null;
    if (outside === true) return { rule: 'outside-limits', towards };
    if (trend !== null) return { rule: 'trend', towards: trend === 'up' ? 'high' : 'low' };
    if (near[index] === true) return { rule: 'two-in-three', towards };
    return shifts[index] === true ? { rule: 'shift', towards } : null;
  });
}
