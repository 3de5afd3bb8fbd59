import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unlessErrno } from './embedded-postgres.errors.js';
import { commandLineOf, identifyProcess } from './process-identity.js';

const pollMs = 10;

/** The running server of a cluster, as its postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'ready' | 'stopping';
}

/** The live server of this cluster, or undefined. A postmaster.pid left by a crash does not count. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const noted = await readPidFile(cluster);
  if (noted === undefined) return undefined;
  return (await isServerOf(noted.pid, cluster)) ? noted : undefined;
}

/**
 * Waits until the server is ready or gone, whichever comes first; undefined when gone. After `longestMs` the server
 * as it is then.
 */
export async function settlePostmaster(cluster: string, longestMs: number): Promise<Postmaster | undefined> {
  const deadline = Date.now() + longestMs;
  for (;;) {
    const found = await findPostmaster(cluster);
    if (found === undefined || found.status === 'ready' || Date.now() > deadline) return found;
    await delay(pollMs);
  }
}

/**
 * Keeps a stale postmaster.pid from blocking the next start when its pid now belongs to another program or to a
 * zombie, which PostgreSQL would take for a server.
 *
 * Call it only when findPostmaster() found no server. The file is not deleted, because its last lines let PostgreSQL
 * see that processes of a killed server still hold the shared memory. Instead our own pid is put in: PostgreSQL
 * takes the pid of its parent for stale, and still does that check. Only a file without a pid, as a crashed machine
 * may leave, is deleted.
 */
export async function disarmStalePidFile(cluster: string): Promise<void> {
  const path = pidFileOf(cluster);
  const text = await unlessErrno(readFile(path, 'utf8'), 'ENOENT');
  if (text === undefined) return;
  const [, ...rest] = text.split('\n');
  if ((await readPidFile(cluster)) === undefined) await rm(path);
  else await writeFile(path, [String(process.pid), ...rest].join('\n'));
}

/**
 * Stops the server cleanly, as `pg_ctl stop -m fast` does (SIGINT: sessions are ended, everything is written) but
 * without a program that would have to change user first. Resolves when it is gone, or after a minute in any case.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  const identity = await identifyProcess(pid);
  // The pid may have passed to another program meanwhile.
  if (identity === undefined || !isServerLine(await commandLineOf(pid))) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // Ended by itself a moment ago, or started by a user we may not signal: it then stays and is reused.
    return;
  }
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && (await identifyProcess(pid)) === identity) await delay(pollMs);
}

function pidFileOf(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/** What postmaster.pid says, true or stale; undefined when there is none. */
async function readPidFile(cluster: string): Promise<Postmaster | undefined> {
  const text = await unlessErrno(readFile(pidFileOf(cluster), 'utf8'), 'ENOENT');
  if (text === undefined) return undefined;
  // pid, data folder, start time, port, socket folder, address, shared memory, status; the later ones come later.
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  const status = lines[7];
  return {
    pid,
    port: Number(lines[3] ?? 0),
    status: status === 'ready' || status === 'stopping' ? status : 'starting',
  };
}

async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if ((await identifyProcess(pid)) === undefined) return false;
  const words = await commandLineOf(pid);
  if (!isServerLine(words)) return false;
  // Where the system does not keep the words apart, a folder with blanks is only found in the whole line.
  if (words.join(' ').includes(` -D ${cluster} `)) return true;
  const folder = words[words.indexOf('-D') + 1];
  return folder !== undefined && (await isSameFolder(folder, cluster));
}

/** Whether this is the command line of a server and not of one of its sessions ("postgres: …") or another program. */
function isServerLine(words: readonly string[]): boolean {
  return words.includes('-D') && /\/postgres( |$)/.test(words.join(' '));
}

/** The same folder may have been entered by another path (a bind mount, a link). */
async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => unlessErrno(stat(path), 'ENOENT', 'EACCES', 'ENOTDIR')));
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}
