import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { runNode } from '../support/run-program.js';
import { newDataFolder, startRolvast, type StartedRolvast } from '../support/start-rolvast.js';
import { deliver, fileOfRound, finishedJob, ROWS_PER_FILE, upload } from './deliveries.js';
import { ROUNDS, seededChance } from './kill-points.js';
import { ORGANISATION_FILE } from './organisation.js';

let database: TestDatabase;
let dataFolder = '';
let env: Readonly<Record<string, string>> = {};
let token = '';
beforeAll(async () => {
  database = await createTestDatabase();
  dataFolder = await newDataFolder();
  env = { DATABASE_URL: database.address.owner, ROLVAST_DATA_DIR: dataFolder, NODE_ENV: 'production', ROLVAST_SIGN_IN: 'demo' };
  const file = join(dataFolder, 'organisation.json');
  await writeFile(file, ORGANISATION_FILE);
  // With a database of one's own a production server makes no key by itself.
  await runNode('apps/api/launch/rolvast.mjs', ['keys', 'create'], { env });
  await runNode('apps/api/launch/rolvast.mjs', ['organisation', 'load', file], { env });
  const made = await runNode('apps/api/launch/rolvast.mjs', ['tokens', 'create', '--organisation', 'faults', '--label', 'faults'], { env });
  token = made.stdout.split('\n')[0] ?? '';
  expect(token).toMatch(/^rolvast_imp_/);
});
afterAll(() => database.drop());

async function storedOf(): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(database.adminUrl, 'SELECT count(*)::int AS count FROM intake.reflection');
  return row?.count ?? -1;
}

describe('an API that is killed', () => {
  it(
    'has stored all of a file or nothing, and finishes exactly once what it promised',
    async () => {
      const chance = seededChance('killing the API');
      let server: StartedRolvast = await startRolvast(dataFolder, env);
      const startedAt = Date.now();
      await deliver(server.url, token, fileOfRound(0));
      const usualMs = Date.now() - startedAt;
      for (let round = 1; round <= ROUNDS; round += 1) {
        const uploading = upload(server.url, token, fileOfRound(round));
        await delay(chance() * usualMs * 1.2);
        await server.end('SIGKILL');
        const href = await uploading;
        server = await startRolvast(dataFolder, env);
        if (href !== null) expect(await finishedJob(server.url, token, href)).toMatchObject({ report: { read: ROWS_PER_FILE, accepted: ROWS_PER_FILE } });
        const again = await deliver(server.url, token, fileOfRound(round));
        expect([0, ROWS_PER_FILE]).toContain(again.report?.accepted);
        expect(await storedOf()).toBe((round + 1) * ROWS_PER_FILE);
      }
      expect(await server.end('SIGTERM')).toBe(0);
      const [sum] = await queryOnce<{ accepted: number }>(database.adminUrl, `SELECT sum((report->>'accepted')::int)::int AS accepted FROM intake.import_job`);
      expect(sum?.accepted).toBe((ROUNDS + 1) * ROWS_PER_FILE);
      expect(await queryOnce(database.adminUrl, `SELECT tablename FROM pg_tables WHERE schemaname = 'staging'`)).toEqual([]);
    },
    60_000 + ROUNDS * 30_000,
  );
});
