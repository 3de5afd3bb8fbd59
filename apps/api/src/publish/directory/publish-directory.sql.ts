/** Question: which names may readers see? Grain: organisation. Zone: publish. */
export const COPY_ORGANISATION = `
  INSERT INTO published.organisation (organisation_id, code, name)
  SELECT organisation_id, code, name FROM intake.organisation WHERE code = $1
  ON CONFLICT (organisation_id) DO UPDATE SET name = excluded.name`;

/** Grain: region. */
export const COPY_REGIONS = `
  INSERT INTO published.region (organisation_id, region_id, code, name)
  SELECT organisation_id, region_id, region.code, region.name
    FROM intake.region JOIN intake.organisation USING (organisation_id)
   WHERE organisation.code = $1
  ON CONFLICT (organisation_id, region_id) DO UPDATE SET name = excluded.name`;

/** The unit, region and sibling of a team as recorded last. */
const LATEST_PERIOD = `
  CROSS JOIN LATERAL (
    SELECT region_id, publish_with_team_id FROM intake.team_period period
     WHERE period.organisation_id = team.organisation_id AND period.team_id = team.team_id
     ORDER BY period.valid_from DESC LIMIT 1) latest`;

/**
 * Grain: publication unit, named after every team that is in it now: 'Ambulant Midden + Intensief Midden'. A unit that
 * once was one stays, with its figures, when its teams have gone elsewhere.
 */
export const COPY_UNITS = `
  WITH member AS (
    SELECT team.organisation_id, team.team_id, team.name, latest.publish_with_team_id FROM intake.team ${LATEST_PERIOD}
  )
  INSERT INTO published.unit (organisation_id, unit_id, code, name)
  SELECT lead.organisation_id, lead.team_id, lead.code,
         concat_ws(' + ', lead.name, string_agg(member.name, ' + ' ORDER BY member.name))
    FROM intake.team lead
    JOIN intake.organisation USING (organisation_id)
    LEFT JOIN member ON member.organisation_id = lead.organisation_id AND member.publish_with_team_id = lead.team_id
   WHERE organisation.code = $1
     AND EXISTS (SELECT FROM intake.team_period alone
                  WHERE alone.organisation_id = lead.organisation_id AND alone.team_id = lead.team_id AND alone.publish_with_team_id IS NULL)
   GROUP BY lead.organisation_id, lead.team_id
  ON CONFLICT (organisation_id, unit_id) DO UPDATE SET name = excluded.name`;

/** Grain: team, with its latest region and the unit it is published with. */
export const COPY_TEAMS = `
  INSERT INTO published.team (organisation_id, team_id, code, name, region_id, unit_id)
  SELECT team.organisation_id, team.team_id, team.code, team.name, latest.region_id, coalesce(latest.publish_with_team_id, team.team_id)
    FROM intake.team
    JOIN intake.organisation USING (organisation_id) ${LATEST_PERIOD}
   WHERE organisation.code = $1
  ON CONFLICT (organisation_id, team_id) DO UPDATE
     SET name = excluded.name, region_id = excluded.region_id, unit_id = excluded.unit_id`;
