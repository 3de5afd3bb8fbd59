import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Test } from '@nestjs/testing';
import { AppModule } from './app.module.js';
import { MASTER_KEY } from './intake/pseudonymise/master-key.token.js';
import { createLogger } from './platform/logging/logger.js';
import { createTestDatabase, queryOnce, type TestDatabase } from './testing/test-database.js';

let database: TestDatabase;
let app: INestApplication;
const log: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  const logger = createLogger('debug', { write: (line: string) => void log.push(line) });
  const surroundings = { address: database.address, masterKey: { bytes: randomBytes(32), path: '' }, logger, isProduction: true };
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(surroundings)] }).compile();
  app = module.createNestApplication({ logger: false });
  await app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function ask(query: string): Promise<{ readonly status: number; readonly body: string }> {
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  return { status: response.status, body: await response.text() };
}

describe('the application that answers readers', () => {
  it('is logged in as the reader and as nobody else', async () => {
    await ask('{ organisations { code } }');
    const logins = await queryOnce<{ usename: string }>(
      database.adminUrl,
      `SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'rolvast%'`,
    );
    expect(logins).toEqual([{ usename: 'rolvast_reader' }]);
  });

  it.each(['intake-writer', 'publisher'])('has no data source of the %s to inject', (role) => {
    expect(() => app.get(getDataSourceToken(role), { strict: false })).toThrow();
  });

  it('has no key of pseudonyms to inject', () => {
    expect(() => app.get<unknown>(MASTER_KEY, { strict: false })).toThrow();
  });

  it('does not describe its schema in production', async () => {
    expect((await ask('{ __schema { types { name } } }')).status).toBe(400);
  });

  it('refuses a document of thousands of words', async () => {
    const many = Array.from({ length: 600 }, (_, index) => `a${index}: organisations { code }`).join(' ');
    expect((await ask(`{ ${many} }`)).status).toBe(400);
  });

  it('takes a code with a character no code has for one that does not exist', async () => {
    expect((await ask('{ organisation(code: "a\\u0000b") { name } }')).body).toContain('NOT_FOUND');
  });

  it('masks what nobody expected and logs it once, with the id that the client gets and without what was asked', async () => {
    await queryOnce(database.adminUrl, 'ALTER TABLE published.organisation RENAME TO gone');
    const before = log.length;
    const { body } = await ask('{ organisation(code: "canary-77") { name } }');
    await queryOnce(database.adminUrl, 'ALTER TABLE published.gone RENAME TO organisation');
    const id = /"id":"([^"]+)"/.exec(body)?.[1] ?? 'no id';
    expect(body).not.toMatch(/relation|published/);
    const written = log.slice(before).filter((line) => line.includes('"level":50'));
    expect(written).toHaveLength(1);
    expect(written[0]).toContain(id);
    expect(written.join('')).not.toContain('canary-77');
  });
});
