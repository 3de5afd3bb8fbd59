import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passesElevenTest } from '../reflection/source-reference.js';
import { EVENT_TITLE_LENGTH, PURPOSE_LENGTH, screenText } from './screened-text.js';

describe('screenText', () => {
  it.each(['Weekoverleg kwaliteit, regio Noord', 'Start van intervisie op 07-09-2026', '2026-09-07 verhuisd, 14 plaatsen', 'Wijziging 3.2 van versie 12'])('takes %j', (text) => {
    expect(screenText(text, EVENT_TITLE_LENGTH)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['Bel met jan@zorg.nl', 'HAS_EMAIL'],
    ['Over 111222333 gesproken', 'HAS_BSN'],
    ['Over 111 222 333 gesproken', 'HAS_BSN'],
    ['Over 1112.22.333 gesproken', 'HAS_BSN'],
    ['Over １１１２２２３３３ gesproken', 'HAS_BSN'],
    ['Bel 06-12345678 terug', 'HAS_PHONE'],
    ['Bel +31 6 1234 5678 terug', 'HAS_PHONE'],
    ['Bel (020) 123 45 67', 'HAS_PHONE'],
    ['Een regel\nen nog een', 'HAS_HIDDEN_CHARACTER'],
    ['Van\u202Eachteren', 'HAS_HIDDEN_CHARACTER'],
    ['  a ', 'TOO_SHORT'],
    ['x'.repeat(61), 'TOO_LONG'],
  ])('refuses %j as %s', (text, fault) => {
    expect(screenText(text, EVENT_TITLE_LENGTH)).toEqual({ ok: false, fault });
  });

  it.each([[9, false], [10, true], [500, true], [501, false]])('takes a purpose of %i characters: %s', (length, ok) => {
    expect(screenText('é'.repeat(length), PURPOSE_LENGTH).ok).toBe(ok);
  });

  it('refuses every citizen number, whatever stands around it and however it is grouped', () => {
    const bsn = fc.integer({ min: 10_000_000, max: 999_999_999 }).map(String).filter(passesElevenTest);
    const gap = fc.constantFrom('', ' ', '.', '-');
    fc.assert(
      fc.property(bsn, gap, gap, (number, first, second) => {
        const grouped = `${number.slice(0, 3)}${first}${number.slice(3, 6)}${second}${number.slice(6)}`;
        expect(screenText(`Vraag over ${grouped} van vandaag`, PURPOSE_LENGTH)).toMatchObject({ ok: false });
      }),
      { numRuns: 100 },
    );
  });
});
