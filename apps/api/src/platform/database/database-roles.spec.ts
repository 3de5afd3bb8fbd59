import { describe, expect, it } from '@jest/globals';
import { DATABASE_ROLES, databaseAddress, ROLE_NAMES, rolePassword } from './database-roles.js';

const OWNER = 'postgres://owner:Geheim-77@db.intern:5433/rolvast?sslmode=require';
const { owner, roles } = databaseAddress(OWNER, 'geheim');

describe('databaseAddress', () => {
  it('leaves the address of the owner as it is', () => {
    expect(owner).toBe(OWNER);
  });

  it.each(DATABASE_ROLES)('lets the role %s reach the same database under its own name and password', (role) => {
    const url = new URL(roles[role]);
    expect([url.protocol, url.host, url.pathname, url.search]).toEqual(['postgres:', 'db.intern:5433', '/rolvast', '?sslmode=require']);
    expect([url.username, url.password]).toEqual([ROLE_NAMES[role], rolePassword('geheim', role)]);
  });

  it.each(DATABASE_ROLES)('gives the role %s neither the name nor the password of the owner', (role) => {
    expect(roles[role]).not.toMatch(/owner|Geheim-77/);
  });

  it('gives a role to an address without a name or a password', () => {
    expect(new URL(databaseAddress('postgres://db/rolvast', 'x').roles.reader).username).toBe('rolvast_reader');
  });
});

describe('rolePassword', () => {
  it('is the one that another implementation gives', () => {
    // hmac.new(b'geheim', b'rolvast database role rolvast_reader', 'sha256') in Python.
    expect(rolePassword('geheim', 'reader')).toBe('77eebf0937e4dd450dbd28888105b4fc83b6184aecfe4f328609950776501ca6');
  });

  it('differs for every role and every secret', () => {
    const passwords = ['geheim', 'ander geheim'].flatMap((secret) => DATABASE_ROLES.map((role) => rolePassword(secret, role)));
    expect(new Set(passwords).size).toBe(2 * DATABASE_ROLES.length);
  });
});

describe('ROLE_NAMES', () => {
  it('gives every role a login of its own, that is safe in SQL', () => {
    expect(DATABASE_ROLES.map((role) => ROLE_NAMES[role])).toEqual([
      'rolvast_intake_writer',
      'rolvast_publisher',
      'rolvast_reader',
      'rolvast_custodian',
      'rolvast_access_keeper',
      'rolvast_gatekeeper',
      'rolvast_carer',
    ]);
  });
});

describe('a role', () => {
  it.each([
    'postgres:///rolvast?host=/var/run/postgresql',
    'postgres://db/rolvast?user=owner&password=Geheim-77',
    'postgres://owner:Geheim-77@db/rolvast?user=owner',
  ])('never gets in as the owner: %s is refused, or becomes an address of the role', (address) => {
    let reader: string;
    try {
      reader = databaseAddress(address, 'geheim').roles.reader;
    } catch {
      return;
    }
    const url = new URL(reader);
    expect([url.username, url.searchParams.get('user') ?? 'rolvast_reader']).toEqual(['rolvast_reader', 'rolvast_reader']);
  });
});
