import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { monthsInRange, parseMonth, addMonths, type LedgerPlace, type Month } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import type { FoundPlace } from '../published-place/place.js';
import type { PostedPart } from './add-up-parts.js';
import { FIND_PARTS, FIND_UNITS_OF_QUARTER } from './breakdown.sql.js';

/** A unit that had a month to close in a quarter. */
export interface UnitOfQuarter {
  readonly unitId: number;
  readonly regionId: number;
  /** Whether nothing at all was reported in any of its months. */
  readonly isAbsent: boolean;
}

interface UnitRow {
  readonly unitId: number;
  readonly regionId: number;
  readonly absent: number;
  readonly from: string;
  readonly through: string;
}

const STORED: Readonly<Record<LedgerPlace, string>> = { team: 'unit', region: 'region', organisation: 'organisation' };

/** What was published of one breakdown and quarter. */
@Injectable()
export class BreakdownReadModel {
  constructor(@InjectDataSource('reader') private readonly source: DataSource) {}

  async findParts(organisationId: number, breakdown: string, through: Month, kind: LedgerPlace, placeIds: readonly number[]): Promise<readonly PostedPart[]> {
    return this.source.query<PostedPart[]>(FIND_PARTS, [organisationId, breakdown, through, STORED[kind], placeIds]);
  }

  /** The units of a place that had a month to close in the quarter; a unit belongs to the region in which its last block closed. */
  async findUnits({ organisationId, unitIds, regionId }: FoundPlace, from: Month, through: Month): Promise<readonly UnitOfQuarter[]> {
    const rows = await this.source.query<UnitRow[]>(FIND_UNITS_OF_QUARTER, [organisationId, unitIds, from, through]);
    return rows
      .filter((row) => regionId === null || row.regionId === regionId)
      .map((row) => ({ unitId: row.unitId, regionId: row.regionId, isAbsent: row.absent === monthsBetweenOf(row) }));
  }
}

function monthsBetweenOf({ from, through }: UnitRow): number {
  const [first, last] = [parseMonth(from), parseMonth(through)];
  return first === null || last === null ? 0 : monthsInRange(first, addMonths(last, 1)).length;
}
