import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { assertNever, type LedgerKeys, type LedgerPlace } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { FIND_ORGANISATION, FIND_REGION, FIND_TEAM } from './find-place.sql.js';
import type { FoundPlace, PlaceQuestion } from './place.js';
import { FIND_PUBLISHED } from './published-rows.sql.js';
import { toPublishedRows, type PublishedColumns, type PublishedRows } from './published-rows.js';

interface PlaceRow {
  readonly organisationId: number;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly code: string;
  readonly name: string;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly regionId: number | null;
  readonly unitIds: number[];
  readonly regionIds: number[];
  readonly closedThrough: string | null;
}

/** What a place published, for every question of readers. Two statements, whatever the number of measures. */
@Injectable()
export class PublishedPlaceReadModel {
  constructor(@InjectDataSource('reader') private readonly source: DataSource) {}

  /** The place that a question is about, with everything it is read from; null when there is none with these codes. */
  async findPlace(question: PlaceQuestion): Promise<FoundPlace | null> {
    const [row] = await this.findRows(question);
    if (row === undefined) return null;
    const { organisationId, regionId, unitIds, regionIds, closedThrough, code, name, unitCode, unitName } = row;
    const unit = unitCode === null || unitName === null ? null : { code: unitCode, name: unitName };
    return { kind: question.kind, organisationId, organisation: { code: row.organisationCode, name: row.organisationName }, place: { code, name }, unit, regionId, unitIds, regionIds, closedThrough };
  }

  /**
   * Everything published under some keys by the units of a place, and by the wider places that ledgers are read from.
   *
   * @param wider whose ledgers are needed besides those of units; `team` when no other are.
   */
  async getPublished(place: FoundPlace, keys: LedgerKeys, wider: LedgerPlace): Promise<PublishedRows> {
    const placeIds = wider === 'region' ? place.regionIds : wider === 'organisation' ? [place.organisationId] : [];
    const [columns] = await this.source.query<PublishedColumns[]>(FIND_PUBLISHED, [place.organisationId, place.unitIds, wider, placeIds, keys.counts, keys.parts, keys.hours]);
    if (columns === undefined) throw new Error('the query of published rows gives one row');
    return toPublishedRows(columns);
  }

  private findRows(question: PlaceQuestion): Promise<PlaceRow[]> {
    switch (question.kind) {
      case 'team':
        return this.source.query(FIND_TEAM, [question.organisation, question.team]);
      case 'region':
        return this.source.query(FIND_REGION, [question.organisation, question.region]);
      case 'organisation':
        return this.source.query(FIND_ORGANISATION, [question.organisation]);
      default:
        return assertNever(question, 'kind of place');
    }
  }
}
