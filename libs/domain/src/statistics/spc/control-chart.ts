import { failure, success, type Result } from '../../shared/result.js';
import { runsAnalysis, type RunsAnalysis, type RunsMethod } from '../runs/runs-analysis.js';
import { checkCounts, checkValues, checkWholeCounts, type CountPoint, type SeriesFault, type TooFewPoints, type ValuePoint, type WholeCountFault } from '../series.js';
import { FORMULAS, type ControlChartKind, type CountChartKind, type ValueChartKind } from './control-chart-kind.js';
import { layLines, type ChartSeries, type LaidLines } from './lay-lines.js';
import { predictiveRateBand, predictiveShareBand } from './predictive-lines.js';
import type { Formula, Stretch } from './stretch.js';

/** How a chart is set up. Positions count from 0. */
export interface ControlChartOptions {
  /** Where a new part begins: centre, limits and runs start again. */
  readonly partsFrom?: readonly number[];
  /** How many points set the lines; refused together with parts. */
  readonly freezeAfter?: number;
  /** Points that set nothing and count in no run, but are still judged. A run goes on past them: they neither break nor lengthen it. */
  readonly exclude?: readonly number[];
  /** A centre that is known beforehand, on the scale of the values. */
  readonly centre?: number;
  /** Whether large moving ranges are left out once; true unless said otherwise. */
  readonly screened?: boolean;
  readonly runsMethod?: RunsMethod;
}

/** A chart that was worked out; arrays run along the points, null where there is no figure or no line. */
export interface ControlChart {
  readonly values: readonly (number | null)[];
  readonly centre: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly lowerWarning: readonly (number | null)[];
  readonly upperWarning: readonly (number | null)[];
  /** Strictly outside the limits. Limits without any width signal nothing: the variation could not be measured. */
  readonly outside: readonly boolean[];
  /** One per part, in order. */
  readonly parts: readonly { readonly from: number; readonly toExclusive: number; readonly runs: RunsAnalysis }[];
}

/** A setting that names a point that is not there, or that contradicts another. */
export interface LayoutFault {
  readonly code: 'no-such-position' | 'freeze-with-parts' | 'centre-out-of-range';
  readonly position: number;
}

/** A time that a t-chart can not take. */
export interface ValueFault {
  readonly code: 'not-above-zero';
  readonly position: number;
}

/** Why there is no chart: what is wrong and where, or how many points lack. */
export type ControlChartFault = SeriesFault | TooFewPoints | LayoutFault | ValueFault | WholeCountFault;

/**
 * A chart of counts out of, or per, a size: p, p', u, u' or I'.
 *
 * @param points count and size per period, in order of time; null for a period without a figure. A size of 0 has no value, no
 * limits, and does not count.
 * @returns the chart; or what is wrong and where; or too few points (I' needs two, the others one).
 * Edges: a base with no event (or, for shares, nothing else) takes its limits from the exact predictive distribution
 * instead of [0, 0], so that one event is not a signal by itself. Formulas, sources and vectors: the *-lines.ts files.
 */
export function countChart(kind: CountChartKind, points: readonly CountPoint[], options: ControlChartOptions = {}): Result<ControlChart, ControlChartFault> {
  const isShare = kind === 'p' || kind === 'p-prime';
  const checked = isShare ? checkWholeCounts(points) : checkCounts(points, true);
  if (!checked.ok) return checked;
  const counted = points.map((point) => (point === null || point.denominator === 0 ? null : point));
  const counts = counted.map((point) => point?.numerator ?? Number.NaN);
  const sizes = counted.map((point) => point?.denominator ?? Number.NaN);
  return draw(kind, { counts, sizes, values: counts.map((count, index) => count / (sizes[index] ?? Number.NaN)) }, options);
}

/**
 * A chart of one value a period: run, individuals, moving range, c, g or t.
 *
 * @param values in order of time; null for a period without a figure. Counts (c, g) are 0 or more, times (t) above 0.
 * @returns the chart; or what is wrong and where; or too few points (individuals, moving range and t need two, the others one).
 * Edges: a series that never varies has its limits on the centre, and nothing is outside them.
 */
export function valueChart(kind: ValueChartKind, values: readonly ValuePoint[], options: ControlChartOptions = {}): Result<ControlChart, ControlChartFault> {
  const checked = checkValues(values);
  if (!checked.ok) return checked;
  const refused = impossibleValue(kind, values);
  if (refused !== null) return failure(refused);
  const numbers = values.map((value) => value ?? Number.NaN);
  return draw(kind, { counts: numbers, sizes: numbers.map((value) => (Number.isNaN(value) ? Number.NaN : 1)), values: numbers }, options);
}

function impossibleValue(kind: ValueChartKind, values: readonly ValuePoint[]): SeriesFault | ValueFault | null {
  const firstBelow = (least: (value: number) => boolean) => values.findIndex((value) => value !== null && !least(value));
  if (kind === 't') {
    const position = firstBelow((value) => value > 0);
    return position === -1 ? null : { code: 'not-above-zero', position };
  }
  if (kind !== 'c' && kind !== 'g') return null;
  const position = firstBelow((value) => value >= 0);
  return position === -1 ? null : { code: 'negative', position };
}

const NEEDED: Readonly<Record<ControlChartKind, number>> = {
  p: 1, 'p-prime': 1, u: 1, 'u-prime': 1, c: 1, g: 1, run: 1, 'i-prime': 2, individuals: 2, 'moving-range': 2, t: 2,
};

function draw(kind: ControlChartKind, series: ChartSeries, options: ControlChartOptions): Result<ControlChart, ControlChartFault> {
  const fault = layoutFault(kind, series, options);
  if (fault !== null) return failure(fault);
  const excluded = new Set(options.exclude ?? []);
  const partsFrom = [...new Set(options.partsFrom ?? [])].sort((one, other) => one - other);
  const givenCentre = options.centre === undefined ? null : series.values.map(() => scaled(kind, options.centre ?? Number.NaN));
  const layout = { partsFrom, freezeAfter: options.freezeAfter ?? null, excluded, givenCentre, screened: options.screened ?? true };
  const formula: Formula = (stretch) => withoutFaults(kind, stretch);
  const lines = layLines(series, layout, formula, 'defined');
  const tooFew = tooFewPoints(kind, series, lines, excluded, options.freezeAfter ?? series.values.length);
  return tooFew === null ? success(chartOf(kind, lines, excluded, options.runsMethod)) : failure(tooFew);
}

/** The formula, with exact predictive limits where sigma is 0 only because nothing (or everything) was counted. */
function withoutFaults(kind: ControlChartKind, stretch: Stretch): ReturnType<Formula> {
  const lines = FORMULAS[kind](stretch);
  const centre = lines.centre[0] ?? Number.NaN;
  if (stretch.givenCentre !== null) return lines;
  if ((kind === 'p' || kind === 'p-prime') && (centre === 0 || centre === 1)) return { ...lines, band: predictiveShareBand(stretch) };
  if ((kind === 'u' || kind === 'u-prime' || kind === 'c') && centre === 0) return { ...lines, band: predictiveRateBand(stretch) };
  return lines;
}

/** A t-chart works on raised times; what a caller gives is on the scale of the times. */
function scaled(kind: ControlChartKind, centre: number): number {
  return kind === 't' ? centre ** (1 / 3.6) : centre;
}

function layoutFault(kind: ControlChartKind, { values }: ChartSeries, { partsFrom = [], freezeAfter, exclude = [], centre }: ControlChartOptions): LayoutFault | null {
  const isPosition = (position: number) => Number.isInteger(position) && position >= 0 && position < values.length;
  const wrong = [...partsFrom.filter((position) => !isPosition(position) || position === 0), ...exclude.filter((position) => !isPosition(position))][0];
  if (wrong !== undefined) return { code: 'no-such-position', position: wrong };
  if (freezeAfter !== undefined && (!Number.isInteger(freezeAfter) || freezeAfter < 1 || freezeAfter > values.length)) return { code: 'no-such-position', position: freezeAfter };
  if (freezeAfter !== undefined && partsFrom.length > 0) return { code: 'freeze-with-parts', position: freezeAfter };
  if (centre !== undefined && !isPossibleCentre(kind, centre)) return { code: 'centre-out-of-range', position: 0 };
  return null;
}

function isPossibleCentre(kind: ControlChartKind, centre: number): boolean {
  if (!Number.isFinite(centre)) return false;
  if (kind === 'run' || kind === 'individuals' || kind === 'i-prime') return true;
  if (kind === 't') return centre > 0;
  return centre >= 0 && (centre <= 1 || (kind !== 'p' && kind !== 'p-prime'));
}

function tooFewPoints(kind: ControlChartKind, { values }: ChartSeries, { parts }: LaidLines, excluded: ReadonlySet<number>, freezeAfter: number): TooFewPoints | null {
  const needed = NEEDED[kind];
  const inPart = (from: number, toExclusive: number) =>
    values.filter((value, index) => !Number.isNaN(value) && index >= from && index < Math.min(toExclusive, freezeAfter) && !excluded.has(index)).length;
  const found = parts.length === 0 ? [0] : parts.map(({ from, toExclusive }) => inPart(from, toExclusive));
  const short = found.find((one) => one < needed);
  return short === undefined ? null : { code: 'too-few-points', found: short, needed };
}

function chartOf(kind: ControlChartKind, lines: LaidLines, excluded: ReadonlySet<number>, method: RunsMethod | undefined): ControlChart {
  const shown = lines.values.map((value) => !Number.isNaN(value));
  // A period without a figure has no limits: nothing is drawn there that could be taken for a point.
  const atPoints = (items: readonly number[]) => items.map((item, index) => (shown[index] === true ? numberOrNull(item) : null));
  const lower = atPoints(lines.limits.lower);
  const upper = atPoints(lines.limits.upper);
  const outside = lines.values.map((value, index) => {
    const low = lower[index] ?? Number.NEGATIVE_INFINITY;
    const high = upper[index] ?? Number.POSITIVE_INFINITY;
    return low < high && (value < low || value > high);
  });
  const parts = lines.parts.map(({ from, toExclusive }) => {
    // An excluded point is passed over; one without a figure stays, because it ends a run all the same.
    const inRuns = (items: readonly number[]) => items.slice(from, toExclusive).filter((_, index) => !excluded.has(from + index) || shown[from + index] !== true);
    const runs = runsAnalysis(inRuns(lines.values), inRuns(lines.centre), method);
    // Moving ranges share a value with their neighbours, so that runs of them mean nothing.
    return { from, toExclusive, runs: kind === 'moving-range' ? { ...runs, signal: false } : runs };
  });
  return {
    values: lines.values.map(numberOrNull), centre: lines.centre.map(numberOrNull), lower, upper,
    lowerWarning: atPoints(lines.warning.lower), upperWarning: atPoints(lines.warning.upper), outside, parts,
  };
}

function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
