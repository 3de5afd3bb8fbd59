import { Inject, Injectable } from '@nestjs/common';
import { failure, success, type CalendarPeriod, type Catalogue, type LedgerPlace, type Result, type Scope } from '@rolvast/domain';
import { ChartNotesReadModel } from '../../care/follow-up/chart-notes.read-model.js';
import { READER_CATALOGUE } from '../catalogue.token.js';
import type { FoundPlace, PlaceQuestion } from '../published-place/place.js';
import { PublishedPlaceReadModel } from '../published-place/published-place.read-model.js';
import type { PublishedRows } from '../published-place/published-rows.js';
import { askMeasure, keysOf, readTrend, type AskedMeasure, type AskFault, type MeasureTrendAnswer } from './read-trend.js';

/** Which trends are asked for. */
export interface MeasureTrendQuestion {
  readonly place: PlaceQuestion;
  /** Catalogue codes, in any case of letters. */
  readonly measures: readonly string[];
  /** Null for the finest that is published for the place. */
  readonly period: CalendarPeriod | null;
  readonly months: number;
}

export type MeasureTrendFault = AskFault | 'PLACE_NOT_FOUND' | 'MONTHS_OUT_OF_RANGE' | 'MEASURES_OUT_OF_RANGE';

export const MAX_MONTHS = 60;
/** The whole catalogue and some more. */
export const MAX_MEASURES = 60;

/** Measures of one place over time, from what was published only. */
@Injectable()
export class MeasureTrendService {
  constructor(
    private readonly published: PublishedPlaceReadModel,
    private readonly notes: ChartNotesReadModel,
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
      const one = askMeasure(code, question.place.kind, question.period, this.catalogue);
      if (!one.ok) return one;
      asked.push(one.value);
    }
    const place = await this.published.findPlace(scope, question.place);
    if (place === null) return failure('PLACE_NOT_FOUND');
    const [rows, notes] = await Promise.all([this.findPublished(asked, place), this.notes.getNotes(place)]);
    return success(asked.map((one) => readTrend(one, place, rows.get(one.grain.ledgers) ?? { units: [], places: [] }, months, notes)));
  }

  /** One statement for each kind of ledger that the measures come from; of a team there is one kind. */
  private async findPublished(asked: readonly AskedMeasure[], place: FoundPlace): Promise<ReadonlyMap<LedgerPlace, PublishedRows>> {
    return new Map(
      await Promise.all(
        [...new Set(asked.map(({ grain }) => grain.ledgers))].map(async (ledgers) => {
          const keys = keysOf(asked.filter(({ grain }) => grain.ledgers === ledgers));
          return [ledgers, await this.published.getPublished(place, keys, ledgers)] as const;
        }),
      ),
    );
  }
}
