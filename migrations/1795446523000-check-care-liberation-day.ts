import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The years in which an organisation keeps 5 May can be set, so the database holds them to the rules there are. */
export class CheckCareLiberationDay1795446523000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE care.alert_setting ADD CONSTRAINT liberation_day_is_a_rule CHECK (liberation_day IN ('lustrum-years', 'every-year', 'never'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE care.alert_setting DROP CONSTRAINT liberation_day_is_a_rule');
  }
}
