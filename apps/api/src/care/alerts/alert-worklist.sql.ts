/*
 * Question: which alerts wait, and for how long? Grain: alert. Zone: care. Index: alert_by_day, alert_pending_by_team.
 * No reflection is reached from here, and the link to one is never selected.
 */

const UNIT = 'JOIN care.team_place place ON place.organisation_id = alert.organisation_id AND place.team_id = alert.team_id';

/**
 * The alerts of some teams, the longest waiting first. $3: states; $4: raised on or before, NULL for any day; $5: the code after which
 * to go on, NULL to begin.
 */
export const FIND_ALERTS = `
  SELECT alert.code, unit_code AS "unitCode", unit_name AS "unitName", raised_on::text AS "raisedOn", missing, ground, state, outcome,
         is_closing_proposed AS "isClosingProposed", version
    FROM care.alert ${UNIT}
   WHERE alert.organisation_id = $1 AND alert.team_id = ANY ($2) AND state = ANY ($3) AND ($4::date IS NULL OR raised_on <= $4)
     AND ($5::text IS NULL OR (raised_on, alert_number) > (SELECT last.raised_on, last.alert_number FROM care.alert last WHERE last.organisation_id = $1 AND last.code = $5))
   ORDER BY raised_on, alert_number LIMIT $6`;

export const COUNT_ALERTS = `
  SELECT count(*)::int AS count FROM care.alert
   WHERE organisation_id = $1 AND team_id = ANY ($2) AND state = ANY ($3) AND ($4::date IS NULL OR raised_on <= $4)`;

/** Each step of an alert, the first one first. Nobody's number is in it: the role is enough. */
export const FIND_STEPS = `
  SELECT step, from_state AS "from", to_state AS "to", step.role, step.at, step.reason, step.outcome
    FROM care.alert_step step JOIN care.alert USING (organisation_id, alert_number)
   WHERE organisation_id = $1 AND code = $2 AND team_id = ANY ($3) ORDER BY step.version`;

export const FIND_RAISED = 'SELECT raised_at AS "raisedAt" FROM care.alert WHERE organisation_id = $1 AND code = $2 AND team_id = ANY ($3)';

/** How many wait, by day and place; the days go no further than the counting of bands. */
export const COUNT_PENDING = `
  SELECT raised_on::text AS "raisedOn", unit_code AS "unitCode", region_code AS "regionCode", region_name AS "regionName", count(*)::int AS count
    FROM care.alert ${UNIT}
   WHERE alert.organisation_id = $1 AND alert.team_id = ANY ($2) AND state <> 'closed' GROUP BY 1, 2, 3, 4`;
