import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@rolvast/api/testing';
import { z } from 'zod';
import { runNode } from '../support/run-program.js';
import { signInAs } from '../support/sign-in.js';
import { freePort, newDataFolder, startRolvast, type StartedRolvast } from '../support/start-rolvast.js';

let dataFolder = '';
beforeAll(async () => {
  dataFolder = await newDataFolder();
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

const START = 'apps/api/launch/start.mjs';
const answerSchema = z.object({ data: z.object({ organisations: z.array(z.object({ code: z.string() })) }) });

async function organisations(started: StartedRolvast): Promise<string[]> {
  const response = await fetch(`${started.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await signInAs(started.url, 'demo-director') },
    body: JSON.stringify({ query: '{ organisations { code } }' }),
  });
  return answerSchema.parse(await response.json()).data.organisations.map((organisation) => organisation.code);
}

/** Whether the process of the embedded server is there. */
async function isServerRunning(folder: string): Promise<boolean> {
  const pidFile = await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(pidFile.split('\n')[0]);
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('npm start', () => {
  it('shows the demo organisation on an empty data folder, and the page and the API on one port', async () => {
    const started = await startRolvast(dataFolder);
    expect(await organisations(started)).toEqual(['de-vuurtoren']);
    const page = await fetch(`${started.url}/de-vuurtoren/gezinshulp-duinstreek/pitfall-powerlessness`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');
    expect(started.printed()).toContain('127.0.0.1 only');
    expect(await started.end('SIGINT')).toBe(0);
    expect(await isServerRunning(dataFolder)).toBe(false);
  });

  it('keeps its data, loads nothing twice, and ends on SIGTERM as well', async () => {
    const started = await startRolvast(dataFolder);
    expect(started.printed()).not.toContain('Loading');
    expect(await organisations(started)).toEqual(['de-vuurtoren']);
    expect(await started.end('SIGTERM')).toBe(0);
    expect(await isServerRunning(dataFolder)).toBe(false);
  });

  it('goes on with the database that a killed process left behind', async () => {
    const killed = await startRolvast(dataFolder);
    await killed.end('SIGKILL');
    expect(await isServerRunning(dataFolder)).toBe(true);
    const started = await startRolvast(dataFolder);
    expect(await organisations(started)).toEqual(['de-vuurtoren']);
    await started.end();
    expect(await isServerRunning(dataFolder)).toBe(false);
  });

  it('lets the command line work beside a running server, and the server goes on', async () => {
    const started = await startRolvast(dataFolder);
    const closed = await runNode('apps/api/launch/rolvast.mjs', ['close', '--organisation', 'de-vuurtoren', '--json'], { env: { ROLVAST_DATA_DIR: dataFolder } });
    expect(closed).toMatchObject({ code: 0 });
    expect(await organisations(started)).toEqual(['de-vuurtoren']);
    await started.end();
  });

  it('listens on 127.0.0.1 only', async () => {
    const started = await startRolvast(dataFolder);
    const { port } = new URL(started.url);
    await expect(fetch(`http://127.0.0.2:${port}/health/live`)).rejects.toThrow();
    await started.end();
  });

  it('is not held up at its end by a browser that keeps a connection open and asks nothing', async () => {
    const started = await startRolvast(dataFolder);
    const idle = connect(Number(new URL(started.url).port), '127.0.0.1');
    idle.on('error', () => undefined);
    await new Promise((resolve) => idle.once('connect', resolve));
    expect(await started.end('SIGTERM')).toBe(0);
    idle.destroy();
  }, 15_000);

  it('tells the browser to load nothing from elsewhere, and refuses to be called by another name', async () => {
    const started = await startRolvast(dataFolder);
    const { headers } = await fetch(started.url, { headers: { accept: 'text/html' } });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    await started.end();
  });

  it('uses the external database of DATABASE_URL and starts none of its own', async () => {
    const database = await createTestDatabase('template0');
    const folder = await newDataFolder();
    const started = await startRolvast(folder, { DATABASE_URL: database.address.owner });
    expect(await organisations(started)).toEqual(['de-vuurtoren']);
    expect(await isServerRunning(folder)).toBe(false);
    await started.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
});

describe('sign-in', () => {
  it('outlives a restart: who was signed in still is', async () => {
    const first = await startRolvast(dataFolder, { PORT: String(await freePort()) });
    const cookie = await signInAs(first.url, 'demo-director');
    const port = new URL(first.url).port;
    await first.end();
    const second = await startRolvast(dataFolder, { PORT: port });
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: '{"query":"{ viewer { name } }"}' });
    expect(response.status).toBe(200);
    const left = await fetch(`http://127.0.0.1:${port}/auth/sign-out`, { method: 'POST', headers: { cookie } });
    const { leaveAt } = z.object({ leaveAt: z.url() }).parse(await left.json());
    // The provider knows its own token again.
    expect((await fetch(leaveAt)).status).toBe(200);
    await second.end();
  });

  it('leaves its secrets to the owner of the data folder alone', async () => {
    for (const name of ['sign-in-keys.json', 'demo-importer-token']) expect((await stat(join(dataFolder, name))).mode & 0o777).toBe(0o600);
  });
});

describe('npm start refuses in one line', () => {
  it('to go into production without a provider, unless demonstration accounts are asked for by name', async () => {
    expect(await refusal({ NODE_ENV: 'production' })).toMatch(/ROLVAST_OIDC_ISSUER.*ROLVAST_SIGN_IN=demo/);
    const asked = await startRolvast(dataFolder, { NODE_ENV: 'production', ROLVAST_SIGN_IN: 'demo' });
    expect(asked.printed()).toContain('demonstration accounts');
    await asked.end();
  });

  async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
    const ended = await runNode(START, [], { env: { ROLVAST_DATA_DIR: dataFolder, PORT: String(await freePort()), ...env } });
    expect(ended.code).toBe(1);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    return ended.stderr;
  }

  it('a port that is taken', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    expect(await refusal({ PORT: String(port) })).toMatch(/Port \d+ is taken.*PORT=/);
    other.close();
  });

  it('a database that can not be reached', async () => {
    expect(await refusal({ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/none' })).toMatch(/can't be reached.*Check/);
  });

  it('a data folder that is a file', async () => {
    expect(await refusal({ ROLVAST_DATA_DIR: join(dataFolder, 'postgres.json') })).toMatch(/ROLVAST_DATA_DIR/);
  });

  it('a data folder of another version', async () => {
    const folder = await newDataFolder();
    await cp(dataFolder, folder, { recursive: true });
    await writeFile(join(folder, 'postgres/PG_VERSION'), '12\n');
    expect(await refusal({ ROLVAST_DATA_DIR: folder })).toMatch(/12.*18/);
    await rm(folder, { recursive: true, force: true });
  });

  it('settings that are not right, all of them at once', async () => {
    expect(await refusal({ PORT: 'http', NODE_ENV: 'prod' })).toMatch(/PORT.*NODE_ENV/);
  });
});
