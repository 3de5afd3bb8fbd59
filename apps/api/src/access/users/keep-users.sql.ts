/** Question: who has which role in an organisation now? Grain: user and role. Zone: access. Index: role_assignment_in_force. */
export const FIND_USERS = `
  SELECT user_number AS "userNumber", display_name AS name, subject IS NOT NULL AS "isLinked", role, valid_until AS "validUntil",
         ARRAY(SELECT team.code FROM access.assigned_team given JOIN intake.team USING (organisation_id, team_id)
                WHERE given.organisation_id = assignment.organisation_id AND given.assignment_id = assignment.assignment_id ORDER BY 1) AS teams,
         ARRAY(SELECT region.code FROM access.assigned_region given JOIN intake.region USING (organisation_id, region_id)
                WHERE given.organisation_id = assignment.organisation_id AND given.assignment_id = assignment.assignment_id ORDER BY 1) AS regions
    FROM access.role_assignment assignment JOIN access.user_account USING (user_number)
   WHERE assignment.organisation_id = $1 AND revoked_at IS NULL AND (valid_until IS NULL OR valid_until > $2)
   ORDER BY display_name, user_number, role`;
