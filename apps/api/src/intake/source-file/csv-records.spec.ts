import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { MAX_RECORD_CHARACTERS, NotCsv, readCsvRecords, type CsvRecord } from './csv-records.js';

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

async function recordsOf(...texts: readonly string[]): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const some of readCsvRecords(pieces(texts), (line) => (line.includes(';') ? ';' : ','))) records.push(...some);
  return records;
}

async function reasonOf(...texts: readonly string[]): Promise<string> {
  try {
    await recordsOf(...texts);
    return '';
  } catch (error) {
    if (error instanceof NotCsv) return error.reason;
    throw error;
  }
}

/** A text cut into pieces at any places. */
function cut(text: string, places: readonly number[]): string[] {
  const at = [...new Set(places.map((place) => (text.length === 0 ? 0 : place % text.length)))].sort((one, other) => one - other);
  return [...at, text.length].map((end, index) => text.slice(index === 0 ? 0 : at[index - 1], end));
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';', ',', '"', '\n', '\r\n', '|') });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const lineBreak = fc.constantFrom('\n', '\r\n');

function written(rows: readonly (readonly string[])[], end: string): string {
  return rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';') + end).join('');
}

describe('readCsvRecords', () => {
  it('reads what csv-parse reads, however the text is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(table, lineBreak, fc.array(fc.nat()), async (rows, end, places) => {
        const text = written(rows, end);
        const expected: string[][] = parse(text, { delimiter: ';', relax_column_count: true });
        expect((await recordsOf(...cut(text, places))).map((record) => record.cells)).toEqual(expected);
        expect(expected).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('reads cells without quotes as they are, however the text is cut into pieces', async () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '|', ','), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(plain, { minLength: 2, maxLength: 4 }), { minLength: 1 }), lineBreak, fc.array(fc.nat()), async (rows, end, places) => {
        const text = rows.map((row) => row.join(';')).join(end);
        expect(await recordsOf(...cut(text, places))).toEqual(rows.map((cells, index) => ({ line: index + 1, cells })));
      }),
    );
  });

  it('gives each record the line on which an editor shows its beginning', async () => {
    await fc.assert(
      fc.asyncProperty(table, lineBreak, fc.array(fc.nat()), async (rows, end, places) => {
        const lines = (await recordsOf(...cut(written(rows, end), places))).map((record) => record.line);
        const expected = rows.map((_, index) => 1 + written(rows.slice(0, index), end).split('\n').length - 1);
        expect(lines).toEqual(expected);
      }),
    );
  });

  it('passes over lines without anything and counts them', async () => {
    expect(await recordsOf('a;b\r\n\r\n\r\nc;d\r\n\r\n')).toEqual([{ line: 1, cells: ['a', 'b'] }, { line: 4, cells: ['c', 'd'] }]);
  });

  it('reads an empty cell at the end of a line, with quotes and without', async () => {
    expect((await recordsOf('a;\n"a";\n"a";""\n')).map((record) => record.cells)).toEqual([['a', ''], ['a', ''], ['a', '']]);
  });

  it.each([
    ['a quote that is never closed', 'a;b\nc;"d\ne;f\n', 'a quote that opens on line 2 or after it is never closed'],
    ['a quote that is never closed, far from the end', `a;b\nc;"d\n${'e;f\n'.repeat(60_000)}`, 'a quote that opens on line 2 or after it is never closed'],
    ['a quote inside a cell', 'a;b\nc"c";d\n', 'line 2 has a quote in a place where none can be'],
    ['text after a closing quote', 'a;b\n"c"c;d\n', 'line 2 has a quote in a place where none can be'],
    ['lines that end in CR only', 'a;b\rc;d\re;f\r', 'line 1 ends in CR only; lines must end in LF or CRLF'],
    ['CR only for a long while', 'a;b\r'.repeat(60_000), 'line 1 ends in CR only; lines must end in LF or CRLF'],
    ['CR only beside a quoted cell', '"a";b\rc;d\n', 'line 1 ends in CR only; lines must end in LF or CRLF'],
    ['a line without an end', `a;b\n${'x'.repeat(MAX_RECORD_CHARACTERS + 1)};d\n`, `line 2 is longer than ${MAX_RECORD_CHARACTERS} characters`],
  ])('refuses %s with the line', async (_, text, reason) => {
    expect(await reasonOf(text)).toBe(reason);
    expect(await reasonOf(...cut(text, [1, 5, 64_000, 128_000]))).toBe(reason);
  });
});
