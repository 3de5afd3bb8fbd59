import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import type { EmbeddedPostgresFault } from './embedded-postgres.errors.js';
import { identifyProcess } from './process-identity.js';

const isRoot = process.getuid?.() === 0;
const settings = { fsync: 'off' };
const longestMs = 60_000;

let base: string;
let template: string;
let folder: string;
let running: EmbeddedPostgres[] = [];

async function start(dataFolder = folder): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ dataFolder, settings });
  if (!started.ok) throw new Error(started.fault.message);
  running.push(started.value);
  return started.value;
}

async function startFault(dataFolder = folder): Promise<EmbeddedPostgresFault> {
  const started = await startEmbeddedPostgres({ dataFolder, settings });
  if (started.ok) {
    running.push(started.value);
    throw new Error('the server started');
  }
  return started.fault;
}

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.adminUrl() });
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

/** The pid of the running server, or undefined when it was stopped cleanly. */
async function serverPid(dataFolder = folder): Promise<number | undefined> {
  const pidFile = join(dataFolder, 'postgres', 'postmaster.pid');
  const isThere = await stat(pidFile).then(() => true, () => false);
  return isThere ? Number.parseInt(await readFile(pidFile, 'utf8'), 10) : undefined;
}

/** Makes all leases look like those of processes that were killed: the pid lives, but it is not that process. */
async function killLeaseHolders(): Promise<void> {
  const leases = join(folder, 'postgres.leases');
  for (const name of await readdir(leases)) {
    if (name.startsWith('lease.')) await writeFile(join(leases, name), 'another process');
  }
}

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'rolvast-embedded-'));
  // The server's user must be able to enter it when the tests run as root.
  await chmod(base, 0o755);
  template = join(base, 'template');
  await (await start(template)).release();
}, longestMs);

beforeEach(async () => {
  folder = join(await mkdtemp(join(base, 'case-')), 'data');
  await chmod(join(folder, '..'), 0o755);
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.release()));
  running = [];
}, longestMs);

afterAll(async () => {
  await rm(base, { recursive: true, force: true });
});

/** A data folder with a complete, stopped cluster: quicker than making one each time. */
async function copyTemplate(): Promise<void> {
  // Not fs.cp: it loses the owner, and takes as long as making a cluster.
  await promisify(execFile)('cp', ['-a', template, folder]);
}

describe('a new data folder', () => {
  it('gets a PostgreSQL 18 with UTF-8, UTC, checksums and scram passwords', async () => {
    const server = await start();
    expect(
      await query(server, `select split_part(current_setting('server_version'), '.', 1), current_setting('server_encoding'),
        current_setting('TimeZone'), current_setting('data_checksums'), current_setting('fsync'),
        left(rolpassword, 13) from pg_authid where rolname = 'postgres'`),
    ).toEqual(['18', 'UTF8', 'UTC', 'on', 'off', 'SCRAM-SHA-256']);
  }, longestMs);

  it('sorts by code point, whatever the locale of the machine is', async () => {
    expect(await query(await start(), `select name from unnest(array['é', 'z', 'B', 'a']) name order by name`)).toEqual(['B', 'a', 'z', 'é']);
  }, longestMs);

  it('keeps the password in a file that only its owner may read', async () => {
    const server = await start();
    expect((await stat(join(folder, 'postgres.json'))).mode & 0o777).toBe(0o600);
    const { password } = new URL(server.adminUrl());
    expect(password.length).toBeGreaterThanOrEqual(32);
    await expect(query({ ...server, adminUrl: () => server.adminUrl().replace(password, 'guess') }, 'select 1')).rejects.toThrow(/password authentication failed/);
  }, longestMs);

  it('is made anew when an earlier attempt was interrupted', async () => {
    await mkdir(join(folder, 'postgres.new-Abc123', 'cluster', 'base'), { recursive: true });
    await start();
    expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres.json', 'postgres.leases', 'postgres.log']);
  }, longestMs);

  it('gives one server to two that start at the same time', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.port).toBe(first.port);
    await first.release();
    expect(await query(second, 'select 1')).toEqual([1]);
  }, longestMs);

  if (isRoot) {
    it('is usable below a folder that only root may enter, and the folder stays closed', async () => {
      await chmod(join(folder, '..'), 0o700);
      expect(await query(await start(), 'select 1')).toEqual([1]);
      expect((await stat(join(folder, '..'))).mode & 0o777).toBe(0o700);
      expect((await stat(join(folder, 'postgres'))).uid).not.toBe(0);
    }, longestMs);
  } else {
    it('belongs to the user that started it', async () => {
      await start();
      expect((await stat(join(folder, 'postgres'))).uid).toBe(process.getuid?.());
    }, longestMs);
  }
});

describe('a data folder with a cluster', () => {
  beforeEach(copyTemplate);

  it('keeps its rows, its password and its port over a stop and a start', async () => {
    const first = await start();
    await query(first, 'create table kept as select 42 as answer');
    await first.release();
    const second = await start();
    expect(await query(second, 'select answer from kept')).toEqual([42]);
    expect(second.adminUrl()).toBe(first.adminUrl());
  }, longestMs);

  it('is served by one server for all, which the last to release stops', async () => {
    const first = await start();
    const pid = await serverPid();
    const second = await start();
    expect(await serverPid()).toBe(pid);
    await first.release();
    await first.release();
    expect(await query(second, 'select 1')).toEqual([1]);
    await second.release();
    expect(await serverPid()).toBeUndefined();
  }, longestMs);

  it('reuses the server of a process that was killed, and release stops it', async () => {
    await start();
    const pid = await serverPid();
    await killLeaseHolders();
    const next = await start();
    expect(await serverPid()).toBe(pid);
    await next.release();
    expect(await serverPid()).toBeUndefined();
  }, longestMs);

  it('recovers its rows when the server itself was killed', async () => {
    const first = await start();
    await query(first, 'create table kept as select 42 as answer');
    const pid = (await serverPid()) ?? 0;
    process.kill(pid, 'SIGKILL');
    // It dies when its turn comes, which on a busy machine is not at once; until then it would still be found running.
    while ((await identifyProcess(pid)) !== undefined) await delay(10);
    expect(await query(await start(), 'select answer from kept')).toEqual([42]);
  }, longestMs);

  it('starts although postmaster.pid names a pid that another program has now', async () => {
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    await writeFile(pidFile, `${process.ppid}\n${folder}/postgres\n1700000000\n5432\n\n127.0.0.1\n 1 1\nready   \n`, { mode: 0o644 });
    expect(await query(await start(), 'select 1')).toEqual([1]);
  }, longestMs);

  it('takes another port when the one of last time is in use', async () => {
    const first = await start();
    await start(template);
    expect(running[1]?.port).not.toBe(first.port);
  }, longestMs);

  it('of another major version is left alone, and the fault says which is needed', async () => {
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    const { code, message } = await startFault();
    expect(code).toBe('cluster-version-differs');
    expect(message).toMatch(/made by PostgreSQL 17, and this Rolvast needs PostgreSQL 18; .*dump and restore/);
  }, longestMs);

  it('that cannot start gives the words of the server and the place of its log', async () => {
    await writeFile(join(folder, 'postgres', 'postgresql.conf'), 'nonsense = 1\n');
    const { code, message } = await startFault();
    expect(code).toBe('start-failed');
    expect(message).toContain('postgresql.conf" contains errors');
    expect(message).toContain(join(folder, 'postgres.log'));
  }, longestMs);

  it('without its password file is refused, not made anew', async () => {
    await rm(join(folder, 'postgres.json'));
    expect((await startFault()).code).toBe('state-unreadable');
  }, longestMs);

  it('may be deleted under the server, which release then still ends', async () => {
    const server = await start();
    const pid = (await serverPid()) ?? 0;
    await rm(folder, { recursive: true });
    await server.release();
    await expect(query(server, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
    expect(pid).toBeGreaterThan(0);
  }, longestMs);
});

describe('a data folder that cannot be used', () => {
  it('is refused when something else is called postgres, and that stays as it is', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await writeFile(join(folder, 'postgres', 'letter.txt'), 'dear');
    expect((await startFault()).code).toBe('not-a-cluster');
    expect(await readFile(join(folder, 'postgres', 'letter.txt'), 'utf8')).toBe('dear');
  });

  it('is refused when it is a file', async () => {
    await writeFile(folder, '');
    expect((await startFault()).code).toBe('data-folder-not-a-folder');
    expect((await startFault(join(folder, 'below'))).code).toBe('data-folder-not-a-folder');
  });

  it('is refused when nobody may write there', async () => {
    // Linux lets nobody make a folder in /sys, not even root.
    expect((await startFault(isRoot ? '/sys/rolvast' : '/rolvast')).code).toBe('data-folder-not-writable');
  });
});
