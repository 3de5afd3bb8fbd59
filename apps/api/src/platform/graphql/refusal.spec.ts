import { describe, expect, it } from '@jest/globals';
import { overloaded, Refusal, STATUS_OF_REFUSAL } from './refusal.js';

describe('a refusal', () => {
  it.each([
    ['UNAUTHENTICATED', 401, new Map()],
    ['TOO_MANY_REQUESTS', 429, new Map([['retry-after', '5']])],
    ['OVERLOADED', 503, new Map([['retry-after', '5']])],
  ] as const)('is told by status as well where browsers and proxies act on it: %s', (code, status, headers) => {
    expect(new Refusal(code, 'No.').extensions).toEqual({ code, http: { status, headers } });
  });

  it.each(['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'PURPOSE_REQUIRED', 'CONFLICT'] as const)('is told by its code alone within an answer of GraphQL: %s', (code) => {
    expect(new Refusal(code, 'No.').extensions).toEqual({ code });
    expect(STATUS_OF_REFUSAL[code]).toBeGreaterThanOrEqual(400);
  });

  it('says when to come back while the database is away', () => {
    expect(overloaded()).toMatchObject({ code: 'OVERLOADED', message: expect.stringContaining('5 seconds') });
  });
});
