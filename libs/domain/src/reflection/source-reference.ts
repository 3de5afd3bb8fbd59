/** Why a reference of a source system is refused. The reference itself is never part of the answer. */
export type ReferenceFaultCode =
  | 'REFERENCE_TOO_LONG'
  | 'REFERENCE_HAS_HIDDEN_CHARACTER'
  | 'REFERENCE_IS_EMAIL'
  | 'REFERENCE_IS_PHONE'
  | 'REFERENCE_IS_BSN';

export const REFERENCE_MAX_LENGTH = 64;

/**
 * The share of a source's values above which its "own numbering" is not believed. One in eleven arbitrary numbers of
 * nine digits passes the 11-test, so 9 % is what an honest numbering gives; citizen numbers give 100 %.
 */
export const OWN_NUMBERING_MAX_SHARE = 0.2;

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const EMAIL = /\S@\S+\.\S/;
const PHONE_PUNCTUATION = /[\s()./\-\u2010-\u2015]/g;
const PHONE = /^(0[1-9]\d{8}|(\+|00)[1-9]\d{8,13})$/;
const BSN_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * Brings two spellings of one reference together: trimmed, Unicode NFC, upper case.
 * The result is what gets pseudonymised; it is never stored, logged or shown.
 */
export function normaliseReference(text: string): string {
  // Upper case can take composed letters apart again, so they are put together once more.
  return text.trim().normalize('NFC').toUpperCase().normalize('NFC');
}

/**
 * Finds what makes a reference unfit: personal data in disguise, or characters a person can't see.
 *
 * @param reference a normalised reference.
 * @param hasOwnNumbering whether the source is registered as numbering by itself; then a number may pass the 11-test
 * by accident, and whether the file as a whole is believable is judged by {@link OWN_NUMBERING_MAX_SHARE}.
 * @returns the fault, or null when the reference is fit for pseudonymising.
 */
export function findReferenceFault(reference: string, hasOwnNumbering = false): ReferenceFaultCode | null {
  if (reference.length > REFERENCE_MAX_LENGTH) return 'REFERENCE_TOO_LONG';
  if (HIDDEN.test(reference)) return 'REFERENCE_HAS_HIDDEN_CHARACTER';
  // Full-width digits and signs read as plain ones to a person.
  const asRead = reference.normalize('NFKC');
  if (EMAIL.test(asRead)) return 'REFERENCE_IS_EMAIL';
  if (!hasOwnNumbering && passesElevenTest(asRead)) return 'REFERENCE_IS_BSN';
  return isPhoneNumber(asRead) ? 'REFERENCE_IS_PHONE' : null;
}

/** Ten digits that begin with one 0, or an international number, in any of the ways in which people write them. */
export function isPhoneNumber(text: string): boolean {
  return PHONE.test(text.replace(PHONE_PUNCTUATION, ''));
}

/**
 * Whether a text is a bare Dutch citizen number (BSN): nine digits, or eight with the leading zero left out,
 * whose weighted sum 9a+8b+7c+6d+5e+4f+3g+2h-i is a multiple of 11. All zeros is no number.
 */
export function passesElevenTest(text: string): boolean {
  if (!/^\d{8,9}$/.test(text) || /^0+$/.test(text)) return false;
  const digits = text.padStart(9, '0');
  const sum = BSN_WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}
