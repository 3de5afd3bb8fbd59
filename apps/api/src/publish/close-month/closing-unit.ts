import { firstDayOf, addMonths, parseMonth, type Month } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import { FIND_TEAMS_OF_UNITS, FIND_UNITS } from './close-month.sql.js';

/** A publication unit at the close of a month. */
export interface ClosingUnit {
  readonly unitId: number;
  readonly code: string;
  readonly teamIds: readonly number[];
  readonly professionals: number;
  /** Null where its teams differ. */
  readonly careForm: string | null;
  readonly regionId: number;
  /** First month of the unit that can be closed at all. */
  readonly firstMonth: Month;
  /** Last month in which the unit exists; null while it has no end. */
  readonly lastMonth: Month | null;
}

interface UnitRow {
  readonly unitId: number;
  readonly code: string;
  readonly closedThrough: string | null;
  readonly firstMonth: string;
  readonly lastMonth: string | null;
}

type TeamsRow = Pick<ClosingUnit, 'unitId' | 'teamIds' | 'professionals' | 'careForm' | 'regionId'>;

/** The units that still have to close a month. @param delivered the first month for which anything was delivered. */
export async function findClosingUnits(manager: EntityManager, organisationId: number, month: Month, delivered: Month): Promise<readonly ClosingUnit[]> {
  const teams = new Map((await manager.query<TeamsRow[]>(FIND_TEAMS_OF_UNITS, [organisationId, firstDayOf(addMonths(month, 1))])).map((row) => [row.unitId, row]));
  const rows = await manager.query<UnitRow[]>(FIND_UNITS, [organisationId]);
  return rows.flatMap((row) => {
    const members = teams.get(row.unitId);
    // A unit that every team has left closes nothing more: what waited in it goes with the teams.
    if (members === undefined || (row.closedThrough !== null && month <= row.closedThrough)) return [];
    const unit = { ...members, code: row.code, firstMonth: firstClosable(row, delivered), lastMonth: row.lastMonth === null ? null : parseMonth(row.lastMonth) };
    return month < unit.firstMonth ? [] : [unit];
  });
}

/** The first month that some unit has not closed yet. Units that have ended do not hold the others back. */
export async function findFirstOpenMonth(manager: EntityManager, organisationId: number, delivered: Month): Promise<Month> {
  const units = await manager.query<UnitRow[]>(FIND_UNITS, [organisationId]);
  const lasting = units.filter((unit) => unit.lastMonth === null);
  const open = (lasting.length > 0 ? lasting : units).map((unit) => {
    const closed = unit.closedThrough === null ? null : parseMonth(unit.closedThrough);
    return closed === null ? firstClosable(unit, delivered) : addMonths(closed, 1);
  });
  return open.reduce((earliest, month) => (month < earliest ? month : earliest), open[0] ?? delivered);
}

function firstClosable({ firstMonth }: UnitRow, delivered: Month): Month {
  const start = parseMonth(firstMonth);
  return start !== null && start > delivered ? start : delivered;
}
