import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WORKING_COPY } from '../support/run-program.js';
import { idOfDocument, logLinesOf, organisationsQuestion, startTarget, type Target } from '../support/target.js';
import { answerOf, post, type GraphqlPlace } from './answer.js';

let target: Target;
let readers: GraphqlPlace;
beforeAll(async () => {
  target = await startTarget({ LOG_LEVEL: 'debug', HOST: '127.0.0.1', ROLVAST_HOST_NAMES: 'rolvast.example', ROLVAST_TRUSTED_PROXY: '127.0.0.1' });
  readers = { name: 'readers', url: `${target.server.url}/graphql`, headers: {} };
}, 120_000);
afterAll(() => target.end());

/** Status of a request with headers that fetch does not let one choose. */
function statusWith(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${target.server.url}/health/live`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('every answer', () => {
  it.each(['/', '/colour-scheme.js', '/graphql', '/health/live', '/health/ready', '/imports', '/nowhere', '/assets/nothing.js'])('tells the browser to take nothing from elsewhere and to hand nothing on: %s', async (path) => {
    const { headers } = await fetch(`${target.server.url}${path}`, { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect([headers.get('x-powered-by'), headers.get('server'), headers.get('access-control-allow-origin')]).toEqual([null, null, null]);
  });

  it.each(['/graphql', '/graphql/more', '/health/live', '/health/nowhere', '/imports', '/imports/nowhere/at/all'])('of the API is kept nowhere, and is JSON even to a browser: %s', async (path) => {
    const response = await fetch(`${target.server.url}${path}`, { headers: { accept: 'text/html' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('insists on TLS only when it came over TLS', async () => {
    const overTls = await fetch(`${target.server.url}/health/live`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(overTls.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect((await fetch(`${target.server.url}/health/live`)).headers.get('strict-transport-security')).toBeNull();
  });

  it('is for a name that the server knows, whatever a proxy says about it', async () => {
    expect(await statusWith({ host: 'rolvast.example' })).toBe(200);
    expect(await statusWith({ host: 'other.example' })).toBe(421);
    expect(await statusWith({ host: 'other.example', 'x-forwarded-host': 'rolvast.example' })).toBe(421);
  });
});

describe('what is served beside the page', () => {
  it('is neither the list of documents nor a source map', async () => {
    for (const accept of ['application/json', 'text/html', '*/*']) {
      const answer = await fetch(`${target.server.url}/.persisted-documents.json`, { headers: { accept } });
      expect(await answer.text()).not.toContain('sha256');
    }
    const assets = await readdir(`${WORKING_COPY}apps/dashboard/dist/assets`);
    expect(assets.filter((name) => name.endsWith('.map'))).toEqual([]);
    for (const name of assets.filter((each) => each.endsWith('.js'))) expect(await readFile(`${WORKING_COPY}apps/dashboard/dist/assets/${name}`, 'utf8')).not.toContain('sourceMappingURL');
  });
});

describe('a reader in production', () => {
  it('is answered for a document of the build', async () => {
    const answer = await answerOf(await fetch(readers.url, await organisationsQuestion(target)));
    expect([answer.status, answer.data]).toEqual([200, { organisations: [{ code: 'target', name: 'Target' }] }]);
  });

  it('is refused for any other, also beside a document of the build', async () => {
    const id = await idOfDocument('Organisations');
    const bodies = [{ query: '{ organisations { code name } }' }, { documentId: id, query: '{ __typename }' }, { documentId: `sha256:${'0'.repeat(64)}` }, { documentId: '__proto__' }, { documentId: 7 }, { extensions: { persistedQuery: { version: 1, sha256Hash: id.slice(7) } } }, {}];
    for (const body of bodies) expect(await answerOf(await post(readers, body, { cookie: target.cookie }))).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'], data: undefined });
  });
});

describe('the log', () => {
  it('is one JSON object a line and holds no cookie, token, variable or reference, whatever is sent', async () => {
    const id = await idOfDocument('Organisation');
    const secrets = { cookie: 'rolvast-session=CANARY-COOKIE', authorization: 'Bearer CANARY-TOKEN' };
    await post(readers, { documentId: id, variables: { code: 'CANARY-VARIABLE' } }, secrets);
    await post(readers, { documentId: id, variables: { code: { CANARY: 'CANARY-VARIABLE' } } }, secrets);
    await post(readers, '{"variables":"CANARY-BODY', secrets);
    await post(readers, { query: 'CANARY-DOCUMENT' }, secrets);
    const sources: GraphqlPlace = { name: 'source systems', url: `${target.server.url}/imports/graphql`, headers: { authorization: `Bearer ${target.token}` } };
    await post(sources, { query: 'mutation ($r: ReflectionInput!) { submitReflection(reflection: $r) { __typename } }', variables: { r: { reflectionId: 'CANARY-REFERENCE', case: 'CANARY-CASE' } } });
    await post(sources, { query: '{ import(id: "CANARY-ID") { id } CANARY }' });
    await fetch(`${target.server.url}/imports?source=CANARY-SOURCE`, { method: 'POST', headers: { ...sources.headers, 'content-type': 'text/csv' }, body: 'reflection_id;CANARY-COLUMN\nCANARY-ROW;1\n' });
    await fetch(`${target.server.url}/imports/%E0%A4%A-CANARY`, { headers: secrets });
    await fetch(`${target.server.url}/CANARY-PATH?CANARY-SEARCH`, { method: 'DELETE', headers: secrets });
    const printed = target.server.printed();
    expect(printed).not.toContain('CANARY');
    expect(printed).not.toContain(target.token);
    for (const line of logLinesOf(target)) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), time: expect.any(Number) });
  });
});

describe('somebody who asks without end', () => {
  it('is told to come back, and health goes on', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'content-type': 'application/json' };
    let refused: Response | null = null;
    for (let round = 0; round < 620 && refused === null; round += 20) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(readers.url, { method: 'POST', headers, body: '{}' })));
      await Promise.all(answers.map((answer) => answer.text()));
      refused = answers.find(({ status }) => status === 429) ?? null;
    }
    expect([refused?.status, refused?.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await answerOf(await fetch(readers.url, { method: 'POST', headers, body: '{}' }))).toMatchObject({ status: 429, codes: ['TOO_MANY_REQUESTS'] });
    expect((await fetch(`${target.server.url}/health/ready`, { headers })).status).toBe(200);
    expect((await fetch(readers.url, await organisationsQuestion(target))).status).toBe(200);
  });
});
