import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPitfallCode, PITFALL_CODES, subtypesOf } from '../role-model/pitfall.js';
import { noticedPitfalls } from './pitfalls-field.js';

const rule = noticedPitfalls();
const read = (text: string) => rule.read(text);

const noticed = fc
  .shuffledSubarray([...PITFALL_CODES], { minLength: 1 })
  .chain((codes) =>
    fc.tuple(...codes.map((pitfall) => fc.constantFrom<string | null>(null, ...subtypesOf(pitfall)).map((subtype) => ({ pitfall, subtype })))),
  );

describe('PITFALL_CODES', () => {
  it('are the ten pitfalls in the order of the model', () => {
    expect(PITFALL_CODES).toEqual([
      'COALITION', 'TRIANGULATION', 'PARTIALITY', 'PRESCRIBED', 'SECRECY', 'CLIENT_UNCLEAR', 'POWERLESSNESS', 'INVISIBLE_CHILD', 'INFLUENCE_GAP', 'BOUNDARIES',
    ]);
  });
});

describe('isPitfallCode', () => {
  it('accepts the ten codes, and no name that every object has', () => {
    expect(PITFALL_CODES.every(isPitfallCode)).toBe(true);
    expect(['toString', 'constructor', '__proto__', 'secrecy', ''].filter(isPitfallCode)).toEqual([]);
  });
});

describe('noticedPitfalls', () => {
  it('reads NONE as considered and none noticed', () => {
    expect(read('NONE')).toEqual([]);
    expect(read(' none ')).toEqual([]);
  });

  it('reads a pitfall without and with a sub-type', () => {
    expect(read('SECRECY')).toEqual([{ pitfall: 'SECRECY', subtype: null }]);
    expect(read('prescribed:by_family_member | powerlessness')).toEqual([
      { pitfall: 'PRESCRIBED', subtype: 'BY_FAMILY_MEMBER' },
      { pitfall: 'POWERLESSNESS', subtype: null },
    ]);
  });

  it('reads every combination of pitfalls and sub-types, in the order of the model', () => {
    fc.assert(
      fc.property(noticed, (pitfalls) => {
        const text = pitfalls.map(({ pitfall, subtype }) => (subtype === null ? pitfall : `${pitfall}:${subtype}`)).join('|');
        expect(read(text)).toEqual(PITFALL_CODES.flatMap((code) => pitfalls.filter(({ pitfall }) => pitfall === code)));
      }),
    );
  });

  it.each([
    ['an unknown pitfall', 'LATENESS'],
    ['one unknown pitfall among known ones', 'SECRECY|LATENESS'],
    ['NONE beside a pitfall', 'NONE|SECRECY'],
    ['a pitfall twice', 'SECRECY|SECRECY'],
    ['a pitfall twice with two sub-types', 'PRESCRIBED:BY_CLIENT|PRESCRIBED:BY_FAMILY_MEMBER'],
    ['two sub-types at once', 'PRESCRIBED:BY_CLIENT:BY_FAMILY_MEMBER'],
    ['an unknown sub-type', 'PRESCRIBED:BY_NEIGHBOUR'],
    ['a sub-type of another pitfall', 'PRESCRIBED:SHARED_ANGER'],
    ['a sub-type where the model has none', 'SECRECY:BY_CLIENT'],
    ['a colon without a sub-type', 'PRESCRIBED:'],
    ['a separator with nothing behind it', 'SECRECY|'],
    ['another separator', 'SECRECY,BOUNDARIES'],
    ['only separators', '||'],
  ])('refuses %s', (_, text) => {
    expect(read(text)).toBeNull();
  });
});
