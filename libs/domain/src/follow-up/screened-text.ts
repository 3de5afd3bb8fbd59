import { isPhoneNumber, passesElevenTest } from '../reflection/source-reference.js';
import type { Brand } from '../shared/brand.js';
import { failure, success, type Result } from '../shared/result.js';

/** A short text of a person in which no citizen number, e-mail address or phone number was found; trimmed, on one line. */
export type ScreenedText = Brand<string, 'ScreenedText'>;

/** Why a text is refused. The text is never part of the answer. */
export type TextFault = 'TOO_SHORT' | 'TOO_LONG' | 'HAS_HIDDEN_CHARACTER' | 'HAS_EMAIL' | 'HAS_BSN' | 'HAS_PHONE';

/** How long a text may be, in characters as a person counts them; both ends included. */
export interface TextLength {
  readonly least: number;
  readonly most: number;
}

/** Why somebody asks for the list of alerts. */
export const PURPOSE_LENGTH: TextLength = { least: 10, most: 500 };
/** The title of an event on a chart. */
export const EVENT_TITLE_LENGTH: TextLength = { least: 3, most: 60 };

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const EMAIL = /\S@\S+\.\S/;
/** A day of the calendar is written in digits as well, and about one in eleven would pass for a citizen number. */
const DATES = /(?<!\d)(\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4})(?!\d)/g;
/** Digits as people group them, with what may stand before and between them in a phone number. */
const DIGIT_RUNS = /\+?\(?\d(?:[\s()./\-\u2010-\u2015]{0,3}\d){7,}/g;

/**
 * Reads a text that a person wrote, where one may be written at all.
 *
 * It finds numbers and addresses, in whatever way they are grouped; it can't find a name, so the page that asks says that none belongs there.
 *
 * @returns the text, trimmed, in Unicode NFC; or the first rule it breaks.
 */
export function screenText(text: string, { least, most }: TextLength): Result<ScreenedText, TextFault> {
  const trimmed = text.trim().normalize('NFC');
  const length = Array.from(trimmed).length;
  if (length < least) return failure('TOO_SHORT');
  if (length > most) return failure('TOO_LONG');
  if (HIDDEN.test(trimmed)) return failure('HAS_HIDDEN_CHARACTER');
  // Full-width digits and signs read as plain ones to a person.
  const asRead = trimmed.normalize('NFKC');
  if (EMAIL.test(asRead)) return failure('HAS_EMAIL');
  const runs = asRead.replace(DATES, '|').match(DIGIT_RUNS) ?? [];
  if (runs.some((run) => isPhoneNumber(run))) return failure('HAS_PHONE');
  if (runs.some((run) => passesElevenTest(run.replace(/\D/g, '')))) return failure('HAS_BSN');
  return success(trimmed as ScreenedText);
}
