/** Question: whose session is this, and which organisation is in use? Grain: session. Zone: access. Index: primary key. */
export const FIND_SESSION = `
  SELECT session.user_number AS "userNumber", account.display_name AS "displayName", session.last_seen_at AS "lastSeenAt",
         organisation.organisation_id AS "organisationId", organisation.code AS "organisationCode", organisation.name AS "organisationName"
    FROM access.session
    JOIN access.user_account account USING (user_number)
    JOIN intake.organisation USING (organisation_id)
   WHERE session.session_hash = $1 AND session.expires_at > $2 AND session.last_seen_at > $3`;

/**
 * Question: which roles does a user have in an organisation now, and for which units?
 * Grain: role. Zone: access, and names of schema published. Index: role_assignment_in_force.
 */
export const FIND_ROLES = `
  SELECT assignment.role, coalesce(array_agg(unit.code) FILTER (WHERE unit.code IS NOT NULL), '{}') AS units
    FROM access.role_assignment assignment
    LEFT JOIN published.unit unit
      ON unit.organisation_id = assignment.organisation_id
     AND (assignment.role = ANY ($4) OR assignment.role = ANY ($5) AND unit.unit_id IN (
           SELECT team.unit_id FROM published.team
            WHERE team.organisation_id = assignment.organisation_id
              AND (EXISTS (SELECT FROM access.assigned_team given
                            WHERE given.organisation_id = assignment.organisation_id AND given.assignment_id = assignment.assignment_id
                              AND given.team_id = team.team_id)
                   OR EXISTS (SELECT FROM access.assigned_region given
                               WHERE given.organisation_id = assignment.organisation_id AND given.assignment_id = assignment.assignment_id
                                 AND given.region_id = team.region_id))))
   WHERE assignment.organisation_id = $1 AND assignment.user_number = $2
     AND assignment.revoked_at IS NULL AND (assignment.valid_until IS NULL OR assignment.valid_until > $3)
   GROUP BY assignment.role ORDER BY assignment.role`;

/** Question: in which organisations does a user have a role now? Grain: organisation, by name. Zone: access. Index: role_assignment_of_user. */
export const FIND_ORGANISATIONS_OF_USER = `
  SELECT DISTINCT organisation.organisation_id AS id, organisation.code, organisation.name
    FROM access.role_assignment assignment JOIN intake.organisation USING (organisation_id)
   WHERE assignment.user_number = $1 AND assignment.revoked_at IS NULL AND (assignment.valid_until IS NULL OR assignment.valid_until > $2)
   ORDER BY organisation.name, organisation.code`;
