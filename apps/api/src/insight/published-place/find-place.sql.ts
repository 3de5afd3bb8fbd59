/** What every place brings along of its organisation. */
const ORGANISATION = 'organisation.organisation_id AS "organisationId", organisation.code AS "organisationCode", organisation.name AS "organisationName"';

/** Question: with which unit of a scope is a team published? Grain: team. Zone: published. Index: keys on code. $3 units of the scope. */
export const FIND_TEAM = `
  SELECT ${ORGANISATION}, team.code, team.name, unit.code AS "unitCode", unit.name AS "unitName", NULL::integer AS "regionId",
         ARRAY[unit.unit_id] AS "unitIds", ARRAY[]::integer[] AS "regionIds", unit.closed_through AS "closedThrough"
    FROM published.organisation
    JOIN published.team USING (organisation_id)
    JOIN published.unit USING (organisation_id, unit_id)
   WHERE organisation.code = $1 AND team.code = $2 AND unit.code = ANY ($3)`;

/**
 * Question: which units belong to a region of a scope, or did when one of their blocks closed?
 * Grain: region. Zone: published. Index: primary keys. $3 units of the scope.
 *
 * A region is one of the scope when a unit of the scope is in it; one that has no team any more, when such a unit was.
 */
export const FIND_REGION = `
  SELECT ${ORGANISATION}, region.code, region.name, NULL AS "unitCode", NULL AS "unitName", region.region_id AS "regionId",
         ARRAY(SELECT unit_id FROM published.team WHERE (organisation_id, region_id) = (region.organisation_id, region.region_id)
                UNION SELECT unit_id FROM published.block WHERE (organisation_id, region_id) = (region.organisation_id, region.region_id) ORDER BY 1) AS "unitIds",
         ARRAY[region.region_id] AS "regionIds",
         (SELECT max(closed_through) FROM published.unit WHERE unit.organisation_id = organisation.organisation_id) AS "closedThrough"
    FROM published.organisation
    JOIN published.region USING (organisation_id)
   WHERE organisation.code = $1 AND region.code = $2
     AND EXISTS (
           SELECT FROM published.unit
            WHERE unit.organisation_id = region.organisation_id AND unit.code = ANY ($3)
              AND (unit.unit_id IN (SELECT unit_id FROM published.team WHERE (organisation_id, region_id) = (region.organisation_id, region.region_id))
                   OR NOT EXISTS (SELECT FROM published.team WHERE (organisation_id, region_id) = (region.organisation_id, region.region_id))
                      AND unit.unit_id IN (SELECT unit_id FROM published.block WHERE (organisation_id, region_id) = (region.organisation_id, region.region_id))))`;

/** Question: which units and regions does an organisation have? Grain: organisation. Zone: published. Index: key on code. */
export const FIND_ORGANISATION = `
  SELECT ${ORGANISATION}, organisation.code, organisation.name, NULL AS "unitCode", NULL AS "unitName", NULL::integer AS "regionId",
         ARRAY(SELECT unit_id FROM published.unit WHERE unit.organisation_id = organisation.organisation_id ORDER BY 1) AS "unitIds",
         ARRAY(SELECT region_id FROM published.region WHERE region.organisation_id = organisation.organisation_id ORDER BY 1) AS "regionIds",
         (SELECT max(closed_through) FROM published.unit WHERE unit.organisation_id = organisation.organisation_id) AS "closedThrough"
    FROM published.organisation
   WHERE organisation.code = $1`;

/** Question: what are some units called? Grain: unit. Zone: published. Index: primary key. $1 organisation, $2 units. */
export const FIND_UNIT_NAMES = `
  SELECT unit_id AS "unitId", code, name FROM published.unit WHERE organisation_id = $1 AND unit_id = ANY ($2) ORDER BY unit_id`;
