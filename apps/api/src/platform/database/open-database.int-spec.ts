import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, queryOnce, type TestDatabase } from '../../testing/test-database.js';
import { openDatabase } from './open-database.js';

let empty: TestDatabase;
beforeAll(async () => {
  empty = await createTestDatabase('template0');
});
afterAll(() => empty.drop());

describe('opening an external database', () => {
  it('migrates an empty one and finds nothing to do the second time', async () => {
    const first = await openDatabase({ databaseUrl: empty.address.owner, dataFolder: tmpdir() });
    expect(first.ok && first.value.migrated.length > 0).toBe(true);
    const second = await openDatabase({ databaseUrl: empty.address.owner, dataFolder: tmpdir() });
    expect(second).toMatchObject({ ok: true, value: { kind: 'external', migrated: [] } });
  });

  it('lets the reader log in with the derived password', async () => {
    const opened = await openDatabase({ databaseUrl: empty.address.owner, dataFolder: tmpdir() });
    if (!opened.ok) throw new Error(opened.fault.message);
    expect(await queryOnce(opened.value.address.roles.reader, 'SELECT current_user')).toEqual([{ current_user: 'rolvast_reader' }]);
  });

  it('says in one line that a server can not be reached, without the password', async () => {
    const opened = await openDatabase({ databaseUrl: 'postgres://someone:s3cr3t@127.0.0.1:9/rolvast', dataFolder: tmpdir() });
    expect(opened).toMatchObject({ ok: false, fault: { code: 'DATABASE_UNREACHABLE' } });
    const message = opened.ok ? '' : opened.fault.message;
    expect(message).toContain('127.0.0.1:9/rolvast');
    expect(message).not.toMatch(/s3cr3t|\n/);
  });

  it('refuses a user who may not do what is needed, in one line and before anything is written', async () => {
    const plain = await createTestDatabase('template0');
    await queryOnce(plain.adminUrl, `CREATE ROLE plain_user LOGIN PASSWORD 'plain'`);
    const url = new URL(plain.address.owner);
    url.username = 'plain_user';
    url.password = 'plain';
    const opened = await openDatabase({ databaseUrl: url.toString(), dataFolder: tmpdir() });
    expect(opened).toMatchObject({ ok: false, fault: { code: 'DATABASE_NOT_USABLE' } });
    expect(opened.ok ? '' : opened.fault.message).toMatch(/^[^\n]*lacks a right[^\n]*$/);
    expect(await queryOnce(plain.adminUrl, `SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`)).toEqual([]);
    await plain.drop();
    await queryOnce(empty.adminUrl, 'DROP ROLE plain_user');
  });

  it('refuses a database that a newer Rolvast made', async () => {
    const newer = await createTestDatabase();
    await queryOnce(newer.address.owner, `INSERT INTO public.rolvast_migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
    expect(await openDatabase({ databaseUrl: newer.address.owner, dataFolder: tmpdir() })).toMatchObject({ ok: false, fault: { code: 'DATABASE_NEWER' } });
    await newer.drop();
  });
});
