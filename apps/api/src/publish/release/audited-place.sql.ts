/** Grain: place of a kind with something unreleased; the first block that it is about. Zone: publish. Index: unreleased_... */
export const FIND_UNRELEASED_PLACES = `
  WITH unreleased AS (
    SELECT place_id, first_block AS number FROM publish.posted_count WHERE organisation_id = $1 AND place_kind = $2 AND release_number IS NULL
     UNION ALL SELECT place_id, first_block FROM publish.part_window WHERE organisation_id = $1 AND place_kind = $2 AND release_number IS NULL
     UNION ALL SELECT place_id, first_block FROM publish.posted_hours WHERE organisation_id = $1 AND place_kind = $2 AND release_number IS NULL
     UNION ALL SELECT unit_id, number FROM publish.block WHERE organisation_id = $1 AND $2 = 'unit' AND release_number IS NULL
     UNION ALL
    SELECT part.place_id, number
      FROM (SELECT DISTINCT place_id, through_month FROM publish.breakdown_part WHERE organisation_id = $1 AND place_kind = $2 AND release_number IS NULL) part
      JOIN (SELECT unit_id AS place_id, number, through_month FROM publish.block WHERE organisation_id = $1 AND $2 = 'unit'
             UNION ALL SELECT place_id, number, through_month FROM publish.place_block WHERE organisation_id = $1 AND place_kind = $2) block
        ON block.place_id = part.place_id AND block.through_month <= part.through_month
       AND block.through_month > to_char(to_date(part.through_month, 'YYYY-MM') - interval '3 months', 'YYYY-MM')
  )
  SELECT place_id AS id, min(number)::int AS "from",
         $2 || ' ' || coalesce(min(CASE $2 WHEN 'unit' THEN unit.code WHEN 'region' THEN region.code ELSE organisation.code END), '') AS name
    FROM unreleased
    LEFT JOIN published.unit ON $2 = 'unit' AND unit.organisation_id = $1 AND unit.unit_id = place_id
    LEFT JOIN published.region ON $2 = 'region' AND region.organisation_id = $1 AND region.region_id = place_id
    LEFT JOIN published.organisation ON organisation.organisation_id = $1
   GROUP BY 1 ORDER BY 1`;

const OF_PLACES = 'organisation_id = $1 AND place_id = ANY ($2) AND place_kind = $3';

/** $4: the first block of each place. */
export const FIND_AUDITED_POSTINGS = `
  SELECT place_id AS "placeId", count_key AS key, first_block AS "firstBlock", last_block AS "lastBlock", value AS posted,
         is_capped AS "isCapped", release_number IS NULL AS "isNew"
    FROM unnest($2::int[], $4::int[]) AS open (place_id, from_number) JOIN publish.posted_count USING (place_id)
   WHERE organisation_id = $1 AND place_kind = $3 AND last_block >= from_number`;

export const FIND_UNRELEASED_WINDOWS = `
  SELECT place_id AS "placeId", part_key AS key, first_block AS "firstBlock", last_block AS "lastBlock"
    FROM publish.part_window WHERE ${OF_PLACES} AND release_number IS NULL`;

export const FIND_UNRELEASED_HOURS = `
  SELECT place_id AS "placeId", measure, first_block AS "firstBlock", last_block AS "lastBlock", hours
    FROM publish.posted_hours WHERE ${OF_PLACES} AND release_number IS NULL`;

export const FIND_UNRELEASED_PARTS = `
  SELECT place_id AS "placeId", breakdown, through_month AS month, categories, reflections,
         coalesce((SELECT json_agg(json_build_object('key', count_key, 'value', value)) FROM publish.breakdown_count count
                    WHERE (count.organisation_id, count.place_kind, count.place_id, count.breakdown, count.through_month, count.part)
                        = (part.organisation_id, part.place_kind, part.place_id, part.breakdown, part.through_month, part.part)), '[]') AS counts
    FROM publish.breakdown_part part WHERE ${OF_PLACES} AND release_number IS NULL ORDER BY place_id, breakdown, through_month, part.part`;
