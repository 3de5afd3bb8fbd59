import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is registered about source systems, and the support sessions they deliver. */
export class CreateIntakeSourceAndSupportSession1795446200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_SOURCE);
    await runner.query(CREATE_SUPPORT_SESSION);
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON intake.source, intake.support_session TO rolvast_intake_writer;
      GRANT SELECT ON intake.support_session TO rolvast_publisher`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.support_session; DROP TABLE intake.source');
  }
}

const CREATE_SOURCE = `
  CREATE TABLE intake.source (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    code text NOT NULL,
    -- Numbers of eight or nine digits are its own, so that some pass the 11-test of citizen numbers by accident.
    has_own_numbering boolean NOT NULL DEFAULT false,
    -- {"columns": {theirs: ours}, "values": {our column: {theirs: ours}}}; NULL while it delivers under our own names.
    reflections_mapping jsonb,
    support_sessions_mapping jsonb,
    PRIMARY KEY (organisation_id, code)
  )`;

const WEEK = "~ '^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$'";

const CREATE_SUPPORT_SESSION = `
  CREATE TABLE intake.support_session (
    organisation_id integer NOT NULL,
    session_pseudonym bytea NOT NULL CHECK (length(session_pseudonym) = 32),
    team_id integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('work_guidance', 'supervision', 'intervision')),
    status text NOT NULL CHECK (status IN ('planned', 'held', 'cancelled_by_us', 'cancelled_by_team')),
    planned_week text NOT NULL CHECK (planned_week ${WEEK}),
    -- Days and themes are NULL where fewer than five took part: they would point at people.
    planned_on date,
    held_week text CHECK (held_week ${WEEK}),
    held_on date,
    -- Pitfall codes; NULL when not filled in or not kept.
    themes text[],
    -- False once session_pseudonym is a random value that no number of the source leads to.
    is_linked boolean NOT NULL DEFAULT true,
    -- NULL when nobody said how many there were.
    attendance text CHECK (attendance IN ('5+', 'fewer')),
    PRIMARY KEY (organisation_id, session_pseudonym),
    FOREIGN KEY (organisation_id, team_id) REFERENCES intake.team (organisation_id, team_id),
    CHECK ((status = 'held') = (held_week IS NOT NULL)),
    CHECK (status = 'held' OR attendance IS NULL),
    CONSTRAINT few_people_no_day_no_theme CHECK (
      (status = 'held' AND attendance IS NOT DISTINCT FROM '5+')
      OR (held_on IS NULL AND themes IS NULL AND (status <> 'held' OR planned_on IS NULL)))
  );
  CREATE INDEX support_session_by_team_and_week ON intake.support_session (organisation_id, team_id, planned_week)`;
