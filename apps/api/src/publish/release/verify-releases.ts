import type { EntityManager } from 'typeorm';
import { digestRows, releaseHash, type ReleaseStamp } from './release-hash.js';
import { FIND_RELEASES } from './release.sql.js';

/** Whether the released rows of an organisation are still what went out. */
export interface ReleaseVerification {
  readonly releases: number;
  /** Numbers of releases whose rows, stamp or place in the chain are not what their hash says. */
  readonly broken: readonly number[];
}

/** Works the hashes of all releases of an organisation out again, from the first on. */
export async function verifyReleases(manager: Pick<EntityManager, 'query'>, organisationId: number): Promise<ReleaseVerification> {
  const rows = await manager.query<(ReleaseStamp & { readonly hash: Buffer })[]>(FIND_RELEASES, [organisationId]);
  const broken: number[] = [];
  let previous: Buffer | null = null;
  let expected = 1;
  for (const { hash, ...stamp } of rows) {
    const worked = releaseHash({ ...stamp, previousHash: previous }, await digestRows(manager, organisationId, stamp.number));
    if (stamp.number !== expected || !worked.equals(hash)) broken.push(stamp.number);
    previous = hash;
    expected = stamp.number + 1;
  }
  return { releases: rows.length, broken };
}
