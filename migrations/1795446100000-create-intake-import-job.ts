import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Deliveries: what an import did, and what still waits to be merged.
 *
 * Rows that wait lie in schema `staging`, in a table of their own for each delivery, made and dropped by the intake
 * writer. They hold pseudonyms only, like intake.reflection.
 */
export class CreateIntakeImportJob1795446100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA staging;
      COMMENT ON SCHEMA staging IS 'Pseudonymised rows of deliveries that were received and are not merged yet. Reached by the intake writer only.';
      GRANT USAGE, CREATE ON SCHEMA staging TO rolvast_intake_writer`);
    await runner.query(CREATE_IMPORT_JOB);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON intake.import_job TO rolvast_intake_writer');
  }

  async down(runner: QueryRunner): Promise<void> {
    // What waits goes with it: staged rows are of no use to a version that doesn't know them.
    await runner.query('DROP TABLE intake.import_job; DROP SCHEMA staging CASCADE');
  }
}

const CREATE_IMPORT_JOB = `
  CREATE TABLE intake.import_job (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    job_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('reflections', 'support-sessions')),
    state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'refused')),
    way_in text NOT NULL CHECK (way_in IN ('command', 'upload', 'mutation', 'folder')),
    -- The importer token that delivered; empty on the command line.
    token_id text,
    is_strict boolean NOT NULL,
    staged_rows integer NOT NULL CHECK (staged_rows >= 0),
    -- What was counted and rejected while the rows came in.
    received jsonb NOT NULL,
    -- What the import did as a whole; empty until it is finished.
    report jsonb,
    -- How often somebody began to merge it.
    attempt integer NOT NULL DEFAULT 0,
    -- Kind of the last failure, such as an error code of the database; never a message, which could hold values.
    last_failure text,
    received_at timestamptz NOT NULL,
    run_after timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    PRIMARY KEY (organisation_id, job_id),
    CHECK ((state IN ('done', 'refused')) = (report IS NOT NULL AND finished_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX import_job_by_id ON intake.import_job (job_id);
  CREATE INDEX import_job_open ON intake.import_job (run_after) WHERE state IN ('waiting', 'running')`;
