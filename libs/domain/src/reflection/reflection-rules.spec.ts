import { describe, expect, it } from '@jest/globals';
import { dateInAmsterdam } from '../period/local-date.js';
import { parseReflection } from './parse-reflection.js';
import { columnOf } from './reflection-fields.js';
import { CROSS_FIELD_RULES } from './reflection-rules.js';

const TODAY = dateInAmsterdam(new Date('2026-06-10T10:00:00Z'));
const IDENTITY = { reflection_id: 'R-1', team: 'ambulant-noord', professional: 'MW-7', case: 'G-12', reflected_on: '2026-05-04' };

type Cells = Readonly<Record<string, string>>;

interface Example {
  readonly column: string;
  readonly code: string;
  readonly broken: readonly Cells[];
  readonly kept: readonly Cells[];
}

/** A field that may be filled in only when another says yes: "no" and unknown both break it. */
function onlyWithYes(column: string, value: string, condition: string): Example {
  return {
    column,
    code: 'ONLY_WITH',
    broken: [{ [column]: value }, { [column]: value, [condition]: 'no' }],
    kept: [{ [column]: value, [condition]: 'yes' }, { [condition]: 'yes' }, { [condition]: 'no' }],
  };
}

const EXAMPLES: readonly Example[] = [
  onlyWithYes('powerlessness_acknowledged', 'no', 'powerlessness_felt'),
  onlyWithYes('round_table', 'not_held', 'agencies_disagree'),
  onlyWithYes('child_seen', 'no', 'minors_involved'),
  onlyWithYes('child_spoken', 'too_young', 'minors_involved'),
  onlyWithYes('child_safety_discussed', 'no', 'minors_involved'),
  onlyWithYes('boundary_voiced', 'no', 'boundary_crossed'),
  {
    column: 'extra_hours_by',
    code: 'REQUIRED_WITH',
    broken: [{ extra_hours: '0,5', extra_hours_reason: 'crisis' }],
    kept: [{ extra_hours: '0,5', extra_hours_reason: 'crisis', extra_hours_by: 'manager' }, { extra_hours: '0' }],
  },
  {
    column: 'extra_hours_reason',
    code: 'REQUIRED_WITH',
    broken: [{ extra_hours: '2', extra_hours_by: 'manager' }],
    kept: [{ extra_hours: '2', extra_hours_by: 'manager', extra_hours_reason: 'safety' }, { extra_hours: '0,00' }],
  },
  {
    column: 'extra_hours_by',
    code: 'ONLY_WITH',
    broken: [{ extra_hours_by: 'other' }, { extra_hours: '0', extra_hours_by: 'other' }],
    kept: [{ extra_hours: '1', extra_hours_by: 'other', extra_hours_reason: 'other' }],
  },
  {
    column: 'extra_hours_reason',
    code: 'ONLY_WITH',
    broken: [{ extra_hours_reason: 'other' }, { extra_hours: '0', extra_hours_reason: 'other' }],
    kept: [{ extra_hours: '500', extra_hours_by: 'other', extra_hours_reason: 'other' }],
  },
  {
    column: 'discussed_on',
    code: 'REQUIRED_WITH',
    broken: [{ discussed_in: 'supervision' }],
    kept: [{ discussed_in: 'supervision', discussed_on: '2026-05-05' }, { discussed_in: 'none' }],
  },
  {
    column: 'discussed_on',
    code: 'ONLY_WITH',
    broken: [{ discussed_on: '2026-05-05' }, { discussed_in: 'none', discussed_on: '2026-05-05' }],
    kept: [{ discussed_in: 'intervision', discussed_on: '2026-05-05' }],
  },
  {
    column: 'discussed_on',
    code: 'BEFORE_REFLECTION',
    broken: [{ discussed_in: 'work_guidance', discussed_on: '2026-05-03' }],
    kept: [{ discussed_in: 'work_guidance', discussed_on: '2026-05-04' }],
  },
];

function faultsOf(cells: Cells) {
  const result = parseReflection({ ...IDENTITY, ...cells }, TODAY);
  return result.ok ? [] : result.fault.map(({ column, code, expected }) => ({ column, code, expected }));
}

describe('CROSS_FIELD_RULES', () => {
  it('each have an example here', () => {
    const named = (rules: readonly { readonly column: string; readonly code: string }[]) => rules.map(({ column, code }) => `${column} ${code}`).sort();
    expect(named(CROSS_FIELD_RULES.map((rule) => ({ column: columnOf(rule.field), code: rule.code })))).toEqual(named(EXAMPLES));
  });
});

describe.each(EXAMPLES)('the rule $code of $column', ({ column, code, broken, kept }) => {
  it.each(broken)('refuses %j, and for nothing else', (cells) => {
    const expected = CROSS_FIELD_RULES.find((rule) => columnOf(rule.field) === column && rule.code === code)?.expected;
    expect(faultsOf(cells)).toEqual([{ column, code, expected }]);
  });

  it.each(kept)('accepts %j', (cells) => {
    expect(faultsOf(cells)).toEqual([]);
  });
});

describe('several broken rules', () => {
  it('are all reported at once, in the order of the rules', () => {
    expect(faultsOf({ child_seen: 'no', round_table: 'held', boundary_voiced: 'yes' }).map((fault) => fault.column)).toEqual([
      'round_table', 'child_seen', 'boundary_voiced',
    ]);
  });

  it('name both fields that extra hours ask for', () => {
    expect(faultsOf({ extra_hours: '8' }).map(({ column, code }) => [column, code])).toEqual([
      ['extra_hours_by', 'REQUIRED_WITH'],
      ['extra_hours_reason', 'REQUIRED_WITH'],
    ]);
  });
});
