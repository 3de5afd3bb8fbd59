/** Grain: organisation. Zone: publish. Index: unique code. */
export const FIND_ORGANISATION = 'SELECT organisation_id AS id FROM intake.organisation WHERE code = $1';

/** Every version of the policy of an organisation, oldest first. Grain: version. Zone: publish. Index: primary key. */
export const FIND_VERSIONS = `
  SELECT version, professionals, cases, reflections, largest_percent AS "largestPercent", closing_day AS "closingDay",
         state, proposed_by AS "proposedBy", proposed_at AS "proposedAt", decided_by AS "decidedBy", decided_at AS "decidedAt"
    FROM publish.policy WHERE organisation_id = $1 ORDER BY version`;

/** Version 1 is the scheme's own, which has no row. */
export const INSERT_PROPOSAL = `
  INSERT INTO publish.policy (organisation_id, version, professionals, cases, reflections, largest_percent, closing_day, state, proposed_by, proposed_at)
  SELECT $1, 1 + greatest(1, coalesce(max(version), 1)), $2, $3, $4, $5, $6, 'proposed', $7, $8 FROM publish.policy WHERE organisation_id = $1`;

export const SUPERSEDE = "UPDATE publish.policy SET state = 'superseded' WHERE organisation_id = $1 AND state = 'in-force'";

export const DECIDE = 'UPDATE publish.policy SET state = $2, decided_by = $3, decided_at = $4 WHERE organisation_id = $1 AND version = $5';

/** What is recorded about consent. Grain: organisation. Zone: publish. Index: primary key. */
export const FIND_READINESS = `
  SELECT works_council_consent_on::text AS "worksCouncilConsentOn", impact_assessment_on::text AS "impactAssessmentOn", recorded_by AS "recordedBy", recorded_at AS "recordedAt"
    FROM publish.readiness WHERE organisation_id = $1`;

export const RECORD_READINESS = `
  INSERT INTO publish.readiness (organisation_id, works_council_consent_on, impact_assessment_on, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (organisation_id) DO UPDATE SET works_council_consent_on = excluded.works_council_consent_on, impact_assessment_on = excluded.impact_assessment_on,
              recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`;
