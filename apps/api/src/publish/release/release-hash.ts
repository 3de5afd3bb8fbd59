import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AuditFigures } from './release-audit.js';
import { digestOf, RELEASED_TABLE_NAMES } from './release.sql.js';

/** The publication scheme by which figures are made; it changes with the rules of the engine. */
export const SCHEME_VERSION = 1;

/** Everything that a release says about itself, besides its own hash. */
export interface ReleaseStamp {
  readonly number: number;
  readonly releasedAt: Date;
  readonly closedThrough: string;
  readonly schemeVersion: number;
  readonly policyVersion: number;
  /** Null for the first release. */
  readonly previousHash: Buffer | null;
  readonly audit: AuditFigures;
}

/** Of every table of a release the digest of its rows, sorted. */
export type TableDigests = readonly (readonly [table: string, digest: string])[];

/** @param number of the release whose rows are digested; null for those in schema \`publish\` that have none yet. */
export async function digestRows(manager: Pick<EntityManager, 'query'>, organisationId: number, number: number | null): Promise<TableDigests> {
  const digests: [string, string][] = [];
  for (const table of RELEASED_TABLE_NAMES) {
    const [row] = await manager.query<{ digest: string }[]>(digestOf(number === null ? 'publish' : 'published', table), [organisationId, number]);
    digests.push([table, row?.digest ?? '']);
  }
  return digests;
}

/**
 * The hash of a release: SHA-256 over the hash of the one before, what the release says about itself, and the digests of all its
 * rows, as JSON in a fixed order. So no released row can change, disappear or come in without the chain breaking.
 */
export function releaseHash(stamp: ReleaseStamp, digests: TableDigests): Buffer {
  const { method, units, targets, disclosures, unfinished } = stamp.audit;
  const canonical = JSON.stringify([
    stamp.previousHash?.toString('hex') ?? null,
    [stamp.number, stamp.releasedAt.toISOString(), stamp.closedThrough, stamp.schemeVersion, stamp.policyVersion],
    [method, units, targets, disclosures, unfinished],
    digests,
  ]);
  return createHash('sha256').update(canonical, 'utf8').digest();
}
