import { hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;
/** A reference has at most 64 characters, which take at most four bytes each; what is longer gets room for itself. */
const USUAL_MESSAGE_BYTES = 256;

/**
 * HMAC-SHA-256 (RFC 2104) under one key, for many short messages. The same as `createHmac` of Node gives, in less than half of its
 * time: that makes an object for each message, which costs more than the two digests, and an import makes a million.
 * `keyed-hash.spec.ts` holds it against the vectors of RFC 4231 and against `createHmac`.
 */
export class KeyedHash {
  private inner = Buffer.alloc(BLOCK_BYTES + USUAL_MESSAGE_BYTES);
  private readonly outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES);

  /** @param key at most 64 bytes, the length of a block; longer keys would have to be hashed first, and ours are 32 bytes. */
  constructor(key: Uint8Array) {
    if (key.length > BLOCK_BYTES) throw new Error('the key of a keyed hash is longer than a block');
    for (let index = 0; index < BLOCK_BYTES; index += 1) {
      this.inner[index] = (key[index] ?? 0) ^ INNER_PAD;
      this.outer[index] = (key[index] ?? 0) ^ OUTER_PAD;
    }
  }

  /** The HMAC of a text in UTF-8, as 64 hexadecimal digits. */
  hexOf(text: string): string {
    // A character of a JavaScript string takes at most three bytes.
    this.makeRoom(text.length * 3);
    return this.finish(this.inner.write(text, BLOCK_BYTES, 'utf8'));
  }

  /** The HMAC of bytes, as 64 hexadecimal digits. */
  hexOfBytes(bytes: Uint8Array): string {
    this.makeRoom(bytes.length);
    this.inner.set(bytes, BLOCK_BYTES);
    return this.finish(bytes.length);
  }

  private finish(messageBytes: number): string {
    this.outer.write(hash('sha256', this.inner.subarray(0, BLOCK_BYTES + messageBytes), 'hex'), BLOCK_BYTES, 'hex');
    return hash('sha256', this.outer, 'hex');
  }

  private makeRoom(messageBytes: number): void {
    if (BLOCK_BYTES + messageBytes <= this.inner.length) return;
    const roomier = Buffer.alloc(BLOCK_BYTES + messageBytes);
    this.inner.copy(roomier, 0, 0, BLOCK_BYTES);
    this.inner = roomier;
  }
}
