import { mkdir, realpath } from 'node:fs/promises';
import { success, type Result } from '@rolvast/domain';
import { findBinaries, type Binaries } from './binaries.js';
import { createCluster, inspectCluster } from './cluster.js';
import { layoutOf, type ClusterLayout } from './cluster-layout.js';
import { readState, writeState } from './cluster-state.js';
import { errorCodeOf } from '../../errors/error-code.js';
import { fault, unlessErrno, type EmbeddedPostgresFault } from './embedded-postgres.errors.js';
import { countLeases, dropLease, takeLease } from './lease.js';
import { withLock } from './lock.js';
import { disarmStalePidFile, settlePostmaster, stopPostmaster, type Postmaster } from './postmaster.js';
import { startServer } from './start-server.js';

const longestSettlingMs = 180_000;

/** A running PostgreSQL that this process uses, possibly together with other processes. */
export interface EmbeddedPostgres {
  /** Where it listens, on 127.0.0.1 only. */
  readonly port: number;
  /** URL of the superuser for a database (default 'postgres'); holds the password, so never log it. */
  adminUrl(database?: string): string;
  /**
   * Gives up this process's use; the last user stops the server cleanly. Idempotent, never rejects for a server or
   * folder that is gone. A process that ends without it leaves the server running, and the next start reuses it.
   */
  release(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Rolvast's data folder; made when it is missing. The cluster lives in `<dataFolder>/postgres`. */
  readonly dataFolder: string;
  /** Gets a line for a person when something takes longer than a moment. */
  readonly onProgress?: (line: string) => void;
  /**
   * More settings of PostgreSQL, for example `{ fsync: 'off' }` for tests. They count only when this call starts the
   * server, not when it finds one running. Address and sockets cannot be changed.
   */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Gives a ready PostgreSQL for the data folder: makes the cluster the first time, starts the server when it is not
 * running, reuses it when it is (another process's, or one left by a process that was killed).
 *
 * Works as root too, where the server runs as another user. Every fault is one line that can be shown as it is.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres, EmbeddedPostgresFault>> {
  try {
    await mkdir(options.dataFolder, { recursive: true });
    const layout = layoutOf(await realpath(options.dataFolder));
    await mkdir(layout.leases, { recursive: true });
    const onWaiting = (pid: string): void => {
      options.onProgress?.(`Waiting for process ${pid}, which is starting or stopping the database.`);
    };
    const started = await withLock(layout.leases, () => startUnderLock(layout, options), onWaiting);
    return started.ok ? started.value : started;
  } catch (error) {
    const known = faultOfFolder(error, options.dataFolder);
    if (known === undefined) throw error;
    return known;
  }
}

async function startUnderLock(
  layout: ClusterLayout,
  { onProgress, settings = {} }: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres, EmbeddedPostgresFault>> {
  const binaries = await findBinaries(layout.libraries);
  if (!binaries.ok) return binaries;
  const cluster = await inspectCluster(layout, binaries.value.majorVersion);
  if (!cluster.ok) return cluster;
  if (cluster.value === 'absent') {
    onProgress?.(`Making a new database in ${layout.cluster}.`);
    const made = await createCluster(layout, binaries.value, settings['fsync'] === 'off');
    if (!made.ok) return made;
  }
  const state = await readState(layout);
  if (!state.ok) return state;
  const slow = setTimeout(() => {
    onProgress?.('The database is still starting; after a crash it first restores its latest changes.');
  }, 3_000);
  const server = await findOrStart(layout, binaries.value, state.value.port, settings).finally(() => {
    clearTimeout(slow);
  });
  if (!server.ok) return server;
  const { pid, port } = server.value;
  if (port !== state.value.port) await writeState(layout, { ...state.value, port });
  const lease = await takeLease(layout.leases);
  return success(handleOf(layout, { pid, port, password: state.value.password, lease }));
}

async function findOrStart(
  layout: ClusterLayout,
  binaries: Binaries,
  preferredPort: number,
  settings: Readonly<Record<string, string>>,
): Promise<Result<Postmaster, EmbeddedPostgresFault>> {
  const running = await settlePostmaster(layout.cluster, longestSettlingMs);
  if (running?.status === 'ready') return success(running);
  if (running !== undefined) {
    return fault('start-failed', `The database in ${layout.cluster} (process ${running.pid}) has been ${running.status} for three minutes; see ${layout.log}.`);
  }
  await disarmStalePidFile(layout.cluster);
  return startServer({ layout, binaries, preferredPort, settings });
}

interface Use {
  readonly pid: number;
  readonly port: number;
  readonly password: string;
  readonly lease: string;
}

function handleOf(layout: ClusterLayout, use: Use): EmbeddedPostgres {
  let released: Promise<void> | undefined;
  return {
    port: use.port,
    adminUrl: (database = 'postgres') =>
      `postgresql://postgres:${use.password}@127.0.0.1:${use.port}/${encodeURIComponent(database)}`,
    release: () => (released ??= release(layout, use)),
  };
}

async function release(layout: ClusterLayout, use: Use): Promise<void> {
  const outcome = await unlessErrno(
    withLock(layout.leases, async () => {
      await dropLease(use.lease);
      if ((await countLeases(layout.leases)) > 0) return;
      const running = await settlePostmaster(layout.cluster, longestSettlingMs);
      if (running !== undefined) await stopPostmaster(running.pid);
    }),
    'ENOENT',
  );
  // The data folder was deleted under the server: nobody can find that server any more, so end it here.
  if (outcome === undefined) await stopPostmaster(use.pid);
  // A lock that could not be had only means that the server stays; without the lease the next user stops it.
  else if (!outcome.ok) await dropLease(use.lease);
}

function pathOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  // For a link or a rename, `path` is where it comes from.
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}

/** The fault for what the system says about the data folder; undefined for anything that is a bug of ours. */
function faultOfFolder(error: unknown, dataFolder: string): Result<never, EmbeddedPostgresFault> | undefined {
  switch (errorCodeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return fault('data-folder-not-a-folder', `${dataFolder}, or something above it, is a file and not a folder; choose another ROLVAST_DATA_DIR.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return fault('data-folder-not-writable', `This user may not write to ${pathOf(error) ?? dataFolder}; give it the folder, or set ROLVAST_DATA_DIR to one it may write to.`);
    case 'ENOSPC':
    case 'EDQUOT':
      return fault('data-folder-not-writable', `The disk of ${dataFolder} is full; make room, or set ROLVAST_DATA_DIR to a folder on another disk.`);
    default:
      return undefined;
  }
}
