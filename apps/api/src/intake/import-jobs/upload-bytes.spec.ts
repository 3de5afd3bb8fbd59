import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { checkedBytes, readContentDigest, UploadRefused } from './upload-bytes.js';

async function* body(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}

async function read(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  try {
    for await (const chunk of bytes) text += Buffer.from(chunk).toString();
    return text;
  } catch (error) {
    if (error instanceof UploadRefused) return error.fault.code;
    throw error;
  }
}

const digest = createHash('sha256').update('one two').digest();

describe('checkedBytes', () => {
  it('hands on a body that is what its digest says', async () => {
    expect(await read(checkedBytes(body('one', ' two'), digest))).toBe('one two');
  });

  it('refuses a body that was changed or cut off', async () => {
    expect(await read(checkedBytes(body('one', ' tw'), digest))).toBe('DIGEST_DIFFERS');
  });

  it('takes as many bytes as the limit and refuses the next one at once', async () => {
    expect(await read(checkedBytes(body('abc', 'de'), null, 5))).toBe('abcde');
    expect(await read(checkedBytes(body('abc', 'def', 'g'), null, 5))).toBe('TOO_LARGE');
  });
});

describe('readContentDigest', () => {
  it('reads SHA-256, alone or beside another algorithm', () => {
    const field = `sha-256=:${digest.toString('base64')}:`;
    expect(readContentDigest(field)).toEqual(digest);
    expect(readContentDigest(`sha-512=:AAAA:, ${field}`)).toEqual(digest);
  });

  it('reads nothing where nothing is promised', () => {
    expect([readContentDigest(undefined), readContentDigest('')]).toEqual([null, null]);
  });

  it.each(['sha-512=:AAAA:', 'md5=:AAAA:', 'sha-256=abc', 'sha-256=:short:'])('refuses %j, because nobody would check it', (header) => {
    expect(() => readContentDigest(header)).toThrow(UploadRefused);
  });
});
