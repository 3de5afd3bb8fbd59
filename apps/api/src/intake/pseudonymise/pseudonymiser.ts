import { hkdfSync, timingSafeEqual } from 'node:crypto';
import type { MasterKey } from './key-file.js';
import { KeyedHash } from './keyed-hash.js';

/** What a pseudonym stands for. The same reference gives another pseudonym for another purpose. */
export type PseudonymPurpose = 'reflection' | 'contributor' | 'case' | 'session';

const KEY_LENGTH = 32;

type KeysOfPurposes = Readonly<Record<PseudonymPurpose, KeyedHash>>;

/**
 * Turns normalised references of one organisation into pseudonyms: HMAC-SHA-256 with a key per organisation and purpose,
 * derived from a master key by HKDF-SHA-256 (salt: organisation code, info: purpose).
 *
 * Every rotation of the master key wraps once more: pseudonym = HMAC(k2, HMAC(k1, reference)). So what is stored can be
 * wrapped in place without the references, and a reference that arrives later still gives the pseudonym of before.
 */
export class Pseudonymiser {
  private readonly first: KeysOfPurposes;
  private readonly later: readonly KeysOfPurposes[];
  /** Tells whether two pseudonymisers have the same keys, and nothing more. */
  readonly fingerprint: Buffer;

  /** @param rotations how many rotations of the key the organisation has been through; by default all there were. */
  constructor(
    master: MasterKey,
    organisationCode: string,
    readonly rotations: number = master.wraps?.length ?? 0,
  ) {
    const later = (master.wraps ?? []).slice(0, rotations);
    this.first = keysOf(master.bytes, organisationCode);
    this.later = later.map((key) => keysOf(key, organisationCode));
    this.fingerprint = derive(Buffer.concat([master.bytes, ...later]), organisationCode, 'fingerprint').subarray(0, 8);
  }

  /**
   * The pseudonymiser with which the stored pseudonyms of an organisation were made. After a rotation that was broken off
   * that is the one before it, so that imports go on as they were until the rotation is finished.
   *
   * @returns null when the organisation was loaded with another key.
   */
  static of(master: MasterKey, organisationCode: string, fingerprint: Buffer): Pseudonymiser | null {
    for (let rotations = master.wraps?.length ?? 0; rotations >= 0; rotations -= 1) {
      const candidate = new Pseudonymiser(master, organisationCode, rotations);
      if (candidate.hasFingerprint(fingerprint)) return candidate;
    }
    return null;
  }

  /** The pseudonym of a normalised reference: 32 bytes. */
  pseudonymOf(purpose: PseudonymPurpose, reference: string): Buffer {
    return Buffer.from(this.hexPseudonymOf(purpose, reference), 'hex');
  }

  /** The same as 64 hexadecimal digits, for whoever writes it down as text. */
  hexPseudonymOf(purpose: PseudonymPurpose, reference: string): string {
    const first = this.first[purpose].hexOf(reference);
    return this.later.length === 0 ? first : this.wrap(purpose, Buffer.from(first, 'hex')).toString('hex');
  }

  /** Wraps a value in every key since the first, or since a number of rotations that it has been through already. */
  wrap(purpose: PseudonymPurpose, value: Buffer, since = 0): Buffer {
    return this.later.slice(since).reduce((wrapped, keys) => Buffer.from(keys[purpose].hexOfBytes(wrapped), 'hex'), value);
  }

  /** Whether an organisation was loaded with the same keys. */
  hasFingerprint(fingerprint: Buffer): boolean {
    return fingerprint.length === this.fingerprint.length && timingSafeEqual(fingerprint, this.fingerprint);
  }
}

function keysOf(master: Buffer, organisationCode: string): KeysOfPurposes {
  const keyOf = (purpose: PseudonymPurpose) => new KeyedHash(derive(master, organisationCode, purpose));
  return { reflection: keyOf('reflection'), contributor: keyOf('contributor'), case: keyOf('case'), session: keyOf('session') };
}

function derive(master: Buffer, organisationCode: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, organisationCode, `rolvast ${purpose}`, KEY_LENGTH));
}
