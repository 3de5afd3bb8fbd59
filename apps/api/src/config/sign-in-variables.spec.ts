import { describe, expect, it } from '@jest/globals';
import { readConfig, type Config } from './config.js';

type Variables = Readonly<Record<string, string>>;

const PROVIDER = { ROLVAST_OIDC_ISSUER: 'https://login.example.org/tenant', ROLVAST_OIDC_CLIENT_ID: 'rolvast', ROLVAST_OIDC_CLIENT_SECRET: 'Geheim-77' };

function configOf(variables: Variables): Config {
  const read = readConfig(variables, '/srv/rolvast');
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
}

function faultOf(variables: Variables): string {
  const read = readConfig(variables, '/srv/rolvast');
  return read.ok ? '' : read.fault.message;
}

describe('the settings of sign-in', () => {
  it('choose the demonstration accounts where nothing is said, and never in production', () => {
    expect(configOf({}).signIn).toEqual({ kind: 'demo' });
    expect(configOf({ NODE_ENV: 'test' }).signIn).toEqual({ kind: 'demo' });
    expect(configOf({ NODE_ENV: 'production' }).signIn).toEqual({ kind: 'none' });
  });

  it('allow the demonstration accounts in production when they are asked for by name', () => {
    expect(configOf({ NODE_ENV: 'production', ROLVAST_SIGN_IN: 'demo' }).signIn).toEqual({ kind: 'demo' });
  });

  it.each(['development', 'production'])('choose a provider that is given, in %s', (NODE_ENV) => {
    expect(configOf({ ...PROVIDER, NODE_ENV }).signIn).toEqual({
      kind: 'provider',
      issuer: 'https://login.example.org/tenant',
      clientId: 'rolvast',
      clientSecret: 'Geheim-77',
      scopes: 'openid profile email',
      linkClaim: 'email',
      groupsClaim: 'groups',
      groupRolesFile: null,
    });
  });

  it('name everything that lacks beside a provider, together with what is wrong elsewhere', () => {
    const message = faultOf({ ROLVAST_SIGN_IN: 'provider', PORT: 'x' });
    for (const variable of ['ROLVAST_OIDC_ISSUER', 'ROLVAST_OIDC_CLIENT_ID', 'ROLVAST_OIDC_CLIENT_SECRET']) expect(message).toContain(`${variable} must be set to sign in at a provider`);
    expect(message).toContain('PORT must be');
  });

  it('refuse a provider beside the demonstration accounts, and repeat no secret', () => {
    const message = faultOf({ ...PROVIDER, ROLVAST_SIGN_IN: 'demo' });
    expect(message).toContain('ROLVAST_OIDC_ISSUER must not be set beside ROLVAST_SIGN_IN=demo');
    expect(message).not.toContain('Geheim-77');
  });

  it.each(['https://rolvast.example.org', 'https://rolvast.example.org:8443/', 'http://127.0.0.1:3000', 'http://localhost'])('accept the public address %s', (ROLVAST_PUBLIC_URL) => {
    expect(configOf({ ROLVAST_PUBLIC_URL }).publicUrl).toEqual(new URL(ROLVAST_PUBLIC_URL));
  });

  it.each(['http://rolvast.example.org', 'https://rolvast.example.org/path', 'https://user@rolvast.example.org', 'ftp://127.0.0.1', 'rolvast'])('refuse the public address %s', (ROLVAST_PUBLIC_URL) => {
    expect(faultOf({ ROLVAST_PUBLIC_URL })).toContain('ROLVAST_PUBLIC_URL must be an origin');
  });

  it.each(['http://login.example.org', 'https://login.example.org?x=1', 'login'])('refuse the issuer %s', (ROLVAST_OIDC_ISSUER) => {
    expect(faultOf({ ...PROVIDER, ROLVAST_OIDC_ISSUER })).toContain('ROLVAST_OIDC_ISSUER must be the https address');
  });

  it.each(['0', '601', '-1', 'x'])('refuse a session that may be idle for %s minutes', (ROLVAST_SESSION_IDLE_MINUTES) => {
    expect(faultOf({ ROLVAST_SESSION_IDLE_MINUTES })).toContain('ROLVAST_SESSION_IDLE_MINUTES must be');
  });
});
