import { describe, expect, it } from '@jest/globals';
import { rareSentence } from './rare-sentence.js';
import { measureOf, shown } from './testing/results.js';
import { aMonth } from './testing/sentence-maker.js';

const FIRST_HALF = { from: aMonth('2026-01'), through: aMonth('2026-06') };
const RARE = { measure: measureOf('PITFALL_INVISIBLE_CHILD'), period: FIRST_HALF };

describe('rareSentence', () => {
  it.each([
    [0, '0 tot 2'],
    [3, '1 tot 5'],
    [6, '4 of meer'],
    [21, '4 of meer'],
  ])('says a posted count of %i as %s, with n and without a share', (posted, band) => {
    expect(rareSentence({ ...RARE, cell: shown(posted, 60) }, 'nl')).toBe(
      `1e halfjaar 2026, ‘Het onzichtbare kind’: ${band} van 60 reflecties. Elke keer is een gesprek waard: is er ruimte voor in supervisie?`,
    );
  });

  it('only says so when there is no figure', () => {
    expect(rareSentence({ ...RARE, cell: { state: 'withheld' } }, 'nl')).toBe('1e halfjaar 2026: nog niet te tonen.');
    expect(rareSentence({ ...RARE, cell: shown(0, 0) }, 'nl')).toBe('1e halfjaar 2026: niets aangeleverd.');
  });

  it('refuses a count that was not posted', () => {
    expect(() => rareSentence({ ...RARE, cell: shown(2, 60) }, 'nl')).toThrow(RangeError);
  });
});
