import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { z } from 'zod';
import { databaseAddress, type DatabaseAddress } from '../platform/database/database-roles.js';

/** Variable in which the set-up of a test run tells its workers where the cluster is. */
export const TEST_CLUSTER_VARIABLE = 'ROLVAST_TEST_CLUSTER';

const clusterSchema = z.object({ adminUrl: z.string(), ownerUrl: z.string() });

/** A database of one suite's own, with every table and role, and no rows. */
export interface TestDatabase {
  readonly address: DatabaseAddress;
  /** The superuser's address of this database. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/**
 * Clones the migrated template.
 *
 * @param template name of the database to clone; `template0` gives an empty one, for tests of the migrations.
 */
export async function createTestDatabase(template = 'rolvast'): Promise<TestDatabase> {
  const { adminUrl, ownerUrl } = clusterSchema.parse(JSON.parse(process.env[TEST_CLUSTER_VARIABLE] ?? 'null'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER rolvast_owner`);
  return {
    address: databaseAddress(withDatabase(ownerUrl, name), new URL(ownerUrl).password),
    adminUrl: withDatabase(adminUrl, name),
    drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Runs statements on a database and gives the rows of the last one. */
export async function queryOnce<Row extends pg.QueryResultRow>(url: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  await queryOnce(adminUrl, statement);
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
