import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day on which a reflection first came in, for how timely recording is. NULL for what came in before this was kept. */
export class AddReflectionReceivedOn1795446203000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake.reflection ADD COLUMN received_on date');
    // Apart from adding the column: a default in the same step would give every stored row the day of the migration.
    await runner.query("ALTER TABLE intake.reflection ALTER COLUMN received_on SET DEFAULT (now() AT TIME ZONE 'Europe/Amsterdam')::date");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE intake.reflection DROP COLUMN received_on');
  }
}
