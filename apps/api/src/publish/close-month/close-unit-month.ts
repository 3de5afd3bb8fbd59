import { addMonths, firstDayOf, parseMonth, type Count, type Month } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import { decideBlock, type BlockDecision, type BuiltBlock, type PendingReflection } from '../build-blocks/pending-reflection.js';
import { toRecordedReflection, type StoredReflection } from '../../intake/reflection-store/stored-reflection.js';
import * as sql from './close-month.sql.js';

/** A publication unit at a close. */
export interface ClosingUnit {
  readonly organisationId: number;
  readonly unitId: number;
  readonly teamIds: readonly number[];
  /** First month of the unit that can be closed at all. */
  readonly firstMonth: Month;
  /** Last month in which the unit exists; null while it has no end. */
  readonly lastMonth: Month | null;
}

type PendingRow = StoredReflection & Pick<PendingReflection, 'pseudonym' | 'contributor' | 'careCase'>;

/**
 * Closes one month of one unit inside the caller's transaction: posts a block when what is pending is safe,
 * records an absent month when nothing at all was reported, and otherwise lets everything wait.
 *
 * @returns what was decided; it says nothing about how much is pending.
 */
export async function closeUnitMonth(manager: EntityManager, unit: ClosingUnit, month: Month, counts: readonly Count[]): Promise<BlockDecision['verdict']> {
  const pending = await findPending(manager, unit, month);
  const decision = decideBlock(pending, await countProfessionals(manager, unit, month), counts);
  const hasEnded = unit.lastMonth !== null && month > unit.lastMonth;
  // A unit that is gone has no months with nothing to report; only what came in late still waits for a block.
  if (hasEnded && decision.verdict === 'nothing-reported') return decision.verdict;
  if (decision.verdict === 'safe') await post(manager, unit, month, decision.block, pending);
  if (decision.verdict === 'nothing-reported') await manager.query(sql.INSERT_ABSENT_MONTH, [unit.organisationId, unit.unitId, month]);
  await manager.query(sql.MARK_CLOSED, [unit.organisationId, unit.unitId, month, unit.firstMonth]);
  return decision.verdict;
}

async function findPending(manager: EntityManager, unit: ClosingUnit, month: Month): Promise<PendingReflection[]> {
  const rows = await manager.query<PendingRow[]>(sql.FIND_PENDING, [unit.organisationId, unit.teamIds, firstDayOf(addMonths(month, 1))]);
  return rows.map(({ pseudonym, contributor, careCase, ...row }) => ({ pseudonym, contributor, careCase, reflection: toRecordedReflection(row) }));
}

async function countProfessionals(manager: EntityManager, unit: ClosingUnit, month: Month): Promise<number> {
  const [row] = await manager.query<{ professionals: number }[]>(sql.COUNT_PROFESSIONALS, [
    unit.organisationId,
    unit.teamIds,
    firstDayOf(addMonths(month, 1)),
  ]);
  return row?.professionals ?? 0;
}

async function post(manager: EntityManager, unit: ClosingUnit, month: Month, block: BuiltBlock, pending: readonly PendingReflection[]): Promise<void> {
  const place = [unit.organisationId, unit.unitId, month];
  await manager.query(sql.INSERT_BLOCK, [...place, await nextFromMonth(manager, unit), block.reflections]);
  await manager.query(sql.INSERT_COUNTS, [...place, [...block.counts.keys()], [...block.counts.values()]]);
  await manager.query(sql.INSERT_POSTINGS, [...place, pending.map((item) => item.pseudonym)]);
}

async function nextFromMonth(manager: EntityManager, unit: ClosingUnit): Promise<Month> {
  const [row] = await manager.query<{ month: string | null }[]>(sql.FIND_LAST_SETTLED_MONTH, [unit.organisationId, unit.unitId]);
  const settled = row?.month ? parseMonth(row.month) : null;
  return settled === null ? unit.firstMonth : addMonths(settled, 1);
}
