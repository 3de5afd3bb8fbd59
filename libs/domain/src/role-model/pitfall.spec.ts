import { describe, expect, it } from '@jest/globals';
import { PITFALL_CODES, PITFALLS, subtypesOf, type PitfallCode } from './pitfall.js';
import { PRINCIPLES, ROLE_PARTS, type Principle, type RolePart } from './role-part.js';

describe('the pitfalls', () => {
  it('are ten, in the order of the model', () => {
    expect(PITFALL_CODES).toEqual(['COALITION', 'TRIANGULATION', 'PARTIALITY', 'PRESCRIBED', 'SECRECY', 'CLIENT_UNCLEAR', 'POWERLESSNESS', 'INVISIBLE_CHILD', 'INFLUENCE_GAP', 'BOUNDARIES']);
  });

  it.each<[PitfallCode, RolePart, readonly Principle[], readonly string[]]>([
    ['COALITION', 'ROLE_TAKING', ['WELLBEING'], ['WITH_CLIENT_AGAINST_FAMILY', 'WITH_CLIENT_AGAINST_PROFESSIONAL', 'WITH_PROFESSIONAL']],
    ['TRIANGULATION', 'ROLE_TAKING', ['WELLBEING'], ['SHARED_ANGER', 'SHARED_CONCERN']],
    ['PARTIALITY', 'ROLE_TAKING', ['WELLBEING'], []],
    ['PRESCRIBED', 'ROLE_AWARENESS', ['AUTONOMY'], ['BY_CLIENT', 'BY_FAMILY_MEMBER', 'BY_PROFESSIONAL']],
    ['SECRECY', 'ROLE_AWARENESS', ['PRIVACY'], []],
    ['CLIENT_UNCLEAR', 'ROLE_AWARENESS', ['PRIVACY'], []],
    ['POWERLESSNESS', 'ROLE_STEADFASTNESS', ['AUTONOMY'], ['RIGHTING_REFLEX', 'HELP_NO_CHANGE', 'NEEDLESS_HOURS', 'WRONG_REFERRAL', 'AGENCIES_WAITING']],
    ['INVISIBLE_CHILD', 'ROLE_STEADFASTNESS', ['WELLBEING', 'NO_HARM'], ['AVOIDANCE', 'IDENTIFICATION', 'COMPETING_PROBLEMS', 'ORGANISATION']],
    ['INFLUENCE_GAP', 'ROLE_DEFINITION', [], []],
    ['BOUNDARIES', 'ROLE_AWARENESS', [], []],
  ])('have for %s the part of the role, the principles and the sub-types of the model', (code, part, principles, subtypes) => {
    expect(PITFALLS[code]).toMatchObject({ part, principles });
    expect(subtypesOf(code)).toEqual(subtypes);
  });

  it('together cover all four parts of the role', () => {
    expect(new Set(PITFALL_CODES.map((code) => PITFALLS[code].part))).toEqual(new Set(ROLE_PARTS));
  });

  it('touch principles of the model, and together all of them', () => {
    expect(new Set(PITFALL_CODES.flatMap((code) => PITFALLS[code].principles))).toEqual(new Set(PRINCIPLES));
  });

  it('are rare and of high harm for the invisible child and for secrecy, and for no other', () => {
    expect(PITFALL_CODES.filter((code) => PITFALLS[code].isRare)).toEqual(['SECRECY', 'INVISIBLE_CHILD']);
  });

  it('have no sub-type under two pitfalls', () => {
    const subtypes = PITFALL_CODES.flatMap(subtypesOf);
    expect(new Set(subtypes).size).toBe(subtypes.length);
  });

  it.each(PITFALL_CODES)('%s comes with at least two questions for a session, each a question in both languages', (code) => {
    const { questions } = PITFALLS[code];
    expect(questions.length).toBeGreaterThanOrEqual(2);
    for (const { nl, en } of questions) expect([nl.at(-1), en.at(-1)]).toEqual(['?', '?']);
  });

  it('have questions about culture and about involuntary help among them', () => {
    const asked = PITFALL_CODES.flatMap((code) => PITFALLS[code].questions.map((question) => question.nl)).join(' ');
    expect(asked).toMatch(/betekent het voor dit gezin om hulp te krijgen/);
    expect(asked).toMatch(/niet vrijwillig/);
  });
});
