/** Question: with which unit is a team published? Grain: team. Zone: published. Index: keys on code. */
export const FIND_TEAM_UNIT = `
  SELECT organisation.organisation_id AS "organisationId", organisation.code AS "organisationCode", organisation.name AS "organisationName",
         team.code AS "teamCode", team.name AS "teamName",
         unit.unit_id AS "unitId", unit.code AS "unitCode", unit.name AS "unitName", unit.first_month AS "firstMonth", unit.closed_through AS "closedThrough"
    FROM published.organisation
    JOIN published.team USING (organisation_id)
    JOIN published.unit USING (organisation_id, unit_id)
   WHERE organisation.code = $1 AND team.code = $2`;

/**
 * Question: what was published of two counts of a unit over its single blocks since a month? $4: the count that was posted,
 * $5: that of the denominator, $6: whether that is the number of reflections in which it lacks.
 * Grain: block, or month without any report. Zone: published. Index: primary keys.
 */
export const FIND_TREND = `
  SELECT block.from_month AS "from", block.through_month AS through, block.reflections,
         numerator.value AS numerator, CASE WHEN $6 THEN block.reflections - denominator.value ELSE denominator.value END AS denominator
    FROM published.block
    LEFT JOIN published.posted_count numerator
      ON (numerator.organisation_id, numerator.place_kind, numerator.place_id, numerator.count_key, numerator.first_block, numerator.last_block)
       = (block.organisation_id, 'unit', block.unit_id, $4, block.number, block.number)
    LEFT JOIN published.posted_count denominator
      ON (denominator.organisation_id, denominator.place_kind, denominator.place_id, denominator.count_key, denominator.first_block, denominator.last_block)
       = (block.organisation_id, 'unit', block.unit_id, $5, block.number, block.number)
   WHERE block.organisation_id = $1 AND block.unit_id = $2 AND block.through_month >= $3
   UNION ALL
  SELECT month, month, NULL, NULL, NULL
    FROM published.absent_month WHERE organisation_id = $1 AND unit_id = $2 AND month >= $3
   ORDER BY through`;
