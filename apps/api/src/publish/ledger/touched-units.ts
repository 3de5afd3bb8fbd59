import { addMonths, endsWith, type Month } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import { RIPEN } from '../close-month/pending-reflections.sql.js';
import type { PlacePlan } from './place-plan.js';

const FIND_TOUCHED = `
  SELECT DISTINCT unit_id AS "unitId" FROM publish.block WHERE organisation_id = $1 AND through_month BETWEEN $2 AND $3 ORDER BY 1`;

/** Grain: unit; the first block whose outcome is not posted yet. $3: the parts that ripen. */
const FIND_RIPENING = `
  SELECT unit_id AS "unitId", 1 + min(coalesce((SELECT max(last_block) FROM publish.part_window
                                                 WHERE organisation_id = $1 AND place_kind = 'unit' AND place_id = unit_id AND part_key = part.key), 0)) AS "from"
    FROM unnest($2::int[]) AS unit (unit_id) CROSS JOIN unnest($3::text[]) AS part (key) GROUP BY 1`;

/**
 * The units whose ledgers can post something at a close: those with a block in a period that ends with the month, or whose block
 * ripens now. Nothing changed for the others, so that the cost of a close goes with these.
 */
export async function findTouchedUnits(manager: EntityManager, organisationId: number, plan: PlacePlan, closing: Month): Promise<readonly number[]> {
  const rows = await manager.query<{ unitId: number }[]>(FIND_TOUCHED, [organisationId, addMonths(closing, 1 - monthsBack(plan, closing)), closing]);
  return rows.map(({ unitId }) => unitId);
}

function monthsBack({ ledgers }: PlacePlan, closing: Month): number {
  const ripening = 1 + Math.max(0, ...ledgers.parts.map(({ closesLater }) => closesLater));
  const ending = endsWith('half-year', closing) ? 6 : endsWith('quarter', closing) ? 3 : 1;
  return Math.max(ripening, ending);
}

/** Brings the outcomes that ripen up to date in the units that close. */
export async function ripen(manager: EntityManager, organisationId: number, unitIds: readonly number[], plan: PlacePlan, closing: Month): Promise<void> {
  const keys = plan.ledgers.parts.filter(({ closesLater }) => closesLater > 0).map(({ key }) => key);
  if (keys.length === 0 || unitIds.length === 0) return;
  const open = await manager.query<{ unitId: number; from: number }[]>(FIND_RIPENING, [organisationId, unitIds, keys]);
  await manager.query(RIPEN, [organisationId, open.map(({ unitId }) => unitId), open.map(({ from }) => from), closing]);
}
