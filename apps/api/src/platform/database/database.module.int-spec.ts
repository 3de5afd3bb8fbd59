import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Test, type TestingModule } from '@nestjs/testing';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.js';
import { DatabaseModule } from './database.module.js';
import type { DatabaseRole } from './database-roles.js';

let database: TestDatabase;
let module: TestingModule;
beforeAll(async () => {
  database = await createTestDatabase();
  module = await Test.createTestingModule({ imports: [DatabaseModule.forRoot(database.address)] }).compile();
});
afterAll(async () => {
  await module.close();
  await database.drop();
});

async function settingsOf(role: DatabaseRole): Promise<unknown> {
  const rows = await module.get<DataSource>(getDataSourceToken(role)).query<{ name: string; seconds: number }[]>(
    `SELECT name, setting::int / 1000 AS seconds FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') ORDER BY name`,
  );
  return Object.fromEntries(rows.map(({ name, seconds }) => [name, seconds]));
}

describe('a login', () => {
  it.each([
    ['reader', 10, 2],
    ['access-keeper', 10, 2],
    ['publisher', 600, 300],
    ['intake-writer', 1_800, 900],
    ['custodian', 3_600, 900],
  ] as const)('waits for a statement, for a lock and in an idle transaction no longer than it needs to: %s', async (role, statement, lock) => {
    expect(await settingsOf(role)).toEqual({ statement_timeout: statement, lock_timeout: lock, idle_in_transaction_session_timeout: 60 });
  });
});
