import type { MigrationInterface, QueryRunner } from 'typeorm';

const MONTH = "~ '^[0-9]{4}-(0[1-9]|1[0-2])$'";

/**
 * Schemas `publish` (which reflection went into which block) and `published` (what readers see).
 *
 * The blocks made here hold exact counts: they are marked as trial, and the migration that brings
 * rounding and the other protection drops them.
 */
export class CreatePublishPostingAndPublishedBlock1795446002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_PUBLISHED);
    await runner.query(CREATE_PUBLISH);
    await runner.query(`
      GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA publish TO rolvast_publisher;
      GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA published TO rolvast_publisher;
      REVOKE UPDATE ON published.block, published.block_count, published.absent_month FROM rolvast_publisher;
      GRANT SELECT ON ALL TABLES IN SCHEMA published TO rolvast_reader`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE publish.posting;
      DROP TABLE published.absent_month;
      DROP TABLE published.block_count;
      DROP TABLE published.block;
      DROP TABLE published.team;
      DROP TABLE published.unit;
      DROP TABLE published.region;
      DROP TABLE published.organisation`);
  }
}

const CREATE_PUBLISHED = `
  CREATE TABLE published.organisation (
    organisation_id integer PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL
  );

  CREATE TABLE published.region (
    organisation_id integer NOT NULL REFERENCES published.organisation,
    region_id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (organisation_id, region_id)
  );

  -- A team, or a team with the sibling it is published with; it has the number of the leading team.
  CREATE TABLE published.unit (
    organisation_id integer NOT NULL REFERENCES published.organisation,
    unit_id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    -- First month that could be closed; what lies before it is no gap.
    first_month text CHECK (first_month ${MONTH}),
    closed_through text CHECK (closed_through ${MONTH}),
    CHECK ((first_month IS NULL) = (closed_through IS NULL) AND first_month <= closed_through),
    PRIMARY KEY (organisation_id, unit_id)
  );

  CREATE TABLE published.team (
    organisation_id integer NOT NULL,
    team_id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    region_id integer NOT NULL,
    unit_id integer NOT NULL,
    PRIMARY KEY (organisation_id, team_id),
    UNIQUE (organisation_id, code),
    FOREIGN KEY (organisation_id, region_id) REFERENCES published.region (organisation_id, region_id),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id)
  );

  CREATE TABLE published.block (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    through_month text NOT NULL CHECK (through_month ${MONTH}),
    from_month text NOT NULL CHECK (from_month ${MONTH} AND from_month <= through_month),
    -- The floor of publication: a smaller block cannot exist here.
    reflections integer NOT NULL CHECK (reflections >= 10),
    is_trial boolean NOT NULL DEFAULT true CHECK (is_trial),
    PRIMARY KEY (organisation_id, unit_id, through_month),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id)
  );

  CREATE TABLE published.block_count (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    through_month text NOT NULL,
    count_key text NOT NULL,
    value integer NOT NULL CHECK (value >= 0),
    PRIMARY KEY (organisation_id, unit_id, through_month, count_key),
    FOREIGN KEY (organisation_id, unit_id, through_month) REFERENCES published.block (organisation_id, unit_id, through_month)
  );

  -- A closed month for which nothing at all was reported.
  CREATE TABLE published.absent_month (
    organisation_id integer NOT NULL,
    unit_id integer NOT NULL,
    month text NOT NULL CHECK (month ${MONTH}),
    PRIMARY KEY (organisation_id, unit_id, month),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES published.unit (organisation_id, unit_id)
  )`;

const CREATE_PUBLISH = `
  -- A reflection is posted once, in one block; later revisions do not move it.
  CREATE TABLE publish.posting (
    organisation_id integer NOT NULL,
    reflection_pseudonym bytea NOT NULL,
    unit_id integer NOT NULL,
    through_month text NOT NULL,
    PRIMARY KEY (organisation_id, reflection_pseudonym),
    FOREIGN KEY (organisation_id, unit_id, through_month) REFERENCES published.block (organisation_id, unit_id, through_month)
  )`;
