import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findReferenceFault, normaliseReference, passesElevenTest, REFERENCE_MAX_LENGTH } from './source-reference.js';

/** The letters of Dutch names, composed and decomposed, with what goes between them. */
const latinText = fc.string({ unit: fc.constantFrom(...Array.from('aZij09 -_./éÉëïøÅ\u0301\u0308')) });
const nineDigits = fc.integer({ min: 1, max: 999_999_999 }).map((value) => String(value).padStart(9, '0'));

describe('normaliseReference', () => {
  it('brings two spellings of one reference together', () => {
    expect(normaliseReference('  mw-07é ')).toBe('MW-07É');
    expect(normaliseReference('MW-07E\u0301')).toBe('MW-07É');
  });

  it('keeps what is inside a reference', () => {
    expect(normaliseReference('a b.c/0')).toBe('A B.C/0');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(latinText, (text) => {
        const once = normaliseReference(text);
        expect(normaliseReference(once)).toBe(once);
      }),
    );
  });

  it('gives composed and decomposed Unicode the same reference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseReference(text.normalize('NFD'))).toBe(normaliseReference(text.normalize('NFC')));
      }),
    );
  });

  it('does not see white space around a reference, or the case of its letters', () => {
    fc.assert(
      fc.property(latinText, (text) => {
        expect(normaliseReference(` \t${text}\n`)).toBe(normaliseReference(text));
        expect(normaliseReference(normaliseReference(text).toLowerCase())).toBe(normaliseReference(text));
      }),
    );
  });
});

describe('passesElevenTest', () => {
  it.each([
    // 9*1+8*1+7*1+6*2+5*2+4*2+3*3+2*3-3 = 66 = 6 * 11
    ['111222333', true],
    // 9*1+8*2+7*3+6*4+5*5+4*6+3*7+2*8-2 = 154 = 14 * 11
    ['123456782', true],
    ['123456789', false],
    ['111222334', false],
    // The leading zero of 010000008 left out: 8*1 - 8 = 0.
    ['10000008', true],
    ['010000008', true],
    ['10000009', false],
  ])('answers for %s: %s', (text, isBsn) => {
    expect(passesElevenTest(text)).toBe(isBsn);
  });

  it.each(['', '000000000', '00000000', '1111222', '1112223330', '111.222.333', '111222333 ', 'A11222333', '11122233X'])('takes %j for no citizen number', (text) => {
    expect(passesElevenTest(text)).toBe(false);
  });

  it('accepts a last digit exactly when the weighted sum of the others leaves it as the rest', () => {
    fc.assert(
      fc.property(nineDigits, (digits) => {
        const weighted = Array.from(digits.slice(0, 8)).reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0);
        expect(passesElevenTest(digits)).toBe(weighted % 11 === Number(digits[8]));
      }),
    );
  });

  it('notices one mistyped digit', () => {
    fc.assert(
      fc.property(nineDigits.filter(passesElevenTest), fc.nat(8), fc.integer({ min: 1, max: 9 }), (digits, place, step) => {
        const changed = Array.from(digits, (digit, index) => (index === place ? String((Number(digit) + step) % 10) : digit)).join('');
        expect(passesElevenTest(changed)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('reads eight digits as nine with a leading zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String), (eight) => {
        expect(passesElevenTest(eight)).toBe(passesElevenTest(`0${eight}`));
      }),
    );
  });
});

describe('findReferenceFault', () => {
  it.each(['R-1', 'MW 07', '2026/000123', 'CASUS@7', 'É-12', '123456789', '1234567', '0', 'A'.repeat(REFERENCE_MAX_LENGTH), 'GEZIN 0612'])('lets %j in', (reference) => {
    expect(findReferenceFault(reference)).toBeNull();
  });

  it.each([
    ['A'.repeat(REFERENCE_MAX_LENGTH + 1), 'REFERENCE_TOO_LONG'],
    ['R\u00001', 'REFERENCE_HAS_HIDDEN_CHARACTER'],
    ['R\n1', 'REFERENCE_HAS_HIDDEN_CHARACTER'],
    ['R\u200B1', 'REFERENCE_HAS_HIDDEN_CHARACTER'],
    ['R\u202E1', 'REFERENCE_HAS_HIDDEN_CHARACTER'],
    ['R\u20281', 'REFERENCE_HAS_HIDDEN_CHARACTER'],
    ['S.JANSEN@VOORBEELD.NL', 'REFERENCE_IS_EMAIL'],
    ['S.JANSEN\uFF20VOORBEELD.NL', 'REFERENCE_IS_EMAIL'],
    ['NAAM <S@A.B>', 'REFERENCE_IS_EMAIL'],
    ['111222333', 'REFERENCE_IS_BSN'],
    ['10000008', 'REFERENCE_IS_BSN'],
    ['\uFF11\uFF11\uFF11\uFF12\uFF12\uFF12\uFF13\uFF13\uFF13', 'REFERENCE_IS_BSN'],
    ['0612345678', 'REFERENCE_IS_PHONE'],
    ['06-12345678', 'REFERENCE_IS_PHONE'],
    ['06 12 34 56 78', 'REFERENCE_IS_PHONE'],
    ['020-1234567', 'REFERENCE_IS_PHONE'],
    ['+31612345678', 'REFERENCE_IS_PHONE'],
    ['+31 (0)6 1234 5678', 'REFERENCE_IS_PHONE'],
    ['0031 6 12345678', 'REFERENCE_IS_PHONE'],
  ])('refuses %j as %s', (reference, code) => {
    expect(findReferenceFault(reference)).toBe(code);
  });

  it('refuses every number that passes the eleven test', () => {
    fc.assert(
      fc.property(nineDigits.filter(passesElevenTest), (digits) => {
        expect(findReferenceFault(digits)).toBe('REFERENCE_IS_BSN');
      }),
      { numRuns: 50 },
    );
  });
});

describe('normaliseReference beyond Latin', () => {
  it('changes nothing the second time, whatever the letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\u0131', '\u00DF', '\u0390', '\u1FD3', 'a', '\u0301', '\u0308') }), (text) => {
        const once = normaliseReference(text);
        expect(normaliseReference(once)).toBe(once);
      }),
    );
  });

  it('brings a small and a capital spelling together where a letter has no single capital', () => {
    expect(normaliseReference('\u0390')).toBe(normaliseReference('\u0399\u0308\u0301'));
  });
});

describe('findReferenceFault in the many ways in which people write a phone number', () => {
  it.each(['06 - 12345678', '06/12345678', '(020) 1234567', '06\u201312345678', '\uFF10\uFF16\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18', '+31 6 12345678', '0031612345678'])('refuses %s', (text) => {
    expect(findReferenceFault(normaliseReference(text))).toBe('REFERENCE_IS_PHONE');
  });

  it.each(['M111400-102', 'D00000007', 'R0000001', '31612345678', '123-456', '0612-A'])('allows %s', (text) => {
    expect(findReferenceFault(normaliseReference(text))).toBeNull();
  });

  it('refuses half a character: every one of them would get the same pseudonym', () => {
    expect(findReferenceFault('A\uD800')).toBe('REFERENCE_HAS_HIDDEN_CHARACTER');
  });
});
