import { addMonths, firstMonthOfHalfYear, halfYearOf, type Catalogue, type Month, type PitfallCatalogue } from '@rolvast/domain';
import type { EntityManager } from 'typeorm';
import type { Place } from './place.js';
import { placePlan } from './place-plan.js';

/**
 * Question: which blocks does no ledger need any more? Their period is over, every part and every sum of hours of the unit was posted
 * over them, and the same holds for the blocks of the region and of the organisation that they are in. $2: the last month whose
 * half-year is over; $3: keys of parts by kind of place, $4: measures of hours by kind of place.
 */
const DROP_CLOSED = `
  WITH needed AS (
    SELECT kind, key FROM json_to_recordset($3) AS part (kind text, key text)
  ), needed_hours AS (
    SELECT kind, measure FROM json_to_recordset($4) AS hours (kind text, measure text)
  ), through AS (
    -- Per place the last block over which every part and every sum of hours was posted.
    SELECT place_kind, place_id, min(coalesce(last_block, 0)) AS last_block
      FROM (SELECT DISTINCT place_kind, place_id FROM (
              SELECT 'unit' AS place_kind, unit_id AS place_id FROM publish.block WHERE organisation_id = $1
               UNION ALL SELECT place_kind, place_id FROM publish.place_block WHERE organisation_id = $1) any_place) place
      CROSS JOIN LATERAL (
        SELECT (SELECT max(last_block) FROM publish.part_window posted
                 WHERE posted.organisation_id = $1 AND posted.place_kind = place.place_kind AND posted.place_id = place.place_id AND part_key = key) AS last_block
          FROM needed WHERE kind = place_kind
         UNION ALL
        SELECT (SELECT max(last_block) FROM publish.posted_hours posted
                 WHERE posted.organisation_id = $1 AND posted.place_kind = place.place_kind AND posted.place_id = place.place_id AND posted.measure = needed_hours.measure)
          FROM needed_hours WHERE kind = place_kind) ledger
     GROUP BY 1, 2
  ), closed AS (
    SELECT block.unit_id, block.number
      FROM publish.block
      JOIN through ON through.place_kind = 'unit' AND through.place_id = block.unit_id AND block.number <= through.last_block
     WHERE block.organisation_id = $1 AND block.through_month <= $2 AND block.release_number IS NOT NULL
       AND EXISTS (SELECT FROM publish.snapshot WHERE snapshot.organisation_id = $1 AND snapshot.unit_id = block.unit_id AND block_number = block.number)
       AND 2 = (SELECT count(*) FROM publish.place_block_member member
                  JOIN publish.place_block wider USING (organisation_id, place_kind, place_id, number)
                  JOIN through done ON done.place_kind = member.place_kind AND done.place_id = member.place_id AND member.number <= done.last_block
                 WHERE member.organisation_id = $1 AND member.unit_id = block.unit_id AND member.block_number = block.number AND wider.through_month <= $2)
  )
  DELETE FROM publish.snapshot USING closed
   WHERE snapshot.organisation_id = $1 AND snapshot.unit_id = closed.unit_id AND snapshot.block_number = closed.number`;

const KINDS: readonly Place['kind'][] = ['unit', 'region', 'organisation'];

/** Deletes the snapshots of released blocks whose last ledger has closed. @param closed the last month that is closed. */
export async function dropClosedSnapshots(manager: EntityManager, organisationId: number, closed: Month, catalogue: Catalogue, pitfalls: PitfallCatalogue): Promise<void> {
  const plans = KINDS.map((kind) => ({ kind, plan: placePlan(catalogue, pitfalls, kind) }));
  const parts = plans.flatMap(({ kind, plan }) => plan.ledgers.parts.map(({ key }) => ({ kind, key })));
  const hours = plans.flatMap(({ kind, plan }) => plan.hours.map(({ code }) => ({ kind, measure: code })));
  const over = addMonths(firstMonthOfHalfYear(halfYearOf(addMonths(closed, 1))), -1);
  await manager.query(DROP_CLOSED, [organisationId, over, JSON.stringify(parts), JSON.stringify(hours)]);
}
