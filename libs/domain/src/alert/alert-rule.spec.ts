import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { invisibleChildRule, type ChildFields } from './alert-rule.js';

const NOTICED = { pitfall: 'INVISIBLE_CHILD', subtype: null } as const;
const OTHER_PITFALL = { pitfall: 'SECRECY', subtype: null } as const;

/** A child out of sight in the eyes of the rule, and nothing more than that. */
const RAISES: ChildFields = {
  minorsInvolved: true,
  childSeen: false,
  childSpoken: 'yes',
  childSafetyDiscussed: true,
  childConcerns: ['addiction'],
  pitfalls: null,
};

const IN_VIEW = { childSeen: true, childSpoken: 'yes', childSafetyDiscussed: true } as const;

describe('invisibleChildRule', () => {
  it('names the one "no" and the concern that made it fire', () => {
    expect(invisibleChildRule(RAISES)).toEqual({ missing: ['not_seen'], ground: 'concern' });
  });

  it('names each "no" by itself and all of them in one order', () => {
    const missing = (fields: Partial<ChildFields>) => invisibleChildRule({ ...RAISES, ...IN_VIEW, ...fields })?.missing;
    expect(missing({ childSeen: false })).toEqual(['not_seen']);
    expect(missing({ childSpoken: 'no' })).toEqual(['not_spoken_to']);
    expect(missing({ childSafetyDiscussed: false })).toEqual(['safety_not_discussed']);
    expect(missing({ childSafetyDiscussed: false, childSpoken: 'no', childSeen: false })).toEqual(['not_seen', 'not_spoken_to', 'safety_not_discussed']);
  });

  it('says whether the pitfall, a concern or both made it fire', () => {
    const ground = (fields: Partial<ChildFields>) => invisibleChildRule({ ...RAISES, ...fields })?.ground;
    expect(ground({ childConcerns: null, pitfalls: [OTHER_PITFALL, NOTICED] })).toBe('pitfall');
    expect(ground({ childConcerns: ['other'], pitfalls: [OTHER_PITFALL] })).toBe('concern');
    expect(ground({ childConcerns: ['other', 'addiction'], pitfalls: [NOTICED] })).toBe('pitfall_and_concern');
  });

  it('stays silent when a child is too young to be spoken to and otherwise in view', () => {
    expect(invisibleChildRule({ ...RAISES, ...IN_VIEW, childSpoken: 'too_young' })).toBeNull();
  });

  it('fires for a child too young to be spoken to that was not seen, and does not hold the silence against anyone', () => {
    expect(invisibleChildRule({ ...RAISES, childSpoken: 'too_young' })?.missing).toEqual(['not_seen']);
  });

  it('never takes unknown for "no"', () => {
    expect(invisibleChildRule({ ...RAISES, childSeen: null, childSpoken: null, childSafetyDiscussed: null })).toBeNull();
  });

  it('fires on one "no" beside two unknowns', () => {
    expect(invisibleChildRule({ ...RAISES, childSpoken: null, childSafetyDiscussed: null })?.missing).toEqual(['not_seen']);
  });

  it.each([false, null])('stays silent when minors involved is %j', (minorsInvolved) => {
    expect(invisibleChildRule({ ...RAISES, minorsInvolved })).toBeNull();
  });

  it('stays silent without pitfall or concern, also when nothing was filled in', () => {
    for (const pitfalls of [null, [], [OTHER_PITFALL]]) {
      for (const childConcerns of [null, []]) expect(invisibleChildRule({ ...RAISES, pitfalls, childConcerns })).toBeNull();
    }
  });

  it('fires for exactly the combinations that the rule names', () => {
    const anyFields = fc.record({
      minorsInvolved: fc.constantFrom(true, false, null),
      childSeen: fc.constantFrom(true, false, null),
      childSpoken: fc.constantFrom('yes' as const, 'no' as const, 'too_young' as const, null),
      childSafetyDiscussed: fc.constantFrom(true, false, null),
      childConcerns: fc.constantFrom(null, [], ['partner_conflict' as const]),
      pitfalls: fc.constantFrom(null, [], [OTHER_PITFALL], [NOTICED]),
    });
    fc.assert(
      fc.property(anyFields, (fields) => {
        const answers = [fields.childSeen, fields.childSpoken, fields.childSafetyDiscussed];
        const noes = answers.filter((answer) => answer === false || answer === 'no').length;
        const grounds = [fields.childConcerns?.length === 1, fields.pitfalls?.[0] === NOTICED];
        const fires = fields.minorsInvolved === true && noes > 0 && grounds.includes(true);
        expect(invisibleChildRule(fields)?.missing.length ?? 0).toBe(fires ? noes : 0);
      }),
      { numRuns: 1000 },
    );
  });
});
