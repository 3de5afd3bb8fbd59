import { MONTH, MONTHS, PLACE } from './columns.js';

export const CREATE_PUBLISH_BLOCK = `
  -- A posted block with the facts by which it was safe; those are never published.
  CREATE TABLE publish.block (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    number integer NOT NULL CHECK (number >= 1),
    ${MONTHS},
    region_id integer NOT NULL,
    -- Of the unit at the close; NULL where its teams differ.
    care_form text,
    policy_version integer NOT NULL,
    reflections integer NOT NULL CHECK (reflections >= 10),
    professionals integer NOT NULL CHECK (professionals >= 5),
    cases integer NOT NULL CHECK (cases >= 8),
    largest_professional integer NOT NULL CHECK (largest_professional * 2 <= reflections),
    largest_case integer NOT NULL CHECK (largest_case * 2 <= reflections),
    release_number integer,
    PRIMARY KEY (organisation_id, unit_id, number),
    UNIQUE (organisation_id, unit_id, through_month),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id),
    FOREIGN KEY (organisation_id, region_id) REFERENCES published.region (organisation_id, region_id)
  );

  -- A reflection is posted once, in one block; later revisions do not move it.
  CREATE TABLE publish.posting (
    organisation_id integer NOT NULL,
    reflection_pseudonym bytea NOT NULL,
    unit_id integer NOT NULL,
    block_number integer NOT NULL,
    -- Its row of the snapshot, while there is one.
    ordinal integer NOT NULL CHECK (ordinal >= 1),
    PRIMARY KEY (organisation_id, reflection_pseudonym),
    UNIQUE (organisation_id, unit_id, block_number, ordinal),
    FOREIGN KEY (organisation_id, unit_id, block_number) REFERENCES publish.block (organisation_id, unit_id, number)
  );

  -- The reflections of a block as posted, while some ledger still needs them. Contributor and case are numbers that mean
  -- nothing outside the unit: the same one stands for the same person or case in every block of it that is still open.
  CREATE TABLE publish.snapshot (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    block_number integer NOT NULL,
    ordinal integer NOT NULL CHECK (ordinal >= 1),
    contributor integer NOT NULL,
    care_case integer NOT NULL,
    reflected_on date NOT NULL,
    legal_frame text,
    target_group text,
    agencies_involved smallint,
    pitfalls text[],
    role_definition smallint,
    role_awareness smallint,
    role_taking smallint,
    role_steadfastness smallint,
    felt_responsibility smallint,
    real_influence smallint,
    powerlessness_felt boolean,
    powerlessness_acknowledged boolean,
    referrer text,
    questions_compared text,
    onward_referral text,
    agencies_disagree boolean,
    round_table text,
    extra_hours numeric(5, 2),
    extra_hours_by text,
    extra_hours_reason text,
    extra_hours_effect text,
    minors_involved boolean,
    child_seen boolean,
    child_spoken text,
    child_safety_discussed boolean,
    child_concerns text[],
    boundary_crossed boolean,
    boundary_voiced boolean,
    -- These two ripen: until the ledger that needs them has closed they follow the latest revision.
    discussed_in text,
    discussed_on date,
    PRIMARY KEY (organisation_id, unit_id, block_number, ordinal),
    FOREIGN KEY (organisation_id, unit_id, block_number) REFERENCES publish.block (organisation_id, unit_id, number)
  );

  -- How far a unit was closed, released or not.
  CREATE TABLE publish.unit_close (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    first_month text NOT NULL CHECK (first_month ${MONTH}),
    closed_through text NOT NULL CHECK (closed_through ${MONTH} AND closed_through >= first_month),
    PRIMARY KEY (organisation_id, unit_id),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id)
  )`;

export const CREATE_BOOKKEEPING = `
  -- What rounding held back at the last posting of a count; never worked out again from rows.
  CREATE TABLE publish.carry (
    ${PLACE},
    count_key text NOT NULL,
    carry smallint NOT NULL CHECK (carry BETWEEN -1 AND 1),
    PRIMARY KEY (organisation_id, place_kind, place_id, count_key)
  );

  -- The floor of an organisation, in versions. Never below the scheme's; without a row the scheme's own holds, as version 1.
  CREATE TABLE publish.policy (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    version integer NOT NULL CHECK (version >= 1),
    professionals integer NOT NULL CHECK (professionals >= 5),
    cases integer NOT NULL CHECK (cases >= 8),
    reflections integer NOT NULL CHECK (reflections >= 10),
    largest_percent integer NOT NULL CHECK (largest_percent BETWEEN 1 AND 50),
    closing_day integer NOT NULL DEFAULT 10 CHECK (closing_day BETWEEN 1 AND 28),
    state text NOT NULL CHECK (state IN ('proposed', 'in-force', 'refused', 'superseded')),
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    PRIMARY KEY (organisation_id, version),
    CHECK ((state = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL))
  );
  CREATE UNIQUE INDEX one_policy_of_a_kind ON publish.policy (organisation_id, state) WHERE state IN ('proposed', 'in-force');

  -- Why a release did not go out; for the administrator only.
  CREATE TABLE publish.held_back (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    held_at timestamptz NOT NULL,
    closed_through text NOT NULL CHECK (closed_through ${MONTH}),
    reasons text[] NOT NULL CHECK (cardinality(reasons) > 0),
    PRIMARY KEY (organisation_id, held_at)
  )`;
