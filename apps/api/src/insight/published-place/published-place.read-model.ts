import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { assertNever, type LedgerKeys, type LedgerPlace, type Scope } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { FIND_ORGANISATION, FIND_REGION, FIND_TEAM, FIND_UNIT_NAMES } from './find-place.sql.js';
import type { FoundPlace, NamedUnit, PlaceQuestion } from './place.js';
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

  /**
   * The place that a question is about, with everything it is read from. A team must be published with a unit of the scope, a region must hold
   * one, and the organisation must be that of the scope.
   *
   * @returns null when there is none with these codes within the scope.
   */
  async findPlace(scope: Scope, question: PlaceQuestion): Promise<FoundPlace | null> {
    if (question.organisation !== scope.organisation) return null;
    const [row] = await this.findRows(scope, question);
    if (row === undefined) return null;
    const { organisationId, regionId, unitIds, regionIds, closedThrough, code, name, unitCode, unitName } = row;
    const unit = unitCode === null || unitName === null ? null : { code: unitCode, name: unitName };
    return { kind: question.kind, organisationId, organisation: { code: row.organisationCode, name: row.organisationName }, place: { code, name }, unit, regionId, unitIds, regionIds, closedThrough };
  }

  /** The names of the units of a place, for those who may be told them. */
  async findUnitNames({ organisationId, unitIds }: FoundPlace): Promise<readonly NamedUnit[]> {
    return this.source.query<NamedUnit[]>(FIND_UNIT_NAMES, [organisationId, unitIds]);
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

  private findRows({ organisation, units }: Scope, question: PlaceQuestion): Promise<PlaceRow[]> {
    switch (question.kind) {
      case 'team':
        return this.source.query(FIND_TEAM, [organisation, question.team, units]);
      case 'region':
        return this.source.query(FIND_REGION, [organisation, question.region, units]);
      case 'organisation':
        return this.source.query(FIND_ORGANISATION, [organisation]);
      default:
        return assertNever(question, 'kind of place');
    }
  }
}
