/**
 * Question: what is the last release of an organisation, and which part of a unit took part in one quarter?
 * Grain: organisation, with NULLs where there is none. Zone: published. Index: primary keys. $3 last month of the quarter.
 */
export const FIND_RELEASE_AND_PARTICIPATION = `
  SELECT release.release_number AS "number", release.released_at AS "releasedAt", release.closed_through AS "closedThrough",
         (SELECT band FROM published.participation WHERE organisation_id = $1 AND unit_id = ANY ($2) AND through_month = $3) AS band
    FROM (SELECT) AS always
    LEFT JOIN LATERAL (SELECT * FROM published.release WHERE organisation_id = $1 ORDER BY release_number DESC LIMIT 1) release ON true`;
