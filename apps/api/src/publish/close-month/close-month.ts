import { addMonths, endsWith, participationBand, type PitfallCatalogue } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import { closeUnitLedgers, type ClosingTerms } from '../ledger/close-unit-ledgers.js';
import { closeWiderPlaces, type UnitsInPlace } from '../ledger/close-wider-places.js';
import { placePlan } from '../ledger/place-plan.js';
import { readOpenPlaces } from '../ledger/read-open-places.js';
import { findTouchedUnits, ripen } from '../ledger/touched-units.js';
import { writePlaceCloses } from '../ledger/write-place-closes.js';
import * as sql from './close-month.sql.js';
import type { ClosingUnit } from './closing-unit.js';
import type { PolicyInForce } from './floor-in-force.js';
import { postBlocks, type UnitVerdict } from './post-blocks.js';

/** Units whose snapshots are held in memory at the same time. */
const UNITS_AT_ONCE = 50;
const MONTHS_OF_QUARTER = 3;

/** What the close of a month goes by, besides the units. */
export interface MonthTerms extends ClosingTerms {
  readonly pitfalls: PitfallCatalogue;
  readonly policy: PolicyInForce;
}

/**
 * Closes one month of an organisation inside the caller's transaction: posts the blocks that are safe and closes the ledgers of
 * units, regions and the organisation. All of it stands in schema `publish` only, until a release goes out.
 *
 * @returns what was decided about each unit.
 */
export async function closeMonth(manager: EntityManager, units: readonly ClosingUnit[], terms: MonthTerms): Promise<ReadonlyMap<ClosingUnit, UnitVerdict>> {
  const { organisationId, closing, pitfalls } = terms;
  const verdicts = await postBlocks(manager, organisationId, closing, units, terms.policy);
  const decided = new Map(units.map((unit) => [unit, verdicts.get(unit.unitId) ?? 'nothing-reported'] as const));
  // A unit that is gone has no months with nothing to report; only what came in late still waits for a block.
  const closed = units.filter((unit) => decided.get(unit) !== 'nothing-reported' || unit.lastMonth === null || closing <= unit.lastMonth);
  const absent = closed.filter((unit) => decided.get(unit) === 'nothing-reported').map(({ unitId }) => unitId);
  await manager.query(sql.INSERT_ABSENT_MONTHS, [organisationId, absent, closing]);
  await closeUnits(manager, terms);
  await closeWiderPlaces(manager, 'region', sizesOf(closed, ({ regionId }) => regionId), terms, pitfalls);
  await closeWiderPlaces(manager, 'organisation', sizesOf(closed, () => organisationId), terms, pitfalls);
  if (endsWith('quarter', closing)) await postParticipation(manager, closed, terms);
  await manager.query(sql.MARK_CLOSED, [organisationId, closed.map(({ unitId }) => unitId), closed.map(({ firstMonth }) => firstMonth), closing]);
  return decided;
}

async function closeUnits(manager: EntityManager, terms: MonthTerms): Promise<void> {
  const { organisationId, closing } = terms;
  const plan = placePlan(terms.catalogue, terms.pitfalls, 'unit');
  const touched = await findTouchedUnits(manager, organisationId, plan, closing);
  await ripen(manager, organisationId, touched, plan, closing);
  for (let start = 0; start < touched.length; start += UNITS_AT_ONCE) {
    const open = await readOpenPlaces(manager, organisationId, 'unit', touched.slice(start, start + UNITS_AT_ONCE), plan, closing);
    await writePlaceCloses(manager, organisationId, closing, open.map((unit) => closeUnitLedgers(unit, plan, terms)));
  }
}

function sizesOf(units: readonly ClosingUnit[], placeOf: (unit: ClosingUnit) => number): readonly UnitsInPlace[] {
  const counts = new Map<number, number>();
  for (const unit of units) counts.set(placeOf(unit), (counts.get(placeOf(unit)) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, units: count }));
}

/** A band for each unit that posted a block in the quarter and is large enough for one; the numbers behind it are not kept. */
async function postParticipation(manager: EntityManager, units: readonly ClosingUnit[], { organisationId, closing, floor }: MonthTerms): Promise<void> {
  const rows = await manager.query<{ unitId: number; contributors: number }[]>(sql.COUNT_CONTRIBUTORS, [organisationId, addMonths(closing, 1 - MONTHS_OF_QUARTER)]);
  const bands = rows.flatMap(({ unitId, contributors }) => {
    const professionals = units.find((unit) => unit.unitId === unitId)?.professionals ?? 0;
    const band = professionals === 0 ? null : participationBand(contributors, professionals, floor.professionals);
    return band === null ? [] : [{ unitId, band }];
  });
  await manager.query(sql.INSERT_PARTICIPATION, [organisationId, bands.map(({ unitId }) => unitId), bands.map(({ band }) => band), closing]);
}
