import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Carry } from '@rolvast/domain';
import type { Place } from './place.js';

/** Injection token of the key from which the secrets of rounding are derived: the first master key, which never rotates. */
export const ROUNDING_KEY = Symbol('key of rounding');

const KEY_LENGTH = 32;
const CARRIES = [-1, 0, 1] as const;

/**
 * What readers must not know about rounding, and what yet is the same every time: with which offset a ledger begins, and which
 * parts of a breakdown are rounded up. HMAC-SHA-256 with a key per organisation (HKDF-SHA-256; salt: organisation code,
 * info: `rolvast rounding`).
 */
export class RoundingSecret {
  private readonly key: KeyObject;

  constructor(firstMasterKey: Buffer, organisationCode: string) {
    this.key = createSecretKey(Buffer.from(hkdfSync('sha256', firstMasterKey, organisationCode, 'rolvast rounding', KEY_LENGTH)));
  }

  /** The offset with which the ledger of a key begins: evenly -1, 0 or 1. It is stored at the first posting. */
  firstCarry(place: Place, key: string): Carry {
    return CARRIES[this.number('carry', place, key) % CARRIES.length] ?? 0;
  }

  /** A permutation of the positions of so many parts. @param purpose what tells breakdown, key and period apart. */
  order(place: Place, purpose: string, parts: number): readonly number[] {
    const ranked = Array.from({ length: parts }, (_, position) => ({ position, rank: this.number('order', place, `${purpose}|${position}`) }));
    return ranked.sort((one, other) => one.rank - other.rank).map(({ position }) => position);
  }

  private number(what: string, { kind, id }: Place, name: string): number {
    return createHmac('sha256', this.key).update(JSON.stringify([what, kind, id, name])).digest().readUIntBE(0, 6);
  }
}
