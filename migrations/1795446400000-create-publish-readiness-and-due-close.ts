import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What must be recorded before readers get a first release in production, and the closes that fell due.
 *
 * A proposal for another policy is decided by somebody else than who made it.
 */
export class CreatePublishReadinessAndDueClose1795446400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE publish.readiness (
        organisation_id integer PRIMARY KEY REFERENCES intake.organisation,
        works_council_consent_on date NOT NULL,
        impact_assessment_on date NOT NULL,
        recorded_by text NOT NULL CHECK (recorded_by <> ''),
        recorded_at timestamptz NOT NULL
      );
      COMMENT ON TABLE publish.readiness IS 'That the works council consented and the impact was assessed. Without it nothing goes to readers in production.'`);
    await runner.query(CREATE_DUE_CLOSE);
    await runner.query(`
      ALTER TABLE publish.policy ADD CONSTRAINT policy_decided_by_another CHECK (lower(decided_by) <> lower(proposed_by));
      GRANT SELECT, INSERT, UPDATE ON publish.readiness, publish.due_close TO rolvast_publisher`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE publish.policy DROP CONSTRAINT policy_decided_by_another; DROP TABLE publish.due_close; DROP TABLE publish.readiness');
  }
}

const CREATE_DUE_CLOSE = `
  -- A close that fell due, once for each organisation and month, whichever server finds it first.
  CREATE TABLE publish.due_close (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    month text NOT NULL CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    job_id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done')),
    attempt integer NOT NULL DEFAULT 0,
    -- Kind of the last failure; never a message, which could hold values.
    last_failure text,
    run_after timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    PRIMARY KEY (organisation_id, month)
  );
  CREATE INDEX due_close_open ON publish.due_close (run_after) WHERE state IN ('waiting', 'running')`;
