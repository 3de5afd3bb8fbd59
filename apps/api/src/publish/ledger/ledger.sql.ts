import { STORED_REFLECTION_COLUMNS } from '../../intake/reflection-store/stored-reflection.js';

/** Grain: block of a unit, with the month in which it closed. Zone: publish. Index: primary key. */
export const FIND_UNIT_BLOCKS = `
  SELECT unit_id AS "placeId", number, through_month AS "closedIn", reflections AS size FROM publish.block
   WHERE organisation_id = $1 AND unit_id = ANY ($2) ORDER BY 1, 2`;

/** Grain: block of a region or the organisation. */
export const FIND_PLACE_BLOCKS = `
  SELECT place_id AS "placeId", number, through_month AS "closedIn", reflections AS size FROM publish.place_block
   WHERE organisation_id = $1 AND place_kind = $3 AND place_id = ANY ($2) ORDER BY 1, 2`;

/** Grain: part of a place; the last window over which it was posted. */
export const FIND_WINDOWS = `
  SELECT DISTINCT ON (place_id, part_key) place_id AS "placeId", part_key AS key, first_block AS "firstBlock", last_block AS "lastBlock"
    FROM publish.part_window WHERE organisation_id = $1 AND place_kind = $3 AND place_id = ANY ($2)
   ORDER BY place_id, part_key, last_block DESC`;

export const FIND_CARRIES = `
  SELECT place_id AS "placeId", count_key AS key, carry FROM publish.carry
   WHERE organisation_id = $1 AND place_kind = $3 AND place_id = ANY ($2)`;

export const FIND_HOURS = `
  SELECT place_id AS "placeId", measure, first_block AS "firstBlock", last_block AS "lastBlock", hours FROM publish.posted_hours
   WHERE organisation_id = $1 AND place_kind = $3 AND place_id = ANY ($2) ORDER BY 1, 2, 4`;

/** Grain: posted count from a block on. $2, $4: places and the first block. */
export const FIND_POSTINGS = `
  SELECT place_id AS "placeId", count_key AS key, first_block AS "firstBlock", last_block AS "lastBlock", value AS posted, is_capped AS "isCapped"
    FROM unnest($2::int[], $4::int[]) AS open (place_id, from_number)
    JOIN publish.posted_count USING (place_id)
   WHERE organisation_id = $1 AND place_kind = $3 AND last_block >= from_number
   ORDER BY 1, 3, 2`;

/** Grain: reflection of a snapshot from a block on, as it was posted. $2: units, $3: the first block. */
export const FIND_UNIT_SNAPSHOTS = `
  SELECT snapshot.unit_id AS "placeId", block_number AS number, contributor::text, care_case::text AS "careCase", care_form AS "careForm",
         snapshot.unit_id AS "unitId", block_number AS "unitBlock", ${STORED_REFLECTION_COLUMNS}
    FROM unnest($2::int[], $3::int[]) AS open (unit_id, from_number)
    JOIN publish.snapshot ON snapshot.organisation_id = $1 AND snapshot.unit_id = open.unit_id AND block_number >= from_number
    JOIN publish.block ON block.organisation_id = $1 AND block.unit_id = snapshot.unit_id AND number = block_number
   ORDER BY 1, 2, ordinal`;

const IN_PLACE_BLOCKS = `
    FROM unnest($2::int[], $4::int[]) AS open (place_id, from_number)
    JOIN publish.place_block_member member ON member.organisation_id = $1 AND place_kind = $3 AND member.place_id = open.place_id AND member.number >= from_number
    JOIN publish.snapshot ON snapshot.organisation_id = $1 AND snapshot.unit_id = member.unit_id AND snapshot.block_number = member.block_number`;

/** Grain: reflection of a snapshot in a block of a wider place, with the marks of its unit. $2: places, $3: kind, $4: the first block. */
export const FIND_PLACE_SNAPSHOTS = `
  SELECT member.place_id AS "placeId", member.number, contributor::text, care_case::text AS "careCase", care_form AS "careForm",
         snapshot.unit_id AS "unitId", snapshot.block_number AS "unitBlock", ${STORED_REFLECTION_COLUMNS}
    ${IN_PLACE_BLOCKS}
    JOIN publish.block ON block.organisation_id = $1 AND block.unit_id = snapshot.unit_id AND block.number = snapshot.block_number
   ORDER BY 1, 2, snapshot.unit_id, snapshot.block_number, ordinal`;

/**
 * Question: which marks of units stand for the same professional, or case? Who works in two units gets one mark for the whole place,
 * as long as something still links them. Grain: mark of a unit. The same parameters.
 */
export function findMarksOfPlaces(ordinal: 'contributor' | 'care_case', pseudonym: 'contributor_pseudonym' | 'case_pseudonym'): string {
  return `
  SELECT member.place_id AS "placeId", snapshot.unit_id AS "unitId", ${ordinal}::text AS own,
         dense_rank() OVER (ORDER BY coalesce(mode() WITHIN GROUP (ORDER BY ${pseudonym})::text, snapshot.unit_id || ':' || ${ordinal}))::text AS mark
    ${IN_PLACE_BLOCKS}
    LEFT JOIN publish.posting ON posting.organisation_id = $1 AND posting.unit_id = snapshot.unit_id
                             AND posting.block_number = snapshot.block_number AND posting.ordinal = snapshot.ordinal
    LEFT JOIN intake.reflection ON reflection.organisation_id = $1 AND reflection.reflection_pseudonym = posting.reflection_pseudonym
   GROUP BY 1, 2, ${ordinal}`;
}

const WINDOW_COLUMNS = '"firstBlock" int, "lastBlock" int';

export const INSERT_POSTED_COUNTS = `
  INSERT INTO publish.posted_count (organisation_id, place_kind, place_id, count_key, first_block, last_block, value, is_capped)
  SELECT $1, kind, id, key, "firstBlock", "lastBlock", posted, "isCapped"
    FROM json_to_recordset($2) AS made (kind text, id int, key text, ${WINDOW_COLUMNS}, posted int, "isCapped" boolean)`;

export const INSERT_WINDOWS = `
  INSERT INTO publish.part_window (organisation_id, place_kind, place_id, part_key, first_block, last_block)
  SELECT $1, kind, id, key, "firstBlock", "lastBlock" FROM json_to_recordset($2) AS made (kind text, id int, key text, ${WINDOW_COLUMNS})`;

export const INSERT_HOURS = `
  INSERT INTO publish.posted_hours (organisation_id, place_kind, place_id, measure, first_block, last_block, hours)
  SELECT $1, kind, id, measure, "firstBlock", "lastBlock", hours FROM json_to_recordset($2) AS made (kind text, id int, measure text, ${WINDOW_COLUMNS}, hours int)`;

export const SAVE_CARRIES = `
  INSERT INTO publish.carry (organisation_id, place_kind, place_id, count_key, carry)
  SELECT $1, kind, id, key, carry FROM json_to_recordset($2) AS made (kind text, id int, key text, carry int)
  ON CONFLICT (organisation_id, place_kind, place_id, count_key) DO UPDATE SET carry = excluded.carry`;

const PART_COLUMNS = 'kind text, id int, breakdown text, month text, part int';

export const INSERT_PARTS = `
  INSERT INTO publish.breakdown_part (organisation_id, place_kind, place_id, breakdown, through_month, part, categories, reflections)
  SELECT $1, kind, id, breakdown, month, part, categories, reflections
    FROM json_to_recordset($2) AS made (${PART_COLUMNS}, categories text[], reflections int)`;

export const INSERT_PART_COUNTS = `
  INSERT INTO publish.breakdown_count (organisation_id, place_kind, place_id, breakdown, through_month, part, count_key, value)
  SELECT $1, kind, id, breakdown, month, part, key, value FROM json_to_recordset($2) AS made (${PART_COLUMNS}, key text, value int)`;

export const INSERT_PART_HOURS = `
  INSERT INTO publish.breakdown_hours (organisation_id, place_kind, place_id, breakdown, through_month, part, measure, hours)
  SELECT $1, kind, id, breakdown, month, part, measure, hours FROM json_to_recordset($2) AS made (${PART_COLUMNS}, measure text, hours int)`;
