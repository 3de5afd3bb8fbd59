/**
 * Question: how long after a case does a reflection come in? Grain: organisation. Zone: intake.
 * Index: none for the dates; an administrator asks it now and then. $2 and $3 are a half-open range of days.
 */
export const FIND_TIMELINESS = `
  SELECT count(*)::int AS reflections, count(DISTINCT contributor_pseudonym)::int AS contributors,
         percentile_disc(0.5) WITHIN GROUP (ORDER BY received_on - reflected_on) AS "medianDays",
         percentile_disc(0.9) WITHIN GROUP (ORDER BY received_on - reflected_on) AS "ninetiethDays"
    FROM intake.reflection
   WHERE organisation_id = $1 AND reflected_on >= $2 AND reflected_on < $3 AND received_on IS NOT NULL`;

/**
 * Question: from which units did nothing come for a month, or for two? Grain: publication unit as it is now, of teams
 * that were there all the time. Index: reflection_by_team_and_date. $2 is the first day of the month before the last due
 * one, $3 of the last due one, $4 the day after it.
 */
export const FIND_QUIET_UNITS = `
  WITH unit AS (
    SELECT coalesce(latest.publish_with_team_id, team.team_id) AS unit_id,
           bool_or(delivered.last >= $3) AS has_last, bool_or(delivered.last >= $2) AS has_last_two
      FROM intake.team
      CROSS JOIN LATERAL (
        SELECT publish_with_team_id FROM intake.team_period period
         WHERE period.organisation_id = team.organisation_id AND period.team_id = team.team_id
         ORDER BY period.valid_from DESC LIMIT 1) latest
      CROSS JOIN LATERAL (
        SELECT max(reflected_on) AS last FROM intake.reflection
         WHERE reflection.organisation_id = team.organisation_id AND reflection.team_id = team.team_id
           AND reflected_on >= $2 AND reflected_on < $4) delivered
     WHERE team.organisation_id = $1 AND team.valid_from <= $2 AND (team.valid_to IS NULL OR team.valid_to >= $4)
     GROUP BY 1
  )
  SELECT team.code, team.name, has_last IS NOT TRUE AS "isLate", has_last_two IS NOT TRUE AS "isSilent"
    FROM unit JOIN intake.team ON team.organisation_id = $1 AND team.team_id = unit.unit_id
   ORDER BY team.name`;

/**
 * Question: how many rows of each of the latest files broke which rule? Grain: file and rule. Zone: intake.
 * Index: import_job by organisation; an administrator asks it now and then. A row that broke a rule in two columns counts
 * under each. Single reflections are no files. $2: how many files.
 */
export const FIND_FILE_FAULTS = `
  WITH latest AS (
    SELECT job_id, kind, received_at, report FROM intake.import_job
     WHERE organisation_id = $1 AND report IS NOT NULL AND way_in <> 'mutation' ORDER BY received_at DESC, job_id LIMIT $2
  ), fault AS (
    SELECT job_id, rejection->>'column' AS "column", rejection->>'rule' AS rule, count(DISTINCT rejection->>'line')::int AS rows
      FROM latest CROSS JOIN LATERAL jsonb_array_elements(report->'rejections') AS rejection GROUP BY 1, 2, 3
  )
  SELECT job_id AS id, kind, received_at AS "receivedAt", (report->>'read')::int AS read, (report->>'rejected')::int AS rejected,
         coalesce((SELECT jsonb_agg(jsonb_build_object('column', fault.column, 'rule', rule, 'rows', rows) ORDER BY rows DESC, rule, fault.column)
                     FROM fault WHERE fault.job_id = latest.job_id), '[]') AS faults
    FROM latest ORDER BY received_at DESC, job_id`;
