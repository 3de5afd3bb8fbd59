import { createHash } from 'node:crypto';

/** Why an upload is refused as a whole. The message says what to do. */
export interface UploadFault {
  readonly code: 'TOO_LARGE' | 'DIGEST_DIFFERS' | 'DIGEST_NOT_UNDERSTOOD';
  readonly message: string;
}

/** Thrown inside the stream of bytes, so that nothing of the upload is stored. */
export class UploadRefused extends Error {
  constructor(readonly fault: UploadFault) {
    super(fault.message);
  }
}

export const MAX_UPLOAD_BYTES = 1024 ** 3;

/**
 * Reads the header Content-Digest (RFC 9530).
 *
 * @returns the SHA-256 it promises; null without the header. An algorithm we do not compute, with no SHA-256 beside it,
 * is refused: the sender relies on a check.
 */
export function readContentDigest(header: string | undefined): Buffer | null {
  if (header === undefined || header.trim() === '') return null;
  const [, base64] = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header) ?? [];
  if (base64 !== undefined) return Buffer.from(base64, 'base64');
  throw new UploadRefused({
    code: 'DIGEST_NOT_UNDERSTOOD',
    message: 'The header Content-Digest must hold sha-256=:<44 characters of base64>: over the body as sent. Correct it or leave it out. Nothing was stored.',
  });
}

/**
 * The bytes of a body, as long as they are what was promised.
 *
 * @param digest SHA-256 that the whole of them must have; null when nothing was promised.
 * @throws UploadRefused in the stream: past the limit at once, another digest at the end.
 */
export async function* checkedBytes(body: AsyncIterable<Uint8Array>, digest: Buffer | null, maxBytes = MAX_UPLOAD_BYTES): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new UploadRefused(tooLarge(maxBytes));
    if (digest !== null) hash.update(chunk);
    yield chunk;
  }
  if (digest !== null && !hash.digest().equals(digest)) {
    throw new UploadRefused({ code: 'DIGEST_DIFFERS', message: 'The body has another SHA-256 than its header Content-Digest says: it was changed or cut off on its way. Send it again. Nothing was stored.' });
  }
}

export function tooLarge(maxBytes = MAX_UPLOAD_BYTES): UploadFault {
  return { code: 'TOO_LARGE', message: `The body is larger than ${Math.floor(maxBytes / 1024 ** 2)} MiB. Deliver it in parts; rows that are repeated do no harm. Nothing was stored.` };
}
