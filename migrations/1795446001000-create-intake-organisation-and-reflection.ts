import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema `intake`: who the organisation is, and the reflections as delivered, with pseudonyms for references. */
export class CreateIntakeOrganisationAndReflection1795446001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_ORGANISATION);
    await runner.query(CREATE_REFLECTION);
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA intake TO rolvast_intake_writer;
      GRANT SELECT ON ALL TABLES IN SCHEMA intake TO rolvast_publisher`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE intake.reflection;
      DROP TABLE intake.team_period;
      DROP TABLE intake.team;
      DROP TABLE intake.region;
      DROP TABLE intake.organisation`);
  }
}

const CREATE_ORGANISATION = `
  CREATE TABLE intake.organisation (
    organisation_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    -- Tells a wrong key file from the right one; says nothing about the key itself.
    key_fingerprint bytea NOT NULL
  );

  CREATE TABLE intake.region (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    region_id integer GENERATED ALWAYS AS IDENTITY,
    code text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (organisation_id, region_id),
    UNIQUE (organisation_id, code)
  );

  CREATE TABLE intake.team (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    team_id integer GENERATED ALWAYS AS IDENTITY,
    code text NOT NULL,
    name text NOT NULL,
    care_form text NOT NULL,
    valid_from date NOT NULL,
    -- Last day on which the team exists; empty while it has no end.
    valid_to date,
    publish_with_team_id integer,
    PRIMARY KEY (organisation_id, team_id),
    UNIQUE (organisation_id, code),
    FOREIGN KEY (organisation_id, publish_with_team_id) REFERENCES intake.team (organisation_id, team_id),
    CHECK (publish_with_team_id <> team_id),
    CHECK (valid_to >= valid_from)
  );

  -- Region and size of a team from a day on; history stays as it was.
  CREATE TABLE intake.team_period (
    organisation_id integer NOT NULL,
    team_id integer NOT NULL,
    valid_from date NOT NULL,
    region_id integer NOT NULL,
    professionals integer NOT NULL CHECK (professionals > 0),
    PRIMARY KEY (organisation_id, team_id, valid_from),
    FOREIGN KEY (organisation_id, team_id) REFERENCES intake.team (organisation_id, team_id),
    FOREIGN KEY (organisation_id, region_id) REFERENCES intake.region (organisation_id, region_id)
  )`;

const CREATE_REFLECTION = `
  CREATE TABLE intake.reflection (
    organisation_id integer NOT NULL,
    reflection_pseudonym bytea NOT NULL CHECK (length(reflection_pseudonym) = 32),
    revision integer NOT NULL CHECK (revision >= 1),
    status text NOT NULL CHECK (status IN ('final', 'withdrawn')),
    team_id integer NOT NULL,
    contributor_pseudonym bytea NOT NULL CHECK (length(contributor_pseudonym) = 32),
    case_pseudonym bytea NOT NULL CHECK (length(case_pseudonym) = 32),
    reflected_on date NOT NULL,
    content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
    legal_frame text,
    target_group text,
    agencies_involved smallint,
    -- CODE or CODE:SUBTYPE; an empty array means considered and none noticed, NULL means not filled in.
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
    discussed_in text,
    discussed_on date,
    PRIMARY KEY (organisation_id, reflection_pseudonym),
    FOREIGN KEY (organisation_id, team_id) REFERENCES intake.team (organisation_id, team_id)
  );
  CREATE INDEX reflection_by_team_and_date ON intake.reflection (organisation_id, team_id, reflected_on)`;
