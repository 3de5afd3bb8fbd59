import { MONTH, MONTHS } from './columns.js';

export const CREATE_RELEASE = `
  CREATE TABLE published.release (
    organisation_id integer NOT NULL REFERENCES published.organisation,
    release_number integer NOT NULL CHECK (release_number >= 1),
    released_at timestamptz NOT NULL,
    closed_through text NOT NULL CHECK (closed_through ${MONTH}),
    scheme_version integer NOT NULL,
    policy_version integer NOT NULL,
    -- Of the release before; NULL for the first.
    previous_hash bytea CHECK (length(previous_hash) = 32),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    -- {"method", "units", "targets", "disclosures", "unfinished"}: what the audit tried and found, without names.
    audit jsonb NOT NULL,
    PRIMARY KEY (organisation_id, release_number),
    CHECK ((release_number = 1) = (previous_hash IS NULL))
  )`;

export const CREATE_PUBLISHED_BLOCK = `
  CREATE TABLE published.block (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    number integer NOT NULL CHECK (number >= 1),
    ${MONTHS},
    -- The region of the unit at the close.
    region_id integer NOT NULL,
    -- The floor of publication: a smaller block cannot exist here.
    reflections integer NOT NULL CHECK (reflections >= 10),
    release_number integer NOT NULL,
    PRIMARY KEY (organisation_id, unit_id, number),
    UNIQUE (organisation_id, unit_id, through_month),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id),
    FOREIGN KEY (organisation_id, region_id) REFERENCES published.region (organisation_id, region_id)
  )`;
