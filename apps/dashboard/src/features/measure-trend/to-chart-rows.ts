import { monthsBetween, parseMonth, type Month, type NumberBand, type PublishedCell } from '@rolvast/domain';
import type { ChartStage, PublishedPeriod, ShareChart, SignalMark } from '@rolvast/domain/statistics';
import type { CalendarPeriod, ChartStage as ApiStage, FigureUnit, MeasureTrendQuery } from '../../graphql/generated/graphql';
import { SIGNAL_MARKS } from '../../graphql/signal-mark';

type ApiTrend = MeasureTrendQuery['measureTrend'];

/** What was published of one period; only `shown` holds numbers. */
export type TrendFigure =
  | {
      readonly state: 'shown';
      /** As posted; null where only a band is told. For hours the sum of hours. */
      readonly numerator: number | null;
      readonly denominator: number;
      /** As what the numerator must be read; null where the number itself is told. */
      readonly band: NumberBand | null;
      readonly reflections: number;
      /** Null where there is none: of a denominator of 0, of a band, and of hours. A posted 0 has share 0 to be drawn, and is never told as 0 %. */
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
  /** How its figures read. */
  readonly figureUnit: FigureUnit;
  /** What one row stands for where no months were merged. */
  readonly period: CalendarPeriod;
  /** Name of the publication unit when it isn't the team alone. */
  readonly publishedWith: string | null;
  readonly closed: boolean;
  readonly rows: readonly TrendRow[];
  readonly periods: readonly PublishedPeriod[];
  /** Null for a measure without one: a band, or hours. */
  readonly chart: ShareChart | null;
}

const STAGES: Readonly<Record<ApiStage, ChartStage>> = { DOTS_ONLY: 'dots-only', PROVISIONAL: 'provisional', FULL: 'full' };

/**
 * Turns the columns of the API into one row per period.
 *
 * @throws Error when the columns don't fit each other or a shown period lacks a count: drawing on would show a figure that was never published.
 */
export function toTrend({ measureTrend }: MeasureTrendQuery): Trend {
  const { organisation, place, unit, closedThrough, figureUnit, period, periods: columns } = measureTrend;
  const chart = measureTrend.chart === null ? null : toChart(measureTrend.chart);
  const places = columns.from.map((_, index) => monthsAt(columns, index));
  const rows = places.map((months, index) => ({ ...placed(months, places[0]?.from ?? months.from), figure: figureAt(columns, figureUnit, chart, index) }));
  return {
    organisation: organisation.name,
    team: place.name,
    figureUnit,
    period,
    // The leading team of a unit has the unit's code, so the names tell whether there is more than one team behind a figure.
    publishedWith: unit === null || unit.name === place.name ? null : unit.name,
    closed: closedThrough !== null,
    rows,
    periods: rows.map(({ from, through, figure }) => ({ from, through, cell: toCell(figure) })),
    chart,
  };
}

function toChart({ stage, centre, lower, upper, marks }: NonNullable<ApiTrend['chart']>): ShareChart {
  return { stage: STAGES[stage], centre, lower, upper, marks: marks.map((mark) => (mark === null ? null : SIGNAL_MARKS[mark])) };
}

interface Months {
  readonly from: Month;
  readonly through: Month;
}

function monthsAt(columns: ApiTrend['periods'], index: number): Months {
  const from = parseMonth(columns.from[index] ?? '');
  const through = parseMonth(columns.through[index] ?? '');
  if (from === null || through === null) throw new Error(`period ${index} has no months`);
  return { from, through };
}

function placed({ from, through }: Months, first: Month): Omit<TrendRow, 'figure'> {
  return { key: from, from, through, start: monthsBetween(first, from), end: monthsBetween(first, through) + 1 };
}

function figureAt(columns: ApiTrend['periods'], unit: FigureUnit, chart: ShareChart | null, index: number): TrendFigure {
  const state = columns.states[index];
  if (state === 'WITHHELD') return { state: 'withheld' };
  if (state === 'ABSENT') return { state: 'absent' };
  const [numerator, denominator, reflections] = [columns.numerators[index] ?? null, columns.denominators[index] ?? null, columns.reflections[index] ?? null];
  const band = columns.bands[index] ?? null;
  const isTold = unit === 'BAND_OF_REFLECTIONS' ? band !== null : numerator !== null;
  if (state !== 'SHOWN' || denominator === null || !isTold) throw new Error(`period ${index} is shown without counts`);
  if (reflections === null) throw new Error(`period ${index} is shown without its reflections`);
  const isShare = unit === 'SHARE_OF_REFLECTIONS' || unit === 'SHARE_OF_FIELDS';
  const share = !isShare || numerator === null || denominator === 0 ? null : numerator / denominator;
  const limits = { lower: chart?.lower[index] ?? null, upper: chart?.upper[index] ?? null };
  return { state: 'shown', numerator, denominator, band, reflections, share, ...limits, signal: chart?.marks[index] ?? null };
}

/** A figure in the words of the domain. What is told as a band only has no count, and is no cell to compute with. */
function toCell(figure: TrendFigure): PublishedCell {
  if (figure.state !== 'shown') return figure;
  return figure.numerator === null ? { state: 'withheld' } : { state: 'shown', numerator: figure.numerator, denominator: figure.denominator };
}

/** The reflections behind the shown periods together (n); null when no period is shown. */
export function shownReflections(rows: readonly TrendRow[]): number | null {
  const shown = rows.flatMap(({ figure }) => (figure.state === 'shown' ? [figure.reflections] : []));
  return shown.length === 0 ? null : shown.reduce((sum, reflections) => sum + reflections, 0);
}
