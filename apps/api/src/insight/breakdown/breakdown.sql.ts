/**
 * Question: into which parts were the blocks of a quarter divided, and what was divided over them?
 * Grain: part of one place, with its counts and hours as objects by key. Zone: published. Index: primary keys.
 *
 * $1 organisation, $2 breakdown, $3 last month of the quarter, $4 kind of the places, $5 the places.
 */
export const FIND_PARTS = `
  SELECT place_id AS "placeId", part, categories, reflections,
         (SELECT coalesce(json_object_agg(count_key, value), '{}') FROM published.breakdown_count one
           WHERE (one.organisation_id, one.place_kind, one.place_id, one.breakdown, one.through_month, one.part)
               = (parts.organisation_id, parts.place_kind, parts.place_id, parts.breakdown, parts.through_month, parts.part)) AS counts,
         (SELECT coalesce(json_object_agg(measure, hours), '{}') FROM published.breakdown_hours one
           WHERE (one.organisation_id, one.place_kind, one.place_id, one.breakdown, one.through_month, one.part)
               = (parts.organisation_id, parts.place_kind, parts.place_id, parts.breakdown, parts.through_month, parts.part)) AS hours
    FROM published.breakdown_part parts
   WHERE organisation_id = $1 AND breakdown = $2 AND through_month = $3 AND place_kind = $4 AND place_id = ANY ($5)
   ORDER BY place_id, part`;

/**
 * Question: of which units did a month of a quarter close, was anything reported in it, and in which region did their last block by then close?
 * Grain: unit. Zone: published. Index: primary keys.
 *
 * $1 organisation, $2 units, $3 first and $4 last month of the quarter.
 */
export const FIND_UNITS_OF_QUARTER = `
  SELECT unit_id AS "unitId",
         coalesce(
           (SELECT region_id FROM published.block WHERE (block.organisation_id, block.unit_id) = (unit.organisation_id, unit.unit_id) AND through_month <= $4 ORDER BY number DESC LIMIT 1),
           (SELECT region_id FROM published.block WHERE (block.organisation_id, block.unit_id) = (unit.organisation_id, unit.unit_id) ORDER BY number LIMIT 1),
           (SELECT region_id FROM published.team WHERE (team.organisation_id, team.unit_id) = (unit.organisation_id, unit.unit_id) ORDER BY team.code <> unit.code, team.code LIMIT 1)) AS "regionId",
         (SELECT count(*)::integer FROM published.absent_month WHERE (absent_month.organisation_id, absent_month.unit_id) = (unit.organisation_id, unit.unit_id) AND month >= $3 AND month <= $4) AS absent,
         greatest(first_month, $3) AS "from", least(closed_through, $4) AS through
    FROM published.unit
   WHERE organisation_id = $1 AND unit_id = ANY ($2) AND first_month <= $4 AND closed_through >= $3`;
