/**
 * Question: which units close which months? Grain: publication unit, from the first to the last day on which a team was
 * in it. Zone: publish reading intake.
 */
export const FIND_UNITS = `
  WITH membership AS (
    SELECT coalesce(period.publish_with_team_id, team.team_id) AS unit_id,
           CASE WHEN row_number() OVER of_team = 1 THEN team.valid_from ELSE period.valid_from END AS starts,
           least(team.valid_to, lead(period.valid_from) OVER of_team - 1) AS ends
      FROM intake.team JOIN intake.team_period period USING (organisation_id, team_id)
     WHERE organisation_id = $1
    WINDOW of_team AS (PARTITION BY team.team_id ORDER BY period.valid_from)
  )
  SELECT unit.unit_id AS "unitId", unit.code, unit_close.closed_through AS "closedThrough",
         to_char(min(starts), 'YYYY-MM') AS "firstMonth",
         CASE WHEN bool_and(ends IS NOT NULL) THEN to_char(max(ends), 'YYYY-MM') END AS "lastMonth"
    FROM published.unit JOIN membership USING (unit_id)
    LEFT JOIN publish.unit_close USING (organisation_id, unit_id)
   WHERE unit.organisation_id = $1
   GROUP BY unit.organisation_id, unit.unit_id, unit_close.closed_through
   ORDER BY unit.code`;

/**
 * Question: what is in which unit at a close? Grain: publication unit. A team that has ended stays in its last unit, for what
 * comes in late. The region is that of the leading team; teams of different forms of care have none together.
 */
export const FIND_TEAMS_OF_UNITS = `
  SELECT coalesce(publish_with_team_id, team_id) AS "unitId", array_agg(team_id ORDER BY team_id) AS "teamIds",
         sum(professionals)::int AS professionals,
         CASE WHEN count(DISTINCT care_form) = 1 THEN min(care_form) END AS "careForm",
         coalesce(min(region_id) FILTER (WHERE publish_with_team_id IS NULL), min(region_id)) AS "regionId"
    FROM intake.team
    CROSS JOIN LATERAL (
      SELECT publish_with_team_id, professionals, region_id FROM intake.team_period period
       WHERE period.organisation_id = team.organisation_id AND period.team_id = team.team_id
       ORDER BY (period.valid_from < $2) DESC, abs(period.valid_from - $2::date) LIMIT 1) AS at_close
   WHERE organisation_id = $1
   GROUP BY 1`;

/** Grain: organisation; the months between which reflections lie. Index: reflection_by_team_and_date. */
export const FIND_DELIVERED_MONTHS = `
  SELECT to_char(min(reflected_on), 'YYYY-MM') AS first, to_char(max(reflected_on), 'YYYY-MM') AS last
    FROM intake.reflection WHERE organisation_id = $1`;

/** The floor in force. Zone: publish. */
export const FIND_POLICY = `
  SELECT version, professionals, cases, reflections, largest_percent AS "largestPercent", closing_day AS "closingDay"
    FROM publish.policy WHERE organisation_id = $1 AND state = 'in-force'`;

/** Grain: unit; its last block, and the last month that has a figure or was absent: where the next block begins. */
export const FIND_LAST_BLOCKS = `
  SELECT unit_id AS "unitId", max(number)::int AS number, max(settled) AS settled
    FROM (SELECT unit_id, number, through_month AS settled FROM publish.block WHERE organisation_id = $1
           UNION ALL
          SELECT unit_id, 0, month FROM publish.absent_month WHERE organisation_id = $1) settled
   GROUP BY 1`;

export const INSERT_BLOCKS = `
  INSERT INTO publish.block (organisation_id, unit_id, number, from_month, through_month, region_id, care_form, policy_version,
                             reflections, professionals, cases, largest_professional, largest_case)
  SELECT $1, "unitId", number, "fromMonth", "throughMonth", "regionId", "careForm", "policyVersion",
         reflections, professionals, cases, "largestProfessional", "largestCase"
    FROM json_to_recordset($2) AS block ("unitId" int, number int, "fromMonth" text, "throughMonth" text, "regionId" int, "careForm" text, "policyVersion" int,
                                         reflections int, professionals int, cases int, "largestProfessional" int, "largestCase" int)`;

export const INSERT_ABSENT_MONTHS = `
  INSERT INTO publish.absent_month (organisation_id, unit_id, month) SELECT $1, unit_id, $3 FROM unnest($2::int[]) AS unit (unit_id)`;

export const MARK_CLOSED = `
  INSERT INTO publish.unit_close (organisation_id, unit_id, first_month, closed_through)
  SELECT $1, unit_id, first_month, $4 FROM unnest($2::int[], $3::text[]) AS unit (unit_id, first_month)
  ON CONFLICT (organisation_id, unit_id) DO UPDATE SET closed_through = excluded.closed_through`;

/** Grain: unit that posted a block in the quarter; professionals of whom a reflection was posted in it. */
export const COUNT_CONTRIBUTORS = `
  SELECT block.unit_id AS "unitId", count(DISTINCT contributor)::int AS contributors
    FROM publish.block JOIN publish.snapshot ON snapshot.organisation_id = block.organisation_id AND snapshot.unit_id = block.unit_id AND block_number = number
   WHERE block.organisation_id = $1 AND block.through_month >= $2
   GROUP BY 1`;

export const INSERT_PARTICIPATION = `
  INSERT INTO publish.participation (organisation_id, unit_id, through_month, band)
  SELECT $1, unit_id, $4, band FROM unnest($2::int[], $3::text[]) AS unit (unit_id, band)`;
