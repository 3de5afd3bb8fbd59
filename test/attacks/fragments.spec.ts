import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTarget, type Target } from '../support/target.js';
import { ask, type GraphqlPlace } from './answer.js';

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

const READERS: GraphqlPlace = { name: 'readers', url: '/graphql', headers: {} };
const SOURCES: GraphqlPlace = { name: 'source systems', url: '/imports/graphql', headers: {} };

/** A document in which every fragment asks the next one twice: two to the power of `depth` fields once it is written out. */
function doubling(depth: number, type: string, step: (next: string) => string, entry: (first: string) => string, last: string): string {
  const fragments = Array.from({ length: depth }, (_, index) => `fragment F${index} on ${type} { ${index === depth - 1 ? last : step(`...F${index + 1}`)} }`);
  return `{ ${entry('...F0')} } ${fragments.join(' ')}`;
}

/** Shapes of doubling: on one level, within fields of the only types that contain themselves, and split over branches. */
const SHAPES: readonly (readonly [string, (depth: number) => string])[] = [
  ['the same fragment twice', (depth) => doubling(depth, 'Query', (next) => `${next} ${next}`, (first) => first, '__typename')],
  ['two fields that hold the same fragment', (depth) => doubling(depth, '__Type', (next) => `a:ofType{${next}} b:ofType{${next}}`, (first) => `__schema{types{${first}}}`, 'name')],
  ['a field twice under one name', (depth) => doubling(depth, '__Type', (next) => `ofType{${next}} ofType{${next}}`, (first) => `__type(name:"Query"){${first}}`, 'name')],
  ['inline fragments around fragments', (depth) => doubling(depth, 'Query', (next) => `...{${next}} ...on Query{${next}}`, (first) => first, '__typename')],
];

describe.each(SHAPES)('fragments that double: %s', (_shape, documentOf) => {
  it.each([
    [14, 'development', READERS],
    [25, 'development', READERS],
    [14, 'production', SOURCES],
    [25, 'production', SOURCES],
    [14, 'production', READERS],
    [25, 'production', READERS],
  ] as const)('%i deep are refused within a second in %s, while health stays 200', async (depth, environment, place) => {
    const target = environment === 'production' ? production : development;
    const headers = place === SOURCES ? { authorization: `Bearer ${target.token}` } : { cookie: target.cookie };
    const startedAt = performance.now();
    const asked = ask({ ...place, url: `${target.server.url}${place.url}`, headers }, documentOf(depth));
    const health = await fetch(`${target.server.url}/health/ready`);
    const answer = await asked;
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(health.status).toBe(200);
    expect([answer.status, answer.data, answer.codes[0]]).toEqual([400, undefined, 'BAD_USER_INPUT']);
  });
});
