import { describe, expect, it } from '@jest/globals';
import { FileRefused, type FileFault } from './file-fault.js';
import { openSourceBytes } from './source-file.js';
import type { SourceRow } from './source-row.js';
import { UNREGISTERED_SOURCE, type SourceSettings } from './source-settings.js';

const HEADER = 'reflection_id;team;professional;case;reflected_on';
const ROW = 'R-1;noord;M-1;G-1;2026-05-04';
const OBJECT = { reflectionId: 'R-1', team: 'noord', professional: 'M-1', case: 'G-1', reflectedOn: '2026-05-04' };

async function* pieces(content: string | Buffer, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function read(content: string | Buffer, settings: SourceSettings = UNREGISTERED_SOURCE): Promise<{ kind: string; rows: SourceRow[] } | FileFault> {
  const file = await openSourceBytes(pieces(content), settings);
  if (!file.ok) return file.fault;
  const rows: SourceRow[] = [];
  try {
    for await (const batch of file.value.batches()) rows.push(...batch);
    return { kind: file.value.kind, rows };
  } catch (error) {
    if (error instanceof FileRefused) return error.fault;
    throw error;
  }
}

const ndjson = (...objects: readonly object[]): string => objects.map((object) => `${JSON.stringify(object)}\n`).join('');

describe('a source file in NDJSON', () => {
  it('has the same rows as in CSV', async () => {
    const [fromCsv, fromNdjson] = [await read(`${HEADER}\n${ROW}\n`), await read(ndjson(OBJECT))];
    expect(fromCsv).toMatchObject({ kind: 'reflections', rows: [{ line: 2, cells: { reflection_id: 'R-1', reflected_on: '2026-05-04' } }] });
    expect(fromNdjson).toMatchObject({ kind: 'reflections', rows: [{ line: 1, cells: { reflection_id: 'R-1', reflected_on: '2026-05-04' } }] });
  });

  it('reads numbers, true and false, null and lists of texts', async () => {
    const object = { ...OBJECT, revision: 2, extraHours: 1.5, minorsInvolved: true, childSeen: false, referrer: null, pitfalls: ['SECRECY', 'BOUNDARIES'] };
    expect(await read(ndjson(object))).toMatchObject({
      rows: [{ cells: { revision: '2', extra_hours: '1.5', minors_involved: 'yes', child_seen: 'no', referrer: '', pitfalls: 'SECRECY|BOUNDARIES' }, faults: [] }],
    });
  });

  it('reads names in any case of letters, and those of CSV', async () => {
    expect(await read('{"REFLECTIONID":"R-1","reflected_on":"2026-05-04"}\n')).toMatchObject({ rows: [{ cells: { reflection_id: 'R-1', reflected_on: '2026-05-04' } }] });
  });

  it.each<[string, unknown]>([['an object', { a: 1 }], ['a list of numbers', [1]], ['a list with a separator in it', ['a|b']], ['a number that lost digits', 2 ** 60]])('reports %s in the place of a value, without the value', async (_, value) => {
    expect(await read(ndjson({ ...OBJECT, case: value }))).toMatchObject({ rows: [{ line: 1, cells: { case: '' }, faults: [{ column: 'case', code: 'NOT_A_TEXT' }] }] });
  });

  it('takes nothing inside a text or a value for a name', async () => {
    const awkward = { ...OBJECT, case: '{"a":"b"}:\\":', pitfalls: ['"x":', '\\'] };
    expect(await read(ndjson(awkward))).toMatchObject({ rows: [{ cells: { case: awkward.case }, faults: [] }] });
    expect(await read(ndjson({ ...OBJECT, case: { a: 1, b: { c: 2 } } }))).toMatchObject({ rows: [{ faults: [{ column: 'case', code: 'NOT_A_TEXT' }] }] });
  });

  it('passes over empty lines and counts them', async () => {
    expect(await read(`\n${ndjson(OBJECT)}\r\n${ndjson(OBJECT)}`)).toMatchObject({ rows: [{ line: 2 }, { line: 4 }] });
  });

  it.each([
    ['a line that is no JSON', `${ndjson(OBJECT)}{"case":`, 'FILE_NOT_NDJSON', 'line 2 is no JSON'],
    ['a line that is no object', `${ndjson(OBJECT)}7\n`, 'FILE_NOT_NDJSON', 'line 2 is no object'],
    ['one list', `[${JSON.stringify(OBJECT)}]`, 'FILE_NOT_NDJSON', 'one JSON list'],
    ['a name twice', '{"reflectionId":"R-1","reflection_id":"R-2"}', 'FILE_NOT_NDJSON', 'line 1 has "reflection_id" twice'],
    ['a name twice in the same spelling', '{"case":"SJAKIE","case":"G-1"}', 'FILE_NOT_NDJSON', 'line 1 has a name twice'],
    ['an unknown name', ndjson(OBJECT, { ...OBJECT, note: 'SJAKIE' }), 'UNKNOWN_COLUMN', 'Line 2 has names that are not in the contract: "note"'],
    ['__proto__', `${ndjson(OBJECT)}{"__proto__":{"case":"SJAKIE"}}\n`, 'UNKNOWN_COLUMN', '"__proto__"'],
    ['constructor', `${ndjson(OBJECT)}{"constructor":"SJAKIE"}\n`, 'UNKNOWN_COLUMN', '"constructor"'],
    ['names of another world', '{"a":"SJAKIE"}\n', 'FILE_NOT_NDJSON', 'none of the names'],
    ['a line without an end', `${ndjson(OBJECT)}{"case":"${'SJAKIE'.repeat(20_000)}"}`, 'FILE_NOT_NDJSON', 'line 2 is longer than'],
  ])('refuses %s, names the line and repeats no value', async (_, content, code, words) => {
    const fault = await read(content);
    expect(fault).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(JSON.stringify(fault)).not.toContain('SJAKIE');
  });
});

describe('a source file in CSV', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('refuses the column %s by name', async (column) => {
    expect(await read(`${HEADER};${column}\n${ROW};x\n`)).toMatchObject({ code: 'UNKNOWN_COLUMN', message: expect.stringContaining(`"${column}"`) });
  });

  it('writes out the characters of a column that nobody can see', async () => {
    expect(await read(`${HEADER};te\u200bam\u202e\n`)).toMatchObject({ code: 'UNKNOWN_COLUMN', message: expect.stringContaining('"te<U+200B>am<U+202E>"') });
  });

  it('is read with a header of no more than a line, and one row at a time', async () => {
    expect(await read(HEADER)).toEqual({ kind: 'reflections', rows: [] });
    expect(await read('')).toMatchObject({ code: 'FILE_NOT_CSV', message: expect.stringContaining('it is empty') });
    expect(await read(`\n${HEADER}\n`)).toMatchObject({ code: 'FILE_NOT_CSV', message: expect.stringContaining('its first line is empty') });
  });

  it('lets go of what it reads from when it is refused and when its rows were read', async () => {
    let open = 0;
    const source = async function* (text: string): AsyncGenerator<Uint8Array> {
      open += 1;
      try {
        for (;;) yield await Promise.resolve(Buffer.from(text));
      } finally {
        open -= 1;
      }
    };
    expect(await openSourceBytes(source('notes;bsn\n'), UNREGISTERED_SOURCE)).toMatchObject({ ok: false });
    expect(open).toBe(0);
    const file = await openSourceBytes(source(`${HEADER}\n`), UNREGISTERED_SOURCE);
    if (!file.ok) throw new Error(file.fault.message);
    for await (const rows of file.value.batches()) if (rows.some((row) => row.line > 5)) break;
    expect(open).toBe(0);
  });
});

describe('the kind of a file', () => {
  const SESSIONS = 'session_id;team;kind;planned_on;status;held_on;themes;attendees\n';

  it('is told by its header', async () => {
    expect(await read(SESSIONS)).toEqual({ kind: 'support-sessions', rows: [] });
    expect(await read(ndjson({ sessionId: 'S1', team: 'noord', kind: 'supervision', plannedOn: '2026-05-04', status: 'planned' }))).toMatchObject({ kind: 'support-sessions', rows: [{ line: 1 }] });
  });

  it('is refused when another one is wanted', async () => {
    expect(await openSourceBytes(pieces(SESSIONS), UNREGISTERED_SOURCE, 'reflections')).toMatchObject({ ok: false, fault: { code: 'OTHER_KIND_OF_FILE' } });
    expect(await openSourceBytes(pieces(`${HEADER}\n`), UNREGISTERED_SOURCE, 'support-sessions')).toMatchObject({ ok: false, fault: { code: 'OTHER_KIND_OF_FILE' } });
  });
});

describe('a source with its own numbering', () => {
  const own = { ...UNREGISTERED_SOURCE, hasOwnNumbering: true };
  const file = (passing: number, others: number): string =>
    [HEADER, ...Array.from({ length: passing }, () => '111222333;noord;M;G;2026-05-04'), ...Array.from({ length: others }, () => ROW), ''].join('\n');

  it('is believed as long as no more than 20 % of its references pass the 11-test', async () => {
    expect(await read(file(6, 4), own)).toMatchObject({ kind: 'reflections' });
  });

  it('is refused above that', async () => {
    expect(await read(file(7, 3), own)).toMatchObject({ code: 'OWN_NUMBERING_DOUBTED' });
    expect(JSON.stringify(await read(file(7, 3), own))).not.toContain('111222333');
  });
});

describe('a source with a mapping', () => {
  const mapped: SourceSettings = {
    hasOwnNumbering: false,
    mappings: {
      reflections: {
        columns: new Map([['registratienr.', 'reflection_id'], ['medewerker', 'professional'], ['dossier', 'case'], ['datum', 'reflected_on'], ['patronen', 'pitfalls']]),
        values: new Map([['team', new Map([['ambulant 1', 'noord']])], ['pitfalls', new Map([['geheim', 'SECRECY'], ['grenzen', 'BOUNDARIES'], ['geen', 'NONE']])]]),
      },
    },
  };

  it('is read with its own names and values, in any case of letters, each part of a list by itself', async () => {
    const content = 'Registratienr.;Team;MEDEWERKER;Dossier;Datum;Patronen\nR-1;Ambulant 1;M;G;2026-05-04;Geheim|grenzen\nR-2;zuid;M;G;2026-05-04;Geen\n';
    expect(await read(content, mapped)).toMatchObject({
      kind: 'reflections',
      rows: [{ cells: { reflection_id: 'R-1', team: 'noord', pitfalls: 'SECRECY|BOUNDARIES' } }, { cells: { team: 'zuid', pitfalls: 'NONE' } }],
    });
  });

  it('still is refused a column that neither the mapping nor the contract knows', async () => {
    expect(await read(`Registratienr.;Team;Medewerker;Dossier;Datum;Notitie\n`, mapped)).toMatchObject({ code: 'UNKNOWN_COLUMN', message: expect.stringContaining('"Notitie"') });
  });

  it('is refused two columns that become one', async () => {
    expect(await read(`Registratienr.;Reflection_id;Team;Medewerker;Dossier;Datum\n`, mapped)).toMatchObject({ code: 'FILE_NOT_CSV', message: expect.stringContaining('"reflection_id" twice') });
  });
});
