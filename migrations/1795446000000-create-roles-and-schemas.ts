import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The login roles of the application. The owner is whoever runs the migrations; it creates and owns everything. */
const ROLES = ['rolvast_intake_writer', 'rolvast_publisher', 'rolvast_reader'] as const;

/**
 * Roles belong to the whole cluster, so several databases (and every test database) share them.
 * They come without a password: the application sets one when it starts.
 */
export class CreateRolesAndSchemas1795446000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ROLES) {
      await runner.query(`
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
            CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT;
          END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$`);
    }
    await runner.query(`
      CREATE SCHEMA intake;
      CREATE SCHEMA publish;
      CREATE SCHEMA published;
      COMMENT ON SCHEMA intake IS 'Pseudonymised reflections as delivered. Never read by the process that answers readers.';
      COMMENT ON SCHEMA publish IS 'Bookkeeping of the publisher: what was posted where.';
      COMMENT ON SCHEMA published IS 'Figures that may be shown. The only schema readers can reach.';
      GRANT USAGE ON SCHEMA intake TO rolvast_intake_writer, rolvast_publisher;
      GRANT USAGE ON SCHEMA publish TO rolvast_publisher;
      GRANT USAGE ON SCHEMA published TO rolvast_publisher, rolvast_reader`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA published; DROP SCHEMA publish; DROP SCHEMA intake');
    for (const role of ROLES) {
      // Another database of the cluster may still grant rights to the role; then it stays.
      await runner.query(`
        DO $$ BEGIN
          DROP ROLE IF EXISTS ${role};
        EXCEPTION WHEN dependent_objects_still_exist THEN NULL;
        END $$`);
    }
  }
}
