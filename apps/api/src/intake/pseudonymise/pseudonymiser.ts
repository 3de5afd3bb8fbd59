import { createHmac, createSecretKey, hkdfSync, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { MasterKey } from './key-file.js';

/** What a pseudonym stands for. The same reference gives another pseudonym for another purpose. */
export type PseudonymPurpose = 'reflection' | 'contributor' | 'case';

const KEY_LENGTH = 32;

/**
 * Turns normalised references of one organisation into pseudonyms: HMAC-SHA-256 with a key per organisation and purpose,
 * derived from the master key by HKDF-SHA-256 (salt: organisation code, info: purpose).
 */
export class Pseudonymiser {
  private readonly keys: Readonly<Record<PseudonymPurpose, KeyObject>>;
  /** Tells whether two pseudonymisers have the same keys, and nothing more. */
  readonly fingerprint: Buffer;

  constructor(master: MasterKey, organisationCode: string) {
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master.bytes, organisationCode, `rolvast ${purpose}`, KEY_LENGTH));
    // A key object is made once; a key in bytes would be made into one again for every pseudonym.
    this.keys = { reflection: createSecretKey(derive('reflection')), contributor: createSecretKey(derive('contributor')), case: createSecretKey(derive('case')) };
    this.fingerprint = derive('fingerprint').subarray(0, 8);
  }

  /** The pseudonym of a normalised reference: 32 bytes. */
  pseudonymOf(purpose: PseudonymPurpose, reference: string): Buffer {
    return createHmac('sha256', this.keys[purpose]).update(reference, 'utf8').digest();
  }

  /** Whether an organisation was loaded with the same keys. */
  hasFingerprint(fingerprint: Buffer): boolean {
    return fingerprint.length === this.fingerprint.length && timingSafeEqual(fingerprint, this.fingerprint);
  }
}
