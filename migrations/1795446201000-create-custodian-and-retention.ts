import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How long what came in is kept, and the login that ends it: only the custodian may delete a reflection, and only it
 * changes pseudonyms, when a key is rotated or when they are no longer needed.
 */
export class CreateCustodianAndRetention1795446201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_ROLE);
    await runner.query(CREATE_RETENTION);
    await runner.query(`
      ALTER TABLE intake.reflection ALTER COLUMN contributor_pseudonym DROP NOT NULL, ALTER COLUMN case_pseudonym DROP NOT NULL,
        ALTER COLUMN content_hash DROP NOT NULL,
        -- All three are there or none: without them a row stands for nobody and matches nothing.
        ADD CONSTRAINT linked_or_not CHECK (
          (contributor_pseudonym IS NULL) = (case_pseudonym IS NULL) AND (contributor_pseudonym IS NULL) = (content_hash IS NULL));
      COMMENT ON COLUMN intake.reflection.contributor_pseudonym IS 'NULL once it was no longer needed; reflection_pseudonym then is a random value.'`);
    await runner.query(`
      ALTER TABLE intake.organisation ADD COLUMN lifetime_turn integer NOT NULL DEFAULT 0;
      COMMENT ON COLUMN intake.organisation.lifetime_turn IS
        'Raised whenever something ended (erasure, retention): a delivery that began before must be made again.'`);
    await runner.query(`
      GRANT USAGE ON SCHEMA intake, publish TO rolvast_custodian;
      GRANT SELECT, UPDATE ON intake.organisation TO rolvast_custodian;
      GRANT SELECT, UPDATE, DELETE ON intake.reflection, intake.support_session, publish.posting TO rolvast_custodian;
      GRANT SELECT, INSERT, UPDATE ON intake.retention TO rolvast_custodian;
      GRANT SELECT ON intake.import_job TO rolvast_custodian;
      GRANT SELECT ON intake.retention TO rolvast_intake_writer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE ALL ON ALL TABLES IN SCHEMA intake, publish FROM rolvast_custodian;
      REVOKE USAGE ON SCHEMA intake, publish FROM rolvast_custodian;
      DROP TABLE intake.retention;
      ALTER TABLE intake.organisation DROP COLUMN lifetime_turn;
      ALTER TABLE intake.reflection DROP CONSTRAINT linked_or_not;
      COMMENT ON COLUMN intake.reflection.contributor_pseudonym IS NULL`);
    // What was no longer linked can't be linked again: the column only accepts bytes, and zeros say nothing.
    await runner.query(`
      UPDATE intake.reflection
         SET contributor_pseudonym = decode(repeat('00', 32), 'hex'), case_pseudonym = decode(repeat('00', 32), 'hex'), content_hash = decode(repeat('00', 32), 'hex')
       WHERE contributor_pseudonym IS NULL`);
    await runner.query(`
      ALTER TABLE intake.reflection ALTER COLUMN contributor_pseudonym SET NOT NULL, ALTER COLUMN case_pseudonym SET NOT NULL,
        ALTER COLUMN content_hash SET NOT NULL`);
    await runner.query(DROP_ROLE);
  }
}

const CREATE_ROLE = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rolvast_custodian') THEN
      CREATE ROLE rolvast_custodian LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

/** Another database of the server may still grant rights to the role; then it stays. */
const DROP_ROLE = `
  DO $$ BEGIN
    DROP ROLE IF EXISTS rolvast_custodian;
  EXCEPTION WHEN dependent_objects_still_exist THEN NULL;
  END $$`;

const CREATE_RETENTION = `
  CREATE TABLE intake.retention (
    organisation_id integer PRIMARY KEY REFERENCES intake.organisation,
    pseudonym_months smallint NOT NULL DEFAULT 18 CHECK (pseudonym_months BETWEEN 1 AND 18),
    row_years smallint NOT NULL DEFAULT 5 CHECK (row_years BETWEEN 2 AND 10),
    -- First day whose rows still have pseudonyms; NULL while none were deleted. It never goes back.
    linked_from date
  )`;
