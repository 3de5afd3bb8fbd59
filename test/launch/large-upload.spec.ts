import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORGANISATION_FILE } from '../faults/organisation.js';
import { runNode } from '../support/run-program.js';
import { newDataFolder, startRolvast, type StartedRolvast } from '../support/start-rolvast.js';

const GIB = 1024 ** 3;
const HEADER = 'reflection_id;team;professional;case;reflected_on\n';
/** A row that is refused, nearly as long as a row may be: the fastest way to a large body in which every row is looked at. */
const ROW = Buffer.from(`${'0'.repeat(99_000)};team-a;M1;D1;2026-01-01\n`);

let dataFolder = '';
let token = '';
let server: StartedRolvast;
beforeAll(async () => {
  dataFolder = await newDataFolder();
  const env = { ROLVAST_DATA_DIR: dataFolder, NODE_ENV: 'production', ROLVAST_SIGN_IN: 'demo' };
  server = await startRolvast(dataFolder, env);
  const file = join(dataFolder, 'organisation.json');
  await writeFile(file, ORGANISATION_FILE);
  await runNode('apps/api/launch/rolvast.mjs', ['organisation', 'load', file], { env });
  const made = await runNode('apps/api/launch/rolvast.mjs', ['tokens', 'create', '--organisation', 'faults', '--label', 'large'], { env });
  token = made.stdout.split('\n')[0] ?? '';
}, 300_000);
afterAll(() => server.end('SIGTERM'));

/** Resident memory of the server's process in megabytes. */
async function memoryMb(): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(server.process.pid)]);
  return Number(stdout) / 1024;
}

interface Ended {
  /** Status of the answer; null when the connection was closed before it came through. */
  readonly status: number | null;
  readonly sentBytes: number;
  readonly growthMb: number;
}

/** Sends rows until there are so many bytes, or until the server wants no more. */
async function send(bytes: number, headers: Readonly<Record<string, string>>): Promise<Ended> {
  const before = await memoryMb();
  const upload = request(`${server.url}/imports`, { method: 'POST', headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}`, ...headers } });
  const answer: { status: number | null; isOver: boolean } = { status: null, isOver: false };
  const over = new Promise<void>((resolve) => {
    upload.on('response', (response) => {
      answer.status = response.statusCode ?? null;
      response.resume().on('close', resolve).on('error', () => resolve());
    });
    upload.on('error', () => resolve());
    upload.on('close', resolve);
  }).then(() => {
    answer.isOver = true;
  });
  let [sentBytes, most, looked] = [HEADER.length, before, 0];
  upload.write(HEADER);
  while (!answer.isOver && sentBytes < bytes) {
    if (!upload.write(ROW)) await Promise.race([once(upload, 'drain').catch(() => undefined), over]);
    sentBytes += ROW.length;
    if (sentBytes - looked < 50_000_000) continue;
    looked = sentBytes;
    most = Math.max(most, await memoryMb());
  }
  upload.end();
  await over;
  return { status: answer.status, sentBytes, growthMb: most - before };
}

describe('a body of two gigabytes', () => {
  it('is refused at once when its length says so', async () => {
    const { status, sentBytes } = await send(2 * GIB, { 'content-length': String(2 * GIB) });
    expect([413, null]).toContain(status);
    expect(sentBytes).toBeLessThan(GIB / 10);
  }, 60_000);

  it('is refused at the limit when nothing says how long it is, and the server has grown by less than 150 MB', async () => {
    const { status, sentBytes, growthMb } = await send(2 * GIB, {});
    expect([413, null]).toContain(status);
    expect(sentBytes).toBeGreaterThan(GIB * 0.9);
    expect(sentBytes).toBeLessThan(GIB * 1.1);
    expect(growthMb).toBeLessThan(150);
    process.stderr.write(`a body of two gigabytes: refused after ${Math.round(sentBytes / 1e6)} MB, memory +${Math.round(growthMb)} MB\n`);
    const after = await fetch(`${server.url}/imports`, { headers: { authorization: `Bearer ${token}` } });
    expect([after.status, await after.json()]).toEqual([200, { imports: [] }]);
  }, 300_000);
});
