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

/** The tables that both schemas of the publisher have: what was posted, and what of it was released. */
const LEDGERS = ['absent_month', 'block', 'breakdown_count', 'breakdown_hours', 'breakdown_part', 'part_window', 'participation', 'place_block', 'place_block_member', 'posted_count', 'posted_hours'];

function withRights(schema: string, tables: readonly string[], rights: string): Readonly<Record<string, string>> {
  return Object.fromEntries(tables.map((table) => [`${schema}.${table}`, rights]));
}

/** What each role may do with each table; the whole truth, so that a forgotten grant shows. */
const GRANTS: Readonly<Record<DatabaseRole, Readonly<Record<string, string>>>> = {
  'intake-writer': {
    'access.importer_token': 'SELECT',
    'intake.alert_code': 'DELETE INSERT SELECT',
    'intake.alert_outbox': APPEND,
    'intake.import_job': WRITE,
    'intake.organisation': WRITE,
    'intake.outbox_job': APPEND,
    'intake.reflection': WRITE,
    'intake.region': WRITE,
    'intake.retention': 'SELECT',
    'intake.session_outbox': APPEND,
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
    ...withRights('publish', LEDGERS, WRITE),
    'publish.carry': WRITE,
    'publish.due_close': WRITE,
    'publish.held_back': APPEND,
    'publish.policy': WRITE,
    'publish.posting': APPEND,
    'publish.readiness': WRITE,
    'publish.snapshot': 'DELETE INSERT SELECT UPDATE',
    'publish.unit_close': WRITE,
    ...withRights('published', LEDGERS, APPEND),
    'published.release': APPEND,
    'published.organisation': WRITE,
    'published.region': WRITE,
    'published.team': WRITE,
    'published.unit': WRITE,
  },
  custodian: {
    'care.alert': KEEP,
    'care.alert_step': 'DELETE SELECT',
    'care.support_session': 'DELETE SELECT',
    'intake.alert_code': 'DELETE SELECT',
    'intake.alert_outbox': 'DELETE SELECT',
    'intake.import_job': 'SELECT',
    'intake.organisation': 'SELECT UPDATE',
    'intake.reflection': KEEP,
    'intake.retention': WRITE,
    'intake.support_session': KEEP,
    'publish.block': 'SELECT',
    'publish.posting': KEEP,
    'publish.snapshot': 'DELETE SELECT',
  },
  reader: {
    ...withRights('published', LEDGERS, 'SELECT'),
    'published.release': 'SELECT',
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
  carer: {
    'access.audit_entry': APPEND,
    'care.alert': WRITE,
    'care.alert_setting': WRITE,
    'care.alert_step': APPEND,
    'care.chart_event': WRITE,
    'care.list_purpose': 'DELETE INSERT SELECT',
    'care.rebase': WRITE,
    'care.review_mark': WRITE,
    'care.support_session': WRITE,
    'care.target': WRITE,
    'care.team_place': 'SELECT',
    'intake.alert_outbox': KEEP,
    'intake.organisation': 'SELECT',
    'intake.outbox_job': KEEP,
    'intake.region': 'SELECT',
    'intake.session_outbox': KEEP,
    'intake.team': 'SELECT',
    'intake.team_period': 'SELECT',
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
    expect(await queryOnce(database.adminUrl, columns, ['^(intake|publish|published|access|care)\\.'])).toEqual([]);
  });

  it.each(['intake', 'publish', 'access', 'care'])('refuse the reader every table of schema %s', async (schema) => {
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

  it.each([...LEDGERS, 'release'])('refuse the publisher to change or delete what was released in %s', async (table) => {
    await expect(queryOnce(database.address.roles.publisher, `UPDATE published.${table} SET release_number = 2`)).rejects.toThrow(/permission denied/);
    await expect(queryOnce(database.address.roles.publisher, `DELETE FROM published.${table}`)).rejects.toThrow(/permission denied/);
  });

  it('have no role that is a superuser, may create roles or bypasses row-level security', async () => {
    const rows = await queryOnce(
      database.adminUrl,
      'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls)',
      [Object.values(ROLE_NAMES)],
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ['a block below the floor', 'block (organisation_id, unit_id, number, from_month, through_month, region_id, reflections, release_number)', "1, 1, 1, '2026-01', '2026-01', 1, 9, 1"],
    ['an exact count', 'posted_count', "1, 'unit', 1, 'noticed:any', 1, 1, 4, 1"],
    ['a count below zero', 'posted_count', "1, 'unit', 1, 'noticed:any', 1, 1, -3, 1"],
    ['an exact sum of hours', 'posted_hours', "1, 'unit', 1, 'EXTRA_HOURS', 1, 1, 12, 1"],
    ['a sum of no hours', 'posted_hours', "1, 'unit', 1, 'EXTRA_HOURS', 1, 1, 0, 1"],
    ['a part of a breakdown below the floor', 'breakdown_part', "1, 'unit', 1, 'REFERRER', '2026-03', 1, '{gp}', 9, 1"],
    ['an exact count of a part', 'breakdown_count', "1, 'unit', 1, 'REFERRER', '2026-03', 1, 'noticed:any', 5, 1"],
    ['hours of a team divided', 'breakdown_hours', "1, 'unit', 1, 'HOURS_BY_REASON', '2026-03', 1, 'EXTRA_HOURS', 5, 1"],
    ['a region of two units', 'place_block', "1, 'region', 1, 1, '2026-01', '2026-03', 2, 2, 40, 1"],
    ['a number of participants', 'participation', "1, 1, '2026-03', '4 of 6', 1"],
  ])('refuse %s, whoever writes it', async (_, place, values) => {
    await expect(queryOnce(database.adminUrl, `INSERT INTO published.${place} VALUES (${values})`)).rejects.toThrow(/check constraint/);
  });
});
