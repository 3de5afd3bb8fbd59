import { createHash, randomBytes } from 'node:crypto';

/** What a browser gets to show, and what is stored of it. */
export interface AuthToken {
  /** 43 characters that hold 256 random bits. */
  readonly text: string;
  /** SHA-256 of the text: there is nothing to guess and nothing to salt. */
  readonly hash: Buffer;
}

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** Makes a token that nobody can guess. */
export function makeAuthToken(): AuthToken {
  const text = randomBytes(32).toString('base64url');
  return { text, hash: hashOf(text) };
}

/** What is stored of a token that a browser shows; null for a text that is none. */
export function hashOfToken(text: string | null): Buffer | null {
  return text !== null && FORM.test(text) ? hashOf(text) : null;
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
