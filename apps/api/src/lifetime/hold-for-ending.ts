import type { EntityManager } from 'typeorm';
import { LOCK_ORGANISATION } from '../intake/organisation/hold-organisation.js';

/** Deliveries of the organisation are stored and not merged yet: what ends now could come back with them. */
export interface OpenImportsFault {
  readonly code: 'OPEN_IMPORTS';
  readonly message: string;
}

/**
 * Waits for imports of an organisation that are under way, and keeps others out until the transaction ends.
 *
 * A delivery that was received and waits to be merged holds rows that were pseudonymised before: with an erased
 * reference, under old keys, or of days that can no longer be linked. So nothing ends as long as there is one.
 *
 * @returns the fault when there is such a delivery; null when none is left and the caller may go on.
 */
export async function holdForEnding(manager: EntityManager, organisationId: number): Promise<OpenImportsFault | null> {
  await manager.query(LOCK_ORGANISATION, [organisationId]);
  await manager.query('SELECT FROM intake.organisation WHERE organisation_id = $1 FOR UPDATE', [organisationId]);
  const open = await manager.query<unknown[]>("SELECT 1 FROM intake.import_job WHERE organisation_id = $1 AND state IN ('waiting', 'running') LIMIT 1", [organisationId]);
  return open.length === 0 ? null : openImports();
}

/** Makes deliveries that began before, and are not stored yet, start anew; see holdOrganisation. */
export async function turnLifetime(manager: EntityManager, organisationId: number): Promise<void> {
  await manager.query('UPDATE intake.organisation SET lifetime_turn = lifetime_turn + 1 WHERE organisation_id = $1', [organisationId]);
}

export function openImports(): OpenImportsFault {
  return {
    code: 'OPEN_IMPORTS',
    message: 'Imports of the organisation wait to be merged, and could not be finished now. Ask for them at GET /imports, let a running server finish them, and run this again. Nothing was changed for this organisation.',
  };
}
