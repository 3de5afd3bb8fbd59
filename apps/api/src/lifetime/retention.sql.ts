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

/** The first day whose rows may be linked at all, however long a ledger is open. $2: today. */
const LINKED_AT_MOST_FROM = "($2::date - make_interval(months => 18))::date";
/** Last month of the half-year of a block. */
const HALF_YEAR = "substring(through_month FOR 5) || CASE WHEN substring(through_month FROM 6) <= '06' THEN '06' ELSE '12' END";

/**
 * A ledger that waited for so long that pseudonyms end is given up: without them nobody can tell any more whether two professionals are
 * one. What was posted stays. Blocks go by whole half-years that are over, so that no count over several blocks is left half.
 * $2: today. Role custodian.
 */
export const GIVE_UP_LEDGERS = `
  WITH aged AS (
    SELECT block.unit_id, max(${HALF_YEAR}) AS half_year
      FROM publish.snapshot
      JOIN publish.block ON block.organisation_id = $1 AND block.unit_id = snapshot.unit_id AND number = block_number
     WHERE snapshot.organisation_id = $1 AND reflected_on < ${LINKED_AT_MOST_FROM} AND ${HALF_YEAR} < to_char($2::date, 'YYYY-MM')
     GROUP BY 1
  ), given_up AS (
    SELECT block.unit_id, number FROM aged JOIN publish.block ON block.organisation_id = $1 AND block.unit_id = aged.unit_id
     WHERE block.through_month <= half_year
  )
  DELETE FROM publish.snapshot USING given_up
   WHERE snapshot.organisation_id = $1 AND snapshot.unit_id = given_up.unit_id AND block_number = number`;

/**
 * A posting keeps its place in a closed block and leads to the row by the new value, so that nothing is posted twice. Rows that an open
 * ledger still needs keep their pseudonyms until it closes, at most for 18 months. $2: today, $3: first day that is kept linked anyway.
 */
export const UNLINK_REFLECTIONS = `
  WITH forgotten AS MATERIALIZED (
    SELECT reflection_pseudonym AS old, ${RANDOM} AS new FROM intake.reflection
     WHERE organisation_id = $1 AND reflected_on < $3 AND contributor_pseudonym IS NOT NULL
       AND (reflected_on < ${LINKED_AT_MOST_FROM} OR NOT EXISTS (
         SELECT FROM publish.posting JOIN publish.snapshot USING (organisation_id, unit_id, block_number, ordinal)
          WHERE posting.organisation_id = $1 AND posting.reflection_pseudonym = reflection.reflection_pseudonym))
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

/** A reflection without pseudonyms gets no revisions any more, so nothing needs to lead to its alert; the alert itself stays. Comes after {@link UNLINK_REFLECTIONS}. */
export const UNLINK_ALERTS = `
  WITH linked AS MATERIALIZED (
    SELECT alert_link FROM intake.reflection WHERE organisation_id = $1 AND contributor_pseudonym IS NULL AND alert_link IS NOT NULL
  ), alerts AS (
    UPDATE care.alert SET alert_link = NULL FROM linked WHERE organisation_id = $1 AND alert.alert_link = linked.alert_link
  ), reflections AS (
    UPDATE intake.reflection SET alert_link = NULL WHERE organisation_id = $1 AND contributor_pseudonym IS NULL AND alert_link IS NOT NULL
    RETURNING 1
  )
  SELECT count(*)::int AS count FROM reflections`;

/** An alert goes when it was raised as long ago as a reflection is kept, whatever its state. */
export const DELETE_ALERTS = `
  WITH old AS MATERIALIZED (
    SELECT alert_number FROM care.alert WHERE organisation_id = $1 AND raised_on < $2
  ), steps AS (
    DELETE FROM care.alert_step USING old WHERE organisation_id = $1 AND alert_step.alert_number = old.alert_number
  ), deleted AS (
    DELETE FROM care.alert USING old WHERE organisation_id = $1 AND alert.alert_number = old.alert_number RETURNING 1
  )
  SELECT count(*)::int AS count FROM deleted`;

export const DELETE_LISTED_SESSIONS = `
  WITH deleted AS (DELETE FROM care.support_session WHERE organisation_id = $1 AND planned_week < $2 RETURNING 1)
  SELECT count(*)::int AS count FROM deleted`;

/** Codes that the source system never fetched; nobody needs them after a month. */
export const DELETE_UNFETCHED_CODES = `
  WITH deleted AS (
    DELETE FROM intake.alert_code USING intake.import_job job
     WHERE alert_code.organisation_id = $1 AND job.organisation_id = $1 AND job.job_id = alert_code.job_id AND job.received_at < $2::date - interval '1 month'
    RETURNING 1
  )
  SELECT count(*)::int AS count FROM deleted`;

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

/**
 * The alerts of what is about to be erased, with what waits to change them. What waits goes first, since whoever takes it in
 * holds it: after that no alert of these can appear any more.
 */
export function eraseWaitingBy(column: string): string {
  return `DELETE FROM intake.alert_outbox USING intake.reflection
           WHERE alert_outbox.organisation_id = $1 AND reflection.organisation_id = $1 AND reflection.${column} = $2 AND reflection.alert_link = alert_outbox.alert_link`;
}

/** Whoever is about to take a step with one of them waits, and then finds it gone. */
export function holdAlertsBy(column: string): string {
  return `SELECT FROM care.alert JOIN intake.reflection USING (organisation_id, alert_link) WHERE organisation_id = $1 AND reflection.${column} = $2 FOR UPDATE OF alert`;
}

export function eraseStepsBy(column: string): string {
  return `DELETE FROM care.alert_step USING care.alert, intake.reflection
           WHERE alert_step.organisation_id = $1 AND alert.organisation_id = $1 AND alert.alert_number = alert_step.alert_number
             AND reflection.organisation_id = $1 AND reflection.${column} = $2 AND reflection.alert_link = alert.alert_link`;
}

export function eraseAlertsBy(column: string): string {
  return `
    WITH erased AS (
      DELETE FROM care.alert USING intake.reflection
       WHERE alert.organisation_id = $1 AND reflection.organisation_id = $1 AND reflection.${column} = $2 AND reflection.alert_link = alert.alert_link RETURNING 1
    )
    SELECT count(*)::int AS count FROM erased`;
}

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
