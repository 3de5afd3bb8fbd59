/*
 * What a merge says about alerts. Zone: intake. Grain: reflection, at most one row for each merge.
 *
 * The merge notes candidates while it knows them: staged rows with a "no" about a child, and replaced reflections that
 * have an alert. The rule itself is the domain's and is asked once, at the end, about what then stands.
 */

export const CREATE_CANDIDATES = 'CREATE TEMPORARY TABLE alert_candidate (reflection_pseudonym bytea, revision integer, line integer, is_replaced boolean) ON COMMIT DROP';

/** Without an answered "no" no rule fires; the rest of the rule is the domain's. */
export function mayAlert(row: string): string {
  return `(${row}.minors_involved AND (${row}.child_seen IS FALSE OR ${row}.child_spoken = 'no' OR ${row}.child_safety_discussed IS FALSE))`;
}

/** Notes the staged rows that may alert; those that are not stored in the end are left out when the candidates are read. */
export function noteStaged(table: string): string {
  return `
    INSERT INTO alert_candidate
    SELECT staged.reflection_pseudonym, staged.revision, staged.line, false FROM ${table} staged WHERE staged.status = 'final' AND ${mayAlert('staged')}`;
}

/** Each candidate as it stands now: one that has no alert yet, or one that was replaced. Looked up by key, as the merge does. */
export const DECLARE_CANDIDATES = `
  DECLARE candidates NO SCROLL CURSOR FOR
  SELECT DISTINCT ON (candidate.reflection_pseudonym)
         stored.place::text AS place, candidate.line, alert_link AS "alertLink", stored.revision, stored.status, team_id AS "teamId",
         minors_involved AS "minorsInvolved", child_seen AS "childSeen", child_spoken AS "childSpoken",
         child_safety_discussed AS "childSafetyDiscussed", child_concerns AS "childConcerns", pitfalls
    FROM alert_candidate candidate
    JOIN LATERAL (
      SELECT ctid AS place, reflection.* FROM intake.reflection
       WHERE reflection.organisation_id = $1 AND reflection.reflection_pseudonym >= candidate.reflection_pseudonym
       ORDER BY reflection.reflection_pseudonym LIMIT 1) stored
      ON stored.reflection_pseudonym = candidate.reflection_pseudonym AND stored.revision = candidate.revision
   WHERE stored.alert_link IS NULL OR candidate.is_replaced
   ORDER BY candidate.reflection_pseudonym, candidate.is_replaced DESC, candidate.line`;

export const FETCH_CANDIDATES = 'FETCH 1000 FROM candidates';
export const CLOSE_CANDIDATES = 'CLOSE candidates';

export const LINK_REFLECTIONS = `
  UPDATE intake.reflection SET alert_link = given.link FROM unnest($2::text[], $3::uuid[]) AS given (place, link)
   WHERE reflection.ctid = given.place::tid AND organisation_id = $1`;

export const PUT_OUT_ALERTS = `
  INSERT INTO intake.alert_outbox (organisation_id, alert_link, code, team_id, revision, standing, missing, ground)
  SELECT $1, put."alertLink", put.code, put."teamId", put.revision, put.standing, put.missing, put.ground
    FROM jsonb_to_recordset($2::jsonb) AS put ("alertLink" uuid, code text, "teamId" int, revision int, standing text, missing text[], ground text)`;

export const KEEP_CODES = 'INSERT INTO intake.alert_code SELECT $1, $2, given.* FROM unnest($3::int[], $4::text[]) AS given (line, code)';

export const ADD_OUTBOX_JOB = 'INSERT INTO intake.outbox_job (organisation_id, job_id) VALUES ($1, gen_random_uuid())';

/** Codes go once, to the token that delivered, and only when the delivery is stored for good. */
export const TAKE_CODES = `
  WITH taken AS (
    DELETE FROM intake.alert_code USING intake.import_job job
     WHERE alert_code.organisation_id = $1 AND alert_code.job_id = $2
       AND job.organisation_id = $1 AND job.job_id = $2 AND job.token_id = $3 AND job.state = 'done'
    RETURNING line, code
  )
  SELECT line, code FROM taken ORDER BY line, code`;
