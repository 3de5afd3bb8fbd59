import { chown, lchown, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { success, type Result } from '@rolvast/domain';
import type { Binaries } from './binaries.js';
import { fault, type EmbeddedPostgresFault } from './embedded-postgres.errors.js';
import { missingLibraryIn } from './server-log.js';
import { runProgram, type Command } from './run-program.js';

/**
 * Who PostgreSQL runs as; it refuses to run as root.
 *
 * `self`: we are an ordinary user. `dropped`: we are root and hand over to an ordinary user. `dropped-with-access`:
 * the same, but that user keeps root's right to pass closed folders (a clone under a 0700 /root), by way of setpriv.
 */
export type ServerUser =
  | { readonly kind: 'self' }
  | { readonly kind: 'dropped' | 'dropped-with-access'; readonly uid: number; readonly gid: number };

// initdb wants a user with a name: nobody has 65534 on Linux, macOS gives daemon the 1.
const unprivileged = process.platform === 'darwin' ? 1 : 65_534;
const folderClosed = 93;
const binariesClosed = 94;
// Not `test -w` or `-x`: those ask as the real user and do not see the kept right in every shell.
const probeScript = `cd -- "$1" || exit ${folderClosed}; cd -- "\${2%/*}" || exit ${binariesClosed}; exec "$2" --version`;

/** Whether this process is root, so that another user must own and run the cluster. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Gives a new folder to the user that will run the server; nothing to do for an ordinary user. */
export async function giveToServerUser(path: string): Promise<void> {
  if (isRoot()) await chown(path, unprivileged, unprivileged);
}

/** The same for a whole tree that root owns, as a copy or a restored backup does; does not follow links. */
export async function giveTreeToServerUser(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await lchown(join(entry.parentPath, entry.name), unprivileged, unprivileged);
  }
  await chown(folder, unprivileged, unprivileged);
}

/** The command that runs a program of PostgreSQL as the chosen user. */
export function commandAs(user: ServerUser, file: string, args: readonly string[], env: Binaries['env']): Command {
  switch (user.kind) {
    case 'self':
      return { file, args, env };
    case 'dropped':
      return { file, args, env, uid: user.uid, gid: user.gid };
    case 'dropped-with-access':
      return { file: 'setpriv', args: [...setprivArguments(user.uid, user.gid), file, ...args], env };
  }
}

/*
 * Only dac_override, because plain Docker has no dac_read_search and the first includes the second. Without
 * no_setuid_fixup access(2) would leave the kept right aside, and PostgreSQL would not find its own programs.
 */
function setprivArguments(uid: number, gid: number): string[] {
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=+dac_override',
    '--',
  ];
}

/**
 * Chooses the user for a folder that PostgreSQL is to work in, by trying: it must reach the folder and its programs.
 *
 * As root the folder's owner is taken. Faults: `library-missing`, `binaries-unreachable`, `data-folder-unreachable`.
 */
export async function chooseServerUser(folder: string, binaries: Binaries): Promise<Result<ServerUser, EmbeddedPostgresFault>> {
  if (!isRoot()) return tryUser({ kind: 'self' }, folder, binaries);
  const { uid, gid } = await stat(folder);
  const dropped = await tryUser({ kind: 'dropped', uid, gid }, folder, binaries);
  if (dropped.ok || dropped.fault.code === 'library-missing') return dropped;
  const withAccess = await tryUser({ kind: 'dropped-with-access', uid, gid }, folder, binaries);
  // The plain attempt says best what is closed; the second only whether the way around it works here.
  return withAccess.ok || withAccess.fault.code === 'library-missing' ? withAccess : dropped;
}

async function tryUser(user: ServerUser, folder: string, binaries: Binaries): Promise<Result<ServerUser, EmbeddedPostgresFault>> {
  const script = ['-c', probeScript, 'sh', folder, binaries.postgres];
  const { exitCode, output } = await runProgram(commandAs(user, '/bin/sh', script, binaries.env));
  if (exitCode === 0 && !output.includes('invalid binary')) return success(user);
  const library = missingLibraryIn(output);
  if (library !== undefined) return fault('library-missing', library);
  // The folder is open and the program is there, so what was not found is the loader it asks for. (setpriv itself
  // also ends with 127, when it may not do what it was asked to.)
  if (exitCode === 127 && user.kind !== 'dropped-with-access') {
    return fault('library-missing', 'PostgreSQL cannot run on this system because it lacks glibc (Alpine Linux does); use a system with glibc, or a PostgreSQL 18 server of your own.');
  }
  const reason = output.trim().split('\n').at(-1) ?? '';
  const who = user.kind === 'self' ? 'this user' : `user ${user.uid}`;
  const why = user.kind === 'self' ? '' : 'PostgreSQL refuses to run as root, and ';
  if (exitCode === folderClosed) {
    return fault('data-folder-unreachable', `${why}${who} may not enter ${dirname(folder)}; set ROLVAST_DATA_DIR to a folder that other users may enter (for example /var/lib/rolvast), or start Rolvast as an ordinary user.`);
  }
  return fault('binaries-unreachable', `${why}${who} cannot run ${binaries.postgres} (${reason}); install util-linux (setpriv), move Rolvast out of the closed folder above ${dirname(binaries.postgres)}, or start Rolvast as an ordinary user.`);
}
