import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyedHash } from './keyed-hash.js';

/** Test cases 1, 2 and 3 of RFC 4231: key, message and HMAC-SHA-256, in hexadecimal. */
const VECTORS = [
  ['0b'.repeat(20), '4869205468657265', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  ['4a656665', '7768617420646f2079612077616e7420666f72206e6f7468696e673f', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
  ['aa'.repeat(20), 'dd'.repeat(50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
] as const;

describe('KeyedHash', () => {
  it.each(VECTORS)('gives the HMAC of RFC 4231 under key %s', (key, message, expected) => {
    const keyed = new KeyedHash(Buffer.from(key, 'hex'));

    expect(keyed.hexOfBytes(Buffer.from(message, 'hex'))).toBe(expected);
    expect(keyed.hexOfBytes(Buffer.from(message, 'hex'))).toBe(expected);
  });

  it('gives what Node gives for every key and every sequence of texts, long ones and broken surrogates among them', () => {
    const texts = fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary', minLength: 80, maxLength: 200 }), fc.constant('\ud800')), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), texts, (key, messages) => {
        const keyed = new KeyedHash(key);
        expect(messages.map((message) => keyed.hexOf(message))).toEqual(messages.map((message) => createHmac('sha256', key).update(message, 'utf8').digest('hex')));
      }),
    );
  });

  it('gives what Node gives for bytes of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ maxLength: 400 }), (key, bytes) => {
        expect(new KeyedHash(key).hexOfBytes(bytes)).toBe(createHmac('sha256', key).update(bytes).digest('hex'));
      }),
    );
  });

  it('refuses a key longer than a block', () => {
    expect(() => new KeyedHash(new Uint8Array(65))).toThrow('longer than a block');
  });
});
