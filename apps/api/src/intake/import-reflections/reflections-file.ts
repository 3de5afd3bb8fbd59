import { Readable } from 'node:stream';
import { failure, REFLECTION_COLUMNS, REQUIRED_COLUMNS, success, type Result } from '@rolvast/domain';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { examineTextFile, readFirstLine, readText, type Encoding } from './text-file.js';

/** One row of a file: the cells by column name, and the line it begins on (the header is line 1). */
export interface FileRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Why a file as a whole is refused. The message is one line; it names columns and lines, never cells. */
export interface FileFault {
  readonly code: 'FILE_MISSING' | 'FILE_NOT_CSV' | 'UNKNOWN_COLUMN' | 'MISSING_COLUMN';
  readonly message: string;
}

/** Thrown inside the stream of rows; callers of {@link readRows} turn it back into a typed result. */
export class FileRefused extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.message);
  }
}

/** A file whose header is understood. */
export interface ReflectionsFile {
  readonly path: string;
  readonly encoding: Encoding;
  readonly delimiter: ';' | ',';
  /** Our names of its columns, in order. */
  readonly columns: readonly string[];
}

const MAX_RECORD_CHARACTERS = 100_000;
const CONTROL_CHARACTER = /[\p{Cc}\u2028\u2029]/u;
const LINE_BREAK = /\r\n|\n|\r/g;
const entrySchema = z.object({ record: z.array(z.string()), raw: z.string() });

/**
 * Looks a reflections file over: is it there, is it text, does its header have the columns of the contract?
 *
 * Accepts `;` and `,`, UTF-8 with or without byte order mark and Windows-1252, LF and CRLF, and headers in any case of letters.
 */
export async function openReflectionsFile(path: string): Promise<Result<ReflectionsFile, FileFault>> {
  const examined = await examineTextFile(path);
  if (examined.kind === 'missing') {
    return failure(fileMissing(path));
  }
  if (examined.kind === 'not-text') return failure(notCsv(examined.reason));
  const { text: header, lineBreak } = await readFirstLine(path, examined.encoding);
  if (lineBreak === '\r') return failure(notCsv('its lines end in CR only; they must end in LF or CRLF'));
  if (header.trim() === '') return failure(notCsv('its first line is empty'));
  if (CONTROL_CHARACTER.test(header.replaceAll('\t', ''))) return failure(notCsv('its first line holds characters that are no text'));
  const delimiter = header.includes(';') ? ';' : ',';
  const columns = header.split(delimiter).map((name) => normaliseColumn(name.replace(/^"|"$/g, '')));
  const fault = findHeaderFault(columns);
  return fault === null ? success({ path, encoding: examined.encoding, delimiter, columns }) : failure(fault);
}

/**
 * The rows of a file, one at a time, so that memory does not grow with the file. Blank lines are passed over.
 *
 * @throws FileRefused when the file turns out not to be readable as CSV half-way.
 */
export async function* readRows(file: ReflectionsFile): AsyncGenerator<FileRow> {
  const parser = parse({ delimiter: file.delimiter, bom: true, raw: true, relax_column_count: true, max_record_size: MAX_RECORD_CHARACTERS });
  const text = Readable.from(readText(file.path, file.encoding));
  text.once('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let line = 1;
  try {
    for await (const entry of parser) {
      const { record, raw } = entrySchema.parse(entry);
      if (line > 1 && !(record.length === 1 && record[0] === '')) yield { line, cells: toCells(file.columns, record, line) };
      // The parser counts a CRLF inside quotes twice and blank lines not at all, so lines are counted here.
      line += raw.match(LINE_BREAK)?.length ?? 1;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FileRefused(notCsv(csvReason(error, line)));
    throw error;
  } finally {
    text.destroy();
  }
}

function toCells(columns: readonly string[], record: readonly string[], line: number): Record<string, string> {
  if (record.length !== columns.length) throw new FileRefused(notCsv(`line ${line} has ${record.length} cells and the header has ${columns.length}`));
  return Object.fromEntries(columns.map((column, index) => [column, record[index] ?? '']));
}

export function findHeaderFault(columns: readonly string[]): FileFault | null {
  const known = new Set(REFLECTION_COLUMNS);
  const unknown = columns.filter((column) => !known.has(column));
  // With nothing recognised it is another kind of file, and what stands there may be anything: it is not repeated.
  if (unknown.length === columns.length) return notCsv(`its first line has none of the columns ${REQUIRED_COLUMNS.join(', ')}`);
  if (unknown.includes('')) return notCsv('its header has a column without a name (look for a delimiter too many)');
  if (unknown.length > 0) {
    const named = unknown.map((column) => `"${column.slice(0, 40)}"`).join(', ');
    return { code: 'UNKNOWN_COLUMN', message: `The file has columns that are not in the contract: ${named}. Correct a misspelt name (rolvast import --help lists them) and remove the others; free text and identities must not come in. Nothing was imported.` };
  }
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
  if (repeated !== undefined) return notCsv(`its header has the column "${repeated}" twice`);
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length === 0) return null;
  return { code: 'MISSING_COLUMN', message: `The file lacks the columns ${missing.join(', ')}. Add them. Nothing was imported.` };
}

export function normaliseColumn(name: string): string {
  return name.trim().toLowerCase();
}

export function fileMissing(path: string): FileFault {
  return { code: 'FILE_MISSING', message: `The file ${path} can't be read: there is no such file, or it is a folder, or it may not be read. Check the name.` };
}

export function notCsv(reason: string): FileFault {
  return { code: 'FILE_NOT_CSV', message: `The file is not a reflections file in CSV: ${reason}. Export it again as CSV (UTF-8). Nothing was imported.` };
}

function csvReason(error: CsvError, nextLine: number): string {
  const at = typeof error['lines'] === 'number' ? `line ${error['lines']}` : 'a line';
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `a quote that opens on line ${nextLine} or after it is never closed`;
    case 'CSV_MAX_RECORD_SIZE':
      return `${at} is longer than ${MAX_RECORD_CHARACTERS} characters`;
    default:
      return `${at} has a quote in a place where none can be`;
  }
}
