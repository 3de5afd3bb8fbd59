import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { NO_SETTINGS, runNode, WORKING_COPY } from '../support/run-program.js';
import { newDataFolder } from '../support/start-rolvast.js';

const LAUNCHER = 'apps/api/launch/rolvast.mjs';
const HEADER = 'reflection_id;team;professional;case;reflected_on;pitfalls\r\n';
const LONG_MS = 180_000;

let database: TestDatabase;
let folder = '';
let env: Readonly<Record<string, string>> = {};
let watcher: ChildProcess | null = null;
/** What the watchers said, so that a file that was not taken comes with the reason. */
let said = '';
beforeAll(async () => {
  database = await createTestDatabase();
  env = { DATABASE_URL: database.address.owner, ROLVAST_DATA_DIR: await newDataFolder() };
  folder = join(await newDataFolder(), 'in');
  await mkdir(folder);
  const team = { code: 'team-a', name: 'A', region: 'r', careForm: 'support', professionals: 10, validFrom: '2025-01-01', validTo: null, publishWith: null };
  const organisation = join(await newDataFolder(), 'organisation.json');
  await writeFile(organisation, JSON.stringify({ code: 'watched', name: 'W', regions: [{ code: 'r', name: 'R' }], teams: [team] }));
  expect((await runNode(LAUNCHER, ['organisation', 'load', organisation], { env })).code).toBe(0);
}, LONG_MS);
afterEach(() => {
  watcher?.kill('SIGKILL');
});
afterAll(() => database.drop());

function watch(): Promise<number | null> {
  const child = spawn(process.execPath, [`${WORKING_COPY}${LAUNCHER}`, 'watch', folder, '--organisation', 'watched'], { env: { ...process.env, ...NO_SETTINGS, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  watcher = child;
  return new Promise((resolve) => child.once('close', resolve));
}

/** Lays a file in the folder as a program does that knows how: written under another name, then renamed. */
async function lay(name: string, text: string): Promise<void> {
  await writeFile(join(folder, `.${name}`), text);
  await rename(join(folder, `.${name}`), join(folder, name));
}

/** What lies in done/ or failed/ for a name, without the moment in front of it; waits until the file itself is there. */
async function moved(place: 'done' | 'failed', name: string): Promise<{ readonly names: string[]; readonly report: unknown }> {
  for (let tries = 0; tries < 600; tries += 1) {
    const all = await readdir(join(folder, place)).catch((): string[] => []);
    const names = all.filter((each) => each.includes(name)).sort();
    const report = names.find((each) => each.endsWith('.report.json'));
    if (report !== undefined && names.some((each) => each.endsWith(`-${name}`))) return { names, report: JSON.parse(await readFile(join(folder, place, report), 'utf8')) };
    if (watcher?.exitCode !== null) break;
    await delay(100);
  }
  throw new Error(`${name} was not moved to ${place}. The watcher said: ${said}`);
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !isSo(); tries += 1) await delay(100);
  expect(isSo()).toBe(true);
}

/** Keeps everybody but the superuser out of the database, and ends who is in, or lets them in again. */
async function keepOut(isAway: boolean): Promise<void> {
  const [row] = await queryOnce<{ name: string }>(database.adminUrl, 'SELECT quote_ident(current_database()) AS name');
  await queryOnce(database.adminUrl, `ALTER DATABASE ${row?.name ?? ''} CONNECTION LIMIT ${isAway ? 0 : -1}`);
  if (isAway) await queryOnce(database.adminUrl, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
}

async function stored(): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(database.adminUrl, 'SELECT count(*)::int AS count FROM intake.reflection');
  return row?.count ?? -1;
}

describe('rolvast watch', () => {
  it(
    'imports what is laid in the folder, moves it with its report beside it, and does so again after it was killed',
    async () => {
      const first = watch();
      await lay('good.csv', `${HEADER}W1;team-a;M1;D1;2026-01-05;NONE\r\nW2;team-z;M1;D1;2026-01-05;NONE\r\n`);
      await lay('bad.csv', `remark;${HEADER}`);
      expect((await moved('done', 'good.csv')).report).toMatchObject({ read: 2, accepted: 1, rejected: 1, rejections: [{ line: 3, rule: 'UNKNOWN_TEAM' }] });
      expect((await moved('failed', 'bad.csv')).report).toMatchObject({ error: { code: 'UNKNOWN_COLUMN' } });
      watcher?.kill('SIGKILL');
      await first;
      await lay('again.ndjson', `${JSON.stringify({ reflectionId: 'W1', team: 'team-a', professional: 'M1', case: 'D1', reflectedOn: '2026-01-05', pitfalls: ['NONE'] })}\n`);
      const second = watch();
      expect((await moved('done', 'again.ndjson')).report).toMatchObject({ read: 1, unchanged: 1 });
      expect(await stored()).toBe(1);
      expect(await queryOnce(database.adminUrl, 'SELECT DISTINCT way_in FROM intake.import_job')).toEqual([{ way_in: 'folder' }]);
      watcher?.kill('SIGTERM');
      expect(await second).toBe(143);
    },
    LONG_MS,
  );

  it(
    'leaves a file where it is while the database is away, and takes it when it is back',
    async () => {
      const ended = watch();
      await lay('first.csv', `${HEADER}V1;team-a;M1;D1;2026-01-05;NONE\r\n`);
      await moved('done', 'first.csv');
      await keepOut(true);
      await lay('second.csv', `${HEADER}V2;team-a;M1;D1;2026-01-05;NONE\r\n`);
      await until(() => said.includes('second.csv stays where it is'));
      await delay(5_000);
      expect(said.split('second.csv stays where it is')).toHaveLength(2);
      expect(await readdir(folder)).toContain('second.csv');
      await keepOut(false);
      expect((await moved('done', 'second.csv')).report).toMatchObject({ accepted: 1 });
      watcher?.kill('SIGTERM');
      expect(await ended).toBe(143);
    },
    LONG_MS,
  );

  it('refuses at once what could never be imported: an unknown organisation and an unknown source', async () => {
    for (const [words, code] of [[['--organisation', 'nobody'], 'There is no organisation'], [['--organisation', 'watched', '--source', 'nowhere'], 'There is no source']] as const) {
      const refused = await runNode(LAUNCHER, ['watch', folder, ...words], { env });
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining(code)]);
    }
  }, LONG_MS);
});
