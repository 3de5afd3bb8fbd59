import { failure, success, type Result } from '../../shared/result.js';
import { SHIFT_LENGTH, type Side } from '../runs/shift-rule.js';
import { checkOrder, checkValues, type SeriesFault } from '../series.js';
import type { FaultMode } from '../spc/stretch.js';
import { assuranceIconOf, pointTypeOf, variationIconOf, type AssuranceIcon, type ImprovementDirection, type PointType, type VariationIcon } from './icons.js';
import { placesOf, specialCauses, type RuleSettings, type SpecialCause } from './special-cause.js';
import { xmrLimits, type XmrLimits } from './xmr-limits.js';

/** One value at one date; the date is any text that sorts by itself, such as '2026-03-01'. */
export interface DatedValue {
  readonly date: string;
  readonly value: number | null;
}

/** What an NHS chart can be told. */
export interface NhsChartSettings extends RuleSettings {
  readonly direction: ImprovementDirection;
  readonly target: number | null;
  /** The first date of each new stretch: mean, limits and rules start again there. */
  readonly rebaseAt: readonly string[];
  /** How many points of each stretch set its mean and limits, at least 12; null for all. */
  readonly fixAfter: number | null;
  readonly screened: boolean;
  readonly mode: FaultMode;
}

/** NHS England's own settings; `mode: 'reference'` makes it NHSRplotthedots bit for bit. */
export const NHS_SETTINGS: NhsChartSettings = {
  direction: 'increase', target: null, rebaseAt: [], fixAfter: null, screened: true,
  runLength: SHIFT_LENGTH, twoInThree: 'within-limits', withTrend: true, mode: 'defined',
};

/** One point of the chart; null for what has no number. */
export interface NhsPoint {
  readonly date: string;
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** How many rebases came before or at this point. */
  readonly stretch: number;
  readonly outside: boolean | null;
  readonly nearLimit: boolean | null;
  readonly side: Side;
  readonly specialCause: SpecialCause | null;
  readonly pointType: PointType;
  /** Whether its stretch has fewer than 13 points. */
  readonly isShortStretch: boolean;
}

/** The chart: a point for each value, and both icons of its last one. */
export interface NhsChart {
  readonly points: readonly NhsPoint[];
  /** Null without points. */
  readonly variation: VariationIcon | null;
  readonly assurance: AssuranceIcon | null;
}

/** What an NHS chart refuses. `position` is that of the point, or of the date in `rebaseAt`; 0 for a setting. */
export type NhsChartFault = SeriesFault | { readonly code: 'no-such-rebase' | 'fix-after-below-12' | 'run-length-below-2' | 'target-not-a-number'; readonly position: number };

/** The reference warns below 13 points, though its text says 12. */
const SHORT_STRETCH = 13;
const LEAST_FIX_AFTER = 12;

/**
 * The chart of NHS England's "Plot the dots": individual values with their mean, limits at 2.66 mean moving ranges, and marks.
 *
 * Assumes one value a period, roughly normal and independent; figures of small counts are neither, so that its false alarms
 * are many (docs/methods/charts.md): Rolvast shows it nowhere but offers it for recomputing.
 * In `reference` mode it answers as NHSRplotthedots 0.2.2 does: points are sorted, rebase dates that do not occur are passed
 * over, a base that never varies has no limits. In `defined` mode the first two are faults, and such a base has its limits on its mean.
 *
 * Edges: no points give an empty chart without icons; one point has a mean and no limits.
 * Golden vectors: nhs-xmr-01 to 10.
 */
export function nhsChart(values: readonly DatedValue[], settings: NhsChartSettings): Result<NhsChart, NhsChartFault> {
  const fault = faultOf(values, settings);
  if (fault !== null) return failure(fault);
  const sorted = settings.mode === 'reference' ? [...values].sort((one, other) => Number(one.date > other.date) - Number(one.date < other.date)) : values;
  const drawn = stretchesOf(sorted, settings.rebaseAt).map((stretch) => drawStretch(stretch, settings));
  const points = drawn.flatMap((stretch) => stretch.points);
  const last = points.at(-1);
  const limits = drawn.at(-1)?.limits;
  if (last === undefined || limits === undefined) return success({ points: [], variation: null, assurance: null });
  return success({ points, variation: variationIconOf(last.pointType, settings.direction), assurance: assuranceIconOf(settings.target, limits, settings.direction) });
}

function faultOf(values: readonly DatedValue[], { mode, rebaseAt, fixAfter, runLength, target }: NhsChartSettings): NhsChartFault | null {
  const checked = checkValues(values.map(({ value }) => value));
  if (!checked.ok) return checked.fault;
  if (fixAfter !== null && !(Number.isInteger(fixAfter) && fixAfter >= LEAST_FIX_AFTER)) return { code: 'fix-after-below-12', position: 0 };
  if (!(Number.isInteger(runLength) && runLength >= 2)) return { code: 'run-length-below-2', position: 0 };
  if (target !== null && !Number.isFinite(target)) return { code: 'target-not-a-number', position: 0 };
  if (mode === 'reference') return null;
  const ordered = checkOrder(values.map(({ date }) => date));
  if (!ordered.ok) return ordered.fault;
  const unknown = rebaseAt.findIndex((date) => !values.some((one) => one.date === date));
  return unknown === -1 ? null : { code: 'no-such-rebase', position: unknown };
}

interface Stretch {
  readonly values: readonly DatedValue[];
  readonly number: number;
}

/** The points between two rebases; a rebase at the very first point makes the first stretch number 1. */
function stretchesOf(values: readonly DatedValue[], rebaseAt: readonly string[]): Stretch[] {
  const starts = values.flatMap(({ date }, index) => (index === 0 || rebaseAt.includes(date) ? [index] : []));
  const first = Number(rebaseAt.includes(values[0]?.date ?? ''));
  return starts.map((from, index) => ({ values: values.slice(from, starts[index + 1]), number: first + index }));
}

function drawStretch({ values, number }: Stretch, settings: NhsChartSettings): { readonly points: readonly NhsPoint[]; readonly limits: XmrLimits } {
  const numbers = values.map(({ value }) => value ?? Number.NaN);
  const limits = xmrLimits(numbers.slice(0, settings.fixAfter ?? numbers.length), settings.screened, settings.mode);
  // A band without width says that the variation could not be measured, not that every other value is special.
  const isFlat = settings.mode === 'defined' && limits.upper === limits.lower;
  const places = placesOf(numbers, limits).map((place) => (isFlat && place.outside !== null ? { ...place, outside: false, nearLimit: false } : place));
  const causes = specialCauses(numbers, places, settings);
  const points = values.map(({ date }, index): NhsPoint => {
    const place = places[index] ?? { outside: null, nearLimit: null, side: null };
    const specialCause = causes[index] ?? null;
    return {
      date, mean: numberOrNull(limits.mean), lower: numberOrNull(limits.lower), upper: numberOrNull(limits.upper), stretch: number, ...place,
      specialCause, pointType: pointTypeOf(specialCause?.towards ?? null, settings.direction), isShortStretch: values.length < SHORT_STRETCH,
    };
  });
  return { points, limits };
}

function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
