import type { PoolClient } from 'pg';
import type { StoredOrganisation } from './organisation.store.js';

/**
 * Held until the end of the transaction by whoever changes rows of an organisation: one merge at a time, and none while
 * something ends. $1: organisation. Whoever also locks the row of the organisation takes this one first.
 */
export const LOCK_ORGANISATION = 'SELECT pg_advisory_xact_lock(7236453, $1)';

/** Thrown when keys were rotated, or something was erased or unlinked, while a delivery was on its way in. */
export class OrganisationChanged extends Error {
  constructor() {
    super('the keys or the rows of the organisation were changed while something was on its way in');
  }
}

/**
 * Holds an organisation as it was read until the transaction ends: rotation, erasure and retention wait for it, and it
 * waits for them. Without this a delivery that began before one of them would bring back, after it, pseudonyms of the
 * old keys, an erased reference or a row that can no longer be linked.
 *
 * @param organisation as it was read before the first row of the delivery was.
 * @throws OrganisationChanged
 */
export async function holdOrganisation(
  client: Pick<PoolClient, 'query'>,
  { organisationId, keyFingerprint, lifetimeTurn }: Pick<StoredOrganisation, 'organisationId' | 'keyFingerprint' | 'lifetimeTurn'>,
): Promise<void> {
  const { rows } = await client.query(
    'SELECT FROM intake.organisation WHERE organisation_id = $1 AND key_fingerprint = $2 AND lifetime_turn = $3 FOR SHARE',
    [organisationId, keyFingerprint, lifetimeTurn],
  );
  if (rows.length === 0) throw new OrganisationChanged();
}
