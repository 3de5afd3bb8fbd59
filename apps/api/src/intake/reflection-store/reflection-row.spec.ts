import { describe, expect, it } from '@jest/globals';
import { dateInAmsterdam, parseReflection, REFLECTION_COLUMNS, type SubmittedReflection } from '@rolvast/domain';
import fc from 'fast-check';
import { Pseudonymiser } from '../pseudonymise/pseudonymiser.js';
import { copyCell, STAGED_COLUMNS, StagedRowWriter } from './reflection-row.js';

const TODAY = dateInAmsterdam(new Date('2026-06-10T10:00:00Z'));
const pseudonymiser = new Pseudonymiser({ bytes: Buffer.alloc(32, 1), path: 'key' }, 'noorderlicht');
const ROW = { reflection_id: 'REF-99', team: 'noord', professional: 'MW-SJAKIE', case: 'GEZIN-12', reflected_on: '2026-05-04' };

function submit(cells: Readonly<Record<string, string>> = {}): SubmittedReflection {
  const result = parseReflection({ ...ROW, ...cells }, TODAY);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

const writer = new StagedRowWriter(pseudonymiser);

function stage(cells: Readonly<Record<string, string>> = {}, line = 2, teamId = 3): Map<string, string | null> {
  const row = readCopyLine(writer.lineOf(line, submit(cells), teamId));
  expect(row).toHaveLength(STAGED_COLUMNS.length);
  return new Map(STAGED_COLUMNS.map((column, index) => [column, row[index] ?? null]));
}

function hashOf(cells: Readonly<Record<string, string>> = {}, line = 2, teamId = 3): string | null {
  return stage(cells, line, teamId).get('content_hash') ?? null;
}

function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

/** Reads a line back the way PostgreSQL reads COPY text. */
function readCopyLine(line: string): (string | null)[] {
  const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
  return line
    .replace(/\n$/, '')
    .split('\t')
    .map((cell) => (cell === '\\N' ? null : cell.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter)));
}

describe('StagedRowWriter', () => {
  it('stores every field of the contract in a column of its own', () => {
    expect(STAGED_COLUMNS.slice(9)).toEqual(REFLECTION_COLUMNS.slice(7));
    expect(new Set(STAGED_COLUMNS).size).toBe(STAGED_COLUMNS.length);
  });

  it('puts every value under its own column', () => {
    const row = stage({ role_taking: '4', powerlessness_felt: 'no', pitfalls: 'PRESCRIBED:BY_CLIENT|SECRECY', child_concerns: 'addiction', extra_hours: '1,5', extra_hours_by: 'other', extra_hours_reason: 'crisis' });
    expect(row.get('line')).toBe('2');
    expect(row.get('team_id')).toBe('3');
    expect(row.get('reflected_on')).toBe('2026-05-04');
    expect(row.get('role_taking')).toBe('4');
    expect(row.get('powerlessness_felt')).toBe('f');
    expect(row.get('pitfalls')).toBe('{PRESCRIBED:BY_CLIENT,SECRECY}');
    expect(row.get('child_concerns')).toBe('{addiction}');
    expect(row.get('extra_hours')).toBe('1.5');
    expect(row.get('referrer')).toBeNull();
  });

  it('keeps "none noticed", "not filled in" and zero apart', () => {
    expect(stage({ pitfalls: 'NONE' }).get('pitfalls')).toBe('{}');
    expect(stage().get('pitfalls')).toBeNull();
    expect([stage({ agencies_involved: '0' }).get('agencies_involved'), stage().get('agencies_involved')]).toEqual(['0', null]);
  });

  it('stores pseudonyms and no trace of a reference', () => {
    const row = stage();
    expect(row.get('contributor_pseudonym')).toBe(bytea(pseudonymiser.pseudonymOf('contributor', 'MW-SJAKIE')));
    expect(row.get('case_pseudonym')).toBe(bytea(pseudonymiser.pseudonymOf('case', 'GEZIN-12')));
    expect(row.get('reflection_pseudonym')).toBe(bytea(pseudonymiser.pseudonymOf('reflection', 'REF-99')));
    const line = writer.lineOf(2, submit(), 3);
    for (const reference of ['SJAKIE', 'GEZIN', 'REF-99']) {
      expect(line.toUpperCase()).not.toContain(reference);
      expect(line.toUpperCase()).not.toContain(Buffer.from(reference).toString('hex').toUpperCase());
    }
  });

  it('keeps the place of a withdrawn reflection and nothing of what was recorded', () => {
    const row = stage({ status: 'withdrawn', role_taking: '4', pitfalls: 'SECRECY', minors_involved: 'yes' });
    expect(row.get('status')).toBe('withdrawn');
    expect(STAGED_COLUMNS.slice(9).map((column) => row.get(column))).toEqual(STAGED_COLUMNS.slice(9).map(() => null));
    expect(hashOf({ status: 'withdrawn', role_taking: '4' })).toBe(hashOf({ status: 'withdrawn' }));
  });
});

describe('the content hash', () => {
  it('is the same for the same content on another line, in another revision or notation', () => {
    const content = { extra_hours: '1,50', extra_hours_by: 'other', extra_hours_reason: 'crisis', pitfalls: 'secrecy' };
    const same = { ...content, extra_hours: '1.5', pitfalls: 'SECRECY', reflected_on: '04-05-2026', revision: '7', professional: 'mw-sjakie' };
    expect(hashOf(same, 88)).toBe(hashOf(content, 2));
  });

  it.each([
    { reflected_on: '2026-05-05' }, { status: 'withdrawn' },
    { role_taking: '1' }, { role_awareness: '1' }, { pitfalls: 'NONE' }, { pitfalls: 'PRESCRIBED' }, { pitfalls: 'PRESCRIBED:BY_CLIENT' },
    { powerlessness_felt: 'no' }, { minors_involved: 'no' }, { boundary_crossed: 'no' }, { agencies_involved: '0' }, { extra_hours: '0' },
  ])('changes with %j', (change) => {
    expect(hashOf(change)).not.toBe(hashOf());
  });

  it('does not depend on who recorded it about whom, so that pseudonyms can get another key', () => {
    expect(hashOf({ professional: 'MW-2', case: 'GEZIN-13' })).toBe(hashOf());
  });

  it('is different for every one of several contents', () => {
    const contents = [{}, { role_taking: '1' }, { role_awareness: '1' }, { minors_involved: 'no' }, { boundary_crossed: 'no' }, { agencies_involved: '1' }];
    expect(new Set([...contents.map((cells) => hashOf(cells)), hashOf({}, 2, 4)]).size).toBe(contents.length + 1);
  });
});

describe('copyCell', () => {
  it('writes every kind of value the way PostgreSQL reads it', () => {
    expect([1.5, 'x', true, false, null, ['A:B', 'C'], []].map(copyCell)).toEqual(['1.5', 'x', 't', 'f', '\\N', '{A:B,C}', '{}']);
  });

  it('stays one cell of one line, and is the same text when read back, whatever the text', () => {
    const text = fc.string({ unit: fc.oneof(fc.constantFrom('\\', '\t', '\n', '\r', 'N', '.', 't', 'n'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })) });
    fc.assert(
      fc.property(fc.option(text), (value) => {
        expect(copyCell(value)).not.toMatch(/[\t\n\r]/);
        expect(readCopyLine(`${copyCell(value)}\n`)).toEqual([value]);
      }),
      { numRuns: 300 },
    );
  });

  it('does not take the text \\N for an unknown value', () => {
    expect([copyCell('\\N'), copyCell(null)]).toEqual(['\\\\N', '\\N']);
  });
});
