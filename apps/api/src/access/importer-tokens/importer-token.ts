import { createHash, randomBytes } from 'node:crypto';

/** The parts of a token as a source system shows it. */
export interface PresentedToken {
  readonly tokenId: string;
  readonly secretHash: Buffer;
}

const FORM = /^rolvast_imp_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/**
 * Makes a token: `rolvast_imp_<16 hexadecimal digits>_<43 characters>`.
 *
 * The first part finds it, the second is 256 random bits. The prefix lets scanners of secrets recognise one that lies
 * around.
 *
 * @returns the text, to be shown once, and what is stored of it.
 */
export function makeToken(): { readonly text: string; readonly stored: PresentedToken } {
  const tokenId = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return { text: `rolvast_imp_${tokenId}_${secret}`, stored: { tokenId, secretHash: hashOf(secret) } };
}

/** Reads the header `Authorization: Bearer <token>`; null for anything else. */
export function readBearer(header: string | undefined): PresentedToken | null {
  const [, text = ''] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  const [, tokenId, secret] = FORM.exec(text) ?? [];
  return tokenId === undefined || secret === undefined ? null : { tokenId, secretHash: hashOf(secret) };
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
