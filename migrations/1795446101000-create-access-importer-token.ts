import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tokens with which source systems deliver. Only the access keeper makes and revokes them; the intake writer, who serves
 * the door they open, may look them up and nothing more.
 *
 * The role comes without a password, as the others do: the application sets one when it opens the database.
 */
export class CreateAccessImporterToken1795446101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rolvast_access_keeper') THEN
          CREATE ROLE rolvast_access_keeper LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT;
        END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    await runner.query(`
      CREATE SCHEMA access;
      COMMENT ON SCHEMA access IS 'Who may do what. Holds hashes of secrets, never a secret.'`);
    await runner.query(CREATE_IMPORTER_TOKEN);
    await runner.query(`
      GRANT USAGE ON SCHEMA access TO rolvast_access_keeper, rolvast_intake_writer;
      GRANT USAGE ON SCHEMA intake TO rolvast_access_keeper;
      GRANT SELECT ON intake.organisation TO rolvast_access_keeper;
      GRANT SELECT, INSERT, UPDATE ON access.importer_token TO rolvast_access_keeper;
      GRANT SELECT ON access.importer_token TO rolvast_intake_writer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE ALL ON intake.organisation FROM rolvast_access_keeper;
      REVOKE ALL ON SCHEMA intake FROM rolvast_access_keeper;
      DROP TABLE access.importer_token;
      DROP SCHEMA access`);
    // Another database of the cluster may still grant rights to the role; then it stays.
    await runner.query(`
      DO $$ BEGIN
        DROP ROLE IF EXISTS rolvast_access_keeper;
      EXCEPTION WHEN dependent_objects_still_exist THEN NULL;
      END $$`);
  }
}

const CREATE_IMPORTER_TOKEN = `
  CREATE TABLE access.importer_token (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    token_id text NOT NULL CHECK (token_id ~ '^[0-9a-f]{16}$'),
    -- What it is for, in the words of whoever made it.
    label text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    -- SHA-256 of the secret, which has 256 random bits: there is nothing to guess and nothing to salt.
    secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
    revoked_at timestamptz,
    PRIMARY KEY (organisation_id, token_id)
  );
  CREATE UNIQUE INDEX importer_token_by_id ON access.importer_token (token_id)`;
