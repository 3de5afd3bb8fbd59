/** Question: which organisations are there? Grain: organisation. Zone: published. */
export const FIND_ORGANISATIONS = 'SELECT code, name FROM published.organisation ORDER BY name';

/** Question: which teams does an organisation have? Grain: team, by region name and team name. Zone: published. */
export const FIND_TEAMS = `
  SELECT organisation.name AS "organisationName", region.code AS "regionCode", region.name AS "regionName",
         team.code AS "teamCode", team.name AS "teamName"
    FROM published.organisation
    JOIN published.region USING (organisation_id)
    JOIN published.team USING (organisation_id, region_id)
   WHERE organisation.code = $1
   ORDER BY region.name, team.name`;
