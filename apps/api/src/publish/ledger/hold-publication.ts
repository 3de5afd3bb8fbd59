import type { EntityManager } from 'typeorm';

const PUBLICATION_LOCK = 7_236_454;
const ORGANISATION_LOCK = 7_236_453;

/**
 * Held until the end of the transaction by whoever closes or releases for an organisation: two closes at once would post a
 * reflection twice, and a release must hold what was audited. Imports go on meanwhile.
 */
export async function holdPublication(manager: EntityManager, organisationId: number): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1, $2)', [PUBLICATION_LOCK, organisationId]);
}

/** Besides that keeps imports, erasure and retention out: what is judged must be what is posted. Taken after the other one. */
export async function holdReflections(manager: EntityManager, organisationId: number): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1, $2)', [ORGANISATION_LOCK, organisationId]);
}
