/**
 * Question: which rows are older than they may be linked, and which older than they may be kept?
 * Grain: reflection, support session. Zone: intake and publish. Index: the dates are scanned; it runs once a day at most.
 */
export const FIND_POLICY = `
  SELECT organisation.code,
         coalesce(pseudonym_months, 18) AS "pseudonymMonths", coalesce(row_years, 5) AS "rowYears",
         greatest(linked_from, ($2::date - make_interval(months => coalesce(pseudonym_months, 18)))::date)::text AS "linkedFrom",
         ($2::date - make_interval(years => coalesce(row_years, 5)))::date::text AS "keptFrom"
    FROM intake.organisation LEFT JOIN intake.retention USING (organisation_id)
   WHERE organisation_id = $1`;

export const SAVE_LINKED_FROM = `
  INSERT INTO intake.retention (organisation_id, linked_from) VALUES ($1, $2)
  ON CONFLICT (organisation_id) DO UPDATE SET linked_from = excluded.linked_from`;

export const SAVE_POLICY = `
  INSERT INTO intake.retention AS stored (organisation_id, pseudonym_months, row_years) VALUES ($1, coalesce($2, 18), coalesce($3, 5))
  ON CONFLICT (organisation_id) DO UPDATE
     SET pseudonym_months = coalesce($2, stored.pseudonym_months), row_years = coalesce($3, stored.row_years)
  RETURNING pseudonym_months AS "pseudonymMonths", row_years AS "rowYears"`;

/** A value nobody can make from a reference. */
const RANDOM = 'sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))';

/** A posting keeps its place in a closed block and leads to the row by the new value, so that nothing is posted twice. */
export const UNLINK_REFLECTIONS = `
  WITH forgotten AS MATERIALIZED (
    SELECT reflection_pseudonym AS old, ${RANDOM} AS new FROM intake.reflection
     WHERE organisation_id = $1 AND reflected_on < $2 AND contributor_pseudonym IS NOT NULL
  ), posted AS (
    UPDATE publish.posting SET reflection_pseudonym = forgotten.new FROM forgotten
     WHERE organisation_id = $1 AND reflection_pseudonym = forgotten.old
  ), unlinked AS (
    UPDATE intake.reflection
       SET reflection_pseudonym = forgotten.new, contributor_pseudonym = NULL, case_pseudonym = NULL, content_hash = NULL
      FROM forgotten WHERE organisation_id = $1 AND reflection_pseudonym = forgotten.old
    RETURNING 1
  )
  SELECT count(*)::int AS count FROM unlinked`;

/** Only weeks are certain, so a session goes with its whole week. It has no one else's reference; its own number is all there is to forget. */
export const UNLINK_SESSIONS = `
  WITH unlinked AS (
    UPDATE intake.support_session SET session_pseudonym = ${RANDOM}, is_linked = false
     WHERE organisation_id = $1 AND planned_week < $2 AND is_linked
    RETURNING 1
  )
  SELECT count(*)::int AS count FROM unlinked`;

export const DELETE_REFLECTIONS = `
  WITH deleted AS (
    DELETE FROM intake.reflection WHERE organisation_id = $1 AND reflected_on < $2 RETURNING reflection_pseudonym
  ), posted AS (
    DELETE FROM publish.posting USING deleted WHERE organisation_id = $1 AND posting.reflection_pseudonym = deleted.reflection_pseudonym
  )
  SELECT count(*)::int AS count FROM deleted`;

export const DELETE_SESSIONS = `
  WITH deleted AS (DELETE FROM intake.support_session WHERE organisation_id = $1 AND planned_week < $2 RETURNING 1)
  SELECT count(*)::int AS count FROM deleted`;

/** What is erased leaves a closed block as it is: its posting stays, under a value that leads nowhere. */
export function eraseBy(column: string): string {
  return `
    WITH erased AS (
      DELETE FROM intake.reflection WHERE organisation_id = $1 AND ${column} = $2 RETURNING reflection_pseudonym
    ), posted AS (
      UPDATE publish.posting SET reflection_pseudonym = ${RANDOM} FROM erased
       WHERE organisation_id = $1 AND posting.reflection_pseudonym = erased.reflection_pseudonym
    )
    SELECT count(*)::int AS count FROM erased`;
}
