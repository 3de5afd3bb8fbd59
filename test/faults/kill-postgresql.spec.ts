import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryOnce } from '@rolvast/api/testing';
import { z } from 'zod';
import { runNode } from '../support/run-program.js';
import { newDataFolder, startRolvast, type StartedRolvast } from '../support/start-rolvast.js';
import { deliver, fileOfRound, finishedJob, ROWS_PER_FILE, upload } from './deliveries.js';
import { ROUNDS, seededChance } from './kill-points.js';
import { ORGANISATION_FILE } from './organisation.js';

/** Every so many rounds the whole server dies, and with it what must start it again; in the others one of its processes. */
const WHOLE_SERVER_EVERY = 3;
const secretsSchema = z.object({ password: z.string() });

let dataFolder = '';
let token = '';
let server: StartedRolvast;
let env: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  dataFolder = await newDataFolder();
  env = { ROLVAST_DATA_DIR: dataFolder, NODE_ENV: 'production', ROLVAST_SIGN_IN: 'demo' };
  server = await startRolvast(dataFolder, env);
  const file = join(dataFolder, 'organisation.json');
  await writeFile(file, ORGANISATION_FILE);
  await runNode('apps/api/launch/rolvast.mjs', ['organisation', 'load', file], { env });
  const made = await runNode('apps/api/launch/rolvast.mjs', ['tokens', 'create', '--organisation', 'faults', '--label', 'faults'], { env });
  token = made.stdout.split('\n')[0] ?? '';
});
afterAll(() => server.end('SIGTERM'));

/** Process id and port of the server, as PostgreSQL itself notes them down. */
async function postmaster(): Promise<{ readonly pid: number; readonly port: number }> {
  const lines = (await readFile(join(dataFolder, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

async function ask<Row extends Record<string, unknown>>(query: string): Promise<Row[]> {
  const { password } = secretsSchema.parse(JSON.parse(await readFile(join(dataFolder, 'postgres.json'), 'utf8')));
  const { port } = await postmaster();
  return queryOnce<Row>(`postgres://postgres:${password}@127.0.0.1:${port}/rolvast`, query);
}

/** The processes of the server that work for the intake: killing any of them makes all of it recover from a crash. */
async function intakeProcesses(): Promise<number[]> {
  const rows = await ask<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE application_name = 'rolvast intake-writer'`);
  return rows.map((row) => row.pid);
}

async function killProcessOf(chance: () => number): Promise<void> {
  const pids = await intakeProcesses();
  const pid = pids[Math.floor(chance() * pids.length)];
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended between the question and the kill.
  }
}

async function killWholeServer(): Promise<void> {
  const { pid } = await postmaster();
  process.kill(pid, 'SIGKILL');
  await server.end('SIGKILL');
}

describe('a PostgreSQL that is killed', () => {
  it(
    'comes back with all of a file or nothing, and what was promised is finished exactly once',
    async () => {
      const chance = seededChance('killing PostgreSQL');
      const startedAt = Date.now();
      await deliver(server.url, token, fileOfRound(0));
      const usualMs = Date.now() - startedAt;
      for (let round = 1; round <= ROUNDS; round += 1) {
        const isWhole = round % WHOLE_SERVER_EVERY === 0;
        const uploading = upload(server.url, token, fileOfRound(round));
        await delay(chance() * usualMs * 1.2);
        if (isWhole) await killWholeServer();
        else await killProcessOf(chance);
        const href = await uploading;
        if (isWhole) server = await startRolvast(dataFolder, env);
        if (href !== null) expect(await finishedJob(server.url, token, href)).toMatchObject({ report: { read: ROWS_PER_FILE, accepted: ROWS_PER_FILE } });
        const again = await deliver(server.url, token, fileOfRound(round));
        expect([0, ROWS_PER_FILE]).toContain(again.report?.accepted);
        expect(await ask('SELECT count(*)::int AS count FROM intake.reflection')).toEqual([{ count: (round + 1) * ROWS_PER_FILE }]);
      }
      expect(await ask(`SELECT sum((report->>'accepted')::int)::int AS accepted FROM intake.import_job`)).toEqual([{ accepted: (ROUNDS + 1) * ROWS_PER_FILE }]);
      expect(await ask(`SELECT tablename FROM pg_tables WHERE schemaname = 'staging'`)).toEqual([]);
    },
    60_000 + ROUNDS * 30_000,
  );
});
