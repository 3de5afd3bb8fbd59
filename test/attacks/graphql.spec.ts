import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTarget, type Target } from '../support/target.js';
import { answerOf, ask, post, type GraphqlPlace } from './answer.js';

let production: Target;
let development: Target;
beforeAll(async () => {
  production = await startTarget();
  development = await startTarget({ NODE_ENV: 'development' });
}, 240_000);
afterAll(async () => {
  await production.end();
  await development.end();
});

/** Where documents are taken as text or not, with the rights of whoever may ask there. */
const PLACES = ['readers in production', 'source systems in production', 'readers in development'] as const;
function place(name: (typeof PLACES)[number]): GraphqlPlace {
  const { server, cookie } = name === 'readers in development' ? development : production;
  if (name !== 'source systems in production') return { name, url: `${server.url}/graphql`, headers: { cookie } };
  return { name, url: `${server.url}/imports/graphql`, headers: { authorization: `Bearer ${production.token}` } };
}

const times = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join(' ');

describe.each(PLACES)('GraphQL for %s', (name) => {
  it.each([
    ['a field a hundred times under other names', `{ ${times(101, (index) => `alias${index}: __typename`)} }`],
    ['a field five hundred times', `{ ${times(500, () => '__typename')} }`],
    ['fragments that contain each other', 'query { ...A } fragment A on Query { __typename ...B } fragment B on Query { __typename ...A }'],
    ['a directive on a directive on a directive', `{ __typename ${times(50, () => '@aa')} }`],
    ['a known directive too many times', `{ ${times(11, (index) => `__typename @include(if: ${String(index > 3)})`)} }`],
    ['a document that is no document', '{ __typename '],
  ])('refuses %s, as a fault of the request', async (_what, document) => {
    const answer = await ask(place(name), document);
    expect([answer.status, answer.data]).toEqual([400, undefined]);
    expect(new Set(answer.codes)).toEqual(new Set(['BAD_USER_INPUT']));
  });

  it('refuses several operations in one request', async () => {
    const answer = await answerOf(await post(place(name), Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))));
    expect(answer).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  it.each(['query={__typename}', 'query=mutation{__typename}', 'documentId=sha256:0'])('is not asked by a link: GET ?%s', async (search) => {
    const { url, headers } = place(name);
    const answer = await answerOf(await fetch(`${url}?${search}`, { headers }));
    expect(answer).toMatchObject({ status: 405, codes: ['BAD_USER_INPUT'] });
    expect(answer.headers.get('allow')).toBe('POST');
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''])('is not asked by a form of another site: %s', async (type) => {
    const answer = await answerOf(await post(place(name), 'query=%7B__typename%7D', { 'content-type': type }));
    expect(answer).toMatchObject({ status: 415, codes: ['BAD_USER_INPUT'] });
  });

  it('is not asked by a form that pretends to be no form', async () => {
    const answer = await answerOf(await post(place(name), 'query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded', 'apollo-require-preflight': 'yes', 'x-apollo-operation-name': 'x' }));
    expect(answer.status).toBe(415);
  });

  it.each(['', '/graphiql', '/playground', '/console'])('shows no page to try things on: %s', async (path) => {
    const { url, headers } = place(name);
    const answer = await answerOf(await fetch(`${url}${path}`, { headers: { ...headers, accept: 'text/html' } }));
    expect(answer.status).toBeGreaterThanOrEqual(404);
    expect(answer.text).not.toMatch(/graphiql|playground|sandbox|<html/i);
  });

  it('tells nothing of how long its parts took', async () => {
    const answer = await answerOf(await post(place(name), { query: '{ __typename }' }, { 'apollo-tracing': '1', 'x-apollo-tracing': '1' }));
    expect(answer.text).not.toMatch(/tracing|extensions":\{"(?!code)|stacktrace/);
  });

  it.each([
    ['a body that is no JSON', '{"query": "SECRET-REFERENCE', 400],
    ['a body that is no object', '"SECRET-REFERENCE"', 400],
    ['nothing', '', 400],
    ['a document that is no text', JSON.stringify({ query: { SECRET: 1 } }), 400],
    ['a body that is too large', JSON.stringify({ query: '{ __typename }', variables: { text: 'SECRET'.repeat(20_000) } }), 413],
  ])('answers %s in JSON, and repeats nothing of it', async (_what, body, status) => {
    const answer = await answerOf(await post(place(name), body));
    expect([answer.status, answer.codes]).toEqual([status, ['BAD_USER_INPUT']]);
    expect(answer.text).not.toMatch(/SECRET|node_modules|:\d+:\d+/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('reads no packed body', async () => {
    expect((await answerOf(await post(place(name), '{"query":"{ __typename }"}', { 'content-encoding': 'gzip' }))).status).toBe(415);
  });
});

describe.each(['readers in production', 'source systems in production'] as const)('GraphQL for %s', (name) => {
  it.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }', '{ __schema { queryType { name } } __typename }'])('does not describe itself: %s', async (document) => {
    const answer = await ask(place(name), document);
    expect([answer.status, answer.data, answer.codes[0]]).toEqual([400, undefined, 'BAD_USER_INPUT']);
  });

  it.each(['{ organisatons { code } }', '{ import { i } }', '{ __schema { directive } }', '{ imports { reprt } }'])('suggests no names: %s', async (document) => {
    const answer = await ask(place(name), document);
    expect(answer.codes[0]).toBe('BAD_USER_INPUT');
    expect(answer.text).not.toMatch(/did you mean|organisations|report"/i);
  });
});

describe.each(['readers in production', 'readers in development'] as const)('GraphQL for %s', (name) => {
  it.each([
    ['a question', '{"query":"{ __typename }"}', 'application/json'],
    ['what is no question', '{"query": "{ ', 'application/json'],
    ['a form', 'query=%7B__typename%7D', 'application/x-www-form-urlencoded'],
    ['a body that is too large', JSON.stringify({ query: 'x'.repeat(200_000) }), 'application/json'],
  ])('tells nobody without a session anything but to sign in first, and reads nothing of %s', async (_what, body, type) => {
    const answer = await answerOf(await post({ ...place(name), headers: {} }, body, { 'content-type': type }));
    expect(answer).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'], data: undefined });
    expect(answer.text).toBe('{"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}');
  });
});

describe('GraphQL in development', () => {
  it('describes itself, so that programs can be made for it', async () => {
    expect((await ask(place('readers in development'), '{ __schema { queryType { name } } }')).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});
