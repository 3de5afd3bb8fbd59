import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was done and refused, one chain of hashes per organisation. Nobody changes or removes an entry: the grants do not
 * allow it, and a trigger refuses it to the owner as well.
 */
export class CreateAccessAuditEntry1795446501000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_AUDIT_ENTRY);
    await runner.query(CREATE_HEAD_EXPORT);
    await runner.query(`
      GRANT SELECT, INSERT ON access.audit_entry TO rolvast_gatekeeper, rolvast_access_keeper;
      GRANT SELECT, INSERT, UPDATE ON access.audit_head_export TO rolvast_gatekeeper`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access.audit_head_export; DROP TABLE access.audit_entry; DROP FUNCTION access.refuse_change_of_audit()');
  }
}

const CREATE_AUDIT_ENTRY = `
  CREATE TABLE access.audit_entry (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    entry_number bigint NOT NULL CHECK (entry_number > 0),
    at timestamptz NOT NULL,
    -- NULL for the command line, where nobody is signed in.
    user_number integer REFERENCES access.user_account,
    role text NOT NULL,
    deed text NOT NULL,
    -- Code of a unit, where the deed was about one that exists.
    unit text,
    -- The purpose somebody gave, where one is asked for.
    reason text,
    result text NOT NULL CHECK (result IN ('done', 'refused')),
    request_id text NOT NULL,
    -- 32 zero bytes before the first.
    previous_hash bytea NOT NULL CHECK (length(previous_hash) = 32),
    entry_hash bytea NOT NULL CHECK (length(entry_hash) = 32),
    PRIMARY KEY (organisation_id, entry_number)
  );

  CREATE FUNCTION access.refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change_of_audit()`;

const CREATE_HEAD_EXPORT = `
  -- A job a day, for all organisations together; the columns are those of every queue.
  CREATE TABLE access.audit_head_export (
    day date PRIMARY KEY,
    job_id uuid NOT NULL UNIQUE,
    state text NOT NULL CHECK (state IN ('waiting', 'running', 'done')),
    attempt integer NOT NULL DEFAULT 0,
    last_failure text,
    run_after timestamptz NOT NULL,
    started_at timestamptz
  )`;
