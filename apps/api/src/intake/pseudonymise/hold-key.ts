import type { EntityManager } from 'typeorm';

/** Thrown when the keys of an organisation are no longer those with which a process made its pseudonyms. */
export class KeyRotated extends Error {
  constructor() {
    super('the keys of the organisation were rotated while something was on its way in');
  }
}

/**
 * Holds the keys of an organisation as they are until the transaction ends: a rotation waits for it, and it waits for a
 * rotation. Without this a process that began before a rotation would store pseudonyms of the old keys after it.
 *
 * @param fingerprint of the keys with which the pseudonyms of this transaction are made.
 * @throws KeyRotated
 */
export async function holdKey(manager: Pick<EntityManager, 'query'>, organisationId: number, fingerprint: Buffer): Promise<void> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM intake.organisation WHERE organisation_id = $1 AND key_fingerprint = $2 FOR SHARE', [organisationId, fingerprint]);
  if (rows.length === 0) throw new KeyRotated();
}
