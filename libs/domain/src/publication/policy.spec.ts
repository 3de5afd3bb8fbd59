import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BLOCK_FLOOR, reachesFloor } from './block-floor.js';
import { findPolicyFaults, FIXED_LINES, floorOf, POLICY_LINES, SCHEME_POLICY, type PolicyValues } from './policy.js';

const anyValues: fc.Arbitrary<PolicyValues> = fc.record({ professionals: fc.integer({ min: 0, max: 60 }), cases: fc.integer({ min: 0, max: 110 }), reflections: fc.integer({ min: 0, max: 210 }), largestPercent: fc.integer({ min: 0, max: 100 }), closingDay: fc.integer({ min: 0, max: 31 }) });
const size = fc.record({ reflections: fc.integer({ min: 1, max: 300 }), professionals: fc.integer({ min: 1, max: 60 }), cases: fc.integer({ min: 1, max: 120 }), largestProfessional: fc.integer({ min: 1, max: 200 }), largestCase: fc.integer({ min: 1, max: 200 }) });

describe('the policy of publication', () => {
  it('is that of the scheme by default, and without faults', () => {
    expect(floorOf(SCHEME_POLICY)).toEqual(BLOCK_FLOOR);
    expect(findPolicyFaults(SCHEME_POLICY)).toEqual([]);
    for (const { code, byDefault } of POLICY_LINES) expect(byDefault).toBe(SCHEME_POLICY[code]);
  });

  it('never lets through what the scheme would hold, whatever an organisation decides without fault', () => {
    fc.assert(
      fc.property(anyValues, size, (values, block) => {
        fc.pre(findPolicyFaults(values).length === 0);
        expect(reachesFloor(block, floorOf(values)) && !reachesFloor(block)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('names the parameter and its bounds for every value below the floor or no whole number', () => {
    for (const { code, least, most } of POLICY_LINES) {
      for (const wrong of [least - 1, most + 1, least + 0.5, Number.NaN]) expect(findPolicyFaults({ ...SCHEME_POLICY, [code]: wrong })).toEqual([{ parameter: code, least, most }]);
    }
  });

  it('says why for every line, in both languages', () => {
    for (const { name, why } of [...POLICY_LINES, ...FIXED_LINES]) for (const text of [name.nl, name.en, why.nl, why.en]) expect(text.length).toBeGreaterThan(10);
  });
});
