import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addMonths, blockCounts, failure, firstDayOf, lastDueMonth, monthInAmsterdam, monthsInRange, parseMonth, success, type Catalogue, type Month, type Result } from '@rolvast/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { BLOCK_CATALOGUE } from '../build-blocks/catalogue.token.js';
import { PublishDirectoryService } from '../directory/publish-directory.service.js';
import * as sql from './close-month.sql.js';
import { closeUnitMonth, type ClosingUnit } from './close-unit-month.js';

/** What a close did, for the administrator: names of units, never numbers of what is pending. */
export interface CloseReport {
  readonly organisation: string;
  /** Last month that is closed now, by this close or an earlier one; null when none is. */
  readonly closedThrough: Month | null;
  readonly monthsClosed: number;
  readonly blocksPosted: number;
  /** Units whose reflections wait for the next month. */
  readonly waitingUnits: readonly string[];
  /** Units with more contributors than colleagues: two spellings of one reference, or invented colleagues. */
  readonly unitsToCheck: readonly string[];
}

export interface CloseFault {
  readonly code: 'UNKNOWN_ORGANISATION' | 'MONTH_NOT_OVER';
  readonly message: string;
}

interface UnitRow {
  readonly unitId: number;
  readonly code: string;
  readonly closedThrough: string | null;
  readonly firstMonth: string;
  readonly lastMonth: string | null;
}

const CLOSE_LOCK = 7_236_453;

/** Closes months in order; whatever was closed before stays as it was. */
@Injectable()
export class CloseMonthsService {
  constructor(
    @InjectDataSource('publisher') private readonly source: DataSource,
    private readonly directory: PublishDirectoryService,
    private readonly clock: Clock,
    @Inject(BLOCK_CATALOGUE) private readonly catalogue: Catalogue,
  ) {}

  /**
   * @param through last month to close; by default the last month whose closing day has passed, but never beyond
   * the last month for which something was delivered: closing an undelivered month would push it into the next.
   * @param onMonth is told each month after it is stored. Each month is one transaction, so a close that is
   * interrupted goes on where it stopped.
   */
  async close(organisationCode: string, through: Month | null, onMonth: (month: Month) => void = () => undefined): Promise<Result<CloseReport, CloseFault>> {
    const today = this.clock.now();
    if (through !== null && through >= monthInAmsterdam(today)) return failure(monthNotOver(through));
    const organisationId = await this.findOrganisationId(organisationCode);
    if (organisationId === null) return failure(unknownOrganisation(organisationCode));
    await this.directory.publish(organisationCode);
    const [delivered] = await this.source.query<{ first: string | null; last: string | null }[]>(sql.FIND_DELIVERED_MONTHS, [organisationId]);
    const first = delivered?.first ? parseMonth(delivered.first) : null;
    const last = delivered?.last ? parseMonth(delivered.last) : null;
    if (first === null || last === null) return success(emptyReport(organisationCode));
    const due = lastDueMonth(today);
    const until = through ?? (last < due ? last : due);
    const report = new ReportBuilder(organisationCode);
    for (const month of monthsInRange(await this.firstOpenMonth(organisationId, first), addMonths(until, 1))) {
      await this.source.transaction((manager) => this.closeMonth(manager, organisationId, month, first, report));
      onMonth(month);
    }
    return success(report.build(await this.lastClosedMonth(organisationId)));
  }

  private async closeMonth(manager: EntityManager, organisationId: number, month: Month, first: Month, report: ReportBuilder): Promise<void> {
    // Two closes at once would post a reflection twice; the second waits and finds the month closed.
    await manager.query('SELECT pg_advisory_xact_lock($1, $2)', [CLOSE_LOCK, organisationId]);
    report.beginMonth(month);
    const members = await manager.query<{ unitId: number; teamIds: number[] }[]>(sql.FIND_TEAMS_OF_UNITS, [organisationId, firstDayOf(addMonths(month, 1))]);
    const teamsOf = new Map(members.map(({ unitId, teamIds }) => [unitId, teamIds]));
    for (const row of await manager.query<UnitRow[]>(sql.FIND_UNITS, [organisationId])) {
      const teamIds = teamsOf.get(row.unitId);
      // A unit that every team has left closes nothing more: what waited in it goes with the teams.
      if (teamIds === undefined || (row.closedThrough !== null && month <= row.closedThrough)) continue;
      const unit = closingUnit(organisationId, row, first, teamIds);
      if (month >= unit.firstMonth) report.add(row.code, await closeUnitMonth(manager, unit, month, blockCounts(this.catalogue)));
    }
  }

  private async lastClosedMonth(organisationId: number): Promise<Month | null> {
    const [row] = await this.source.query<{ month: string | null }[]>('SELECT max(closed_through) AS month FROM published.unit WHERE organisation_id = $1', [organisationId]);
    return row?.month ? parseMonth(row.month) : null;
  }

  private async findOrganisationId(code: string): Promise<number | null> {
    const [row] = await this.source.query<{ id: number }[]>('SELECT organisation_id AS id FROM intake.organisation WHERE code = $1', [code]);
    return row?.id ?? null;
  }

  /** The first month that some unit has not closed yet. Units that have ended do not hold the others back. */
  private async firstOpenMonth(organisationId: number, first: Month): Promise<Month> {
    const units = await this.source.query<UnitRow[]>(sql.FIND_UNITS, [organisationId]);
    const lasting = units.filter((unit) => unit.lastMonth === null);
    const open = (lasting.length > 0 ? lasting : units).map((unit) => {
      const closed = unit.closedThrough === null ? null : parseMonth(unit.closedThrough);
      return closed === null ? closingUnit(organisationId, unit, first, []).firstMonth : addMonths(closed, 1);
    });
    return open.reduce((earliest, month) => (month < earliest ? month : earliest), open[0] ?? first);
  }
}

function closingUnit(organisationId: number, row: UnitRow, firstDelivered: Month, teamIds: readonly number[]): ClosingUnit {
  const start = parseMonth(row.firstMonth);
  return {
    organisationId,
    unitId: row.unitId,
    teamIds,
    firstMonth: start !== null && start > firstDelivered ? start : firstDelivered,
    lastMonth: row.lastMonth === null ? null : parseMonth(row.lastMonth),
  };
}

class ReportBuilder {
  private readonly months = new Set<Month>();
  private month: Month | null = null;
  private blocks = 0;
  private readonly waiting = new Set<string>();
  private readonly toCheck = new Set<string>();

  constructor(private readonly organisation: string) {}

  beginMonth(month: Month): void {
    this.month = month;
  }

  add(unitCode: string, verdict: Awaited<ReturnType<typeof closeUnitMonth>>): void {
    if (this.month !== null && !this.months.has(this.month)) {
      // Who waits is told of the last month only: what waited earlier has been posted or waits still.
      this.months.add(this.month);
      this.waiting.clear();
      this.toCheck.clear();
    }
    if (verdict === 'safe') this.blocks += 1;
    if (verdict === 'below-floor') this.waiting.add(unitCode);
    if (verdict === 'too-many-contributors') this.toCheck.add(unitCode);
  }

  build(closedThrough: Month | null): CloseReport {
    return {
      organisation: this.organisation,
      closedThrough,
      monthsClosed: this.months.size,
      blocksPosted: this.blocks,
      waitingUnits: [...this.waiting],
      unitsToCheck: [...this.toCheck],
    };
  }
}

function emptyReport(organisation: string): CloseReport {
  return { organisation, closedThrough: null, monthsClosed: 0, blocksPosted: 0, waitingUnits: [], unitsToCheck: [] };
}

function monthNotOver(month: Month): CloseFault {
  return { code: 'MONTH_NOT_OVER', message: `${month} is not over yet. Close a month that has ended. Nothing was closed.` };
}

function unknownOrganisation(code: string): CloseFault {
  return {
    code: 'UNKNOWN_ORGANISATION',
    message: `There is no organisation with code "${code.slice(0, 63)}". Load it first: rolvast organisation load FILE. Nothing was closed.`,
  };
}
