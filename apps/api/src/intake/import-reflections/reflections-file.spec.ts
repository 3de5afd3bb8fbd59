import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dateInAmsterdam, PITFALLS, REFLECTION_COLUMNS } from '@rolvast/domain';
import { FileRefused } from '../source-file/file-fault.js';
import { openSourceFile } from '../source-file/source-file.js';
import type { SourceRow } from '../source-file/source-row.js';
import { UNREGISTERED_SOURCE } from '../source-file/source-settings.js';
import { reflectionsOf } from './reflections-file.js';
import type { ReadRow } from './row-reader.js';

const COLUMNS = ['reflection_id', 'team', 'professional', 'case', 'reflected_on'];
const HEADER = COLUMNS.join(';');
const BOM = '\uFEFF';
const row = (id: string) => `${id};noord;MW-SJAKIE;G-1;2026-05-04`;

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolvast-file-'));
  path = join(folder, 'reflections.csv');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function faultOf(content: string | Buffer): Promise<{ code: string; message: string } | null> {
  await writeFile(path, content);
  const file = await openSourceFile(path, UNREGISTERED_SOURCE, 'reflections');
  if (!file.ok) return file.fault;
  try {
    for await (const rows of file.value.batches()) for (const read of rows) expect(read.line).toBeGreaterThan(1);
    return null;
  } catch (error) {
    if (error instanceof FileRefused) return error.fault;
    throw error;
  }
}

async function rowsOf(content: string | Buffer): Promise<SourceRow[]> {
  await writeFile(path, content);
  const file = await openSourceFile(path, UNREGISTERED_SOURCE, 'reflections');
  if (!file.ok) throw new Error(file.fault.message);
  const rows: SourceRow[] = [];
  for await (const batch of file.value.batches()) rows.push(...batch);
  return rows;
}

describe('the rows of a reflections file', () => {
  it('reads cells by column name, with the line they stand on', async () => {
    expect(await rowsOf(`${HEADER}\n${row('R-1')}\n${row('R-2')}\n`)).toEqual([
      { line: 2, cells: { reflection_id: 'R-1', team: 'noord', professional: 'MW-SJAKIE', case: 'G-1', reflected_on: '2026-05-04' }, faults: [] },
      { line: 3, cells: { reflection_id: 'R-2', team: 'noord', professional: 'MW-SJAKIE', case: 'G-1', reflected_on: '2026-05-04' }, faults: [] },
    ]);
  });

  it.each([
    ['commas', `${HEADER}\n${row('R-1')}\n`.replaceAll(';', ',')],
    ['a byte order mark', `${BOM}${HEADER}\n${row('R-1')}\n`],
    ['a byte order mark before a quote', `${BOM}${HEADER.replace('reflection_id', '"reflection_id"')}\n${row('R-1')}\n`],
    ['CRLF', `${HEADER}\r\n${row('R-1')}\r\n`],
    ['no line break at the end', `${HEADER}\n${row('R-1')}`],
    ['a header in capitals and spaces', `${HEADER.toUpperCase().replaceAll(';', ' ; ')}\n${row('R-1')}\n`],
    ['quoted headers and cells', `${HEADER}\n${row('R-1')}\n`.replaceAll(/[^;\n]+/g, '"$&"')],
    ['an empty line at the end', `${HEADER}\n${row('R-1')}\n\n`],
  ])('reads a file with %s', async (_, content) => {
    expect(await rowsOf(content)).toEqual([
      { line: 2, cells: { reflection_id: 'R-1', team: 'noord', professional: 'MW-SJAKIE', case: 'G-1', reflected_on: '2026-05-04' }, faults: [] },
    ]);
  });

  it('reads separators, doubled quotes and accents inside a quoted cell', async () => {
    const [first] = await rowsOf(`${HEADER}\n"R;1";noord;"M ""W"" é";G-1;2026-05-04\n`);
    expect(first?.cells).toMatchObject({ reflection_id: 'R;1', professional: 'M "W" é' });
  });

  it('counts the lines of a quoted cell with a line break', async () => {
    const rows = await rowsOf(`${HEADER}\n"R\n1";noord;x;y;2026-05-04\n${row('R-2')}\n`);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('keeps the columns in the order of the file, whatever that is', async () => {
    const [first] = await rowsOf(`case;reflected_on;team;reflection_id;professional\nG-1;2026-05-04;noord;R-1;MW\n`);
    expect(first?.cells).toEqual({ case: 'G-1', reflected_on: '2026-05-04', team: 'noord', reflection_id: 'R-1', professional: 'MW' });
  });

  it('has no rows in a file with only a header', async () => {
    expect(await rowsOf(HEADER)).toEqual([]);
  });

  it('reads thousands of rows, one at a time and in order', async () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `R-${index}`);
    const rows = await rowsOf(`${HEADER}\n${ids.map(row).join('\n')}\n`);
    expect(rows.map(({ cells }) => cells['reflection_id'])).toEqual(ids);
    expect(rows.map(({ line }) => line)).toEqual(ids.map((_, index) => index + 2));
  });

  it.each([
    ['a row with too few cells', Buffer.from(`${HEADER}\nR-1;noord;MW-SJAKIE\n`), 'line 2 has 3 cells and the header has 5'],
    ['a row with too many cells', Buffer.from(`${HEADER}\n${row('R-1')};MW-SJAKIE\n`), 'line 2 has 6 cells and the header has 5'],
    ['a quote in the middle of a cell', Buffer.from(`${HEADER}\nMW-SJAKIE"x;noord;a;b;c\n`), 'line 2 has a quote in a place where none can be'],
    ['a quote that is never closed', Buffer.from(`${HEADER}\n${row('R-1')}\n"MW-SJAKIE;noord\n`), 'on line 3 or after it is never closed'],
    ['a NUL byte', Buffer.from(`${HEADER}\n${row('R-1')}\nMW-SJAKI\0;noord;a;b;c\n`), 'line 3 holds a NUL byte'],
    ['lines that end in CR only', Buffer.from(`${HEADER}\r${row('MW-SJAKIE')}\r`), 'ends in CR only'],
    ['a cell without an end', Buffer.from(`${HEADER}\n${'MW-SJAKIE'.repeat(20_000)};noord;a;b;c\n`), 'line 2 is longer than 100000 characters'],
  ])('refuses %s, names the line and repeats no cell', async (_, content, reason) => {
    const fault = await faultOf(content);
    expect(fault?.code).toBe('FILE_NOT_CSV');
    expect(fault?.message).toContain(reason);
    expect(fault?.message.toUpperCase()).not.toContain('SJAK');
  });
});

describe('opening a reflections file', () => {
  it('accepts every column of the contract', async () => {
    expect(await faultOf(REFLECTION_COLUMNS.join(';'))).toBeNull();
  });

  it.each([
    ['an empty file', Buffer.from('')],
    ['a file with a byte order mark and nothing else', Buffer.from(BOM)],
    ['UTF-16', Buffer.from(`${BOM}${HEADER}`, 'utf16le')],
    ['a header with a control character', Buffer.from(`${HEADER}\u0007`)],
    ['a header with a delimiter too many', Buffer.from(`${HEADER};\n`)],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])],
  ])('refuses %s', async (_, content) => {
    expect(await faultOf(content)).toMatchObject({ code: 'FILE_NOT_CSV' });
  });

  it('refuses columns that the contract does not know, by name', async () => {
    const fault = await faultOf(`${HEADER};notes;bsn\n`);
    expect(fault?.code).toBe('UNKNOWN_COLUMN');
    expect(fault?.message).toContain('"notes", "bsn"');
  });

  it('cuts the name of an unknown column short', async () => {
    const fault = await faultOf(`${HEADER};${'n'.repeat(500)}\n`);
    expect(fault?.message).toContain(`"${'n'.repeat(40)}"`);
    expect(fault?.message).not.toContain('n'.repeat(41));
  });

  it('does not repeat the first line of a file without a header', async () => {
    const fault = await faultOf(`${row('R-1')}\n${row('R-2')}\n`);
    expect(fault?.code).toBe('FILE_NOT_CSV');
    expect(fault?.message.toUpperCase()).not.toContain('SJAKIE');
    expect(fault?.message).toContain('reflection_id, team, professional, case, reflected_on');
  });

  it.each(COLUMNS)('refuses a file without the column %s', async (column) => {
    const fault = await faultOf(`${COLUMNS.filter((other) => other !== column).join(';')}\n`);
    expect(fault).toMatchObject({ code: 'MISSING_COLUMN', message: `The file lacks the columns ${column}. Add them. Nothing was imported.` });
  });

  it('refuses a column that stands there twice', async () => {
    const fault = await faultOf(`${HEADER};Team\n`);
    expect(fault).toMatchObject({ code: 'FILE_NOT_CSV', message: expect.stringContaining('"team" twice') });
  });
});

describe('a reflections file', () => {
  it('says that a file is not there, and the same of a folder', async () => {
    for (const missing of [join(folder, 'none.csv'), folder, join(folder, 'none', 'none.csv')]) {
      expect(await openSourceFile(missing, UNREGISTERED_SOURCE, 'reflections')).toMatchObject({ ok: false, fault: { code: 'FILE_MISSING', message: expect.stringContaining(missing) } });
    }
  });

  it('names the line of a row that follows an empty line', async () => {
    const rows = await rowsOf(`${HEADER}\n\n${row('R-1')}\n\n${row('R-2')}\n`);
    expect(rows.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('counts the lines of a quoted cell with a CRLF line break', async () => {
    const rows = await rowsOf(`${HEADER}\r\n"R\r\n1";noord;x;y;2026-05-04\r\n${row('R-2')}\r\n`);
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    ['2 cells', 'x;y'],
    ['a quote in a place', 'R"4;noord;a;b;c'],
  ])('names the line of a row that has %s, not that of the first row', async (reason, bad) => {
    const fault = await faultOf(`${HEADER}\n${row('R-1')}\n${row('R-2')}\n${row('R-3')}\n${bad}\n${row('R-5')}\n`);
    expect(fault?.message).toContain(`line 5 has ${reason}`);
  });

  it('reads Windows-1252, as the contract says', async () => {
    const [first] = await rowsOf(Buffer.from(`${HEADER}\nR\xe9;noord;a;b;2026-05-04\n`, 'latin1'));
    expect(first?.cells).toMatchObject({ reflection_id: 'Ré' });
  });
});

describe('reflectionsOf', () => {
  const today = dateInAmsterdam(new Date('2026-06-10T10:00:00Z'));

  async function readAll(content: string, settings = UNREGISTERED_SOURCE): Promise<ReadRow[]> {
    await writeFile(path, content);
    const file = await openSourceFile(path, settings, 'reflections');
    if (!file.ok) throw new Error(file.fault.message);
    const rows: ReadRow[] = [];
    for await (const batch of reflectionsOf(file.value)({ today, pitfalls: PITFALLS, linkedFrom: null, teams: new Set(['noord']) })) rows.push(...batch);
    return rows;
  }

  const faultCodes = ({ parsed }: ReadRow): string[] => (parsed.ok ? [] : parsed.fault.map(({ column, code }) => `${column} ${code}`));

  it('gives the reflection of a good row and the rules that a bad one broke, each with its line', async () => {
    const rows = await readAll(`${HEADER}\n${row('R-1')}\n${row('R-2').replace('2026-05-04', '30-02-2026')}\n`);
    expect(rows[0]).toMatchObject({ line: 2, parsed: { ok: true, value: { teamCode: 'noord', reflectedOn: '2026-05-04' } } });
    expect(rows[1]?.line).toBe(3);
    expect(rows.map(faultCodes)).toEqual([[], ['reflected_on NO_SUCH_DAY']]);
  });

  it.each([['reflection_id', 0], ['professional', 2], ['case', 3]])('refuses a row with personal data in %s', async (column, at) => {
    const values = [['jan@zorg.nl', 'EMAIL'], ['06-12345678', 'PHONE'], ['111222333', 'BSN'], ['11122233', ''], ['010464554', 'BSN'], ['10464554', 'BSN']] as const;
    const lines = values.map(([value]) => row('R-1').split(';').map((cell, index) => (index === at ? value : cell)).join(';'));
    const codes = (await readAll(`${HEADER}\n${lines.join('\n')}\n`)).map(faultCodes);
    expect(codes).toEqual(values.map(([, code]) => (code === '' ? [] : [`${column} REFERENCE_IS_${code}`])));
  });

  it.each(['\u202e', '\u200b', '\u2066', '\u00ad', '\u200d'])('refuses the hidden character %j in a reference and in a code', async (hidden) => {
    const [inReference] = await readAll(`${HEADER}\nR${hidden}1;noord;M;G;2026-05-04\n`);
    const [inCode] = await readAll(`${HEADER};legal_frame\nR1;noord;M;G;2026-05-04;mix${hidden}ed\n`);
    expect([inReference, inCode].map((read) => (read ? faultCodes(read) : []))).toEqual([['reflection_id REFERENCE_HAS_HIDDEN_CHARACTER'], ['legal_frame UNKNOWN_CODE']]);
  });

  it('gives a composed and a decomposed spelling one reference', async () => {
    const rows = await readAll(`${HEADER}\nR-1;noord;Mé;G;2026-05-04\nR-2;noord;Me\u0301;G;2026-05-04\n`);
    expect(new Set(rows.map(({ parsed }) => (parsed.ok ? parsed.value.references.professional : ''))).size).toBe(1);
  });

  it('reads both notations of a number, both of a date, and codes in any case of letters', async () => {
    const [one, other] = await readAll(
      `${HEADER.toUpperCase()};extra_hours;extra_hours_by;extra_hours_reason\nR-1;NOORD;M;G;04-05-2026;1,5;MANAGER;Crisis\nR-1;noord;M;G;2026-05-04;1.50;manager;crisis\n`,
    );
    expect(one?.parsed).toEqual(other?.parsed);
    expect(one?.parsed.ok).toBe(true);
  });

  it('rejects a row with a value that can be no cell, once for each column', async () => {
    const [read] = await readAll(`${JSON.stringify({ reflectionId: { deep: 1 }, team: 'noord', professional: 'M', case: 'G', reflectedOn: '2026-05-04' })}\n`);
    expect(read && faultCodes(read)).toEqual(['reflection_id NOT_A_TEXT']);
  });
});
