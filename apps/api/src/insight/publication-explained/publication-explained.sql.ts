/** Question: what is the last release of an organisation? Grain: organisation, with NULLs before the first. Zone: published. Index: primary key. */
export const FIND_LAST_RELEASE = `
  SELECT organisation.code, organisation.name, release.release_number AS number, release.released_at AS "releasedAt", release.closed_through AS "closedThrough",
         release.scheme_version AS "schemeVersion", release.policy_version AS "policyVersion", encode(release.hash, 'hex') AS hash, release.audit
    FROM published.organisation
    LEFT JOIN LATERAL (SELECT * FROM published.release WHERE release.organisation_id = organisation.organisation_id ORDER BY release_number DESC LIMIT 1) release ON true
   WHERE organisation.code = $1`;
