/** Grain: unit with posted blocks, and its last one. Zone: publish. Index: primary key. */
export const FIND_POSTED_UNITS = `
  SELECT unit_id AS id, max(number)::int AS last, bool_or(release_number IS NULL) AS "isNew"
    FROM publish.block WHERE organisation_id = $1 GROUP BY unit_id ORDER BY 3 DESC, unit_id`;

const OF_UNIT = "organisation_id = $1 AND place_kind = 'unit' AND place_id = $2";

export const FIND_POSTINGS = `
  SELECT count_key AS key, first_block AS "firstBlock", last_block AS "lastBlock", value AS posted, is_capped AS "isCapped"
    FROM publish.posted_count WHERE ${OF_UNIT} AND first_block >= $3 ORDER BY last_block, count_key`;

export const FIND_WINDOWS = `
  SELECT part_key AS key, first_block AS "firstBlock", last_block AS "lastBlock"
    FROM publish.part_window WHERE ${OF_UNIT} AND first_block >= $3 ORDER BY last_block`;

export const FIND_HOURS = `
  SELECT measure, first_block AS "firstBlock", last_block AS "lastBlock", hours
    FROM publish.posted_hours WHERE ${OF_UNIT} AND first_block >= $3 ORDER BY last_block`;

/** Grain: part of a breakdown, with its counts. */
export const FIND_PARTS = `
  SELECT breakdown, through_month AS month, categories, reflections,
         coalesce((SELECT json_object_agg(count_key, value) FROM publish.breakdown_count count
                    WHERE (count.organisation_id, count.place_kind, count.place_id, count.breakdown, count.through_month, count.part)
                        = (part.organisation_id, part.place_kind, part.place_id, part.breakdown, part.through_month, part.part)), '{}') AS counts
    FROM publish.breakdown_part part WHERE ${OF_UNIT} ORDER BY breakdown, through_month, part.part`;
