import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { innerNameForm, quotedNameForm, unitNameForm, unitNamesForm } from './name-form.js';

describe('unitNameForm', () => {
  it.each(['Zuid', 'Jeugd & Gezin', 'Team ’t Veer', 'Noord <1>', 'Überlingen'])('leaves %s as the organisation wrote it', (name) => {
    expect(unitNameForm(name, 'nl')).toBe(name);
  });

  it('turns breaks, tabs and signs that steer the direction of text into one space', () => {
    expect(unitNameForm(' Oost\r\n\tWest\u202E \u200B', 'nl')).toBe('Oost West');
  });

  it('speaks of this team when a name has nothing to see', () => {
    expect(unitNameForm(' \u200B\n', 'nl')).toBe('dit team');
    expect(unitNameForm('', 'en')).toBe('this team');
  });

  it('keeps every name on one line without unseen signs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(unitNameForm(name, 'nl')).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u);
      }),
    );
  });
});

describe('unitNamesForm', () => {
  it('puts names in the order of the alphabet, whatever order they come in', () => {
    expect(unitNamesForm(['Zuid', 'Élan', 'Noord'], 'nl')).toBe('Élan, Noord en Zuid');
    expect(unitNamesForm(['Zuid', 'Noord'], 'en')).toBe('Noord and Zuid');
    expect(unitNamesForm(['Zuid'], 'nl')).toBe('Zuid');
  });
});

describe('a name of the catalogue', () => {
  it('stands between quotation marks as a name', () => {
    expect(quotedNameForm({ nl: 'De coalitie', en: 'Coalition' }, 'nl')).toBe('‘De coalitie’');
  });

  it('loses its capital in the midst of a sentence, unless it is an abbreviation', () => {
    expect(innerNameForm({ nl: 'Juridisch kader', en: 'Legal frame' }, 'nl')).toBe('juridisch kader');
    expect(innerNameForm({ nl: 'LVB', en: 'MID' }, 'nl')).toBe('LVB');
  });
});
