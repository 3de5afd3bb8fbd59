import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryReflection } from '../../testing/arbitrary-reflection.js';
import { dateInAmsterdam } from '../period/local-date.js';
import { parseReflection } from '../reflection/parse-reflection.js';
import { PITFALLS, type PitfallCatalogue } from '../role-model/pitfall.js';
import { findBreakdowns, partKey } from './breakdown-list.js';

/** A line as somebody would add it; nothing else of the product knows of it. Secrecy had no sub-types at all. */
const EXTENDED: PitfallCatalogue = {
  ...PITFALLS,
  SECRECY: { ...PITFALLS.SECRECY, subtypes: { BY_TELEPHONE: { nl: 'aan de telefoon', en: 'on the telephone' } } },
};
const TODAY = dateInAmsterdam(new Date('2026-06-10T10:00:00Z'));
const ROW = { reflection_id: 'R-1', team: 'noord', professional: 'MW-7', case: 'G-12', reflected_on: '2026-05-04', pitfalls: 'secrecy:by_telephone' };

describe('a sub-type that is one more line of the pitfalls', () => {
  it('is read, and refused by a model that does not have it', () => {
    const pitfalls = [{ pitfall: 'SECRECY', subtype: 'BY_TELEPHONE' }];
    expect(parseReflection(ROW, TODAY, EXTENDED)).toMatchObject({ ok: true, value: { reflection: { pitfalls } } });
    expect(parseReflection(ROW, TODAY)).toMatchObject({ ok: false, fault: [{ column: 'pitfalls', code: 'UNKNOWN_SUBTYPE' }] });
  });

  it('has a part of the breakdown and a count key of its own, and a label in both languages', () => {
    const breakdown = findBreakdowns(EXTENDED).find(({ code }) => code === 'SUBTYPE_SECRECY');
    expect(breakdown?.categories.map(({ name }) => name)).toEqual([
      { nl: 'aan de telefoon', en: 'on the telephone' },
      { nl: 'niet bekend', en: 'not known' },
    ]);
    expect(breakdown && partKey(breakdown, 'BY_TELEPHONE', breakdown.of)).toBe('noticed:SECRECY@SUBTYPE_SECRECY:BY_TELEPHONE');
    expect(findBreakdowns().some(({ code }) => code === 'SUBTYPE_SECRECY')).toBe(false);
  });

  it('keeps the breakdown complete', () => {
    const breakdown = findBreakdowns(EXTENDED).find(({ code }) => code === 'SUBTYPE_SECRECY');
    const met = new Set<string>();
    fc.assert(
      fc.property(arbitraryReflection(EXTENDED), (reflection) => {
        if (breakdown?.of.counts(reflection)) met.add(breakdown.categoryOf(reflection, { careForm: null }));
      }),
      { seed: 3, numRuns: 200 },
    );
    expect([...met].sort()).toEqual(['BY_TELEPHONE', 'not_known']);
  });
});
