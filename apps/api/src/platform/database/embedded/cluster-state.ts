import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { success, type Result } from '@rolvast/domain';
import { z } from 'zod';
import type { ClusterLayout } from './cluster-layout.js';
import { fault, unlessErrno, type EmbeddedPostgresFault } from './embedded-postgres.errors.js';
import { isRoot } from './server-user.js';

const clusterState = z.object({
  password: z.string().min(1),
  /** The port of the last start; 0 before the first. */
  port: z.int().min(0).max(65_535),
});

/** What must be remembered about a cluster between two starts. */
export type ClusterState = Readonly<z.infer<typeof clusterState>>;

/** Reads password and port. Fault `state-unreadable` when the file is missing, closed to us or spoilt. */
export async function readState(layout: ClusterLayout): Promise<Result<ClusterState, EmbeddedPostgresFault>> {
  const text = await unlessErrno(readFile(layout.state, 'utf8'), 'ENOENT', 'EACCES', 'EISDIR');
  const parsed = clusterState.safeParse(parseJson(text ?? ''));
  if (parsed.success) return success(parsed.data);
  return fault(
    'state-unreadable',
    `${layout.state}, which holds the password of the database in ${layout.cluster}, is missing or unreadable; put it back from a backup, or choose another ROLVAST_DATA_DIR.`,
  );
}

/** Writes password and port, readable for the current user only. Replaces the file in one step. */
export async function writeState(layout: ClusterLayout, state: ClusterState): Promise<void> {
  const making = `${layout.state}.new`;
  await writeFile(making, `${JSON.stringify(state)}\n`, { mode: 0o600, flush: true });
  const previous = await unlessErrno(stat(layout.state), 'ENOENT');
  // One start with sudo must not take the file away from its owner.
  if (previous !== undefined && isRoot()) await chown(making, previous.uid, previous.gid);
  await rename(making, layout.state);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
