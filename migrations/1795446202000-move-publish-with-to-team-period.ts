import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With whom a team is published changes from a day on, like its region and its size; what was closed before stays where it was. */
export class MovePublishWithToTeamPeriod1795446202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE intake.team_period
        ADD COLUMN publish_with_team_id integer,
        ADD CONSTRAINT team_period_publish_with_fkey FOREIGN KEY (organisation_id, publish_with_team_id) REFERENCES intake.team (organisation_id, team_id),
        ADD CONSTRAINT team_period_publish_with_check CHECK (publish_with_team_id <> team_id);
      COMMENT ON COLUMN intake.team_period.publish_with_team_id IS 'NULL while the team is published on its own.'`);
    await runner.query(`
      UPDATE intake.team_period SET publish_with_team_id = team.publish_with_team_id
        FROM intake.team WHERE team.organisation_id = team_period.organisation_id AND team.team_id = team_period.team_id`);
    await runner.query('ALTER TABLE intake.team DROP COLUMN publish_with_team_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE intake.team
        ADD COLUMN publish_with_team_id integer,
        ADD FOREIGN KEY (organisation_id, publish_with_team_id) REFERENCES intake.team (organisation_id, team_id),
        ADD CHECK (publish_with_team_id <> team_id)`);
    await runner.query(`
      UPDATE intake.team SET publish_with_team_id = latest.publish_with_team_id
        FROM (SELECT DISTINCT ON (organisation_id, team_id) * FROM intake.team_period ORDER BY organisation_id, team_id, valid_from DESC) latest
       WHERE latest.organisation_id = team.organisation_id AND latest.team_id = team.team_id`);
    await runner.query('ALTER TABLE intake.team_period DROP COLUMN publish_with_team_id');
  }
}
