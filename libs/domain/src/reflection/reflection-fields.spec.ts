import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryCells } from '../../testing/arbitrary-reflection.js';
import { dateInAmsterdam } from '../period/local-date.js';
import { parseReflection, REFLECTION_COLUMNS, type ReflectionFaultCode } from './parse-reflection.js';
import { columnOf, REFLECTION_FIELDS, type ReflectionField } from './reflection-fields.js';

const TODAY = dateInAmsterdam(new Date('2026-06-10T10:00:00Z'));
const IDENTITY = { reflection_id: 'R-1', team: 'ambulant-noord', professional: 'MW-7', case: 'G-12', reflected_on: '2026-05-04' };

interface Example {
  readonly good: string;
  readonly value: unknown;
  readonly bad: string;
  /** What else a row must hold for the good value to be allowed. */
  readonly beside?: Readonly<Record<string, string>>;
}

const FELT = { powerlessness_felt: 'yes' };
const DISAGREE = { agencies_disagree: 'yes' };
const HOURS = { extra_hours: '4', extra_hours_by: 'other', extra_hours_reason: 'other' };
const MINORS = { minors_involved: 'yes' };
const CROSSED = { boundary_crossed: 'yes' };

/** One example for every field; a field without one does not compile. */
const EXAMPLES: Readonly<Record<ReflectionField, Example>> = {
  legalFrame: { good: 'Involuntary', value: 'involuntary', bad: 'forced' },
  targetGroup: { good: 'lvb_psychiatric', value: 'lvb_psychiatric', bad: 'ggz' },
  agenciesInvolved: { good: '50', value: 50, bad: '51' },
  pitfalls: { good: 'PRESCRIBED:BY_CLIENT|SECRECY', value: [{ pitfall: 'PRESCRIBED', subtype: 'BY_CLIENT' }, { pitfall: 'SECRECY', subtype: null }], bad: 'SECRECY|SECRECY' },
  roleDefinition: { good: '1', value: 1, bad: '0' },
  roleAwareness: { good: '5', value: 5, bad: '6' },
  roleTaking: { good: '3', value: 3, bad: '3,5' },
  roleSteadfastness: { good: '4', value: 4, bad: 'helder' },
  feltResponsibility: { good: '5', value: 5, bad: '10' },
  realInfluence: { good: '2', value: 2, bad: '-2' },
  powerlessnessFelt: { good: 'no', value: false, bad: 'nee' },
  powerlessnessAcknowledged: { good: 'no', value: false, bad: 'maybe', beside: FELT },
  referrer: { good: 'certified_institution', value: 'certified_institution', bad: 'school' },
  questionsCompared: { good: 'not_reconciled', value: 'not_reconciled', bad: 'yes' },
  onwardReferral: { good: 'powerlessness', value: 'powerlessness', bad: 'yes' },
  agenciesDisagree: { good: 'YES', value: true, bad: '1' },
  roundTable: { good: 'not_held', value: 'not_held', bad: 'yes', beside: DISAGREE },
  extraHours: { good: '0', value: 0, bad: '500,5' },
  extraHoursBy: { good: 'manager', value: 'manager', bad: 'client', beside: HOURS },
  extraHoursReason: { good: 'safety', value: 'safety', bad: 'none', beside: HOURS },
  extraHoursEffect: { good: 'more_pressure', value: 'more_pressure', bad: 'less' },
  minorsInvolved: { good: 'no', value: false, bad: 'unknown' },
  childSeen: { good: 'no', value: false, bad: 'too_young', beside: MINORS },
  childSpoken: { good: 'too_young', value: 'too_young', bad: 'young', beside: MINORS },
  childSafetyDiscussed: { good: 'yes', value: true, bad: 'partly', beside: MINORS },
  childConcerns: { good: 'addiction|other', value: ['addiction', 'other'], bad: 'addiction|neglect' },
  boundaryCrossed: { good: 'yes', value: true, bad: 'a bit' },
  boundaryVoiced: { good: 'no', value: false, bad: 'later', beside: CROSSED },
  discussedIn: { good: 'none', value: 'none', bad: 'team' },
  discussedOn: { good: '06-05-2026', value: '2026-05-06', bad: '2026-05-32', beside: { discussed_in: 'supervision' } },
};

const fields = Object.keys(REFLECTION_FIELDS).filter((name): name is ReflectionField => Object.hasOwn(REFLECTION_FIELDS, name));

const CODES_OF_REFERRER = 'one of municipality, gp, youth_doctor, specialist, certified_institution, court, probation, long_term_care, self, other';
const SCORE = 'a whole number from 1 to 5';

/** What the contract with source systems says of every field, to hold codes and ends of ranges against; a field without it does not compile. */
const CONTRACT: Readonly<Record<ReflectionField, string>> = {
  legalFrame: 'one of voluntary, involuntary, mixed',
  targetGroup: 'one of lvb, psychiatric, lvb_psychiatric, other',
  agenciesInvolved: 'a whole number from 0 to 50',
  pitfalls: 'NONE, or pitfall codes with at most one sub-type each (CODE:SUBTYPE), separated by |, each at most once',
  roleDefinition: SCORE,
  roleAwareness: SCORE,
  roleTaking: SCORE,
  roleSteadfastness: SCORE,
  feltResponsibility: SCORE,
  realInfluence: SCORE,
  powerlessnessFelt: 'yes or no',
  powerlessnessAcknowledged: 'yes or no',
  referrer: CODES_OF_REFERRER,
  questionsCompared: 'one of same, reconciled, not_reconciled, not_compared',
  onwardReferral: 'one of none, indicated, powerlessness',
  agenciesDisagree: 'yes or no',
  roundTable: 'one of held, planned, refused, not_held',
  extraHours: 'a number from 0 to 500 with at most two decimals',
  extraHoursBy: 'one of municipality, manager, other',
  extraHoursReason: 'one of new_question, crisis, more_people, safety, powerlessness, other',
  extraHoursEffect: 'one of more_influence, no_change, more_pressure, not_yet_known',
  minorsInvolved: 'yes or no',
  childSeen: 'yes or no',
  childSpoken: 'one of yes, no, too_young',
  childSafetyDiscussed: 'yes or no',
  childConcerns: 'sibling_violence, partner_conflict, addiction, parental_hostility, other, separated by |, each at most once',
  boundaryCrossed: 'yes or no',
  boundaryVoiced: 'yes or no',
  discussedIn: 'one of none, work_guidance, supervision, intervision',
  discussedOn: 'a date as YYYY-MM-DD or DD-MM-YYYY that exists',
};

/** Every code that says in what way a value is none of its field. */
const FORM_FAULTS: ReadonlySet<ReflectionFaultCode> = new Set(['UNKNOWN_CODE', 'UNKNOWN_SUBTYPE', 'NAMED_TWICE', 'NONE_WITH_OTHERS', 'NOT_A_NUMBER', 'OUT_OF_RANGE', 'NOT_A_DATE', 'NO_SUCH_DAY']);

describe('what is wrong with a value', () => {
  it.each([
    ['referrer', 'school', 'UNKNOWN_CODE'],
    ['childConcerns', 'addiction|noise', 'UNKNOWN_CODE'],
    ['childConcerns', 'addiction|addiction', 'NAMED_TWICE'],
    ['childSeen', 'perhaps', 'UNKNOWN_CODE'],
    ['roleTaking', 'three', 'NOT_A_NUMBER'],
    ['roleTaking', '6', 'OUT_OF_RANGE'],
    ['extraHours', '1,234', 'NOT_A_NUMBER'],
    ['extraHours', '501', 'OUT_OF_RANGE'],
    ['discussedOn', 'May 4', 'NOT_A_DATE'],
    ['discussedOn', '30-02-2026', 'NO_SUCH_DAY'],
    ['pitfalls', 'NONE|SECRECY', 'NONE_WITH_OTHERS'],
    ['pitfalls', 'GOSSIP', 'UNKNOWN_CODE'],
    ['pitfalls', 'SECRECY:BY_CLIENT', 'UNKNOWN_SUBTYPE'],
    ['pitfalls', 'SECRECY|SECRECY', 'NAMED_TWICE'],
  ] as const)('has a code of its own: %s "%s" is %s', (field, text, code) => {
    expect(parseReflection({ ...IDENTITY, [columnOf(field)]: text, discussed_in: 'supervision', minors_involved: 'yes', extra_hours_by: 'manager', extra_hours_reason: 'crisis' }, TODAY)).toMatchObject({ ok: false, fault: expect.arrayContaining([expect.objectContaining({ column: columnOf(field), code })]) });
  });
});

describe('the form of a field', () => {
  it.each(Object.entries(REFLECTION_FIELDS))('is that of the contract: %s', (field, { expected }) => {
    expect(new Map(Object.entries(CONTRACT)).get(field)).toBe(expected);
  });

  it('names only values that its rule reads', () => {
    fc.assert(
      fc.property(arbitraryCells(), (cells) => {
        const result = parseReflection({ ...IDENTITY, ...cells }, TODAY);
        expect((result.ok ? [] : result.fault).filter(({ code }) => FORM_FAULTS.has(code))).toEqual([]);
      }),
    );
  });
});

describe('columnOf', () => {
  it('writes a field as the column of the import file', () => {
    expect([columnOf('referrer'), columnOf('legalFrame'), columnOf('childSafetyDiscussed')]).toEqual(['referrer', 'legal_frame', 'child_safety_discussed']);
  });
});

describe('REFLECTION_COLUMNS', () => {
  it('are the columns of the contract, in order', () => {
    expect(REFLECTION_COLUMNS.join(' ')).toBe(
      'reflection_id revision status team professional case reflected_on legal_frame target_group agencies_involved pitfalls ' +
        'role_definition role_awareness role_taking role_steadfastness felt_responsibility real_influence ' +
        'powerlessness_felt powerlessness_acknowledged referrer questions_compared onward_referral agencies_disagree round_table ' +
        'extra_hours extra_hours_by extra_hours_reason extra_hours_effect minors_involved child_seen child_spoken child_safety_discussed ' +
        'child_concerns boundary_crossed boundary_voiced discussed_in discussed_on',
    );
  });
});

describe.each(fields)('the field %s', (field) => {
  const { good, value, bad, beside = {} } = EXAMPLES[field];
  const column = columnOf(field);

  it('reads a good value', () => {
    const result = parseReflection({ ...IDENTITY, ...beside, [column]: good }, TODAY);
    expect(result).toMatchObject({ ok: true, value: { reflection: { [field]: value } } });
  });

  it('refuses a bad value, and names the column and the form it expects', () => {
    const result = parseReflection({ ...IDENTITY, ...beside, [column]: bad }, TODAY);
    expect(result).toEqual({ ok: false, fault: [{ column, code: REFLECTION_FIELDS[field].faultOf(bad), expected: REFLECTION_FIELDS[field].expected }] });
  });

  it('keeps an empty cell, white space and a column left out as unknown, never as no', () => {
    for (const row of [IDENTITY, { ...IDENTITY, [column]: '' }, { ...IDENTITY, [column]: ' \t' }, { ...IDENTITY, [column]: undefined }]) {
      const result = parseReflection(row, TODAY);
      expect(result.ok && result.value.reflection[field]).toBeNull();
    }
  });
});
