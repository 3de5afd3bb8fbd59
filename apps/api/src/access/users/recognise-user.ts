import type { PoolClient } from 'pg';
import type { Identity } from '../../platform/auth/sign-in-desk.js';

const LONGEST_NAME = 80;

/**
 * Finds the user behind an identity; at the first sign-in by the claim under which somebody was invited, which is then
 * forgotten.
 *
 * @param linkClaim the claim of an invitation. An e-mail address counts only when the provider checked it: otherwise
 * anybody could claim another's.
 * @returns null for somebody who is not known.
 */
export async function recogniseUser(client: PoolClient, provider: string, { subject, claims }: Identity, linkClaim: string): Promise<number | null> {
  const known = await client.query<{ userNumber: number }>('SELECT user_number AS "userNumber" FROM access.user_account WHERE issuer = $1 AND subject = $2', [provider, subject]);
  const [user] = known.rows;
  if (user !== undefined) return user.userNumber;
  const value = claims[linkClaim];
  if (typeof value !== 'string' || (linkClaim === 'email' && claims['email_verified'] !== true)) return null;
  const linked = await client.query<{ userNumber: number }>(
    `UPDATE access.user_account SET issuer = $1, subject = $2, invited_as = NULL WHERE lower(invited_as) = lower($3)
     RETURNING user_number AS "userNumber"`,
    [provider, subject, value],
  );
  return linked.rows[0]?.userNumber ?? null;
}

/** Adds somebody whom a group of the provider lets in without an invitation. */
export async function addUserOfGroup(client: PoolClient, provider: string, { subject, claims }: Identity, now: Date): Promise<number | null> {
  const name = typeof claims['name'] === 'string' && claims['name'].trim() !== '' ? claims['name'].trim().slice(0, LONGEST_NAME) : subject.slice(0, LONGEST_NAME);
  const { rows } = await client.query<{ userNumber: number }>(
    `INSERT INTO access.user_account (display_name, issuer, subject, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (issuer, subject) DO UPDATE SET display_name = excluded.display_name RETURNING user_number AS "userNumber"`,
    [name, provider, subject, now],
  );
  return rows[0]?.userNumber ?? null;
}
