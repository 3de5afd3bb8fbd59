import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { success, type Result } from '@rolvast/domain';
import type { Binaries } from './binaries.js';
import type { ClusterLayout } from './cluster-layout.js';
import { fault, type EmbeddedPostgresFault } from './embedded-postgres.errors.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { missingLibraryIn, mostUsefulLine, prepareLog, readLogSince } from './server-log.js';
import { chooseServerUser, commandAs, type ServerUser } from './server-user.js';

const longestStartMs = 180_000;
const attempts = 20;

export interface StartOptions {
  readonly layout: ClusterLayout;
  readonly binaries: Binaries;
  /** Taken when it is free; 0 for any. */
  readonly preferredPort: number;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Starts the server and waits until it takes connections. Call it under the lock and when no server runs.
 *
 * Faults: `start-failed` (with the server's own words), `library-missing`, and those of chooseServerUser().
 */
export async function startServer(options: StartOptions): Promise<Result<Postmaster, EmbeddedPostgresFault>> {
  const { layout, binaries } = options;
  const user = await chooseServerUser(layout.cluster, binaries);
  if (!user.ok) return user;
  let preferredPort = options.preferredPort;
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort(preferredPort);
    const outcome = await attemptStart(options, user.value, port);
    if (typeof outcome !== 'string') return success(outcome);
    const library = missingLibraryIn(outcome);
    if (library !== undefined) return fault('library-missing', library);
    const isPortTaken = /could not bind|Address already in use/.test(outcome);
    // The server was killed a moment ago and its sessions are still ending.
    const isEnding = /shared memory block .* is still in use/.test(outcome);
    if (attempt >= attempts || !(isPortTaken || isEnding)) {
      return fault('start-failed', `The database in ${layout.cluster} did not start: ${mostUsefulLine(outcome)} (log: ${layout.log}).`);
    }
    if (isPortTaken) preferredPort = 0;
    else await delay(250);
  }
}

/** One attempt; the server, or what it wrote to its log before it gave up. */
async function attemptStart(options: StartOptions, user: ServerUser, port: number): Promise<Postmaster | string> {
  const { layout, binaries, settings } = options;
  const logStart = await prepareLog(layout.log);
  const log = await open(layout.log, 'a', 0o600);
  try {
    const args = ['-D', layout.cluster, '-p', String(port), ...settingArguments(settings)];
    const { file, args: words, ...identity } = commandAs(user, binaries.postgres, args, binaries.env);
    // A session of its own: Ctrl-C and a closed terminal reach us but not the server, which we stop when we are done.
    const child = spawn(file, words, { ...identity, cwd: '/', detached: true, stdio: ['ignore', log.fd, log.fd] });
    const started = await waitUntilReady(child, layout.cluster);
    return typeof started === 'string' ? `${await readLogSince(layout.log, logStart)}${started}` : started;
  } finally {
    await log.close();
  }
}

/** The ready server, or why there is none where the log does not tell. */
async function waitUntilReady(child: ChildProcess, cluster: string): Promise<Postmaster | string> {
  let end: string | undefined;
  child.once('error', (error) => {
    end = error.message;
  });
  child.once('exit', () => {
    end = '';
  });
  const deadline = Date.now() + longestStartMs;
  while (end === undefined && Date.now() < deadline) {
    const found = await findPostmaster(cluster);
    if (found?.pid === child.pid && found?.status === 'ready') {
      child.unref();
      return found;
    }
    await delay(10);
  }
  child.kill('SIGINT');
  child.unref();
  return end ?? 'It did not become ready within three minutes.';
}

function settingArguments(extra: Readonly<Record<string, string>>): string[] {
  const settings = {
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Neither statements nor row values may end up in a log file: they can hold what clients' records say.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...extra,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The preferred port when it is free on 127.0.0.1, else one that the system picks. */
async function findFreePort(preferred: number): Promise<number> {
  return (await tryPort(preferred)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(undefined);
    });
    probe.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : undefined);
      });
    });
  });
}
