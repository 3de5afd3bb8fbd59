import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { failure, REFLECTION_COLUMNS, REQUIRED_COLUMNS, success, type Result } from '@rolvast/domain';
import { CsvError, parse, type Info } from 'csv-parse';

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

/** Thrown inside the stream of rows; {@link readRows} callers turn it back into a typed result. */
export class FileRefused extends Error {
  constructor(readonly fault: FileFault) {
    super(fault.message);
  }
}

const SAMPLE_BYTES = 64 * 1024;
const MAX_RECORD_CHARACTERS = 100_000;
const BOM = '\uFEFF';

/** A file whose header is understood. */
export interface ReflectionsFile {
  readonly path: string;
  readonly delimiter: ';' | ',';
}

/**
 * Looks at the beginning of a reflections file: is it there, is it text, does its header have the columns of the contract?
 *
 * Accepts `;` and `,`, UTF-8 with or without byte order mark, LF and CRLF, and headers in any case of letters.
 */
export async function openReflectionsFile(path: string): Promise<Result<ReflectionsFile, FileFault>> {
  const sample = await readSample(path);
  if (sample === null) return failure({ code: 'FILE_MISSING', message: `The file ${path} can't be read: there is no such file, or it is a folder, or it may not be read. Check the name.` });
  const header = headerLine(sample);
  if (header === null) return failure(notCsv('it is empty or holds bytes that are no text'));
  const delimiter = header.includes(';') ? ';' : ',';
  const columns = header.split(delimiter).map((name) => normaliseColumn(name.replace(/^"|"$/g, '')));
  const fault = findHeaderFault(columns);
  return fault === null ? success({ path, delimiter }) : failure(fault);
}

/**
 * The rows of a file, one at a time, so that memory does not grow with the file.
 *
 * @throws FileRefused when the file turns out not to be readable as CSV half-way.
 */
export async function* readRows(file: ReflectionsFile): AsyncGenerator<FileRow> {
  const parser = createReadStream(file.path).pipe(
    parse({
      delimiter: file.delimiter,
      bom: true,
      columns: (names: string[]) => names.map(normaliseColumn),
      info: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_CHARACTERS,
    }),
  );
  let nextLine = 2;
  try {
    for await (const entry of parser) {
      const { record, info } = entry as { record: Record<string, string>; info: Info };
      // A byte that is no UTF-8 was replaced; the text can't be trusted from here on.
      if (Object.values(record).some((cell) => cell.includes('\uFFFD') || cell.includes('\0'))) {
        throw new FileRefused(notCsv(`line ${nextLine} holds bytes that are no UTF-8 text`));
      }
      yield { line: nextLine, cells: record };
      nextLine = info.lines + 1;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FileRefused(notCsv(csvReason(error, nextLine)));
    throw error;
  }
}

async function readSample(path: string): Promise<Buffer | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    // No such file, a folder, or no right to read: for the person at the keyboard the same thing.
    if (error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR'].includes(String(error.code))) return null;
    throw error;
  }
}

function headerLine(sample: Buffer): string | null {
  if (sample.includes(0)) return null;
  const text = sample.toString('utf8');
  const [line = ''] = (text.startsWith(BOM) ? text.slice(1) : text).split(/\r?\n/);
  return line.trim() === '' || line.includes('\uFFFD') ? null : line;
}

function findHeaderFault(columns: readonly string[]): FileFault | null {
  const known = new Set(REFLECTION_COLUMNS);
  const unknown = columns.filter((column) => !known.has(column));
  // With nothing recognised it is another kind of file, and what stands there may be anything: it is not repeated.
  if (unknown.length === columns.length) return notCsv(`its first line has none of the columns ${REQUIRED_COLUMNS.join(', ')}`);
  if (unknown.length > 0) {
    const named = unknown.map((column) => `"${column.slice(0, 40)}"`).join(', ');
    return { code: 'UNKNOWN_COLUMN', message: `The file has columns that are not in the contract: ${named}. Remove them; free text and identities must not come in. Nothing was imported.` };
  }
  const repeated = columns.filter((column, index) => columns.indexOf(column) !== index);
  if (repeated.length > 0) return notCsv(`its header has the column "${repeated[0] ?? ''}" twice`);
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length === 0) return null;
  return { code: 'MISSING_COLUMN', message: `The file lacks the columns ${missing.join(', ')}. Add them. Nothing was imported.` };
}

function normaliseColumn(name: string): string {
  return name.trim().toLowerCase();
}

function notCsv(reason: string): FileFault {
  return { code: 'FILE_NOT_CSV', message: `The file is not a reflections file in CSV: ${reason}. Export it again as CSV (UTF-8). Nothing was imported.` };
}

function csvReason(error: CsvError, line: number): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `a quote that opens on or after line ${line} is never closed`;
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return `line ${line} has more or fewer cells than the header`;
    case 'CSV_MAX_RECORD_SIZE':
      return `line ${line} is longer than ${MAX_RECORD_CHARACTERS} characters`;
    default:
      return `line ${line} has a quote in a place where none can be`;
  }
}
