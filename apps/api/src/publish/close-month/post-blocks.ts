import { addMonths, firstDayOf, judgeBlock, parseMonth, type BlockSize, type BlockVerdict, type Month } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import * as sql from './close-month.sql.js';
import type { ClosingUnit } from './closing-unit.js';
import type { PolicyInForce } from './floor-in-force.js';
import * as pendingSql from './pending-reflections.sql.js';

/** What becomes of the pending reflections of a unit at a close. It says nothing about how many there are. */
export type UnitVerdict = BlockVerdict | 'nothing-reported';

interface LastBlockRow {
  readonly unitId: number;
  readonly number: number;
  readonly settled: string;
}

/**
 * Posts the blocks of a month: for each unit what is pending becomes a block when it is safe, and otherwise waits. Reflections never
 * leave the database for it, and the statements are the same number for one unit and for many.
 */
export async function postBlocks(manager: EntityManager, organisationId: number, month: Month, units: readonly ClosingUnit[], policy: PolicyInForce): Promise<ReadonlyMap<number, UnitVerdict>> {
  const teams = units.flatMap(({ unitId, teamIds }) => teamIds.map((teamId) => ({ teamId, unitId })));
  await manager.query(pendingSql.CREATE_PENDING);
  await manager.query(pendingSql.GATHER_PENDING, [organisationId, teams.map(({ teamId }) => teamId), teams.map(({ unitId }) => unitId), firstDayOf(addMonths(month, 1))]);
  // Without its statistics the planner takes the table for a handful of rows.
  await manager.query('ANALYZE pending');
  const sizes = new Map((await manager.query<(BlockSize & { readonly unitId: number })[]>(pendingSql.MEASURE_PENDING)).map((row) => [row.unitId, row]));
  const verdicts = new Map(units.map((unit) => [unit.unitId, verdictOf(unit, sizes.get(unit.unitId), policy)]));
  const safe = units.filter(({ unitId }) => verdicts.get(unitId) === 'safe');
  if (safe.length === 0) return verdicts;
  const last = new Map((await manager.query<LastBlockRow[]>(sql.FIND_LAST_BLOCKS, [organisationId])).map((row) => [row.unitId, row]));
  const blocks = safe.map(({ unitId, firstMonth, regionId, careForm }) => {
    const before = last.get(unitId);
    const settled = before === undefined ? null : parseMonth(before.settled);
    return { ...sizes.get(unitId), unitId, number: 1 + (before?.number ?? 0), fromMonth: settled === null ? firstMonth : addMonths(settled, 1), throughMonth: month, regionId, careForm, policyVersion: policy.version };
  });
  const posted = [blocks.map(({ unitId }) => unitId), blocks.map(({ number }) => number)];
  await manager.query(sql.INSERT_BLOCKS, [organisationId, JSON.stringify(blocks)]);
  await manager.query(pendingSql.INSERT_POSTINGS, [organisationId, ...posted]);
  await manager.query(pendingSql.CREATE_MARKS);
  await manager.query(pendingSql.insertMarks('contributor'), [organisationId, posted[0]]);
  await manager.query(pendingSql.insertMarks('care_case'), [organisationId, posted[0]]);
  await manager.query('ANALYZE mark');
  await manager.query(pendingSql.INSERT_SNAPSHOTS);
  return verdicts;
}

function verdictOf({ professionals }: ClosingUnit, size: BlockSize | undefined, { floor }: PolicyInForce): UnitVerdict {
  return size === undefined ? 'nothing-reported' : judgeBlock(size, professionals, floor);
}
