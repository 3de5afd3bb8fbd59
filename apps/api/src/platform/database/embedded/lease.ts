import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessErrno } from './embedded-postgres.errors.js';
import { identifyProcess, identifySelf } from './process-identity.js';

/*
 * A lease is a file lease.<pid>.<random> that holds the identity of the process: "this process uses the server".
 * All three functions must be called under the lock of the folder.
 */
const leaseName = /^lease\.(\d+)\.[0-9a-f]+$/;

/** Notes that this process uses the server; returns the lease to give up later. A process may hold several. */
export async function takeLease(folder: string): Promise<string> {
  const lease = join(folder, `lease.${process.pid}.${randomBytes(6).toString('hex')}`);
  await writeFile(lease, await identifySelf(), { mode: 0o644 });
  return lease;
}

/** Gives a lease up; does nothing when it is gone already. */
export async function dropLease(lease: string): Promise<void> {
  await rm(lease, { force: true });
}

/** How many leases are held by living processes. Leases of the dead are removed on the way. */
export async function countLeases(folder: string): Promise<number> {
  let living = 0;
  for (const name of (await unlessErrno(readdir(folder), 'ENOENT')) ?? []) {
    const pid = leaseName.exec(name)?.[1];
    if (pid === undefined) continue;
    const lease = join(folder, name);
    const identity = await unlessErrno(readFile(lease, 'utf8'), 'ENOENT');
    if (identity !== undefined && identity === (await identifyProcess(Number(pid)))) living += 1;
    else await dropLease(lease);
  }
  return living;
}
