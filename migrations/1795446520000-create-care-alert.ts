import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Alerts, and the way they come: intake puts into its outbox, in the transaction of a merge, what the rule says of a
 * reflection; care takes it out and raises, updates or closes the alert.
 *
 * Care reads no reflection and knows no pseudonym. What leads from a reflection to its alert is a random value, the alert
 * link, and it is taken away with the pseudonyms.
 */
export class CreateCareAlert1795446520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_ROLE);
    await runner.query(`
      CREATE SCHEMA care;
      COMMENT ON SCHEMA care IS 'Operational lists: alerts, support sessions, and what is done about signals. No pseudonym, no reflection.';
      ALTER TABLE intake.reflection ADD COLUMN alert_link uuid;
      COMMENT ON COLUMN intake.reflection.alert_link IS 'Random; leads to the alert of the reflection. NULL while it has none, and once its pseudonyms are gone.'`);
    await runner.query(CREATE_OUTBOX);
    await runner.query(CREATE_ALERT);
    await runner.query(`
      CREATE VIEW care.team_place WITH (security_invoker = true) AS ${TEAM_PLACE};
      COMMENT ON VIEW care.team_place IS 'Each team with its region and publication unit as recorded last.'`);
    await runner.query(`
      GRANT SELECT, INSERT ON intake.outbox_job, intake.alert_outbox TO rolvast_intake_writer;
      GRANT SELECT, INSERT, DELETE ON intake.alert_code TO rolvast_intake_writer;
      GRANT USAGE ON SCHEMA access, intake, care TO rolvast_carer;
      GRANT SELECT, INSERT ON access.audit_entry TO rolvast_carer;
      GRANT SELECT ON intake.organisation, intake.region, intake.team, intake.team_period, care.team_place TO rolvast_carer;
      GRANT SELECT, UPDATE, DELETE ON intake.outbox_job, intake.alert_outbox TO rolvast_carer;
      GRANT SELECT, INSERT, UPDATE ON care.alert, care.alert_setting TO rolvast_carer;
      GRANT SELECT, INSERT ON care.alert_step TO rolvast_carer;
      GRANT SELECT, INSERT, DELETE ON care.list_purpose TO rolvast_carer;
      GRANT USAGE ON SCHEMA care TO rolvast_custodian;
      GRANT SELECT, UPDATE, DELETE ON care.alert TO rolvast_custodian;
      GRANT SELECT, DELETE ON care.alert_step, intake.alert_outbox, intake.alert_code TO rolvast_custodian`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW care.team_place;
      DROP TABLE care.list_purpose; DROP TABLE care.alert_setting; DROP TABLE care.alert_step; DROP TABLE care.alert;
      DROP TABLE intake.alert_code; DROP TABLE intake.alert_outbox; DROP TABLE intake.outbox_job;
      ALTER TABLE intake.reflection DROP COLUMN alert_link;
      REVOKE ALL ON intake.organisation, intake.region, intake.team, intake.team_period FROM rolvast_carer;
      REVOKE ALL ON access.audit_entry FROM rolvast_carer;
      REVOKE ALL ON SCHEMA access, intake FROM rolvast_carer;
      DROP SCHEMA care`);
    await runner.query(DROP_ROLE);
  }
}

const CREATE_ROLE = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rolvast_carer') THEN
      CREATE ROLE rolvast_carer LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT;
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$`;

/** Another database of the server may still grant rights to the role; then it stays. */
const DROP_ROLE = `
  DO $$ BEGIN
    DROP ROLE IF EXISTS rolvast_carer;
  EXCEPTION WHEN dependent_objects_still_exist THEN NULL;
  END $$`;

const CODE = "~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'";
const MISSING = "<@ ARRAY['not_seen', 'not_spoken_to', 'safety_not_discussed']";
const GROUND = "IN ('pitfall', 'concern', 'pitfall_and_concern')";

const CREATE_OUTBOX = `
  -- One for each merge that put something into an outbox; gone when care has taken it out.
  CREATE TABLE intake.outbox_job (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    job_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running')),
    attempt integer NOT NULL DEFAULT 0,
    last_failure text,
    run_after timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    PRIMARY KEY (organisation_id, job_id)
  );
  CREATE UNIQUE INDEX outbox_job_by_id ON intake.outbox_job (job_id);

  -- What the rule says of one revision of a reflection, in the order in which the revisions were stored.
  CREATE TABLE intake.alert_outbox (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    outbox_number bigint GENERATED ALWAYS AS IDENTITY,
    alert_link uuid NOT NULL,
    -- The code of the alert, when this revision raises it; NULL for what changes one.
    code text CHECK (code ${CODE}),
    team_id integer NOT NULL,
    revision integer NOT NULL CHECK (revision >= 1),
    standing text NOT NULL CHECK (standing IN ('met', 'no-longer-met', 'withdrawn')),
    -- The coarse rule; empty and NULL unless it is met.
    missing text[] NOT NULL CHECK (missing ${MISSING}),
    ground text CHECK (ground ${GROUND}),
    PRIMARY KEY (organisation_id, outbox_number),
    FOREIGN KEY (organisation_id, team_id) REFERENCES intake.team (organisation_id, team_id),
    CHECK ((standing = 'met') = (ground IS NOT NULL) AND (standing = 'met') = (missing <> '{}')),
    CHECK (code IS NULL OR standing = 'met')
  );
  CREATE INDEX alert_outbox_by_link ON intake.alert_outbox (organisation_id, alert_link);

  -- Codes that wait to be fetched, once, with the token that delivered; then the row goes.
  CREATE TABLE intake.alert_code (
    organisation_id integer NOT NULL,
    job_id uuid NOT NULL,
    line integer NOT NULL,
    code text NOT NULL CHECK (code ${CODE}),
    PRIMARY KEY (organisation_id, job_id, line, code),
    FOREIGN KEY (organisation_id, job_id) REFERENCES intake.import_job (organisation_id, job_id)
  )`;

const CREATE_ALERT = `
  CREATE TABLE care.alert (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    alert_number integer GENERATED ALWAYS AS IDENTITY,
    code text NOT NULL CHECK (code ${CODE}),
    -- NULL once the reflection has no pseudonyms any more: no revision can come, and nothing leads back.
    alert_link uuid,
    team_id integer NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'acknowledged', 'followed-up', 'closed')),
    standing text NOT NULL CHECK (standing IN ('met', 'no-longer-met', 'withdrawn')),
    is_closing_proposed boolean NOT NULL,
    missing text[] NOT NULL CHECK (missing ${MISSING} AND missing <> '{}'),
    ground text NOT NULL CHECK (ground ${GROUND}),
    revision integer NOT NULL CHECK (revision >= 1),
    outcome text CHECK (outcome IN ('child_seen', 'safety_plan', 'meldcode_step', 'not_applicable', 'withdrawn')),
    raised_at timestamptz NOT NULL,
    -- The same as a day in Europe/Amsterdam, from which its age is counted.
    raised_on date NOT NULL,
    -- 1 when it is raised, one more for each step: whoever acts says which one was looked at.
    version integer NOT NULL CHECK (version >= 1),
    PRIMARY KEY (organisation_id, alert_number),
    UNIQUE (organisation_id, code),
    UNIQUE (organisation_id, alert_link),
    FOREIGN KEY (organisation_id, team_id) REFERENCES intake.team (organisation_id, team_id),
    CHECK ((state = 'closed') = (outcome IS NOT NULL)),
    CHECK (state <> 'closed' OR NOT is_closing_proposed)
  );
  CREATE INDEX alert_by_day ON care.alert (organisation_id, raised_on, alert_number);
  CREATE INDEX alert_pending_by_team ON care.alert (organisation_id, team_id, raised_on) WHERE state <> 'closed';

  CREATE TABLE care.alert_step (
    organisation_id integer NOT NULL,
    alert_number integer NOT NULL,
    -- The version of the alert that the step made: of two steps on one version the second is refused.
    version integer NOT NULL CHECK (version >= 2),
    step text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    -- 'source' for a later revision, and then there is no user.
    role text NOT NULL,
    user_number integer,
    at timestamptz NOT NULL,
    reason text NOT NULL,
    outcome text,
    revision integer,
    missing text[],
    ground text,
    PRIMARY KEY (organisation_id, alert_number, version),
    FOREIGN KEY (organisation_id, alert_number) REFERENCES care.alert (organisation_id, alert_number),
    CHECK ((role = 'source') = (user_number IS NULL)),
    CHECK ((role = 'source') = (revision IS NOT NULL))
  );

  -- What an organisation chose; without a row the defaults of the product hold.
  CREATE TABLE care.alert_setting (
    organisation_id integer PRIMARY KEY REFERENCES intake.organisation,
    overdue_after smallint NOT NULL DEFAULT 10 CHECK (overdue_after BETWEEN 1 AND 60),
    liberation_day text NOT NULL DEFAULT 'lustrum-years'
  );

  -- Why somebody looks at the list of alerts, once a session; the audit keeps it, this row goes after a day.
  CREATE TABLE care.list_purpose (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    session_key text NOT NULL,
    user_number integer NOT NULL,
    purpose text NOT NULL CHECK (length(purpose) BETWEEN 10 AND 500),
    given_at timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, session_key)
  );
  CREATE INDEX list_purpose_by_age ON care.list_purpose (organisation_id, given_at)`;

const TEAM_PLACE = `
  SELECT team.organisation_id, organisation.code AS organisation_code, team.team_id, team.code AS team_code, team.name AS team_name, team.valid_from, team.valid_to,
         region.region_id, region.code AS region_code, region.name AS region_name, unit.team_id AS unit_id, unit.code AS unit_code, unit.name AS unit_name
    FROM intake.team
    JOIN intake.organisation USING (organisation_id)
    CROSS JOIN LATERAL (
      SELECT region_id, publish_with_team_id FROM intake.team_period period
       WHERE period.organisation_id = team.organisation_id AND period.team_id = team.team_id
       ORDER BY period.valid_from DESC LIMIT 1) latest
    JOIN intake.region ON region.organisation_id = team.organisation_id AND region.region_id = latest.region_id
    JOIN intake.team unit ON unit.organisation_id = team.organisation_id AND unit.team_id = coalesce(latest.publish_with_team_id, team.team_id)`;
