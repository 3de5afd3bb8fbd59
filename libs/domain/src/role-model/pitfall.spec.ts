import { describe, expect, it } from '@jest/globals';
import { PITFALL_CODES, PITFALLS, subtypesOf } from './pitfall.js';
import { PRINCIPLES, ROLE_PARTS } from './role-part.js';

describe('the pitfalls', () => {
  it('are ten, in the order of the model', () => {
    expect(PITFALL_CODES).toEqual(['COALITION', 'TRIANGULATION', 'PARTIALITY', 'PRESCRIBED', 'SECRECY', 'CLIENT_UNCLEAR', 'POWERLESSNESS', 'INVISIBLE_CHILD', 'INFLUENCE_GAP', 'BOUNDARIES']);
  });

  it('each belong to a part of the role, and together cover all four', () => {
    expect(new Set(PITFALL_CODES.map((code) => PITFALLS[code].part))).toEqual(new Set(ROLE_PARTS));
  });

  it('touch principles of the model, and together all of them', () => {
    expect(new Set(PITFALL_CODES.flatMap((code) => PITFALLS[code].principles))).toEqual(new Set(PRINCIPLES));
  });

  it('are rare and of high harm for the invisible child and for secrecy, and for no other', () => {
    expect(PITFALL_CODES.filter((code) => PITFALLS[code].isRare)).toEqual(['SECRECY', 'INVISIBLE_CHILD']);
  });

  it('have seventeen sub-types, none of them under two pitfalls', () => {
    const subtypes = PITFALL_CODES.flatMap(subtypesOf);
    expect(subtypes).toHaveLength(17);
    expect(new Set(subtypes).size).toBe(17);
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
