import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

type Variables = Readonly<Record<string, string | undefined>>;

const FOLDER = '/srv/rolvast';

function messageOf(variables: Variables): string {
  const result = readConfig(variables, FOLDER);
  return result.ok ? '' : result.fault.message;
}

const DATABASE_FORM = 'DATABASE_URL must look like postgres://user:password@host:5432/database, with user and password before the host';

describe('readConfig', () => {
  it('works without any variable: embedded database, data in the working copy', () => {
    expect(readConfig({}, FOLDER)).toEqual({
      ok: true,
      value: { databaseUrl: null, dataFolder: '/srv/rolvast/.rolvast', pseudonymKey: { kind: 'file', path: '/srv/rolvast/.rolvast/pseudonym-key' }, auditHeadFile: '/srv/rolvast/.rolvast/audit-heads.ndjson', port: 3000, network: { host: '127.0.0.1', hostNames: [], trustedProxy: null }, publicUrl: new URL('http://127.0.0.1:3000'), signIn: { kind: 'demo' }, sessionIdleMinutes: 30, nodeEnvironment: 'development', logLevel: 'info' },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = { DATABASE_URL: '', ROLVAST_DATA_DIR: '', PORT: '', NODE_ENV: '', LOG_LEVEL: '' };
    expect(readConfig(empty, FOLDER)).toEqual(readConfig({}, FOLDER));
    expect(readConfig({ PORT: undefined }, FOLDER)).toEqual(readConfig({}, FOLDER));
  });

  it('reads every variable', () => {
    const variables = { DATABASE_URL: 'postgres://u:p@db:5432/rolvast', ROLVAST_DATA_DIR: 'data', PORT: '8080', NODE_ENV: 'production', LOG_LEVEL: 'warn' };
    expect(readConfig(variables, FOLDER)).toEqual({
      ok: true,
      value: { databaseUrl: 'postgres://u:p@db:5432/rolvast', dataFolder: '/srv/rolvast/data', pseudonymKey: { kind: 'file', path: '/srv/rolvast/data/pseudonym-key' }, auditHeadFile: '/srv/rolvast/data/audit-heads.ndjson', port: 8080, network: { host: '127.0.0.1', hostNames: [], trustedProxy: null }, publicUrl: new URL('http://127.0.0.1:8080'), signIn: { kind: 'none' }, sessionIdleMinutes: 30, nodeEnvironment: 'production', logLevel: 'warn' },
    });
  });

  it('keeps an absolute data folder where it is', () => {
    expect(readConfig({ ROLVAST_DATA_DIR: '/var/lib/rolvast' }, FOLDER)).toMatchObject({ value: { dataFolder: '/var/lib/rolvast' } });
  });

  it('takes the key from a file elsewhere, or from a variable', () => {
    expect(readConfig({ ROLVAST_PSEUDONYM_KEY_FILE: 'secrets/key' }, FOLDER)).toMatchObject({ value: { pseudonymKey: { kind: 'file', path: '/srv/rolvast/secrets/key' } } });
    expect(readConfig({ ROLVAST_PSEUDONYM_KEY: ' abc\n' }, FOLDER)).toMatchObject({ value: { pseudonymKey: { kind: 'environment', text: 'abc' } } });
  });

  it('refuses two places for one key and repeats neither', () => {
    expect(messageOf({ ROLVAST_PSEUDONYM_KEY: 'abc', ROLVAST_PSEUDONYM_KEY_FILE: 'x' })).toBe('The environment is not right: ROLVAST_PSEUDONYM_KEY must not be set beside ROLVAST_PSEUDONYM_KEY_FILE.');
  });

  it('does not look at variables of others', () => {
    expect(readConfig({ HOME: '/root', PGPASSWORD: 'x', port: 'abc' }, FOLDER)).toEqual(readConfig({}, FOLDER));
  });

  it.each(['1', '65535'])('accepts port %s', (PORT) => {
    expect(readConfig({ PORT }, FOLDER)).toMatchObject({ ok: true, value: { port: Number(PORT) } });
  });

  it.each([
    [{ PORT: '0' }, 'PORT must be 1 to 65535'],
    [{ PORT: '65536' }, 'PORT must be 1 to 65535'],
    [{ PORT: '-1' }, 'PORT must be a whole number'],
    [{ PORT: '0x10' }, 'PORT must be a whole number'],
    [{ DATABASE_URL: 'postgres:///rolvast?host=/tmp' }, DATABASE_FORM],
    [{ DATABASE_URL: 'postgres://owner@db/rolvast' }, DATABASE_FORM],
    [{ DATABASE_URL: 'postgres://owner@db/rolvast?user=other' }, DATABASE_FORM],
    [{ PORT: '80.5' }, 'PORT must be a whole number'],
    [{ PORT: 'http' }, 'PORT must be a whole number'],
    [{ NODE_ENV: 'staging' }, 'NODE_ENV must be development, production or test'],
    [{ LOG_LEVEL: 'INFO' }, 'LOG_LEVEL must be debug, info, warn or error'],
    [{ DATABASE_URL: 'mysql://u:p@db/rolvast' }, DATABASE_FORM],
    [{ DATABASE_URL: 'postgres://' }, DATABASE_FORM],
    [{ DATABASE_URL: 'postgres://u:p@db/rol vast' }, DATABASE_FORM],
    [{ DATABASE_URL: 'postgres://u:p@db:port/rolvast' }, DATABASE_FORM],
  ])('refuses %j and says what it must be', (variables, reason) => {
    expect(messageOf(variables)).toBe(`The environment is not right: ${reason}.`);
  });

  it('accepts both spellings of the scheme', () => {
    for (const DATABASE_URL of ['postgres://owner:pw@db/rolvast', 'postgresql://owner:pw@db/rolvast']) {
      expect(readConfig({ DATABASE_URL }, FOLDER)).toMatchObject({ ok: true, value: { databaseUrl: DATABASE_URL } });
    }
  });

  it('names every wrong variable in one line', () => {
    const message = messageOf({ PORT: 'x', NODE_ENV: 'x', LOG_LEVEL: 'x', DATABASE_URL: 'x' });
    for (const name of ['PORT', 'NODE_ENV', 'LOG_LEVEL', 'DATABASE_URL']) expect(message).toContain(`${name} must`);
    expect(message).not.toContain('\n');
  });

  it('never repeats the password of a wrong address', () => {
    expect(messageOf({ DATABASE_URL: 'postgres://owner:Geheim-77@db:port/rolvast' })).not.toContain('Geheim-77');
    expect(messageOf({ DATABASE_URL: 'owner:Geheim-77@db', PORT: 'x' })).not.toContain('Geheim-77');
  });
});
