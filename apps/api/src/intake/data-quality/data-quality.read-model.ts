import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { LocalDate } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import type { FileKind } from '../source-file/file-contract.js';
import { FIND_FILE_FAULTS, FIND_QUIET_UNITS, FIND_TIMELINESS } from './data-quality.sql.js';

/** Days between a reflection and its coming in, with how many there are to judge by. */
export interface TimelinessRow {
  readonly reflections: number;
  readonly contributors: number;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
}

/** A publication unit and whether anything came from it; never how much. */
export interface UnitDelivery {
  readonly code: string;
  readonly name: string;
  /** Nothing for the last month that is due. */
  readonly isLate: boolean;
  /** Nothing for that month and the one before. */
  readonly isSilent: boolean;
}

/** How many rows of a file broke one rule in one column. */
export interface FaultOfFile {
  readonly column: string;
  readonly rule: string;
  readonly rows: number;
}

/** A file that came in, and what was wrong with its rows. */
export interface FileQuality {
  /** Of the import, with which its report is found. */
  readonly id: string;
  readonly kind: FileKind;
  readonly receivedAt: Date;
  readonly read: number;
  readonly rejected: number;
  /** The most frequent first; of a file that is wrong throughout, as far as its report goes. */
  readonly faults: readonly FaultOfFile[];
}

/** Reads what says something about recording, and nothing about what was recorded. */
@Injectable()
export class DataQualityReadModel {
  constructor(@InjectDataSource('intake-writer') private readonly source: DataSource) {}

  /** Of reflections made on the days of a half-open range. */
  async getTimeliness(organisationId: number, from: LocalDate, toExclusive: LocalDate): Promise<TimelinessRow> {
    const [row] = await this.source.query<TimelinessRow[]>(FIND_TIMELINESS, [organisationId, from, toExclusive]);
    if (row === undefined) throw new Error('a count without a row');
    return row;
  }

  /** Every unit that was there in both months, by name. */
  findUnitDeliveries(organisationId: number, twoMonthsFrom: LocalDate, lastMonthFrom: LocalDate, toExclusive: LocalDate): Promise<UnitDelivery[]> {
    return this.source.query<UnitDelivery[]>(FIND_QUIET_UNITS, [organisationId, twoMonthsFrom, lastMonthFrom, toExclusive]);
  }

  /** The latest files, newest first. */
  findFiles(organisationId: number, limit: number): Promise<FileQuality[]> {
    return this.source.query<FileQuality[]>(FIND_FILE_FAULTS, [organisationId, limit]);
  }
}
