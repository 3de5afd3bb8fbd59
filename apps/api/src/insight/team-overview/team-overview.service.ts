import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  addMonths,
  dateInAmsterdam,
  endedQuarters,
  failure,
  monthsOfQuarter,
  parseMonth,
  success,
  type Catalogue,
  type MeasureSignal,
  type Month,
  type ParticipationBand,
  type Quarter,
  type ReleaseFacts,
  type Result,
  type Scope,
} from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { ChartNotesReadModel } from '../../care/follow-up/chart-notes.read-model.js';
import type { StoredRebase } from '../../care/follow-up/follow-up.store.js';
import { READER_CATALOGUE } from '../catalogue.token.js';
import { phasedChart } from '../measure-trend/phased-chart.js';
import { askMeasure, keysOf, readTrend, type AskedMeasure, type AskFault, type MeasureTrendAnswer } from '../measure-trend/read-trend.js';
import { MAX_MONTHS } from '../measure-trend/measure-trend.service.js';
import type { FoundPlace, PlaceQuestion } from '../published-place/place.js';
import { PublishedPlaceReadModel } from '../published-place/published-place.read-model.js';
import type { PublishedRows } from '../published-place/published-rows.js';
import { findSignals } from '../signals/find-signals.js';
import { isWatching } from '../signals/watched-series.js';
import { OrganisationWatchService } from '../signals/organisation-watch.service.js';
import { quarterFigure, type QuarterFigure } from './quarter-figures.js';
import { quarterSize, type QuarterSize } from './quarter-size.js';
import { FIND_RELEASE_AND_PARTICIPATION } from './team-overview.sql.js';

/** What is asked about a team. */
export interface TeamOverviewQuestion {
  readonly team: PlaceQuestion;
  /** Null for the last one that has ended and was closed. */
  readonly quarter: Quarter | null;
  /** Of which measure the trend comes along; null for that of the first signal, or the first pitfall. */
  readonly measure: string | null;
  /** How many months back the trend goes. */
  readonly months: number;
}

export interface TeamOverviewAnswer {
  readonly place: FoundPlace;
  readonly release: ReleaseFacts | null;
  /** Null before a quarter has ended. */
  readonly quarter: Quarter | null;
  readonly size: QuarterSize | null;
  readonly participation: ParticipationBand | null;
  /** In the order of the model. */
  readonly pitfalls: readonly QuarterFigure[];
  /** What else a team manager needs first, in the order of the catalogue. */
  readonly figures: readonly QuarterFigure[];
  /** At most {@link MAX_SIGNALS}; what is clear first. */
  readonly signals: readonly MeasureSignal[];
  /** Whether there is enough history to look for signals at all. */
  readonly signalsSought: boolean;
  /** Null for a measure that teams have no figures of. */
  readonly trend: MeasureTrendAnswer | null;
}

/** `QUARTER_NOT_CLOSED`: it has not ended, was not closed, or lies before the first month that could be. */
export type TeamOverviewFault = 'PLACE_NOT_FOUND' | 'QUARTER_NOT_CLOSED' | 'UNKNOWN_MEASURE' | 'MONTHS_OUT_OF_RANGE';

/** A page shows three at most, so that each is looked at. */
export const MAX_SIGNALS = 3;

type WatchedTeam = Pick<TeamOverviewAnswer, 'signals' | 'signalsSought'>;

/** Of which quarter signals are asked, and where charts start anew. */
interface AskedSignals {
  readonly quarter: Quarter;
  readonly isLatest: boolean;
  readonly rebases: readonly StoredRebase[];
}

const NOTHING_WATCHED: WatchedTeam = { signals: [], signalsSought: false };

/** Whose trend comes along when nothing stands out and nothing was asked for. */
const FIRST_MEASURE = 'PITFALL_POWERLESSNESS';

const PITFALL = /^PITFALL_(?!ANY$)/;

interface ContextRow {
  readonly number: number | null;
  readonly releasedAt: Date | null;
  readonly closedThrough: string | null;
  readonly band: ParticipationBand | null;
}

/** Everything that a team manager's decision rests on, for one quarter: one question, a handful of statements. */
@Injectable()
export class TeamOverviewService {
  constructor(
    private readonly published: PublishedPlaceReadModel,
    private readonly watches: OrganisationWatchService,
    private readonly notes: ChartNotesReadModel,
    @InjectDataSource('reader') private readonly source: DataSource,
    @Inject(READER_CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  /** @returns for a team outside the scope the same fault as for one that is not there. */
  async findOverview(scope: Scope, { team, quarter: wanted, measure, months }: TeamOverviewQuestion): Promise<Result<TeamOverviewAnswer, TeamOverviewFault>> {
    if (months < 1 || months > MAX_MONTHS) return failure('MONTHS_OUT_OF_RANGE');
    const chosen = measure === null ? null : askMeasure(measure, 'team', null, this.catalogue);
    if (chosen?.ok === false && isUnknown(chosen.fault)) return failure('UNKNOWN_MEASURE');
    const place = await this.published.findPlace(scope, team);
    if (place === null) return failure('PLACE_NOT_FOUND');
    const asked = this.askedOfTeam();
    const [rows, notes] = await Promise.all([this.published.getPublished(place, keysOf([...asked, ...(chosen?.ok === true ? [chosen.value] : [])]), 'team'), this.notes.getNotes(place)]);
    const quarters = closedQuarters(rows);
    const quarter = wanted ?? quarters[0] ?? null;
    if (wanted !== null && !quarters.includes(wanted)) return failure('QUARTER_NOT_CLOSED');
    const context = await this.getContext(place, quarter);
    const release = toRelease(context);
    const watched = quarter === null || release === null ? NOTHING_WATCHED : await this.findSignals(scope, place, release, { quarter, isLatest: quarter === quarters[0], rebases: notes.rebases });
    const leading = chosen === null ? askMeasure(watched.signals[0]?.measure.code ?? FIRST_MEASURE, 'team', null, this.catalogue) : chosen;
    const told = quarter === null ? [] : asked.map((one) => quarterFigure(one, quarter, place, rows, notes.rebases));
    return success({
      place,
      release,
      quarter,
      size: quarter === null ? null : quarterSize(rows, quarter),
      participation: context.band,
      pitfalls: told.filter(({ measure: { code } }) => PITFALL.test(code)),
      figures: told.filter(({ measure: { code } }) => !PITFALL.test(code)),
      ...watched,
      trend: leading.ok ? readTrend(leading.value, place, rows, months, notes) : null,
    });
  }

  /** What a team manager needs first, of what teams have figures of. */
  private askedOfTeam(): readonly AskedMeasure[] {
    return this.catalogue.flatMap(({ code, neededFirstBy }): readonly AskedMeasure[] => {
      const one = neededFirstBy.includes('team-manager') ? askMeasure(code, 'team', null, this.catalogue) : null;
      return one?.ok === true ? [one.value] : [];
    });
  }

  private async getContext(place: FoundPlace, quarter: Quarter | null): Promise<ContextRow> {
    const last = quarter === null ? null : addMonths(monthsOfQuarter(quarter).toExclusive, -1);
    const [row] = await this.source.query<ContextRow[]>(FIND_RELEASE_AND_PARTICIPATION, [place.organisationId, place.unitIds, last]);
    if (row === undefined) throw new Error('the query of a release gives one row');
    return row;
  }

  /** Those of the quarter; of the latest one also those since. */
  private async findSignals(scope: Scope, place: FoundPlace, release: ReleaseFacts, { quarter, isLatest, rebases }: AskedSignals): Promise<WatchedTeam> {
    const series = await this.watches.findSeries(scope, place.organisationId, release.number);
    const own = series.filter(({ unitId, measure }) => place.unitIds.includes(unitId) && measure.neededFirstBy.includes('team-manager'));
    const { from, toExclusive } = monthsOfQuarter(quarter);
    const through = isLatest ? release.closedThrough : addMonths(toExclusive, -1);
    const signals = findSignals(own, { from, through }, (measure, periods) => phasedChart(measure, 'month', periods, rebases)).slice(0, MAX_SIGNALS);
    return { signals, signalsSought: own.some((one) => isWatching(one, { from, through })) };
  }
}

function isUnknown(fault: AskFault): boolean {
  return fault === 'UNKNOWN_MEASURE';
}

function closedQuarters({ units: [unit] }: PublishedRows): readonly Quarter[] {
  return unit === undefined ? [] : endedQuarters(unit.closed.from, unit.closed.through);
}

function toRelease({ number, releasedAt, closedThrough }: ContextRow): ReleaseFacts | null {
  const month: Month | null = parseMonth(closedThrough ?? '');
  return number === null || releasedAt === null || month === null ? null : { number, releasedOn: dateInAmsterdam(releasedAt), closedThrough: month };
}
