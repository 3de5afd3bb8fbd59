import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateInAmsterdam, parseLocalDate } from '../period/local-date.js';
import { PITFALLS } from '../role-model/pitfall.js';
import { STRICTEST_DELIVERY, type DeliveryRules } from './cell-reader.js';
import { parseReflection, REFLECTION_COLUMNS, REQUIRED_COLUMNS } from './parse-reflection.js';

const TODAY = dateInAmsterdam(new Date('2026-06-10T10:00:00Z'));
const ROW = { reflection_id: 'R-1', team: 'Ambulant-Noord', professional: 'mw-7', case: 'g-12', reflected_on: '2026-05-04' };

type Cells = Readonly<Record<string, string | undefined>>;

function parse(cells: Cells = {}) {
  return parseReflection({ ...ROW, ...cells }, TODAY);
}

function faultsOf(cells: Cells) {
  const result = parse(cells);
  return result.ok ? [] : result.fault.map(({ column, code }) => `${column} ${code}`);
}

describe('parseReflection', () => {
  it('accepts the least that a row must hold, and takes the rest for unknown', () => {
    const result = parse();
    expect(result).toMatchObject({
      ok: true,
      value: {
        references: { reflection: 'R-1', professional: 'MW-7', case: 'G-12' },
        revision: 1,
        status: 'final',
        teamCode: 'ambulant-noord',
        reflectedOn: '2026-05-04',
      },
    });
    expect(result.ok && new Set(Object.values(result.value.reflection))).toEqual(new Set([null]));
    expect(result.ok && Object.keys(result.value.reflection)).toHaveLength(REFLECTION_COLUMNS.length - 7);
  });

  it.each(REQUIRED_COLUMNS)('refuses a row without %s, whether empty, blank or left out', (column) => {
    for (const empty of ['', '  ', undefined]) expect(faultsOf({ [column]: empty })).toEqual([`${column} REQUIRED`]);
  });

  it.each(['reflection_id', 'professional', 'case'])('refuses personal data and hidden characters in %s', (column) => {
    expect(faultsOf({ [column]: 's.jansen@voorbeeld.nl' })).toEqual([`${column} REFERENCE_IS_EMAIL`]);
    expect(faultsOf({ [column]: '06-12345678' })).toEqual([`${column} REFERENCE_IS_PHONE`]);
    expect(faultsOf({ [column]: ' 111222333 ' })).toEqual([`${column} REFERENCE_IS_BSN`]);
    expect(faultsOf({ [column]: 'a\u200Bb' })).toEqual([`${column} REFERENCE_HAS_HIDDEN_CHARACTER`]);
    expect(faultsOf({ [column]: 'x'.repeat(65) })).toEqual([`${column} REFERENCE_TOO_LONG`]);
    expect(faultsOf({ [column]: 'x'.repeat(64) })).toEqual([]);
  });

  it('gives two spellings of a professional one reference', () => {
    const spelled = (professional: string) => {
      const result = parse({ professional });
      return result.ok ? result.value.references.professional : null;
    };
    expect(spelled(' andre\u0301 ')).toBe(spelled('ANDRÉ'));
    expect(spelled('ANDRÉ')).toBe('ANDRÉ');
  });

  it.each([
    ['2026-06-10', []],
    ['10-06-2026', []],
    ['2000-01-01', []],
    ['2026-06-11', ['reflected_on DATE_IN_FUTURE']],
    ['1999-12-31', ['reflected_on DATE_TOO_EARLY']],
    ['2026-02-30', ['reflected_on NO_SUCH_DAY']],
    ['4 mei 2026', ['reflected_on NOT_A_DATE']],
  ])('judges a reflection of %s', (date, faults) => {
    expect(faultsOf({ reflected_on: date })).toEqual(faults);
  });

  it('reads a revision and a status', () => {
    expect(parse({ revision: '3', status: 'Withdrawn' })).toMatchObject({ ok: true, value: { revision: 3, status: 'withdrawn' } });
  });

  it.each([
    [{ revision: '0' }, 'revision OUT_OF_RANGE'],
    [{ revision: '1.0' }, 'revision NOT_A_NUMBER'],
    [{ revision: '-1' }, 'revision NOT_A_NUMBER'],
    [{ status: 'deleted' }, 'status UNKNOWN_CODE'],
  ])('refuses %j', (cells, fault) => {
    expect(faultsOf(cells)).toEqual([fault]);
  });

  it('reports every fault of the fields at once', () => {
    expect(faultsOf({ reflected_on: '', case: '', revision: 'x', role_taking: '9', referrer: 'school' }).sort()).toEqual([
      'case REQUIRED', 'referrer UNKNOWN_CODE', 'reflected_on REQUIRED', 'revision NOT_A_NUMBER', 'role_taking OUT_OF_RANGE',
    ]);
  });

  it('trims cells before it reads them', () => {
    expect(parse({ role_taking: ' 4 ', team: ' Zuid ' })).toMatchObject({ ok: true, value: { teamCode: 'zuid', reflection: { roleTaking: 4 } } });
  });

  it('never repeats a value of the row in a fault', () => {
    const marker = 'ZQ7';
    const value = fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => `${text}${marker}`);
    const row = fc.dictionary(fc.constantFrom(...REFLECTION_COLUMNS.filter((column) => !['reflection_id', 'team', 'professional', 'case'].includes(column))), value, { minKeys: 1 });
    fc.assert(
      fc.property(row, value, (cells, reference) => {
        const result = parse({ ...cells, case: `${reference}@${marker}.nl` });
        expect(result.ok).toBe(false);
        expect(JSON.stringify(result).toUpperCase()).not.toContain(marker);
      }),
    );
  });

  it('never repeats a reference of the row in a fault, wherever the faults are', () => {
    const canary = fc.stringMatching(/^ZQ7[A-Z0-9]{4,20}$/);
    const faulty = fc.subarray(REFLECTION_COLUMNS.filter((column) => !REQUIRED_COLUMNS.some((required) => required === column)), { minLength: 1 });
    const suffixes = fc.constantFrom('', '@voorbeeld.nl', '\u200B', 'x'.repeat(70));
    fc.assert(
      fc.property(canary, faulty, suffixes, fc.constantFrom('', 'morgen', '2999-01-01', '1999-01-01'), (planted, columns, suffix, date) => {
        const references = { reflection_id: planted, professional: `${planted}${suffix}`, case: `${suffix}${planted}` };
        const result = parse({ ...Object.fromEntries(columns.map((column) => [column, planted])), ...references, team: planted, reflected_on: date });
        expect(result.ok ? [] : result.fault.map(({ column }) => column)).toEqual(expect.arrayContaining(columns));
        expect(JSON.stringify(result).toUpperCase()).not.toContain('ZQ7');
      }),
    );
  });

  it('names a column of the contract, a rule and a form in every fault', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...REFLECTION_COLUMNS), fc.string({ maxLength: 30 })), (cells) => {
        const result = parseReflection(cells, TODAY);
        for (const { column, code, expected } of result.ok ? [] : result.fault) {
          expect(REFLECTION_COLUMNS).toContain(column);
          expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
          expect(expected.length).toBeGreaterThan(5);
        }
      }),
    );
  });

  it.each(['111222333', '0612345678', 's.jansen@voorbeeld.nl'])('never repeats %s in a fault', (identity) => {
    const result = parse({ reflection_id: identity, professional: identity, case: identity, reflected_on: identity, team: '' });
    expect(result.ok ? [] : result.fault).toHaveLength(5);
    expect(JSON.stringify(result).toLowerCase()).not.toContain(identity);
  });

  it('finds the same faults whatever the order of the columns', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...REFLECTION_COLUMNS], { minLength: REFLECTION_COLUMNS.length }), (columns) => {
        const row = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 'x y']));
        expect(parseReflection(row(columns), TODAY)).toEqual(parseReflection(row(REFLECTION_COLUMNS), TODAY));
      }),
      { numRuns: 20 },
    );
  });
});

describe('parseReflection with a fault in one field', () => {
  it('still judges the rules over other fields, so that a person sees all faults at once', () => {
    expect(faultsOf({ referrer: 'school', child_seen: 'no' })).toEqual(['referrer UNKNOWN_CODE', 'child_seen ONLY_WITH']);
  });

  it('does not blame a field for another one that could not be read', () => {
    expect(faultsOf({ minors_involved: 'perhaps', child_seen: 'no' })).toEqual(['minors_involved UNKNOWN_CODE']);
  });
});

describe('the day on which a reflection is discussed', () => {
  it('may still lie ahead, since it can be planned already; the day of the reflection may not', () => {
    const today = dateInAmsterdam(new Date('2026-06-10T10:00:00Z'));
    const row = { reflection_id: 'R1', team: 'noord', professional: 'M1', case: 'D1', reflected_on: '2026-06-10', discussed_in: 'intervision', discussed_on: '2026-06-24' };

    expect(parseReflection(row, today)).toMatchObject({ ok: true, value: { reflection: { discussedOn: '2026-06-24' } } });
    expect(parseReflection({ ...row, reflected_on: '2026-06-11' }, today)).toMatchObject({ ok: false, fault: [{ column: 'reflected_on', code: 'DATE_IN_FUTURE' }] });
  });
});

describe('parseReflection under the rules of a delivery', () => {
  const ROW = { reflection_id: '111222333', team: 'noord', professional: '123456782', case: 'D1', reflected_on: '2026-01-15' };
  const today = dateInAmsterdam(new Date('2026-06-10T10:00:00Z'));
  const codesOf = (rules: DeliveryRules): string[] => {
    const parsed = parseReflection(ROW, today, PITFALLS, rules);
    return parsed.ok ? [] : parsed.fault.map((fault) => `${fault.column} ${fault.code}`);
  };

  it('refuses a number that passes the 11-test, unless the source is registered with its own numbering', () => {
    expect(codesOf(STRICTEST_DELIVERY)).toEqual(['reflection_id REFERENCE_IS_BSN', 'professional REFERENCE_IS_BSN']);
    expect(codesOf({ ...STRICTEST_DELIVERY, hasOwnNumbering: true })).toEqual([]);
  });

  it('refuses a day from which pseudonyms were deleted, and takes the first day that still has them', () => {
    const from = (linkedFrom: string) => codesOf({ ...STRICTEST_DELIVERY, hasOwnNumbering: true, linkedFrom: parseLocalDate(linkedFrom) });
    expect(from('2026-01-16')).toEqual(['reflected_on DATE_NO_LONGER_LINKED']);
    expect(from('2026-01-15')).toEqual([]);
  });

  it('refuses a team that the organisation does not have, beside every other fault of the row', () => {
    const within = (teams: readonly string[], cells: Cells) => {
      const parsed = parseReflection({ ...ROW, reflection_id: 'R1', professional: 'M1', ...cells }, today, PITFALLS, { ...STRICTEST_DELIVERY, teams: new Set(teams) });
      return parsed.ok ? [] : parsed.fault.map((fault) => `${fault.column} ${fault.code}`);
    };
    expect(within(['noord'], { team: ' NOORD ' })).toEqual([]);
    expect(within(['zuid'], {})).toEqual(['team UNKNOWN_TEAM']);
    expect(within(['zuid'], { team: '' })).toEqual(['team REQUIRED']);
    expect(within(['zuid'], { reflected_on: '30-02-2026', referrer: 'school', child_seen: 'no' })).toEqual([
      'reflected_on NO_SUCH_DAY', 'team UNKNOWN_TEAM', 'referrer UNKNOWN_CODE', 'child_seen ONLY_WITH',
    ]);
  });
});
