import { createPrivateKey, type KeyObject } from 'node:crypto';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { generateKeyPair, SignJWT } from 'jose';
import { SessionDoor } from '../../access/viewer/session-door.js';
import { AppModule } from '../../app.module.js';
import { DEMO_ACCOUNTS } from '../../demo/demo-accounts.js';
import { DemoModule } from '../../demo/demo.module.js';
import { LoadDemoUsersService } from '../../demo/load-demo-users.service.js';
import { LoadOrganisationService } from '../../intake/organisation/load-organisation.service.js';
import { freePort } from '../../testing/free-port.js';
import { createTestDatabase, queryOnce, type TestDatabase } from '../../testing/test-database.js';
import { createLogger } from '../logging/logger.js';
import { EMBEDDED_CLIENT_ID, EMBEDDED_PROVIDER, embeddedProvider } from './embedded/embedded-provider.js';
import { keepProviderKeys, type ProviderKeys } from './embedded/provider-keys.js';

let database: TestDatabase;
let app: NestExpressApplication;
let url = '';
let keys: ProviderKeys;
let keysPath = '';
const log: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  url = `http://127.0.0.1:${await freePort()}`;
  keysPath = join(await mkdtemp(join(tmpdir(), 'rolvast-keys-')), 'sign-in-keys.json');
  keys = await keepProviderKeys(keysPath);
  const logger = createLogger('debug', { write: (line: string) => void log.push(line) });
  const surroundings = { address: database.address, masterKey: { bytes: Buffer.alloc(32, 1), path: '' }, logger, isProduction: false };
  const publicUrl = new URL(url);
  const door = {
    signIn: { publicUrl, idleMs: 30 * 60_000, provider: { issuer: `${url}${EMBEDDED_PROVIDER}`, clientId: EMBEDDED_CLIENT_ID, clientSecret: keys.clientSecret, scopes: 'openid' } },
    access: { providerName: 'demonstration', linkClaim: 'sub', groupsClaim: 'groups', groupRoles: [], auditHeadFile: `${keysPath}.heads` },
  };
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(surroundings, door), DemoModule.forRoot(surroundings)] }).compile();
  app = module.createNestApplication<NestExpressApplication>({ logger: false });
  const stranger = { ...DEMO_ACCOUNTS[0], subject: 'stranger', name: { nl: '<b>', en: 'x' }, explanation: { nl: 'x', en: 'x' } };
  app.use('/graphql', app.get(SessionDoor).handler);
  app.use(embeddedProvider({ publicUrl, keys, accounts: [...DEMO_ACCOUNTS, stranger], remarks: [], logger }));
  await app.listen(Number(publicUrl.port), '127.0.0.1');
  await app.get(LoadOrganisationService).load(organisation);
  await app.get(LoadDemoUsersService).ensure();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const organisation = JSON.stringify({
  code: 'de-vuurtoren',
  name: 'De Vuurtoren',
  regions: [{ code: 'r', name: 'R' }],
  teams: ['gezinshulp-duinstreek', 'jongeren-havenstad'].map((code) => ({ code, name: code, region: 'r', careForm: 'support', professionals: 9, validFrom: '2026-01-01', validTo: null, publishWith: null })),
});

/** A browser: it keeps cookies and follows nothing by itself. */
class Browser {
  readonly cookies = new Map<string, string>();

  async open(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const response = await fetch(new URL(address, url), { redirect: 'manual', headers: { cookie }, ...body });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Goes to the provider and chooses an account. @returns the address with which it comes back. */
  async choose(account: string, to = '/'): Promise<string> {
    const provider = locationOf(await this.open(`/auth/sign-in?to=${encodeURIComponent(to)}`));
    const choice = locationOf(await this.open(provider));
    // A browser that is signed in at the provider is sent back without being asked.
    if (choice.startsWith(`${url}/auth/callback`)) return choice;
    return locationOf(await this.open(locationOf(await this.open(choice, { account }))));
  }

  async signIn(account: string, to = '/'): Promise<string> {
    return locationOf(await this.open(await this.choose(account, to)));
  }

  async viewer(): Promise<number> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return (await fetch(`${url}/graphql`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: '{"query":"{ viewer { name } }"}' })).status;
  }

  get session(): string {
    return this.cookies.get(`rolvast-session-${new URL(url).port}`) ?? '';
  }
}

function locationOf(response: Response): string {
  return new URL(response.headers.get('location') ?? '/no-location', url).href;
}

async function sessions(): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(database.adminUrl, 'SELECT count(*)::int AS count FROM access.session');
  return row?.count ?? 0;
}

describe('signing in', () => {
  it.each(DEMO_ACCOUNTS.map(({ subject }) => subject))('brings %s in, back at the address that was asked for', async (account) => {
    const browser = new Browser();
    expect(await browser.signIn(account, '/methods#x')).toBe(`${url}/methods#x`);
    expect(await browser.viewer()).toBe(200);
  });

  it('gives the browser a cookie that scripts and other sites do not get, and stores only its hash', async () => {
    const browser = new Browser();
    const response = await browser.open(await browser.choose('demo-director'));
    const [line = ''] = response.headers.getSetCookie().filter((cookie) => cookie.includes('rolvast-session'));
    expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const stored = await queryOnce(database.adminUrl, 'SELECT session_hash::text, id_token FROM access.session');
    expect(JSON.stringify(stored)).not.toContain(browser.session);
  });

  it('asks the provider with a state, a nonce and a challenge that are new every time', async () => {
    const asked = await Promise.all([1, 2].map(async () => new URL(locationOf(await new Browser().open('/auth/sign-in'))).searchParams));
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const [one, other] = asked.map((search) => search.get(name) ?? '');
      expect(one?.length).toBeGreaterThanOrEqual(43);
      expect(one).not.toBe(other);
    }
    expect(asked[0]?.get('code_challenge_method')).toBe('S256');
  });

  it('renews the session, and the one that was there is over', async () => {
    const browser = new Browser();
    await browser.signIn('demo-director');
    const before = browser.session;
    await browser.signIn('demo-director');
    expect(browser.session).not.toBe(before);
    const old = new Browser();
    old.cookies.set(`rolvast-session-${new URL(url).port}`, before);
    expect(await old.viewer()).toBe(401);
  });

  it('never takes over a session that somebody planted', async () => {
    const browser = new Browser();
    browser.cookies.set(`rolvast-session-${new URL(url).port}`, 'A'.repeat(43));
    await browser.signIn('demo-director');
    expect(browser.session).not.toBe('A'.repeat(43));
  });

  it('is refused with another state, and the attempt is used up', async () => {
    const browser = new Browser();
    const back = new URL(await browser.choose('demo-director'));
    const cookie = [...browser.cookies];
    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect(locationOf(await browser.open(forged.href))).toContain('/sign-in?fault=failed');
    for (const [name, value] of cookie) browser.cookies.set(name, value);
    expect(locationOf(await browser.open(back.href))).toContain('/sign-in?fault=expired');
    expect(await browser.viewer()).toBe(401);
  });

  it('is refused in another browser than the one that began', async () => {
    const back = await new Browser().choose('demo-director');
    const other = new Browser();
    expect(locationOf(await other.open(back))).toContain('/sign-in?fault=expired');
    await other.open('/auth/sign-in');
    expect(locationOf(await other.open(back))).toContain('/sign-in?fault=failed');
  });

  it('is refused to somebody whom nobody invited, and says so', async () => {
    const browser = new Browser();
    const before = await sessions();
    expect(await browser.signIn('stranger', '/methods')).toBe(`${url}/sign-in?fault=unknown&to=%2Fmethods`);
    expect(await sessions()).toBe(before);
  });

  it('is refused for an account that the choice does not offer', async () => {
    const browser = new Browser();
    const choice = locationOf(await browser.open(locationOf(await browser.open('/auth/sign-in'))));
    expect((await browser.open(choice, { account: 'somebody-else' })).status).toBe(400);
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/auth/sign-in', 'javascript:alert(1)'])('never leads on to %s', async (to) => {
    expect(await new Browser().signIn('demo-director', to)).toBe(`${url}/`);
  });

  it('moves a browser that uses another name of this machine to the one the cookie is for', async () => {
    const response = await fetch(`${url.replace('127.0.0.1', 'localhost')}/auth/sign-in?to=/methods`, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(`${url}/auth/sign-in?to=%2Fmethods`);
  });

  it('says on its page that it is a demonstration, in both languages, and lets no script or style of others run', async () => {
    const browser = new Browser();
    const page = await browser.open(locationOf(await browser.open(locationOf(await browser.open('/auth/sign-in')))));
    const text = await page.text();
    expect(text).toMatch(/Dit is een demonstratie.*This is a demonstration/s);
    expect(text).toContain('&lt;b&gt;');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; style-src 'sha256-.*script-src 'none'/);
  });
});

describe('signing out', () => {
  it('ends the session here and at the provider', async () => {
    const browser = new Browser();
    await browser.signIn('demo-director');
    const cookies = [...browser.cookies];
    const answer: unknown = await (await browser.open('/auth/sign-out', {})).json();
    expect(answer).toMatchObject({ leaveAt: expect.stringContaining(`${EMBEDDED_PROVIDER}/session/end?id_token_hint=`) });
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    expect(await browser.viewer()).toBe(401);
  });

  it('at the provider ends every session of it here within a second', async () => {
    const browser = new Browser();
    await browser.signIn('demo-quality-staff');
    const page = await (await browser.open(`${EMBEDDED_PROVIDER}/session/end`)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const started = Date.now();
    await browser.open(`${EMBEDDED_PROVIDER}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(await browser.viewer()).toBe(401);
    expect(Date.now() - started).toBeLessThan(1_000);
    const [entry] = await queryOnce(database.adminUrl, 'SELECT deed FROM access.audit_entry ORDER BY entry_number DESC LIMIT 1');
    expect(entry).toEqual({ deed: 'sign out at the provider' });
  });

  it.each([
    ['a text that is none', () => Promise.resolve('x')],
    ['nothing', () => Promise.resolve('')],
    ['a token of somebody else’s key', async () => logoutToken((await generateKeyPair('ES256')).privateKey, {})],
    ['a token for another application', async () => logoutToken(await ownKey(), { aud: 'other' })],
    ['an identity token', async () => logoutToken(await ownKey(), { nonce: 'n' })],
    ['a token without the event', async () => logoutToken(await ownKey(), { events: {} })],
    ['an old token', async () => logoutToken(await ownKey(), { iat: Math.floor(Date.now() / 1000) - 600 })],
  ])('is not believed from %s', async (_what, token) => {
    const browser = new Browser();
    await browser.signIn('demo-director');
    const before = await sessions();
    expect((await browser.open('/auth/back-channel-logout', { logout_token: await token() })).status).toBe(400);
    expect(await sessions()).toBe(before);
  });

  it('is believed from a token that is right', async () => {
    const browser = new Browser();
    await browser.signIn('demo-director');
    expect((await browser.open('/auth/back-channel-logout', { logout_token: await logoutToken(await ownKey(), {}) })).status).toBe(200);
    expect(await browser.viewer()).toBe(401);
  });

  function ownKey(): Promise<KeyObject> {
    return Promise.resolve(createPrivateKey({ format: 'jwk', key: keys.signingKey }));
  }

  function logoutToken(key: Parameters<SignJWT['sign']>[0], claims: Readonly<Record<string, unknown>>): Promise<string> {
    const all = { iss: `${url}${EMBEDDED_PROVIDER}`, aud: EMBEDDED_CLIENT_ID, sub: 'demo-director', iat: Math.floor(Date.now() / 1000), jti: 'j', events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims };
    return new SignJWT(all).setProtectedHeader({ alg: 'ES256', kid: 'embedded' }).sign(key);
  }
});

describe('the keys of the embedded provider', () => {
  it('stay the same, and only their owner may read them', async () => {
    expect(await keepProviderKeys(keysPath)).toEqual(keys);
    expect((await stat(keysPath)).mode & 0o777).toBe(0o600);
  });
});

describe('what is logged of signing in', () => {
  it('holds no token, no cookie and no secret', () => {
    expect(log.join('\n')).not.toMatch(/eyJ[A-Za-z0-9_-]{20}|rolvast-session-\d+=/);
    expect(log.join('\n')).not.toContain(keys.clientSecret);
  });
});
