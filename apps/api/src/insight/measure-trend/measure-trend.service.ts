import { Inject, Injectable } from '@nestjs/common';
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
  type Measure,
  type Month,
  type Result,
  type Scope,
} from '@rolvast/domain';
import { postedShareVariation, shareChart, type ShareChart } from '@rolvast/domain/statistics';
import { READER_CATALOGUE } from '../catalogue.token.js';
import type { FoundPlace, PlaceQuestion } from '../published-place/place.js';
import { PublishedPlaceReadModel } from '../published-place/published-place.read-model.js';
import { toFigures } from '../published-place/to-figures.js';

/** Which trends are asked for. */
export interface MeasureTrendQuestion {
  readonly place: PlaceQuestion;
  /** Catalogue codes, in any case of letters. */
  readonly measures: readonly string[];
  /** Null for the finest that is published for the place. */
  readonly period: CalendarPeriod | null;
  readonly months: number;
}

export interface MeasureTrendAnswer {
  readonly place: FoundPlace;
  readonly measure: LedgerMeasure;
  readonly period: CalendarPeriod;
  /** Whether the place is told bands only. */
  readonly isBand: boolean;
  readonly periods: readonly FigurePeriod[];
  /** Null for what has no control chart: bands, hours, and context that never signals. */
  readonly chart: ShareChart | null;
}

/**
 * `NOT_PUBLISHED_HERE`: the measure has no figures for such a place; `FINER_THAN_PUBLISHED`: it has, and none for periods this short (or, for a
 * band, of any other length).
 */
export type MeasureTrendFault = 'PLACE_NOT_FOUND' | 'UNKNOWN_MEASURE' | 'NOT_PUBLISHED_HERE' | 'FINER_THAN_PUBLISHED' | 'MONTHS_OUT_OF_RANGE' | 'MEASURES_OUT_OF_RANGE';

export const MAX_MONTHS = 60;
/** The whole catalogue and some more. */
export const MAX_MEASURES = 60;

/** A measure with the ledgers and the period it is asked for. */
interface AskedMeasure {
  readonly measure: LedgerMeasure;
  readonly grain: FigureGrain;
  readonly period: CalendarPeriod;
}

/** Measures of one place over time, from what was published only. */
@Injectable()
export class MeasureTrendService {
  constructor(
    private readonly published: PublishedPlaceReadModel,
    @Inject(READER_CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  /**
   * The trends of some measures of one place, in the order in which they are asked for.
   *
   * @returns for a place outside the scope the same fault as for one that is not there.
   */
  async findTrends(scope: Scope, question: MeasureTrendQuestion): Promise<Result<readonly MeasureTrendAnswer[], MeasureTrendFault>> {
    const { months, measures } = question;
    if (months < 1 || months > MAX_MONTHS) return failure('MONTHS_OUT_OF_RANGE');
    if (measures.length < 1 || measures.length > MAX_MEASURES) return failure('MEASURES_OUT_OF_RANGE');
    const asked: AskedMeasure[] = [];
    for (const code of measures) {
      const one = this.ask(code, question);
      if (!one.ok) return one;
      asked.push(one.value);
    }
    const place = await this.published.findPlace(scope, question.place);
    if (place === null) return failure('PLACE_NOT_FOUND');
    return success(await this.readTrends(asked, place, months));
  }

  private ask(code: string, { place, period }: MeasureTrendQuestion): Result<AskedMeasure, MeasureTrendFault> {
    const measure = findMeasure(code, this.catalogue);
    if (measure === null) return failure('UNKNOWN_MEASURE');
    const [grain, periods] = [figureGrain(measure, place.kind), figurePeriods(measure, place.kind)];
    const wanted = period ?? periods[0];
    if (grain === null || wanted === undefined || !isPosted(measure)) return failure('NOT_PUBLISHED_HERE');
    return periods.includes(wanted) ? success({ measure, grain, period: wanted }) : failure('FINER_THAN_PUBLISHED');
  }

  /** One statement for each kind of ledger that the measures come from; of a team there is one kind. */
  private async readTrends(asked: readonly AskedMeasure[], place: FoundPlace, months: number): Promise<readonly MeasureTrendAnswer[]> {
    const rows = new Map(
      await Promise.all(
        [...new Set(asked.map(({ grain }) => grain.ledgers))].map(async (ledgers) => {
          const keys = keysOf(asked.filter(({ grain }) => grain.ledgers === ledgers));
          return [ledgers, await this.published.getPublished(place, keys, ledgers)] as const;
        }),
      ),
    );
    return asked.map(({ measure, grain, period }) => {
      const published = rows.get(grain.ledgers) ?? { units: [], places: [] };
      const periods = toFigures(measure, grain, period, place, published);
      const band = isBand(measure, place.kind);
      return { place, measure, period, isBand: band, ...since(firstMonthShown(place, months), periods, chartOf(measure, period, periods)) };
    });
  }
}

function isPosted(measure: Measure): measure is LedgerMeasure {
  return measure.kind === 'reflection-share' || measure.kind === 'reflection-hours' || measure.kind === 'field-share';
}

function keysOf(asked: readonly AskedMeasure[]): LedgerKeys {
  const keys = asked.map(({ measure, grain }) => ledgerKeysOf(measure, grain.period));
  const together = (kind: keyof LedgerKeys): readonly string[] => [...new Set(keys.flatMap((one) => one[kind]))];
  return { counts: together('counts'), parts: together('parts'), hours: together('hours') };
}

function firstMonthShown({ closedThrough }: FoundPlace, months: number): Month | null {
  const last = closedThrough === null ? null : parseMonth(closedThrough);
  return last === null ? null : addMonths(last, 1 - months);
}

/** The last months of a chart. Lines and marks come from the whole history, so that a month reads the same in every window. */
function since(month: Month | null, periods: readonly FigurePeriod[], chart: ShareChart | null): Pick<MeasureTrendAnswer, 'periods' | 'chart'> {
  const found = month === null ? -1 : periods.findIndex(({ through }) => through >= month);
  const start = found === -1 ? periods.length : found;
  if (chart === null) return { periods: periods.slice(start), chart };
  const { stage, centre, lower, upper, marks } = chart;
  return { periods: periods.slice(start), chart: { stage, centre, lower: lower.slice(start), upper: upper.slice(start), marks: marks.slice(start) } };
}

/** The chart of a share with the law of what is published; periods are in order and possible, so a fault is a bug here. */
function chartOf(measure: LedgerMeasure, period: CalendarPeriod, periods: readonly FigurePeriod[]): ShareChart | null {
  if (measure.kind === 'reflection-hours' || measure.isRare || measure.signalPeriod === null) return null;
  const told = periods.map(({ from, through, heldFrom, cell, ledgers }) => ({ from, through, cell, totals: Math.max(1, ledgers), isMerged: heldFrom < from }));
  const chart = shareChart(told, { variation: postedShareVariation(measure.posting), period });
  if (!chart.ok) throw new Error(`published period ${chart.fault.position} of ${measure.code} is ${chart.fault.code}`);
  return chart.value;
}
