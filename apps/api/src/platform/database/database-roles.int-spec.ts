import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, queryOnce, type TestDatabase } from '../../testing/test-database.js';
import { DATABASE_ROLES, ROLE_NAMES, type DatabaseRole } from './database-roles.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const WRITE = 'INSERT SELECT UPDATE';
const APPEND = 'INSERT SELECT';
const KEEP = 'DELETE SELECT UPDATE';

/** What each role may do with each table; the whole truth, so that a forgotten grant shows. */
const GRANTS: Readonly<Record<DatabaseRole, Readonly<Record<string, string>>>> = {
  'intake-writer': {
    'access.importer_token': 'SELECT',
    'intake.import_job': WRITE,
    'intake.organisation': WRITE,
    'intake.reflection': WRITE,
    'intake.region': WRITE,
    'intake.retention': 'SELECT',
    'intake.source': WRITE,
    'intake.support_session': WRITE,
    'intake.team': WRITE,
    'intake.team_period': WRITE,
  },
  publisher: {
    'intake.organisation': 'SELECT',
    'intake.reflection': 'SELECT',
    'intake.region': 'SELECT',
    'intake.support_session': 'SELECT',
    'intake.team': 'SELECT',
    'intake.team_period': 'SELECT',
    'publish.posting': APPEND,
    'published.absent_month': APPEND,
    'published.block': APPEND,
    'published.block_count': APPEND,
    'published.organisation': WRITE,
    'published.region': WRITE,
    'published.team': WRITE,
    'published.unit': WRITE,
  },
  custodian: {
    'intake.import_job': 'SELECT',
    'intake.organisation': 'SELECT UPDATE',
    'intake.reflection': KEEP,
    'intake.retention': WRITE,
    'intake.support_session': KEEP,
    'publish.posting': KEEP,
  },
  reader: {
    'published.absent_month': 'SELECT',
    'published.block': 'SELECT',
    'published.block_count': 'SELECT',
    'published.organisation': 'SELECT',
    'published.region': 'SELECT',
    'published.team': 'SELECT',
    'published.unit': 'SELECT',
  },
  'access-keeper': {
    'access.assigned_region': APPEND,
    'access.assigned_team': APPEND,
    'access.audit_entry': APPEND,
    'access.importer_token': WRITE,
    'access.role_assignment': WRITE,
    'access.user_account': WRITE,
    'intake.organisation': 'SELECT',
    'intake.region': 'SELECT',
    'intake.team': 'SELECT',
  },
  gatekeeper: {
    'access.assigned_region': APPEND,
    'access.assigned_team': APPEND,
    'access.audit_entry': APPEND,
    'access.audit_head_export': WRITE,
    'access.role_assignment': WRITE,
    'access.session': 'DELETE INSERT SELECT UPDATE',
    'access.sign_in_attempt': 'DELETE INSERT SELECT',
    'access.user_account': WRITE,
    'intake.organisation': 'SELECT',
    'intake.region': 'SELECT',
    'intake.team': 'SELECT',
    'published.team': 'SELECT',
    'published.unit': 'SELECT',
  },
};

async function tablesOf(schema: string): Promise<string[]> {
  const rows = await queryOnce<{ name: string }>(database.adminUrl, 'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 ORDER BY 1', [schema]);
  return rows.map((row) => row.name);
}

describe('the database roles', () => {
  it.each(DATABASE_ROLES)('let %s do what the contract says with each table and nothing else', async (role) => {
    const rows = await queryOnce<{ place: string; rights: string }>(
      database.adminUrl,
      `SELECT table_schema || '.' || table_name AS place, string_agg(DISTINCT privilege_type, ' ' ORDER BY privilege_type) AS rights
         FROM information_schema.table_privileges WHERE grantee IN ($1, 'PUBLIC') AND table_schema NOT IN ('pg_catalog', 'information_schema')
        GROUP BY 1`,
      [ROLE_NAMES[role]],
    );
    expect(Object.fromEntries(rows.map((row) => [row.place, row.rights]))).toEqual(GRANTS[role]);
  });

  it('are members of no other role, and have no right to single columns beyond those to tables', async () => {
    const names = Object.values(ROLE_NAMES);
    const memberships = 'SELECT 1 FROM pg_auth_members WHERE member::regrole::text = ANY ($1)';
    expect(await queryOnce(database.adminUrl, memberships, [names])).toEqual([]);
    const columns = 'SELECT attrelid::regclass, attname FROM pg_attribute WHERE attacl IS NOT NULL AND attrelid::regclass::text ~ $1';
    expect(await queryOnce(database.adminUrl, columns, ['^(intake|publish|published|access)\\.'])).toEqual([]);
  });

  it.each(['intake', 'publish', 'access'])('refuse the reader every table of schema %s', async (schema) => {
    const tables = await tablesOf(schema);
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      await expect(queryOnce(database.address.roles.reader, `SELECT * FROM ${schema}.${table} LIMIT 1`)).rejects.toThrow(/permission denied/);
    }
  });

  it('allow the reader every table of schema published', async () => {
    for (const table of await tablesOf('published')) {
      await expect(queryOnce(database.address.roles.reader, `SELECT * FROM published.${table} LIMIT 1`)).resolves.toEqual([]);
    }
  });

  it('refuse the publisher to change a block that was posted', async () => {
    await expect(queryOnce(database.address.roles.publisher, 'UPDATE published.block SET reflections = 10')).rejects.toThrow(/permission denied/);
    await expect(queryOnce(database.address.roles.publisher, 'DELETE FROM published.block')).rejects.toThrow(/permission denied/);
  });

  it('have no role that is a superuser, may create roles or bypasses row-level security', async () => {
    const rows = await queryOnce(
      database.adminUrl,
      'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls)',
      [Object.values(ROLE_NAMES)],
    );
    expect(rows).toEqual([]);
  });

  it('refuse a block below the floor, whoever writes it', async () => {
    await expect(
      queryOnce(database.adminUrl, `INSERT INTO published.block (organisation_id, unit_id, through_month, from_month, reflections) VALUES (1, 1, '2026-01', '2026-01', 9)`),
    ).rejects.toThrow(/check constraint/);
  });
});
