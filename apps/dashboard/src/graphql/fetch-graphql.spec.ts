import { afterEach, describe, expect, it } from '@jest/globals';
import { fetchGraphql } from './fetch-graphql';
import { OrganisationsDocument } from './generated/graphql';

interface StubAnswer {
  readonly status?: number;
  readonly body: string;
}

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

/** jsdom has no Response: only what fetchGraphql reads stands in for it. */
function answerWith({ status = 200, body }: StubAnswer): void {
  Object.assign(globalThis, { fetch: () => Promise.resolve({ status, json: () => Promise.resolve(body).then(JSON.parse) }) });
}

function ask(): Promise<unknown> {
  return fetchGraphql(OrganisationsDocument, {}, new AbortController().signal);
}

describe('fetchGraphql', () => {
  it('gives the data of a complete answer', async () => {
    answerWith({ body: '{"data":{"organisations":[]}}' });
    await expect(ask()).resolves.toEqual({ organisations: [] });
  });

  it('fails with the code and the id of the fault, even when there is data as well', async () => {
    answerWith({ body: '{"data":{"organisations":[]},"errors":[{"message":"x","extensions":{"code":"INTERNAL_SERVER_ERROR","id":"f-1"}}]}' });
    await expect(ask()).rejects.toMatchObject({ name: 'RequestFailure', code: 'unexpected', id: 'f-1' });
    answerWith({ status: 404, body: '{"errors":[{"message":"x","extensions":{"code":"NOT_FOUND"}}]}' });
    await expect(ask()).rejects.toMatchObject({ code: 'not-found', id: null });
  });

  it('says that nobody is signed in when the API says so', async () => {
    answerWith({ status: 401, body: '{"errors":[{"message":"x","extensions":{"code":"UNAUTHENTICATED"}}]}' });
    await expect(ask()).rejects.toMatchObject({ code: 'signed-out', id: null });
  });

  it('calls an API that does not answer unreachable', async () => {
    Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('failed')) });
    await expect(ask()).rejects.toMatchObject({ code: 'unreachable' });
    answerWith({ status: 502, body: '<html>' });
    await expect(ask()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('fails on an answer that is no answer', async () => {
    answerWith({ body: '<html>' });
    await expect(ask()).rejects.toMatchObject({ code: 'unexpected' });
    answerWith({ body: '{"data":null}' });
    await expect(ask()).rejects.toMatchObject({ code: 'unexpected' });
  });
});
