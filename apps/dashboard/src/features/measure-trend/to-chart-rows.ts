import { monthsBetween, parseMonth, type Month, type PublishedCell } from '@rolvast/domain';
import type { ChartStage, PublishedPeriod, ShareChart, SignalMark } from '@rolvast/domain/statistics';
import type { MeasureTrendQuery, ChartStage as ApiStage, SignalMark as ApiMark } from '../../graphql/generated/graphql';

type ApiTrend = MeasureTrendQuery['measureTrend'];

/** What was published of one period; only `shown` holds numbers. */
export type TrendFigure =
  | {
      readonly state: 'shown';
      readonly numerator: number;
      readonly denominator: number;
      readonly reflections: number;
      /** Null where the denominator is 0: there is nothing to take a share of. */
      readonly share: number | null;
      readonly lower: number | null;
      readonly upper: number | null;
      readonly signal: SignalMark | null;
    }
  | { readonly state: 'withheld' }
  | { readonly state: 'absent' };

/** One published period, with its place on an axis of months: the half-open range [start, end). */
export interface TrendRow {
  readonly key: string;
  readonly from: Month;
  /** Last month, inclusive. */
  readonly through: Month;
  readonly start: number;
  readonly end: number;
  readonly figure: TrendFigure;
}

/** A trend as the page needs it. `periods` and `chart` are the same trend in the words of the domain. */
export interface Trend {
  readonly organisation: string;
  readonly team: string;
  /** Name of the publication unit when it isn't the team alone. */
  readonly publishedWith: string | null;
  readonly closed: boolean;
  readonly rows: readonly TrendRow[];
  readonly periods: readonly PublishedPeriod[];
  readonly chart: ShareChart;
}

const STAGES: Readonly<Record<ApiStage, ChartStage>> = { DOTS_ONLY: 'dots-only', PROVISIONAL: 'provisional', FULL: 'full' };

const MARKS: Readonly<Record<ApiMark, SignalMark>> = {
  ABOVE_LIMIT: 'above-limit',
  BELOW_LIMIT: 'below-limit',
  TWO_IN_THREE_ABOVE: 'two-in-three-above',
  TWO_IN_THREE_BELOW: 'two-in-three-below',
  SHIFT_ABOVE: 'shift-above',
  SHIFT_BELOW: 'shift-below',
};

/**
 * Turns the columns of the API into one row per period.
 *
 * @throws Error when the columns don't fit each other or a shown period lacks a count: drawing on would show a figure that was never published.
 */
export function toTrend({ measureTrend }: MeasureTrendQuery): Trend {
  const { organisation, team, unit, periods: columns, chart: apiChart } = measureTrend;
  const periods = columns.from.map((_, index) => periodAt(columns, index));
  const marks = apiChart.marks.map((mark) => (mark === null ? null : MARKS[mark]));
  const chart: ShareChart = { stage: STAGES[apiChart.stage], centre: apiChart.centre, lower: apiChart.lower, upper: apiChart.upper, marks };
  return {
    organisation: organisation.name,
    team: team.name,
    // The leading team of a unit has the unit's code, so the names tell whether there is more than one team behind a figure.
    publishedWith: unit.name === team.name ? null : unit.name,
    closed: unit.closedThrough !== null,
    rows: periods.map((period, index) => rowAt(period, columns.reflections[index] ?? null, chart, index, periods[0]?.from ?? period.from)),
    periods,
    chart,
  };
}

function periodAt(columns: ApiTrend['periods'], index: number): PublishedPeriod {
  const from = parseMonth(columns.from[index] ?? '');
  const through = parseMonth(columns.through[index] ?? '');
  if (from === null || through === null) throw new Error(`period ${index} has no months`);
  return { from, through, cell: cellAt(columns, index) };
}

function cellAt({ states, numerators, denominators }: ApiTrend['periods'], index: number): PublishedCell {
  const state = states[index];
  if (state === 'WITHHELD') return { state: 'withheld' };
  if (state === 'ABSENT') return { state: 'absent' };
  const numerator = numerators[index] ?? null;
  const denominator = denominators[index] ?? null;
  if (state !== 'SHOWN' || numerator === null || denominator === null) throw new Error(`period ${index} is shown without counts`);
  return { state: 'shown', numerator, denominator };
}

function rowAt(period: PublishedPeriod, reflections: number | null, chart: ShareChart, index: number, first: Month): TrendRow {
  const { from, through, cell } = period;
  const place = { key: from, from, through, start: monthsBetween(first, from), end: monthsBetween(first, through) + 1 };
  if (cell.state !== 'shown') return { ...place, figure: cell };
  if (reflections === null) throw new Error(`period ${index} is shown without its reflections`);
  const share = cell.denominator === 0 ? null : cell.numerator / cell.denominator;
  const limits = { lower: chart.lower[index] ?? null, upper: chart.upper[index] ?? null };
  return { ...place, figure: { ...cell, ...limits, reflections, share, signal: chart.marks[index] ?? null } };
}

/** What the shown periods rest on together; null when no period is shown. */
export function shownTotals(rows: readonly TrendRow[]): { readonly reflections: number; readonly considered: number } | null {
  const shown = rows.flatMap(({ figure }) => (figure.state === 'shown' ? [figure] : []));
  if (shown.length === 0) return null;
  return {
    reflections: shown.reduce((sum, { reflections }) => sum + reflections, 0),
    considered: shown.reduce((sum, { denominator }) => sum + denominator, 0),
  };
}
