import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addMonths, blockMeasures, failure, parseMonth, shareChart, success, type Catalogue, type Month, type OrganisationCode, type Result, type Scope, type ShareChart, type TeamCode } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { READER_CATALOGUE } from '../catalogue.token.js';
import { FIND_TEAM_UNIT, FIND_TREND } from './measure-trend.sql.js';
import { toPeriods, type TrendPeriod, type TrendRow } from './to-periods.js';

/** Which trend is asked for. */
export interface MeasureTrendQuestion {
  readonly organisation: OrganisationCode;
  readonly team: TeamCode;
  readonly measure: string;
  readonly months: number;
}

export interface MeasureTrendAnswer {
  readonly place: TeamUnit;
  readonly measure: string;
  readonly periods: readonly TrendPeriod[];
  readonly chart: ShareChart;
}

/** A team, and the unit with which it is published. */
export interface TeamUnit {
  readonly organisationId: number;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly teamCode: string;
  readonly teamName: string;
  readonly unitId: number;
  readonly unitCode: string;
  readonly unitName: string;
  /** First month that could be closed; null before the first close. */
  readonly firstMonth: string | null;
  readonly closedThrough: string | null;
}

export type MeasureTrendFault = 'TEAM_NOT_FOUND' | 'UNKNOWN_MEASURE' | 'MONTHS_OUT_OF_RANGE';

export const MAX_MONTHS = 60;

/** A measure of one team over time, from published blocks only. */
@Injectable()
export class MeasureTrendService {
  constructor(
    @InjectDataSource('reader') private readonly source: DataSource,
    @Inject(READER_CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  /** @returns for a team outside the scope the same fault as for one that is not there. */
  async getTrend(scope: Scope, question: MeasureTrendQuestion): Promise<Result<MeasureTrendAnswer, MeasureTrendFault>> {
    if (question.months < 1 || question.months > MAX_MONTHS) return failure('MONTHS_OUT_OF_RANGE');
    const measure = blockMeasures(this.catalogue).find(({ code }) => code === question.measure.toUpperCase());
    if (measure === undefined) return failure('UNKNOWN_MEASURE');
    const [place] = await this.source.query<TeamUnit[]>(FIND_TEAM_UNIT, [scope.organisation, question.team, scope.units]);
    if (place === undefined || question.organisation !== scope.organisation) return failure('TEAM_NOT_FOUND');
    const closedThrough = monthOrNull(place.closedThrough);
    const firstMonth = monthOrNull(place.firstMonth);
    if (closedThrough === null || firstMonth === null) return success({ place, measure: measure.code, periods: [], chart: chartOf([]) });
    const rows = await this.source.query<TrendRow[]>(FIND_TREND, [place.organisationId, place.unitId, firstMonth, measure.numerator.key, measure.denominator.key]);
    const periods = toPeriods(rows, firstMonth, addMonths(closedThrough, 1));
    return success({ place, measure: measure.code, ...since(addMonths(closedThrough, 1 - question.months), periods, chartOf(periods)) });
  }
}

/** The last months of a chart. Lines and marks come from the whole history, so that a month reads the same in every window. */
function since(month: Month, periods: readonly TrendPeriod[], chart: ShareChart): Pick<MeasureTrendAnswer, 'periods' | 'chart'> {
  const found = periods.findIndex(({ through }) => through >= month);
  const start = found === -1 ? periods.length : found;
  const { stage, centre, lower, upper, marks } = chart;
  return { periods: periods.slice(start), chart: { stage, centre, lower: lower.slice(start), upper: upper.slice(start), marks: marks.slice(start) } };
}

/** The chart of periods from the database, which its constraints keep in order and possible: a fault is a bug here. */
function chartOf(periods: readonly TrendPeriod[]): ShareChart {
  const chart = shareChart(periods);
  if (!chart.ok) throw new Error(`published period ${chart.fault.position} is ${chart.fault.code}`);
  return chart.value;
}

function monthOrNull(text: string | null): Month | null {
  return text === null ? null : parseMonth(text);
}
