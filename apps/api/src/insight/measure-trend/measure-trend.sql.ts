/** Question: with which unit of a scope is a team published? Grain: team. Zone: published. Index: keys on code. */
export const FIND_TEAM_UNIT = `
  SELECT organisation.organisation_id AS "organisationId", organisation.code AS "organisationCode", organisation.name AS "organisationName",
         team.code AS "teamCode", team.name AS "teamName",
         unit.unit_id AS "unitId", unit.code AS "unitCode", unit.name AS "unitName", unit.first_month AS "firstMonth", unit.closed_through AS "closedThrough"
    FROM published.organisation
    JOIN published.team USING (organisation_id)
    JOIN published.unit USING (organisation_id, unit_id)
   WHERE organisation.code = $1 AND team.code = $2 AND unit.code = ANY ($3)`;

/**
 * Question: what was published of two counts of a unit since a month?
 * Grain: block, or month without any report. Zone: published. Index: primary keys.
 */
export const FIND_TREND = `
  SELECT block.from_month AS "from", block.through_month AS through, block.reflections,
         numerator.value AS numerator, denominator.value AS denominator
    FROM published.block
    LEFT JOIN published.block_count numerator
      ON (numerator.organisation_id, numerator.unit_id, numerator.through_month, numerator.count_key)
       = (block.organisation_id, block.unit_id, block.through_month, $4)
    LEFT JOIN published.block_count denominator
      ON (denominator.organisation_id, denominator.unit_id, denominator.through_month, denominator.count_key)
       = (block.organisation_id, block.unit_id, block.through_month, $5)
   WHERE block.organisation_id = $1 AND block.unit_id = $2 AND block.through_month >= $3
   UNION ALL
  SELECT month, month, NULL, NULL, NULL
    FROM published.absent_month WHERE organisation_id = $1 AND unit_id = $2 AND month >= $3
   ORDER BY through`;
