/** Question: which teams are published with the units of a scope, and which months were closed for these units? Grain: team, by region name and team name. Zone: published. */
export const FIND_TEAMS = `
  SELECT region.code AS "regionCode", region.name AS "regionName", team.code AS "teamCode", team.name AS "teamName",
         min(unit.first_month) FILTER (WHERE unit.closed_through IS NOT NULL) OVER () AS "closedFrom", max(unit.closed_through) OVER () AS "closedThrough"
    FROM published.organisation
    JOIN published.region USING (organisation_id)
    JOIN published.team USING (organisation_id, region_id)
    JOIN published.unit USING (organisation_id, unit_id)
   WHERE organisation.code = $1 AND unit.code = ANY ($2)
   ORDER BY region.name, team.name`;
