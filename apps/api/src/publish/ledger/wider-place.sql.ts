/**
 * Question: which unit blocks are in no block of a region (or of the organisation) yet? From three units on they become one; until
 * then they wait. Grain: place. $2: kind, $3: last month of the quarter; $4, $5: how many units a place has.
 */
export const MAKE_PLACE_BLOCKS = `
  WITH waiting AS (
    SELECT place_id, unit_id, number, from_month, reflections
      FROM (SELECT *, CASE $2 WHEN 'region' THEN region_id ELSE organisation_id END AS place_id FROM publish.block WHERE organisation_id = $1) block
     WHERE NOT EXISTS (SELECT FROM publish.place_block_member member
                        WHERE member.organisation_id = $1 AND place_kind = $2 AND member.place_id = block.place_id
                          AND member.unit_id = block.unit_id AND member.block_number = block.number)
       AND EXISTS (SELECT FROM publish.snapshot
                    WHERE snapshot.organisation_id = $1 AND snapshot.unit_id = block.unit_id AND snapshot.block_number = block.number)
  ), place AS (
    SELECT place_id, count(DISTINCT unit_id)::int AS units, min(from_month) AS from_month, sum(reflections)::int AS reflections
      FROM waiting GROUP BY 1 HAVING count(DISTINCT unit_id) >= $6
  ), made AS (
    INSERT INTO publish.place_block (organisation_id, place_kind, place_id, number, from_month, through_month, units, units_in_place, reflections)
    SELECT $1, $2, place_id,
           1 + coalesce((SELECT max(number) FROM publish.place_block earlier WHERE earlier.organisation_id = $1 AND earlier.place_kind = $2 AND earlier.place_id = place.place_id), 0),
           from_month, $3, units, greatest(units, units_in_place), reflections
      FROM place LEFT JOIN unnest($4::int[], $5::int[]) AS size (place_id, units_in_place) USING (place_id)
    RETURNING place_id, number
  )
  INSERT INTO publish.place_block_member (organisation_id, place_kind, place_id, number, unit_id, block_number)
  SELECT $1, $2, place_id, made.number, unit_id, waiting.number FROM made JOIN waiting USING (place_id)`;

/** Grain: place with a block since a month; what its ledgers post can only change there. */
export const FIND_TOUCHED_PLACES = `
  SELECT DISTINCT place_id AS id FROM publish.place_block WHERE organisation_id = $1 AND place_kind = $2 AND through_month >= $3 ORDER BY 1`;

/**
 * Question: what did the units post over the blocks of a place? Grain: block of a place, count. Only postings that lie within one
 * such block; \`isWhole\` when together they cover every member of it. $2: places, $3: kind, $4: counts.
 */
export const FIND_POSTED_BY_UNITS = `
  WITH member AS (
    SELECT place_id, number, unit_id, block_number, count(*) OVER (PARTITION BY place_id, number) AS members
      FROM publish.place_block_member WHERE organisation_id = $1 AND place_kind = $3 AND place_id = ANY ($2)
  )
  SELECT member.place_id AS "placeId", member.number, count_key AS key, sum(value)::int AS posted, bool_or(is_capped) AS "isCapped",
         sum(last_block - first_block + 1) = min(members) AS "isWhole"
    FROM member
    JOIN publish.posted_count posted ON posted.organisation_id = $1 AND posted.place_kind = 'unit' AND posted.place_id = member.unit_id
                                    AND posted.last_block = member.block_number AND count_key = ANY ($4)
   WHERE EXISTS (SELECT FROM member first WHERE first.place_id = member.place_id AND first.number = member.number
                                           AND first.unit_id = member.unit_id AND first.block_number = posted.first_block)
   GROUP BY 1, 2, 3`;

/** Grain: sum of hours that a unit posted over a window that ends in a block of a place. $2: places, $3: kind, $4: measures. */
export const FIND_HOURS_OF_UNITS = `
  SELECT member.place_id AS "placeId", member.unit_id AS "unitId", measure, first_block AS "firstBlock", last_block AS "lastBlock", hours
    FROM publish.place_block_member member
    JOIN publish.posted_hours posted ON posted.organisation_id = $1 AND posted.place_kind = 'unit' AND posted.place_id = member.unit_id
                                    AND posted.last_block = member.block_number AND measure = ANY ($4)
   WHERE member.organisation_id = $1 AND member.place_kind = $3 AND member.place_id = ANY ($2)`;
