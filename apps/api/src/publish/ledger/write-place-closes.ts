import type { Month } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import * as sql from './ledger.sql.js';
import type { PlaceClose } from './place.js';

/** Writes what places post at a close, some statements for all of them. */
export async function writePlaceCloses(manager: EntityManager, organisationId: number, closing: Month, closes: readonly PlaceClose[]): Promise<void> {
  const write = async (statement: string, rows: readonly object[]): Promise<void> => {
    if (rows.length > 0) await manager.query(statement, [organisationId, JSON.stringify(rows)]);
  };
  const ofAll = (rowsOf: (close: PlaceClose) => readonly object[]): object[] => closes.flatMap((close) => rowsOf(close).map((row) => ({ ...close.place, ...row })));
  await write(sql.INSERT_POSTED_COUNTS, ofAll(({ ledgers }) => ledgers.postings));
  await write(sql.INSERT_WINDOWS, ofAll(({ ledgers }) => ledgers.windows));
  await write(sql.INSERT_HOURS, ofAll(({ hours }) => hours));
  // Carries move with postings only.
  await write(sql.SAVE_CARRIES, ofAll(({ ledgers }) => ledgers.postings.map(({ key }) => ({ key, carry: ledgers.carries.get(key) ?? 0 }))));
  await write(sql.INSERT_PARTS, ofAll((close) => partRows(close, closing)));
  await write(sql.INSERT_PART_COUNTS, ofAll((close) => countRows(close, closing)));
  await write(sql.INSERT_PART_HOURS, ofAll((close) => hoursRows(close, closing)));
}

function partRows({ breakdowns }: PlaceClose, month: Month): object[] {
  return breakdowns.flatMap(({ code, closed }) => closed.parts.map(({ categories, reflections }, index) => ({ breakdown: code, month, part: index + 1, categories, reflections })));
}

function countRows({ breakdowns }: PlaceClose, month: Month): object[] {
  return breakdowns.flatMap(({ code, closed }) => closed.counts.flatMap(({ key, posted }) => posted.map((value, index) => ({ breakdown: code, month, part: index + 1, key, value }))));
}

function hoursRows({ breakdowns }: PlaceClose, month: Month): object[] {
  return breakdowns.flatMap(({ code, hours }) => (hours === null ? [] : hours.ofParts.map((value, index) => ({ breakdown: code, month, part: index + 1, measure: hours.measure, hours: value }))));
}
