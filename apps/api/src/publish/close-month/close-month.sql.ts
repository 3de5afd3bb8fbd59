import { STORED_REFLECTION_COLUMNS } from '../../intake/reflection-store/stored-reflection.js';

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
  SELECT unit.unit_id AS "unitId", unit.code, unit.closed_through AS "closedThrough",
         to_char(min(starts), 'YYYY-MM') AS "firstMonth",
         CASE WHEN bool_and(ends IS NOT NULL) THEN to_char(max(ends), 'YYYY-MM') END AS "lastMonth"
    FROM published.unit JOIN membership USING (unit_id)
   WHERE unit.organisation_id = $1
   GROUP BY unit.organisation_id, unit.unit_id
   ORDER BY unit.code`;

/**
 * Question: which teams are in which unit at a close? Grain: publication unit. A team that has ended stays in its last
 * unit, for what comes in late.
 */
export const FIND_TEAMS_OF_UNITS = `
  SELECT coalesce(publish_with_team_id, team_id) AS "unitId", array_agg(team_id ORDER BY team_id) AS "teamIds"
    FROM intake.team
    CROSS JOIN LATERAL (
      SELECT publish_with_team_id FROM intake.team_period period
       WHERE period.organisation_id = team.organisation_id AND period.team_id = team.team_id
       ORDER BY (period.valid_from < $2) DESC, abs(period.valid_from - $2::date) LIMIT 1) AS at_close
   WHERE organisation_id = $1
   GROUP BY 1`;

/** Grain: organisation; the months between which reflections lie. Index: reflection_by_team_and_date. */
export const FIND_DELIVERED_MONTHS = `
  SELECT to_char(min(reflected_on), 'YYYY-MM') AS first, to_char(max(reflected_on), 'YYYY-MM') AS last
    FROM intake.reflection WHERE organisation_id = $1`;

/** Grain: reflection that was never posted, of one unit, up to a day. Index: reflection_by_team_and_date. */
export const FIND_PENDING = `
  SELECT reflection_pseudonym AS pseudonym, encode(contributor_pseudonym, 'hex') AS contributor,
         encode(case_pseudonym, 'hex') AS "careCase", ${STORED_REFLECTION_COLUMNS}
    FROM intake.reflection
   WHERE organisation_id = $1 AND team_id = ANY ($2) AND reflected_on < $3 AND status = 'final'
     -- Who and which case must be known to judge a block; a row that lost them waited too long.
     AND contributor_pseudonym IS NOT NULL
     AND NOT EXISTS (
       SELECT FROM publish.posting
        WHERE posting.organisation_id = reflection.organisation_id
          AND posting.reflection_pseudonym = reflection.reflection_pseudonym)`;

/** Grain: unit; professionals employed by its teams on a day. */
export const COUNT_PROFESSIONALS = `
  SELECT coalesce(sum(latest.professionals), 0)::int AS professionals
    FROM unnest($2::int[]) AS team (team_id)
    CROSS JOIN LATERAL (
      SELECT professionals FROM intake.team_period period
       WHERE period.organisation_id = $1 AND period.team_id = team.team_id
       ORDER BY (period.valid_from < $3) DESC, abs(period.valid_from - $3::date) LIMIT 1) latest`;

/** The month after the last one that has a figure or was absent: where the next block begins. */
export const FIND_LAST_SETTLED_MONTH = `
  SELECT greatest(
    (SELECT max(through_month) FROM published.block WHERE organisation_id = $1 AND unit_id = $2),
    (SELECT max(month) FROM published.absent_month WHERE organisation_id = $1 AND unit_id = $2)) AS month`;

export const INSERT_BLOCK = `
  INSERT INTO published.block (organisation_id, unit_id, through_month, from_month, reflections) VALUES ($1, $2, $3, $4, $5)`;

export const INSERT_COUNTS = `
  INSERT INTO published.block_count (organisation_id, unit_id, through_month, count_key, value)
  SELECT $1, $2, $3, count.* FROM unnest($4::text[], $5::int[]) AS count (count_key, value)`;

export const INSERT_POSTINGS = `
  INSERT INTO publish.posting (organisation_id, unit_id, through_month, reflection_pseudonym)
  SELECT $1, $2, $3, posted.pseudonym FROM unnest($4::bytea[]) AS posted (pseudonym)`;

export const INSERT_ABSENT_MONTH = `
  INSERT INTO published.absent_month (organisation_id, unit_id, month) VALUES ($1, $2, $3)`;

export const MARK_CLOSED = `
  UPDATE published.unit SET closed_through = $3, first_month = coalesce(first_month, $4) WHERE organisation_id = $1 AND unit_id = $2`;
