import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryReflection } from '../../testing/arbitrary-reflection.js';
import { answeredFields, askableFields } from './completeness.js';
import { REFLECTION_FIELD_NAMES, UNANSWERED, type ReflectionField } from './reflection-fields.js';

const CONDITIONAL: readonly ReflectionField[] = [
  'powerlessnessAcknowledged', 'roundTable', 'extraHoursBy', 'extraHoursReason', 'childSeen', 'childSpoken', 'childSafetyDiscussed', 'boundaryVoiced', 'discussedOn',
];

describe('askableFields', () => {
  it('are all fields without a condition when nothing was answered', () => {
    expect(askableFields(UNANSWERED)).toEqual(REFLECTION_FIELD_NAMES.filter((field) => !CONDITIONAL.includes(field)));
    expect(answeredFields(UNANSWERED)).toEqual([]);
  });

  it('are all fields when every condition holds', () => {
    const conditions = { powerlessnessFelt: true, agenciesDisagree: true, extraHours: 2, minorsInvolved: true, boundaryCrossed: true, discussedIn: 'supervision' } as const;
    expect(askableFields({ ...UNANSWERED, ...conditions })).toEqual(REFLECTION_FIELD_NAMES);
  });

  it('hold every field that was answered, for whatever can come in', () => {
    fc.assert(
      fc.property(arbitraryReflection(), (reflection) => {
        const filledIn = REFLECTION_FIELD_NAMES.filter((field) => reflection[field] !== null);
        expect(answeredFields(reflection)).toEqual(filledIn);
      }),
    );
  });
});

describe('answeredFields', () => {
  it('counts "no" and NONE as answers, and an empty field as none', () => {
    expect(answeredFields({ ...UNANSWERED, pitfalls: [], minorsInvolved: false, discussedIn: 'none' })).toEqual(['pitfalls', 'minorsInvolved', 'discussedIn']);
  });
});
