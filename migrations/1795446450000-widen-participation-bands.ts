import type { MigrationInterface, QueryRunner } from 'typeorm';

const SCHEMAS = ['publish', 'published'];

/**
 * A unit of 11 to 14 professionals has a coarser band below "most". Going back, rows with that band are gone: no finer one is known.
 */
export class WidenParticipationBands1795446450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const schema of SCHEMAS) await allow(runner, schema, ['fewer-than-half', 'half-to-three-quarters', 'at-most-three-quarters', 'most']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const schema of SCHEMAS) {
      await runner.query(`DELETE FROM ${schema}.participation WHERE band = 'at-most-three-quarters'`);
      await allow(runner, schema, ['fewer-than-half', 'half-to-three-quarters', 'most']);
    }
  }
}

async function allow(runner: QueryRunner, schema: string, bands: readonly string[]): Promise<void> {
  await runner.query(`ALTER TABLE ${schema}.participation DROP CONSTRAINT participation_band_check`);
  await runner.query(`ALTER TABLE ${schema}.participation ADD CONSTRAINT participation_band_check CHECK (band IN (${bands.map((band) => `'${band}'`).join(', ')}))`);
}
