import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One list of support sessions: what is entered by hand, and what a source delivers, which comes from intake through an outbox. */
export class CreateCareSupportSession1795446521000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE intake.support_session ADD COLUMN delivered_number integer GENERATED ALWAYS AS IDENTITY;
      COMMENT ON COLUMN intake.support_session.delivered_number IS 'Stands for the session outside intake, where its pseudonym does not go.'`);
    await runner.query(CREATE_SESSION_OUTBOX);
    await runner.query(CREATE_SUPPORT_SESSION);
    await runner.query(`
      GRANT SELECT, INSERT ON intake.session_outbox TO rolvast_intake_writer;
      GRANT SELECT, UPDATE, DELETE ON intake.session_outbox TO rolvast_carer;
      GRANT SELECT, INSERT, UPDATE ON care.support_session TO rolvast_carer;
      GRANT SELECT, DELETE ON care.support_session TO rolvast_custodian`);
    await runner.query(PUT_OUT_WHAT_IS_THERE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE care.support_session;
      DROP TABLE intake.session_outbox;
      ALTER TABLE intake.support_session DROP COLUMN delivered_number`);
  }
}

const WEEK = "~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$'";

const SESSION_COLUMNS = `
    team_id integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('work_guidance', 'supervision', 'intervision')),
    status text NOT NULL CHECK (status IN ('planned', 'held', 'cancelled_by_us', 'cancelled_by_team')),
    planned_week text NOT NULL CHECK (planned_week ${WEEK}),
    planned_on date,
    held_week text CHECK (held_week ${WEEK}),
    held_on date,
    themes text[],
    attendance text CHECK (attendance IN ('5+', 'fewer')),
    FOREIGN KEY (organisation_id, team_id) REFERENCES intake.team (organisation_id, team_id)`;

const CREATE_SESSION_OUTBOX = `
  CREATE TABLE intake.session_outbox (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    outbox_number bigint GENERATED ALWAYS AS IDENTITY,
    delivered_number integer NOT NULL,
    PRIMARY KEY (organisation_id, outbox_number), ${SESSION_COLUMNS}
  )`;

const CREATE_SUPPORT_SESSION = `
  CREATE TABLE care.support_session (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    session_number integer GENERATED ALWAYS AS IDENTITY,
    -- NULL while no source delivered it.
    delivered_number integer,
    -- The measure whose signal it was planned from; NULL when there was none.
    prompted_by text,
    -- One more for each change: whoever acts says which one was looked at.
    version integer NOT NULL DEFAULT 1 CHECK (version >= 1),
    PRIMARY KEY (organisation_id, session_number),
    UNIQUE (organisation_id, delivered_number), ${SESSION_COLUMNS},
    CHECK ((status = 'held') = (held_week IS NOT NULL)),
    CHECK (status = 'held' OR attendance IS NULL),
    -- Of fewer than five people neither day nor theme; a theme that is proposed is about nobody yet.
    CONSTRAINT few_people_no_day_no_theme CHECK (
      (status = 'held' AND attendance IS NOT DISTINCT FROM '5+')
      OR (held_on IS NULL AND (themes IS NULL OR status = 'planned') AND (status <> 'held' OR planned_on IS NULL)))
  );
  CREATE INDEX support_session_by_team_and_week ON care.support_session (organisation_id, team_id, planned_week)`;

/** Sessions that were delivered before there was a list; they are few. */
const PUT_OUT_WHAT_IS_THERE = `
  INSERT INTO intake.session_outbox (organisation_id, delivered_number, team_id, kind, status, planned_week, planned_on, held_week, held_on, themes, attendance)
  SELECT organisation_id, delivered_number, team_id, kind, status, planned_week, planned_on, held_week, held_on, themes, attendance
    FROM intake.support_session ORDER BY delivered_number;
  INSERT INTO intake.outbox_job (organisation_id, job_id) SELECT organisation_id, gen_random_uuid() FROM intake.session_outbox GROUP BY 1`;
