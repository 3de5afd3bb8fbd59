import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an organisation decides and notes beside its figures: targets, events on charts, marks on signals, and new starts of a chart. */
export class CreateCareFollowUp1795446522000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_FOLLOW_UP);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON care.target, care.chart_event, care.review_mark, care.rebase TO rolvast_carer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE care.rebase; DROP TABLE care.review_mark; DROP TABLE care.chart_event; DROP TABLE care.target');
  }
}

const MONTH = "~ '^[0-9]{4}-(0[1-9]|1[0-2])$'";

/** What every decision has: whose it is, and when it was taken back. Nothing is deleted or overwritten. */
const DECIDED = `
    decided_by integer NOT NULL,
    decided_as text NOT NULL,
    decided_at timestamptz NOT NULL,
    -- NULL while it stands.
    ended_at timestamptz,
    ended_by integer,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))`;

const CREATE_FOLLOW_UP = `
  CREATE TABLE care.target (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    target_number integer GENERATED ALWAYS AS IDENTITY,
    -- Number of the leading team of the unit.
    unit_id integer NOT NULL,
    measure text NOT NULL,
    from_month text NOT NULL CHECK (from_month ${MONTH}),
    -- Last month for which it holds; NULL while it has no end.
    through_month text CHECK (through_month ${MONTH} AND through_month >= from_month),
    value numeric(6, 1) NOT NULL CHECK (value >= 0),
    source text NOT NULL CHECK (source IN ('own_policy', 'agreement_with_funder', 'professional_guideline', 'team_agreement')),
    PRIMARY KEY (organisation_id, target_number),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES intake.team (organisation_id, team_id), ${DECIDED}
  );
  CREATE UNIQUE INDEX target_in_force ON care.target (organisation_id, unit_id, measure, from_month) WHERE ended_at IS NULL;

  CREATE TABLE care.chart_event (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    event_number integer GENERATED ALWAYS AS IDENTITY,
    -- NULL for an event of the whole organisation.
    unit_id integer,
    -- A chart has no finer grain, and neither has this list.
    month text NOT NULL CHECK (month ${MONTH}),
    title text NOT NULL CHECK (length(title) BETWEEN 3 AND 60),
    PRIMARY KEY (organisation_id, event_number),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES intake.team (organisation_id, team_id), ${DECIDED}
  );
  CREATE INDEX chart_event_by_unit ON care.chart_event (organisation_id, unit_id, month) WHERE ended_at IS NULL;

  CREATE TABLE care.review_mark (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    mark_number integer GENERATED ALWAYS AS IDENTITY,
    unit_id integer NOT NULL,
    measure text NOT NULL,
    -- The last month of the period whose signal it is about.
    through_month text NOT NULL CHECK (through_month ${MONTH}),
    kind text NOT NULL CHECK (kind IN ('session-planned', 'explained', 'snoozed')),
    explanation text CHECK (explanation IN ('recording_changed', 'team_changed', 'target_group_changed', 'known_event', 'discussed_already')),
    snoozed_until date,
    PRIMARY KEY (organisation_id, mark_number),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES intake.team (organisation_id, team_id),
    CHECK ((kind = 'explained') = (explanation IS NOT NULL)),
    CHECK ((kind = 'snoozed') = (snoozed_until IS NOT NULL)), ${DECIDED}
  );
  CREATE UNIQUE INDEX review_mark_in_force ON care.review_mark (organisation_id, unit_id, measure, through_month) WHERE ended_at IS NULL;

  CREATE TABLE care.rebase (
    organisation_id integer NOT NULL REFERENCES intake.organisation,
    rebase_number integer GENERATED ALWAYS AS IDENTITY,
    unit_id integer NOT NULL,
    measure text NOT NULL,
    -- First month of the new start.
    from_month text NOT NULL CHECK (from_month ${MONTH}),
    reason text NOT NULL CHECK (reason IN ('recording_changed', 'team_changed', 'target_group_changed', 'way_of_working_changed')),
    PRIMARY KEY (organisation_id, rebase_number),
    FOREIGN KEY (organisation_id, unit_id) REFERENCES intake.team (organisation_id, team_id), ${DECIDED}
  );
  CREATE UNIQUE INDEX rebase_in_force ON care.rebase (organisation_id, unit_id, measure, from_month) WHERE ended_at IS NULL`;
