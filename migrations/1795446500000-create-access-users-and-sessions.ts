import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may look, and who is looking: users, the roles they were given, and sessions. The gatekeeper serves sign-in and is
 * asked at every request; the access keeper is the command line of whoever administers.
 *
 * Users and sessions belong to a person, who may have roles in several organisations; everything else to one organisation.
 */
export class CreateAccessUsersAndSessions1795446500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_ROLE);
    await runner.query(CREATE_USERS);
    await runner.query(CREATE_SESSIONS);
    await runner.query(`
      GRANT USAGE ON SCHEMA access, intake, published TO rolvast_gatekeeper;
      GRANT SELECT ON intake.organisation, intake.region, intake.team TO rolvast_gatekeeper;
      GRANT SELECT ON published.team, published.unit TO rolvast_gatekeeper;
      GRANT SELECT, INSERT, UPDATE ON access.user_account, access.role_assignment TO rolvast_gatekeeper;
      GRANT SELECT, INSERT ON access.assigned_region, access.assigned_team TO rolvast_gatekeeper;
      GRANT SELECT, INSERT, UPDATE, DELETE ON access.session TO rolvast_gatekeeper;
      GRANT SELECT, INSERT, DELETE ON access.sign_in_attempt TO rolvast_gatekeeper;
      GRANT SELECT ON intake.region, intake.team TO rolvast_access_keeper;
      GRANT SELECT, INSERT, UPDATE ON access.user_account, access.role_assignment TO rolvast_access_keeper;
      GRANT SELECT, INSERT ON access.assigned_region, access.assigned_team TO rolvast_access_keeper`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE ALL ON intake.region, intake.team FROM rolvast_access_keeper;
      REVOKE ALL ON intake.organisation, intake.region, intake.team, published.team, published.unit FROM rolvast_gatekeeper;
      REVOKE ALL ON SCHEMA access, intake, published FROM rolvast_gatekeeper;
      DROP TABLE access.session;
      DROP TABLE access.sign_in_attempt;
      DROP TABLE access.assigned_region;
      DROP TABLE access.assigned_team;
      DROP TABLE access.role_assignment;
      DROP TABLE access.user_account`);
    await runner.query(DROP_ROLE);
  }
}

const CREATE_ROLE = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rolvast_gatekeeper') THEN
      CREATE ROLE rolvast_gatekeeper LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

/** Another database of the server may still grant rights to the role; then it stays. */
const DROP_ROLE = `
  DO $$ BEGIN
    DROP ROLE IF EXISTS rolvast_gatekeeper;
  EXCEPTION WHEN dependent_objects_still_exist THEN NULL;
  END $$`;

const CREATE_USERS = `
  CREATE TABLE access.user_account (
    user_number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 80),
    -- Who the provider says it is; NULL before the first sign-in.
    issuer text,
    subject text,
    -- The claim by which the first sign-in is recognised; forgotten then.
    invited_as text CHECK (length(invited_as) BETWEEN 1 AND 200),
    created_at timestamptz NOT NULL,
    UNIQUE (issuer, subject),
    CHECK ((issuer IS NULL) = (subject IS NULL)),
    CHECK ((invited_as IS NULL) <> (subject IS NULL))
  );
  CREATE UNIQUE INDEX user_account_by_invitation ON access.user_account (lower(invited_as));

  CREATE TABLE access.role_assignment (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    assignment_id integer GENERATED ALWAYS AS IDENTITY,
    user_number integer NOT NULL REFERENCES access.user_account,
    role text NOT NULL CHECK (role IN ('team-manager', 'quality-staff', 'director', 'administrator', 'data-protection-officer')),
    -- Given by a person, or because of a group at the provider; the latter ends when the group does.
    given_by text NOT NULL CHECK (given_by IN ('person', 'group')),
    granted_at timestamptz NOT NULL,
    -- NULL while it has no end.
    valid_until timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (organisation_id, assignment_id)
  );
  CREATE UNIQUE INDEX role_assignment_in_force ON access.role_assignment (organisation_id, user_number, role) WHERE revoked_at IS NULL;
  CREATE INDEX role_assignment_of_user ON access.role_assignment (user_number) WHERE revoked_at IS NULL;

  CREATE TABLE access.assigned_team (
    organisation_id integer NOT NULL,
    assignment_id integer NOT NULL,
    team_id integer NOT NULL,
    PRIMARY KEY (organisation_id, assignment_id, team_id),
    FOREIGN KEY (organisation_id, assignment_id) REFERENCES access.role_assignment (organisation_id, assignment_id),
    FOREIGN KEY (organisation_id, team_id) REFERENCES intake.team (organisation_id, team_id)
  );

  -- Every team that belongs to the region at the moment of asking.
  CREATE TABLE access.assigned_region (
    organisation_id integer NOT NULL,
    assignment_id integer NOT NULL,
    region_id integer NOT NULL,
    PRIMARY KEY (organisation_id, assignment_id, region_id),
    FOREIGN KEY (organisation_id, assignment_id) REFERENCES access.role_assignment (organisation_id, assignment_id),
    FOREIGN KEY (organisation_id, region_id) REFERENCES intake.region (organisation_id, region_id)
  )`;

const CREATE_SESSIONS = `
  -- Somebody went to the provider and has not come back yet; used once.
  CREATE TABLE access.sign_in_attempt (
    attempt_hash bytea PRIMARY KEY CHECK (length(attempt_hash) = 32),
    state text NOT NULL,
    nonce text NOT NULL,
    code_verifier text NOT NULL,
    return_to text NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX sign_in_attempt_by_end ON access.sign_in_attempt (expires_at);

  -- SHA-256 of what the cookie holds: who reads this table can't sign in with it.
  CREATE TABLE access.session (
    session_hash bytea PRIMARY KEY CHECK (length(session_hash) = 32),
    user_number integer NOT NULL REFERENCES access.user_account,
    -- The organisation in use; whether there still is a role in it is looked up at each request.
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    -- The session at the provider, by which it can be ended from there; NULL when the provider names none.
    provider_session text,
    -- What the provider wants back when it is told of signing out.
    id_token text NOT NULL,
    started_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    -- The absolute end, however busy it is.
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX session_of_user ON access.session (user_number);
  CREATE INDEX session_by_end ON access.session (expires_at)`;
