import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { NO_SETTINGS, runNode, WORKING_COPY, type Ended } from '../support/run-program.js';
import { newDataFolder } from '../support/start-rolvast.js';
import { ORGANISATION_FILE } from './organisation.js';

const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07'];
const CLOSE = ['close', '--organisation', 'faults', '--through', '2025-07'];
const LINES = MONTHS.flatMap((month) => Array.from({ length: 24 }, (_, index) => `${month}-${index};team-a;M${index % 7};D${index % 11};${month}-${String(index + 1).padStart(2, '0')};${index % 4 === 0 ? 'POWERLESSNESS' : 'NONE'}`));

/** Everything that stands about the ledgers, whatever was killed on the way. */
const STATE = `
  SELECT 'count' AS kind, count_key AS key, first_block, last_block, value, is_capped::text AS more FROM publish.posted_count
   UNION ALL SELECT 'carry', count_key, 0, 0, carry, '' FROM publish.carry
   UNION ALL SELECT 'window', part_key, first_block, last_block, 0, '' FROM publish.part_window
   UNION ALL SELECT 'block', from_month || through_month, number, 0, reflections, '' FROM publish.block
   UNION ALL SELECT 'released', count_key, first_block, last_block, value, '' FROM published.posted_count
   UNION ALL SELECT 'posting', '', block_number, ordinal, 0, '' FROM publish.posting
  ORDER BY 1, 2, 3, 4`;

const databases: TestDatabase[] = [];
let file = { organisation: '', reflections: '' };
let undisturbed: readonly object[] = [];
beforeAll(async () => {
  const folder = await newDataFolder();
  file = { organisation: join(folder, 'organisation.json'), reflections: join(folder, 'reflections.csv') };
  await writeFile(file.organisation, ORGANISATION_FILE);
  await writeFile(file.reflections, `reflection_id;team;professional;case;reflected_on;pitfalls\r\n${LINES.join('\r\n')}\r\n`);
  const database = await deliveredDatabase();
  expect(await rolvast(database, ...CLOSE)).toMatchObject({ code: 0 });
  undisturbed = await queryOnce(database.adminUrl, STATE);
});
afterAll(() => Promise.all(databases.map((database) => database.drop())));

/** The same key for all of them, so that rounding is the same. */
function settings(database: TestDatabase): Record<string, string> {
  return { DATABASE_URL: database.address.owner, ROLVAST_PSEUDONYM_KEY: 'ab'.repeat(32), NODE_ENV: 'production' };
}

function rolvast(database: TestDatabase, ...words: string[]): Promise<Ended> {
  return runNode('apps/api/launch/rolvast.mjs', words, { env: settings(database) });
}

async function deliveredDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  expect(await rolvast(database, 'organisation', 'load', file.organisation)).toMatchObject({ code: 0 });
  expect(await rolvast(database, 'import', file.reflections, '--organisation', 'faults')).toMatchObject({ code: 0 });
  // In production nothing goes to readers before this is recorded.
  expect(await rolvast(database, 'policy', 'consent', '--organisation', 'faults', '--by', 'the officer', '--works-council', '2025-01-06', '--impact-assessment', '2025-01-06')).toMatchObject({ code: 0 });
  return database;
}

/** A process of its own that closes; killing it kills nothing else. */
function startClosing(database: TestDatabase): ChildProcess {
  return spawn(process.execPath, [`${WORKING_COPY}apps/api/dist/cli.js`, ...CLOSE], { env: { ...process.env, ...NO_SETTINGS, ...settings(database) }, stdio: 'ignore' });
}

async function until(database: TestDatabase, condition: string): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    const [row] = await queryOnce<{ holds: boolean }>(database.adminUrl, `SELECT coalesce((${condition}), false) AS holds`);
    if (row?.holds === true) return;
    await delay(25);
  }
  throw new Error(`it did not come so far: ${condition}`);
}

async function killed(closing: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => closing.once('exit', resolve));
  closing.kill('SIGKILL');
  await ended;
}

async function expectFinishedAsIfNothingHappened(database: TestDatabase): Promise<void> {
  expect(await rolvast(database, ...CLOSE)).toMatchObject({ code: 0 });
  expect(await queryOnce(database.adminUrl, STATE)).toEqual(undisturbed);
}

describe('a close that is killed', () => {
  it('between months, goes on where it stopped, and ends as one that was never killed', async () => {
    expect(undisturbed.length).toBeGreaterThan(200);
    const database = await deliveredDatabase();
    const closing = startClosing(database);
    await until(database, "SELECT max(closed_through) >= '2025-03' FROM publish.unit_close");
    await killed(closing);
    expect(await queryOnce(database.adminUrl, 'SELECT 1 FROM published.release')).toEqual([]);
    await expectFinishedAsIfNothingHappened(database);
  }, 120_000);

  it.each([
    ['inside a month, after its blocks were posted', 'publish.carry', []],
    ['while the release goes out', 'published.participation', [{ through: '2025-07' }]],
  ])('%s, has stored nothing of that, and ends as one that was never killed', async (_, table, closed) => {
    const database = await deliveredDatabase();
    const holding = queryOnce(database.adminUrl, `BEGIN; LOCK TABLE ${table} IN SHARE MODE; SELECT pg_sleep(60); COMMIT`).catch(() => undefined);
    const closing = startClosing(database);
    await until(database, `SELECT count(*) > 0 FROM pg_locks WHERE relation = '${table}'::regclass AND NOT granted`);
    await killed(closing);
    await queryOnce(database.adminUrl, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    await holding;
    expect(await queryOnce(database.adminUrl, 'SELECT closed_through AS through FROM publish.unit_close')).toEqual(closed);
    expect(await queryOnce(database.adminUrl, 'SELECT 1 FROM published.block')).toEqual([]);
    await expectFinishedAsIfNothingHappened(database);
  }, 120_000);
});
