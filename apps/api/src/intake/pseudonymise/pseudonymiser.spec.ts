import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Pseudonymiser, type PseudonymPurpose } from './pseudonymiser.js';

const PURPOSES: readonly PseudonymPurpose[] = ['reflection', 'contributor', 'case', 'session'];
const master = (byte: number) => ({ bytes: Buffer.alloc(32, byte), path: '/keys/pseudonym-key' });
const ours = new Pseudonymiser(master(1), 'noorderlicht');

describe('Pseudonymiser', () => {
  // Computed apart from this code, with the hmac and hashlib of Python: HKDF (RFC 5869), then HMAC, over UTF-8.
  it.each([
    ['reflection', '8b8114884674b3f09d61475a23c2942704393a156aebd61bfeb31c38b9a1974b'],
    ['contributor', 'dc80eb16369f4f89129ca1cb7613d3e311e167288b3f898c7a675f792453e9ff'],
    ['case', '0041f5363e10be9ce56fb0196cddc5e6d1f331519d7f3070c14ba9c99fed5983'],
  ] as const)('gives the pseudonym of a %s that another implementation gives', (purpose, expected) => {
    expect(ours.pseudonymOf(purpose, 'MW-7É').toString('hex')).toBe(expected);
  });

  it('has the fingerprint that another implementation gives', () => {
    expect(ours.fingerprint.toString('hex')).toBe('85f7dcd766629ada');
  });

  it('gives the same reference the same pseudonym after a restart', () => {
    const again = new Pseudonymiser(master(1), 'noorderlicht');
    for (const purpose of PURPOSES) expect(again.pseudonymOf(purpose, 'MW-7')).toEqual(ours.pseudonymOf(purpose, 'MW-7'));
  });

  it('gives different references different pseudonyms, of 32 bytes each', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...PURPOSES), (one, other, purpose) => {
        expect(ours.pseudonymOf(purpose, one)).toHaveLength(32);
        expect(ours.pseudonymOf(purpose, one).equals(ours.pseudonymOf(purpose, other))).toBe(one === other);
      }),
    );
  });

  it('gives one reference another pseudonym for every purpose, organisation and key', () => {
    const pseudonymisers = [ours, new Pseudonymiser(master(1), 'zuiderlicht'), new Pseudonymiser(master(2), 'noorderlicht')];
    const pseudonyms = pseudonymisers.flatMap((one) => PURPOSES.map((purpose) => one.pseudonymOf(purpose, 'X-1').toString('hex')));
    expect(new Set(pseudonyms).size).toBe(12);
  });

  it('recognises its own fingerprint and refuses every other', () => {
    expect(ours.hasFingerprint(new Pseudonymiser(master(1), 'noorderlicht').fingerprint)).toBe(true);
    expect(ours.hasFingerprint(new Pseudonymiser(master(2), 'noorderlicht').fingerprint)).toBe(false);
    expect(ours.hasFingerprint(new Pseudonymiser(master(1), 'zuiderlicht').fingerprint)).toBe(false);
  });

  it('refuses a fingerprint of another length instead of failing on it', () => {
    expect(ours.hasFingerprint(Buffer.alloc(0))).toBe(false);
    expect(ours.hasFingerprint(ours.fingerprint.subarray(0, 7))).toBe(false);
  });

  describe('after rotations of the key', () => {
    const rotated = { ...master(1), wraps: [Buffer.alloc(32, 2), Buffer.alloc(32, 3)] };
    const twice = new Pseudonymiser(rotated, 'noorderlicht');

    // Computed apart from this code, with the hmac and hashlib of Python, as above and once more over the bytes.
    it('gives the pseudonym that another implementation gives', () => {
      const once = new Pseudonymiser(rotated, 'noorderlicht', 1);
      expect(once.pseudonymOf('case', 'MW-7É').toString('hex')).toBe('f79d3697b8d89920f38e656ddae4142a71b4ed49e24599ef3754457f13a9ed4a');
      expect(twice.pseudonymOf('case', 'MW-7É').toString('hex')).toBe('6edc5d40fe74fe90cf4f128b1ffc6b143189b68edf34a5ba7e96cb971f006750');
    });

    it('gives a reference the pseudonym that wrapping what is stored gives, from any rotation on', () => {
      fc.assert(
        fc.property(fc.string(), fc.constantFrom(...PURPOSES), fc.constantFrom(0, 1, 2), (reference, purpose, rotations) => {
          const stored = new Pseudonymiser(rotated, 'noorderlicht', rotations).pseudonymOf(purpose, reference);
          expect(twice.wrap(purpose, stored, rotations)).toEqual(twice.pseudonymOf(purpose, reference));
        }),
      );
    });

    it('finds by its fingerprint how many rotations an organisation has been through', () => {
      for (const rotations of [0, 1, 2]) {
        const stored = new Pseudonymiser(rotated, 'noorderlicht', rotations);
        expect(Pseudonymiser.of(rotated, 'noorderlicht', stored.fingerprint)?.rotations).toBe(rotations);
      }
      expect(Pseudonymiser.of(rotated, 'noorderlicht', ours.fingerprint)?.rotations).toBe(0);
      expect(Pseudonymiser.of(master(2), 'noorderlicht', ours.fingerprint)).toBeNull();
      expect(Pseudonymiser.of(rotated, 'zuiderlicht', ours.fingerprint)).toBeNull();
    });
  });
});
