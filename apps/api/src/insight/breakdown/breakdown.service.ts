import { Inject, Injectable } from '@nestjs/common';
import { calendarPeriodOf, failure, findBreakdowns, parseMonth, success, type Breakdown, type LedgerPlace, type Month, type PitfallCatalogue, type Result, type Scope } from '@rolvast/domain';
import { READER_PITFALLS } from '../catalogue.token.js';
import type { FoundPlace, PlaceQuestion } from '../published-place/place.js';
import { PublishedPlaceReadModel } from '../published-place/published-place.read-model.js';
import { addUpParts, type AddedPart } from './add-up-parts.js';
import { BreakdownReadModel } from './breakdown.read-model.js';

export interface BreakdownQuestion {
  readonly place: PlaceQuestion;
  /** Code of the breakdown, in any case of letters. */
  readonly breakdown: string;
  /** Last month of a quarter, YYYY-MM. */
  readonly through: string;
}

export interface BreakdownAnswer {
  readonly place: FoundPlace;
  readonly breakdown: Breakdown;
  readonly months: { readonly from: Month; readonly through: Month };
  /** Withheld when there are no parts: then there are not two that could be shown. */
  readonly state: 'shown' | 'withheld' | 'absent';
  /** Empty unless shown. */
  readonly parts: readonly AddedPart[];
  /** How many of the finer places that it adds up have parts, of all there were; null where the place posted the parts itself. */
  readonly coverage: { readonly covered: number; readonly all: number } | null;
}

/** `NOT_A_QUARTER`: not the last month of one. `NOT_CLOSED`: the quarter has not been closed yet. */
export type BreakdownFault = 'PLACE_NOT_FOUND' | 'UNKNOWN_BREAKDOWN' | 'NOT_PUBLISHED_HERE' | 'NOT_A_QUARTER' | 'NOT_CLOSED';

const PLACES: readonly LedgerPlace[] = ['team', 'region', 'organisation'];

/** One breakdown of a place and a quarter; nothing is divided here, posted parts are only added up. */
@Injectable()
export class BreakdownService {
  constructor(
    private readonly published: PublishedPlaceReadModel,
    private readonly breakdowns: BreakdownReadModel,
    @Inject(READER_PITFALLS) private readonly pitfalls: PitfallCatalogue,
  ) {}

  /** @returns for a place outside the scope the same fault as for one that is not there. */
  async getBreakdown(scope: Scope, question: BreakdownQuestion): Promise<Result<BreakdownAnswer, BreakdownFault>> {
    const breakdown = findBreakdowns(this.pitfalls).find(({ code }) => code === question.breakdown.toUpperCase());
    if (breakdown === undefined) return failure('UNKNOWN_BREAKDOWN');
    const through = parseMonth(question.through);
    const months = through === null ? null : calendarPeriodOf('quarter', through);
    if (months === null || months.through !== through) return failure('NOT_A_QUARTER');
    if (PLACES.indexOf(breakdown.grain.place) > PLACES.indexOf(question.place.kind)) return failure('NOT_PUBLISHED_HERE');
    const place = await this.published.findPlace(scope, question.place);
    if (place === null) return failure('PLACE_NOT_FOUND');
    if (place.closedThrough === null || months.through > place.closedThrough) return failure('NOT_CLOSED');
    return success({ place, breakdown, months, ...(await this.read(breakdown, place, months)) });
  }

  private async read(breakdown: Breakdown, place: FoundPlace, { from, through }: BreakdownAnswer['months']): Promise<Pick<BreakdownAnswer, 'state' | 'parts' | 'coverage'>> {
    const units = await this.breakdowns.findUnits(place, from, through);
    const ids = { team: units.map(({ unitId }) => unitId), region: place.regionIds, organisation: [place.organisationId] }[breakdown.grain.place];
    const posted = await this.breakdowns.findParts(place.organisationId, breakdown.code, through, breakdown.grain.place, ids);
    const coverage = breakdown.grain.place === place.kind ? null : { covered: new Set(posted.map(({ placeId }) => placeId)).size, all: ids.length };
    if (posted.length === 0) return { state: units.every(({ isAbsent }) => isAbsent) ? 'absent' : 'withheld', parts: [], coverage };
    return { state: 'shown', parts: addUpParts(posted, breakdown.categories.map(({ code }) => code)), coverage };
  }
}
