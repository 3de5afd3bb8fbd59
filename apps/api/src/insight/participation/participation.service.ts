import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { failure, success, type ParticipationBand, type Result, type Scope } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import type { FoundPlace, PlaceQuestion } from '../published-place/place.js';
import { PublishedPlaceReadModel } from '../published-place/published-place.read-model.js';
import { FIND_PARTICIPATION } from './participation.sql.js';

export interface ParticipationAnswer {
  readonly place: FoundPlace;
  /** In order of time. */
  readonly quarters: readonly { readonly through: string; readonly band: ParticipationBand }[];
}

export type ParticipationFault = 'PLACE_NOT_FOUND' | 'QUARTERS_OUT_OF_RANGE';

export const MAX_QUARTERS = 20;

/** The participation band of a team; the numbers behind it are nowhere. */
@Injectable()
export class ParticipationService {
  constructor(
    private readonly published: PublishedPlaceReadModel,
    @InjectDataSource('reader') private readonly source: DataSource,
  ) {}

  /** @returns for a team outside the scope the same fault as for one that is not there. */
  async getParticipation(scope: Scope, team: PlaceQuestion, quarters: number): Promise<Result<ParticipationAnswer, ParticipationFault>> {
    if (quarters < 1 || quarters > MAX_QUARTERS) return failure('QUARTERS_OUT_OF_RANGE');
    const place = await this.published.findPlace(scope, team);
    if (place === null) return failure('PLACE_NOT_FOUND');
    const rows = await this.source.query<{ through: string; band: ParticipationBand }[]>(FIND_PARTICIPATION, [place.organisationId, place.unitIds, quarters]);
    return success({ place, quarters: rows.toReversed() });
  }
}
