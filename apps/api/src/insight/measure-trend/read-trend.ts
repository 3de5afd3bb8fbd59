import {
  addMonths,
  failure,
  figureGrain,
  figurePeriods,
  findMeasure,
  isBand,
  ledgerKeysOf,
  parseMonth,
  success,
  type CalendarPeriod,
  type Catalogue,
  type FigureGrain,
  type FigurePeriod,
  type LedgerKeys,
  type LedgerMeasure,
  type LedgerPlace,
  type Measure,
  type Month,
  type Result,
} from '@rolvast/domain';
import type { ChartNotes } from '../../care/follow-up/chart-notes.read-model.js';
import type { FoundPlace } from '../published-place/place.js';
import type { PublishedRows } from '../published-place/published-rows.js';
import { toFigures } from '../published-place/to-figures.js';
import { notesOfTrend } from './notes-of-trend.js';
import { chartFrom, phasedChart, type PhasedChart } from './phased-chart.js';

/** A measure with the ledgers and the period it is asked for. */
export interface AskedMeasure {
  readonly measure: LedgerMeasure;
  readonly grain: FigureGrain;
  readonly period: CalendarPeriod;
}

/**
 * `NOT_PUBLISHED_HERE`: the measure has no figures for such a place; `FINER_THAN_PUBLISHED`: it has, and none for periods this short (or, for a
 * band, of any other length).
 */
export type AskFault = 'UNKNOWN_MEASURE' | 'NOT_PUBLISHED_HERE' | 'FINER_THAN_PUBLISHED';

export interface MeasureTrendAnswer {
  readonly place: FoundPlace;
  readonly measure: LedgerMeasure;
  readonly period: CalendarPeriod;
  /** Whether the place is told bands only. */
  readonly isBand: boolean;
  readonly periods: readonly FigurePeriod[];
  /** Null for what has no control chart: bands, hours, and context that never signals. */
  readonly chart: PhasedChart | null;
  readonly notes: ChartNotes;
}

/**
 * What a question about a measure reads from.
 *
 * @param code of the catalogue, in any case of letters. @param period null for the finest that is published for the place.
 */
export function askMeasure(code: string, place: LedgerPlace, period: CalendarPeriod | null, catalogue: Catalogue): Result<AskedMeasure, AskFault> {
  const measure = findMeasure(code, catalogue);
  if (measure === null) return failure('UNKNOWN_MEASURE');
  const [grain, periods] = [figureGrain(measure, place), figurePeriods(measure, place)];
  const wanted = period ?? periods[0];
  if (grain === null || wanted === undefined || !isPosted(measure)) return failure('NOT_PUBLISHED_HERE');
  return periods.includes(wanted) ? success({ measure, grain, period: wanted }) : failure('FINER_THAN_PUBLISHED');
}

function isPosted(measure: Measure): measure is LedgerMeasure {
  return measure.kind === 'reflection-share' || measure.kind === 'reflection-hours' || measure.kind === 'field-share';
}

/** The keys under which some measures were published, each once. */
export function keysOf(asked: readonly AskedMeasure[]): LedgerKeys {
  const keys = asked.map(({ measure, grain }) => ledgerKeysOf(measure, grain.period));
  const together = (kind: keyof LedgerKeys): readonly string[] => [...new Set(keys.flatMap((one) => one[kind]))];
  return { counts: together('counts'), parts: together('parts'), hours: together('hours') };
}

/** The last months of the trend of one measure. Lines and marks come from the whole history, so that a month reads the same in every window. */
export function readTrend({ measure, grain, period }: AskedMeasure, place: FoundPlace, rows: PublishedRows, months: number, notes: ChartNotes): MeasureTrendAnswer {
  const periods = toFigures(measure, grain, period, place, rows);
  const shown = since(firstMonthShown(place, months), periods, phasedChart(measure, period, periods, notes.rebases));
  return { place, measure, period, isBand: isBand(measure, place.kind), ...shown, notes: notesOfTrend(notes, measure.code, shown.periods) };
}

function firstMonthShown({ closedThrough }: FoundPlace, months: number): Month | null {
  const last = closedThrough === null ? null : parseMonth(closedThrough);
  return last === null ? null : addMonths(last, 1 - months);
}

function since(month: Month | null, periods: readonly FigurePeriod[], chart: PhasedChart | null): Pick<MeasureTrendAnswer, 'periods' | 'chart'> {
  const found = month === null ? -1 : periods.findIndex(({ through }) => through >= month);
  const start = found === -1 ? periods.length : found;
  return { periods: periods.slice(start), chart: chart === null ? null : chartFrom(chart, start) };
}
