import { createHmac } from 'node:crypto';

/** The rights with which a part of Rolvast reaches the database. The owner migrates and does nothing else. */
export type DatabaseRole = 'intake-writer' | 'publisher' | 'reader' | 'custodian' | 'access-keeper' | 'gatekeeper' | 'carer';

/** Login name of each role. */
export const ROLE_NAMES: Readonly<Record<DatabaseRole, string>> = {
  'intake-writer': 'rolvast_intake_writer',
  publisher: 'rolvast_publisher',
  reader: 'rolvast_reader',
  custodian: 'rolvast_custodian',
  'access-keeper': 'rolvast_access_keeper',
  gatekeeper: 'rolvast_gatekeeper',
  carer: 'rolvast_carer',
};

export const DATABASE_ROLES: readonly DatabaseRole[] = ['intake-writer', 'publisher', 'reader', 'custodian', 'access-keeper', 'gatekeeper', 'carer'];

/** Where a database is reached with each role, and as its owner. URLs hold passwords: never log them. */
export interface DatabaseAddress {
  readonly owner: string;
  readonly roles: Readonly<Record<DatabaseRole, string>>;
}

/**
 * The addresses of the roles of a database, derived from the owner's.
 *
 * A role's password is HMAC-SHA-256(secret, role name): every process that knows the secret finds the same one,
 * nothing needs to be stored, and a role's password says nothing about another's.
 *
 * @param ownerUrl address with which migrations run; it must name a host, or there is no place for another user.
 * @param secret usually the owner's password.
 */
export function databaseAddress(ownerUrl: string, secret: string): DatabaseAddress {
  if (new URL(ownerUrl).hostname === '') throw new Error('the address of the database must name a host');
  const addressOf = (role: DatabaseRole): string => {
    const url = new URL(ownerUrl);
    // The driver prefers these over the name and password before the host: left in, every role would be the owner.
    url.searchParams.delete('user');
    url.searchParams.delete('password');
    url.username = ROLE_NAMES[role];
    url.password = rolePassword(secret, role);
    return url.toString();
  };
  return {
    owner: ownerUrl,
    roles: {
      'intake-writer': addressOf('intake-writer'),
      publisher: addressOf('publisher'),
      reader: addressOf('reader'),
      custodian: addressOf('custodian'),
      'access-keeper': addressOf('access-keeper'),
      gatekeeper: addressOf('gatekeeper'),
      carer: addressOf('carer'),
    },
  };
}

/** The derived password of a role: 64 hexadecimal digits. */
export function rolePassword(secret: string, role: DatabaseRole): string {
  return createHmac('sha256', secret).update(`rolvast database role ${ROLE_NAMES[role]}`).digest('hex');
}
