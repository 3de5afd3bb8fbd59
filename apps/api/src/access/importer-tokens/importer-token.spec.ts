import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { makeToken, readBearer } from './importer-token.js';

describe('an importer token', () => {
  it('is read back as what is stored of it, and what is stored is not the secret', () => {
    const { text, stored } = makeToken();
    expect(readBearer(`Bearer ${text}`)).toEqual(stored);
    const secret = text.split('_').slice(3).join('_');
    expect(stored.secretHash).toEqual(createHash('sha256').update(secret).digest());
  });

  it('is another one every time', () => {
    expect(new Set(Array.from({ length: 50 }, () => makeToken().text)).size).toBe(50);
  });

  it.each([undefined, '', 'Bearer', 'Bearer x', 'Basic cm9sdmFzdA==', `Bearer rolvast_imp_${'0'.repeat(16)}_short`])('is not read from %j', (header) => {
    expect(readBearer(header)).toBeNull();
  });

  it('does not recognise a token of which one character differs', () => {
    const { text, stored } = makeToken();
    const other = `${text.slice(0, -2)}${text.at(-2) === 'A' ? 'B' : 'A'}${text.slice(-1)}`;
    expect(readBearer(`Bearer ${other}`)?.secretHash).not.toEqual(stored.secretHash);
  });
});
