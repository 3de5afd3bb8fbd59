import { STORED_REFLECTION_COLUMNS } from '../../intake/reflection-store/stored-reflection.js';

/** Question: which units close which months? Grain: publication unit with its teams. Zone: publish reading intake. */
export const FIND_UNITS = `
  SELECT unit.unit_id AS "unitId", unit.code, unit.closed_through AS "closedThrough",
         array_agg(team.team_id) AS "teamIds",
         to_char(min(team.valid_from), 'YYYY-MM') AS "firstMonth",
         CASE WHEN bool_and(team.valid_to IS NOT NULL) THEN to_char(max(team.valid_to), 'YYYY-MM') END AS "lastMonth"
    FROM published.unit
    JOIN intake.team ON team.organisation_id = unit.organisation_id
     AND coalesce(team.publish_with_team_id, team.team_id) = unit.unit_id
   WHERE unit.organisation_id = $1
   GROUP BY unit.organisation_id, unit.unit_id
   ORDER BY unit.code`;

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
