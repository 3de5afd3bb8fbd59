import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { success, type Result } from '@rolvast/domain';
import type { Binaries } from './binaries.js';
import type { ClusterLayout } from './cluster-layout.js';
import { writeState } from './cluster-state.js';
import { errorCodeOf } from '../../errors/error-code.js';
import { fault, unlessErrno, type EmbeddedPostgresFault } from './embedded-postgres.errors.js';
import { runProgram } from './run-program.js';
import { missingLibraryIn, mostUsefulLine } from './server-log.js';
import { chooseServerUser, commandAs, giveToServerUser, giveTreeToServerUser, isRoot } from './server-user.js';

/**
 * Whether the cluster is there and may be opened by us and by these binaries; `absent` when it is still to be made.
 *
 * Changes nothing, except that as root a tree owned by root is given to the server's user.
 * Faults: `not-a-cluster`, `cluster-version-differs`, `cluster-of-another-user`.
 */
export async function inspectCluster(
  { cluster }: ClusterLayout,
  majorVersion: number,
): Promise<Result<'present' | 'absent', EmbeddedPostgresFault>> {
  const folder = await unlessErrno(stat(cluster), 'ENOENT');
  if (folder === undefined) return success('absent');
  const notACluster = fault('not-a-cluster', `${cluster} exists but is not a PostgreSQL data folder; move it away, or choose another ROLVAST_DATA_DIR. Nothing was changed.`);
  if (!folder.isDirectory()) return notACluster;
  const ofAnother = fault('cluster-of-another-user', `${cluster} belongs to another user (uid ${folder.uid}), probably because Rolvast ran as root or with sudo before; run it as that user again, or choose another ROLVAST_DATA_DIR.`);
  const ourUid = process.getuid?.();
  if (!isRoot() && folder.uid !== ourUid) return ofAnother;
  try {
    if ((await readdir(cluster)).length === 0) return success('absent');
    await stat(join(cluster, 'global', 'pg_control'));
    const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
    if (version !== String(majorVersion)) return versionDiffers(cluster, version, majorVersion);
  } catch (error) {
    const errno = errorCodeOf(error);
    if (errno === 'EACCES') return ofAnother;
    if (errno === 'ENOENT' || errno === 'ENOTDIR' || errno === 'EISDIR') return notACluster;
    throw error;
  }
  if (isRoot() && folder.uid === 0) await giveTreeToServerUser(cluster);
  return success('present');
}

function versionDiffers(cluster: string, found: string, needed: number): Result<never, EmbeddedPostgresFault> {
  return fault('cluster-version-differs', `${cluster} was made by PostgreSQL ${found}, and this Rolvast needs PostgreSQL ${needed}; run the Rolvast version that made it, dump and restore the database, or choose another ROLVAST_DATA_DIR.`);
}

/**
 * Makes a new cluster with a random password: UTF-8, sorting by code point, independent of the operating system.
 *
 * It is made in a folder of its own and put in place by one rename, so an interrupted attempt leaves no half cluster;
 * what earlier attempts left is removed. `isThrowaway` leaves out waiting for the disk.
 */
export async function createCluster(
  layout: ClusterLayout,
  binaries: Binaries,
  isThrowaway: boolean,
): Promise<Result<void, EmbeddedPostgresFault>> {
  await removeUnfinished(layout);
  // A fresh name each time: an initdb that outlived its killed parent may still be writing to the old one.
  const making = await mkdtemp(layout.makingPrefix);
  try {
    await giveToServerUser(making);
    const password = randomBytes(24).toString('base64url');
    const made = await runInitdb(making, password, binaries, isThrowaway);
    if (!made.ok) return made;
    await writeState(layout, { password, port: 0 });
    await rename(join(making, 'cluster'), layout.cluster);
    return success(undefined);
  } finally {
    await removeFolder(making);
  }
}

async function runInitdb(
  making: string,
  password: string,
  binaries: Binaries,
  isThrowaway: boolean,
): Promise<Result<void, EmbeddedPostgresFault>> {
  const user = await chooseServerUser(making, binaries);
  if (!user.ok) return user;
  const passwordFile = join(making, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveToServerUser(passwordFile);
  const args = [
    `--pgdata=${join(making, 'cluster')}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(isThrowaway ? ['--no-sync'] : []),
  ];
  const { exitCode, output } = await runProgram(commandAs(user.value, binaries.initdb, args, binaries.env));
  if (exitCode === 0) return success(undefined);
  const library = missingLibraryIn(output);
  if (library !== undefined) return fault('library-missing', library);
  return fault('initialise-failed', `The database in ${dirname(making)} could not be made: ${mostUsefulLine(output)}. Put that right and start again; nothing is left behind.`);
}

async function removeUnfinished(layout: ClusterLayout): Promise<void> {
  const prefix = basename(layout.makingPrefix);
  for (const name of await readdir(layout.dataFolder)) {
    if (name.startsWith(prefix)) await removeFolder(join(layout.dataFolder, name));
  }
}

/** Removes what can be removed; an orphaned initdb may still add files, and then the next start does the rest. */
async function removeFolder(folder: string): Promise<void> {
  await unlessErrno(rm(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 }), 'ENOTEMPTY', 'EBUSY');
}
