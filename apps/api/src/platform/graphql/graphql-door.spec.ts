import { createServer } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { DOCUMENTS_OF_OTHERS, graphqlDoor, type AllowedDocuments } from './graphql-door.js';

const persisted = new Map([['sha256:a', 'query A { a }']]);
const PRODUCTION: AllowedDocuments = { persisted, mayBeText: false };
const DEVELOPMENT: AllowedDocuments = { persisted, mayBeText: true };

/** What reaches GraphQL behind the door, or the status of the refusal. */
async function passed(allowed: AllowedDocuments, body: unknown): Promise<unknown> {
  const app = express();
  app.use(...graphqlDoor(allowed));
  app.use((request, response) => response.json({ reached: request.body as unknown }));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const answer: unknown = response.status === 200 ? await response.json() : await response.text();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return response.status === 200 ? answer : response.status;
}

describe('the door of GraphQL', () => {
  it('lets the document of an id through, with its variables', async () => {
    expect(await passed(PRODUCTION, { documentId: 'sha256:a', variables: { x: 1 } })).toEqual({ reached: { query: 'query A { a }', variables: { x: 1 } } });
    expect(await passed(DEVELOPMENT, { documentId: 'sha256:a', query: '{ other }' })).toEqual({ reached: { query: 'query A { a }' } });
  });

  it.each([{ query: '{ a }' }, { documentId: 'sha256:a', query: '{ b }' }, { documentId: 'sha256:b' }, { documentId: 7 }, {}, [], null, [{ documentId: 'sha256:a' }]])('lets nothing else through in production: %j', async (body) => {
    expect(await passed(PRODUCTION, body)).toBe(400);
  });

  it('takes a text in development, also beside an id that the build does not know yet', async () => {
    expect(await passed(DEVELOPMENT, { query: '{ a }' })).toEqual({ reached: { query: '{ a }' } });
    expect(await passed(DEVELOPMENT, { documentId: 'sha256:new', query: '{ b }' })).toEqual({ reached: { query: '{ b }' } });
    expect(await passed(DEVELOPMENT, { documentId: 'sha256:new' })).toBe(400);
  });

  it('takes the documents of others as text', async () => {
    expect(await passed(DOCUMENTS_OF_OTHERS, { query: '{ a }', variables: {} })).toEqual({ reached: { query: '{ a }', variables: {} } });
  });
});
