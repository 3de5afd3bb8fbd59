import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, ownerDataSource, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { MIGRATIONS } from '@rolvast/migrations';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('template0');
});
afterAll(() => database.drop());

const OWN = "NOT IN ('pg_catalog', 'information_schema', 'pg_toast')";
const FINGERPRINT: Readonly<Record<string, string>> = {
  columns: `SELECT table_schema, table_name, column_name, ordinal_position, data_type, is_nullable, column_default, is_identity
              FROM information_schema.columns WHERE table_schema ${OWN} AND table_name <> 'rolvast_migration' ORDER BY 1, 2, 4`,
  constraints: `SELECT conrelid::regclass::text AS place, conname, pg_get_constraintdef(oid) FROM pg_constraint
                 WHERE connamespace::regnamespace::text ${OWN} AND conrelid::regclass::text <> 'rolvast_migration' ORDER BY 1, 2`,
  indexes: `SELECT indexdef FROM pg_indexes WHERE schemaname ${OWN} AND tablename <> 'rolvast_migration' ORDER BY 1`,
  tableGrants: `SELECT grantee, table_schema, table_name, privilege_type FROM information_schema.table_privileges
                 WHERE table_schema ${OWN} AND table_name <> 'rolvast_migration' ORDER BY 1, 2, 3, 4`,
  schemaGrants: `SELECT nspname, nspacl::text FROM pg_namespace WHERE nspname ${OWN} AND nspname NOT LIKE 'pg_%' ORDER BY 1`,
};

async function fingerprint(): Promise<Record<string, unknown[]>> {
  const parts = await Promise.all(Object.entries(FINGERPRINT).map(async ([name, query]) => [name, await queryOnce(database.adminUrl, query)] as const));
  return Object.fromEntries(parts);
}

async function allUp(): Promise<void> {
  const source = await ownerDataSource(database.address.owner).initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
}

async function allDown(): Promise<void> {
  const source = await ownerDataSource(database.address.owner).initialize();
  for (const migration of MIGRATIONS) {
    expect(migration.name).toMatch(/\d{13}$/);
    await source.undoLastMigration({ transaction: 'each' });
  }
  await source.destroy();
}

async function populate(): Promise<void> {
  await queryOnce(
    database.adminUrl,
    `WITH organisation AS (INSERT INTO intake.organisation (code, name, key_fingerprint) VALUES ('o', 'O', '\\x00') RETURNING organisation_id),
          published AS (INSERT INTO published.organisation SELECT organisation_id, 'o', 'O' FROM organisation RETURNING organisation_id)
     INSERT INTO published.unit (organisation_id, unit_id, code, name) SELECT organisation_id, 1, 'u', 'U' FROM published`,
  );
}

describe('the migrations', () => {
  it('have names that sort in the order in which they run', () => {
    const stamps = MIGRATIONS.map((migration) => migration.name.slice(-13));
    expect(stamps).toEqual([...stamps].sort());
  });

  it('go up, down on populated tables and up again to the identical schema and grants', async () => {
    await allUp();
    const first = await fingerprint();
    expect(first['columns']?.length).toBeGreaterThan(50);
    await populate();
    await allDown();
    expect((await fingerprint())['columns']).toEqual([]);
    await allUp();
    expect(await fingerprint()).toEqual(first);
  });
});
