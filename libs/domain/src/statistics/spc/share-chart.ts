import { calendarPeriodOf, type CalendarPeriod } from '../../period/calendar-period.js';
import { addMonths, type Month } from '../../period/month.js';
import { failure, success, type Result } from '../../shared/result.js';
import { LIMIT_TAIL, ordinaryCounts, WARNING_TAIL, type OrdinaryCounts } from '../count-law/ordinary-counts.js';
import { sumOf } from '../exact-sum.js';
import { PLAIN_COUNTS, predictiveLaw, type ExtraVariation, type ShareBase } from './predictive-share.js';
import { checkPeriods, type PublishedPeriod, type PublishedPeriodFault } from './published-periods.js';
import { shareMarks, type PlacedShare, type SignalMark } from './share-marks.js';

export type { PublishedPeriod } from './published-periods.js';
export type { SignalMark } from './share-marks.js';

/**
 * How much a chart may say: below 6 points only dots; from 6 to 12 a provisional band without run rules;
 * from 13 points the full chart.
 */
export type ChartStage = 'dots-only' | 'provisional' | 'full';

/** What a page draws of a share; arrays run along the periods, null where there is no point or no line. */
export interface ShareChart {
  readonly stage: ChartStage;
  /** Null in stage `dots-only`. */
  readonly centre: number | null;
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly marks: readonly (SignalMark | null)[];
}

/** A stretch of a chart between two rebases: positions, and what it may say. */
export interface SharePhase {
  readonly from: number;
  readonly toExclusive: number;
  readonly stage: ChartStage;
  readonly centre: number | null;
}

/** A share chart with its phases; `stage` and `centre` are those of the last one, which is the one that goes on. */
export interface PhasedShareChart extends ShareChart {
  readonly phases: readonly SharePhase[];
}

/** How a share chart is set up. */
export interface ShareChartOptions {
  /** The first month of each new phase: everything starts again there. A period must begin with it. */
  readonly rebasedFrom?: readonly Month[];
  /** How published counts vary; plain counts unless said otherwise. */
  readonly variation?: ExtraVariation;
  /** What one point stands for; months unless said otherwise. Run rules look only at points within one such period. */
  readonly period?: CalendarPeriod;
}

/** What is wrong with a period, or with a rebase (position in `rebasedFrom`). */
export type ShareChartFault = PublishedPeriodFault | { readonly code: 'no-such-rebase'; readonly position: number };

const PROVISIONAL_FROM = 6;
const FULL_FROM = 13;
/** From here on the lines stand still: later points are judged by the first 24. */
const LOCKED_FROM = 24;

/**
 * The control chart of a share, from shown cells only: withheld and absent periods have no point, no limits, no mark.
 *
 * Assumes that n is given and each reflection has the same chance. The base of a phase is its first 24 shown points (all of
 * them while there are fewer). Centre = events / trials of the base; limits = the least and greatest count with more than 0.00135 beyond
 * it under the predictive distribution of `predictiveCounts`, over n, so that they allow for what the base itself leaves
 * unsure. Marks: `shareMarks`, in stage `full` only.
 *
 * @param periods published periods in order of time.
 * @returns arrays as long as `periods`; or the first period that can not be, or (position in `rebasedFrom`) a rebase
 * that no period begins with.
 * Edges: a base without any event has limits above 0; a shown cell with denominator 0 is no point.
 * Source of the stages and of the choice of limits: docs/methods/charts.md.
 */
export function shareChart(periods: readonly PublishedPeriod[], options: ShareChartOptions = {}): Result<PhasedShareChart, ShareChartFault> {
  const checked = checkPeriods(periods);
  if (!checked.ok) return checked;
  const rebasedFrom = options.rebasedFrom ?? [];
  const unknown = rebasedFrom.findIndex((month) => !periods.some(({ from }) => from === month));
  if (unknown !== -1) return failure({ code: 'no-such-rebase', position: unknown });
  const starts = periods.flatMap(({ from }, index) => (index === 0 || rebasedFrom.includes(from) ? [index] : []));
  const drawn = starts.map((from, index) => drawPhase(periods.slice(from, starts[index + 1]), options.variation ?? PLAIN_COUNTS, options.period ?? 'month'));
  const last = drawn.at(-1);
  return success({
    stage: last?.stage ?? 'dots-only',
    centre: last?.centre ?? null,
    lower: drawn.flatMap(({ lower }) => lower),
    upper: drawn.flatMap(({ upper }) => upper),
    marks: drawn.flatMap(({ marks }) => marks),
    phases: drawn.map(({ stage, centre }, index) => ({ from: starts[index] ?? 0, toExclusive: starts[index + 1] ?? periods.length, stage, centre })),
  });
}

type Counts = ShareBase | null;

function drawPhase(periods: readonly PublishedPeriod[], variation: ExtraVariation, length: CalendarPeriod): ShareChart {
  const points = periods.map(({ cell }): Counts => (cell.state === 'shown' && cell.denominator > 0 ? { events: cell.numerator, trials: cell.denominator } : null));
  const shown = points.filter((point) => point !== null);
  const stage = stageOf(shown.length);
  const none = periods.map(() => null);
  if (stage === 'dots-only') return { stage, centre: null, lower: none, upper: none, marks: none };
  const locked = shown.slice(0, LOCKED_FROM);
  const base = { events: sumOf(locked.map(({ events }) => events)), trials: sumOf(locked.map(({ trials }) => trials)) };
  const centre = base.events / base.trials;
  const rangesOf = ordinaryRanges(base, variation);
  const placed = points.map((point, index): PlacedShare | null => {
    const period = periods[index];
    if (point === null || period === undefined) return null;
    const { limits, warning } = rangesOf(point.trials, period.totals ?? 1);
    const { events, trials } = point;
    return { events, trials, centre, limits, warning, isSinglePeriod: isSingle(period, length), follows: follows(periods, index, length) };
  });
  return {
    stage,
    centre,
    lower: placed.map((point) => (point === null ? null : point.limits.least / point.trials)),
    upper: placed.map((point) => (point === null ? null : point.limits.greatest / point.trials)),
    marks: stage === 'full' ? shareMarks(placed) : none,
  };
}

/** The ordinary counts for a size; a size that comes back is not worked out again. */
function ordinaryRanges(base: ShareBase, variation: ExtraVariation): (trials: number, totals: number) => { readonly limits: OrdinaryCounts; readonly warning: OrdinaryCounts } {
  const known = new Map<string, { readonly limits: OrdinaryCounts; readonly warning: OrdinaryCounts }>();
  return (trials, totals) => {
    const key = `${trials}/${totals}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const law = predictiveLaw(base, trials, variation, totals);
    const ranges = { limits: ordinaryCounts(law, LIMIT_TAIL), warning: ordinaryCounts(law, WARNING_TAIL) };
    known.set(key, ranges);
    return ranges;
  };
}

/** Whether a period lies within one month, quarter, half-year or year, and holds nothing of the one before. */
function isSingle({ from, through, isMerged }: PublishedPeriod, length: CalendarPeriod): boolean {
  return isMerged !== true && (from === through || from >= calendarPeriodOf(length, through).from);
}

/** Whether a period lies in the month, quarter, half-year or year after that of the one before it in the list. */
function follows(periods: readonly PublishedPeriod[], index: number, length: CalendarPeriod): boolean {
  const [before, period] = [periods[index - 1], periods[index]];
  if (before === undefined || period === undefined) return false;
  return calendarPeriodOf(length, period.from).from === addMonths(calendarPeriodOf(length, before.through).through, 1);
}

function stageOf(shownPoints: number): ChartStage {
  if (shownPoints < PROVISIONAL_FROM) return 'dots-only';
  return shownPoints < FULL_FROM ? 'provisional' : 'full';
}
