import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { KeepSessionsService } from './access/sessions/keep-sessions.service.js';
import { SessionDoor } from './access/viewer/session-door.js';
import { AppModule } from './app.module.js';
import { MASTER_KEY } from './intake/pseudonymise/master-key.token.js';
import { createLogger } from './platform/logging/logger.js';
import { freePort } from './testing/free-port.js';
import { createTestDatabase, queryOnce, type TestDatabase } from './testing/test-database.js';
import { testDoor } from './testing/test-viewer.js';

let database: TestDatabase;
let app: INestApplication;
let url = '';
const log: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  url = `http://127.0.0.1:${await freePort()}`;
  const logger = createLogger('debug', { write: (line: string) => void log.push(line) });
  const surroundings = { address: database.address, masterKey: { bytes: randomBytes(32), path: '' }, logger, isProduction: true };
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(surroundings, testDoor(url))] }).compile();
  app = module.createNestApplication({ logger: false });
  app.use('/graphql', app.get(SessionDoor).handler);
  await app.listen(Number(new URL(url).port), '127.0.0.1');
  await queryOnce(database.adminUrl, SOMEBODY);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** A director of an organisation without teams. */
const SOMEBODY = `
  WITH organisation AS (INSERT INTO intake.organisation (code, name, key_fingerprint) VALUES ('o', 'O', '\\x00') RETURNING organisation_id),
       somebody AS (INSERT INTO access.user_account (display_name, invited_as, created_at) VALUES ('U', 'u', now()) RETURNING user_number)
  INSERT INTO access.role_assignment (organisation_id, user_number, role, given_by, granted_at)
  SELECT organisation_id, user_number, 'director', 'person', now() FROM organisation, somebody`;

async function ask(query: string): Promise<{ readonly status: number; readonly body: string }> {
  const [user] = await queryOnce<{ user: number; organisation: number }>(database.adminUrl, 'SELECT user_number AS user, organisation_id AS organisation FROM access.role_assignment');
  const token = await app.get(KeepSessionsService).open(user?.user ?? 0, user?.organisation ?? 0, { providerSession: null, idToken: 'none' }, 'test');
  const headers = { 'content-type': 'application/json', cookie: `rolvast-session-${new URL(url).port}=${token}` };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return { status: response.status, body: await response.text() };
}

describe('the application that answers viewers', () => {
  it('is logged in as the reader, the carer and the gatekeeper, and as nobody else', async () => {
    await app.get<DataSource>(getDataSourceToken('reader')).query('SELECT 1');
    await ask('{ organisations { code } }');
    const logins = await queryOnce<{ usename: string }>(
      database.adminUrl,
      `SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'rolvast%' ORDER BY 1`,
    );
    expect(logins).toEqual(['carer', 'gatekeeper', 'reader'].map((role) => ({ usename: `rolvast_${role}` })));
  });

  it.each(['intake-writer', 'publisher', 'access-keeper'])('has no data source of the %s to inject', (role) => {
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
    await queryOnce(database.adminUrl, 'ALTER TABLE published.team RENAME TO gone');
    const before = log.length;
    const { body } = await ask('{ organisation(code: "canary-77") { name } }');
    await queryOnce(database.adminUrl, 'ALTER TABLE published.gone RENAME TO team');
    const id = /"id":"([^"]+)"/.exec(body)?.[1] ?? 'no id';
    expect(body).not.toMatch(/relation|published/);
    const written = log.slice(before).filter((line) => line.includes('"level":50'));
    expect(written).toHaveLength(1);
    expect(written[0]).toContain(id);
    expect(written.join('')).not.toContain('canary-77');
  });
});
