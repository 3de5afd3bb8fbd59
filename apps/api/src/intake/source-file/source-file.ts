import { createReadStream } from 'node:fs';
import { failure, OWN_NUMBERING_MAX_SHARE, normaliseReference, passesElevenTest, success, type Result } from '@rolvast/domain';
import { errorCodeOf } from '../../platform/errors/error-code.js';
import { NotCsv, readCsvRecords, type CsvRecord, type Delimiter } from './csv-records.js';
import { FILE_CONTRACTS, type FileContract, type FileKind } from './file-contract.js';
import { fileMissing, FileRefused, notCsv, notNdjson, ownNumberingDoubted, type FileFault } from './file-fault.js';
import { chooseContract, columnsOf, findHeaderFault, namesToColumns } from './header.js';
import { readLines, readObject } from './ndjson-records.js';
import type { SourceRow } from './source-row.js';
import type { SourceSettings } from './source-settings.js';
import { decodeText, NotText } from './source-text.js';
import { translateValues } from './translate-values.js';

/** A file whose header is understood. */
export interface SourceFile {
  readonly kind: FileKind;
  readonly settings: SourceSettings;
  /**
   * The rows, some at a time, so that memory does not grow with the file. To be read once.
   *
   * @throws FileRefused when the file turns out not to be readable half-way, or not believable at its end.
   */
  batches(): AsyncGenerator<readonly SourceRow[], void>;
}

const NO_FAULTS: SourceRow['faults'] = [];
const UNREADABLE = ['ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR'];

/** Opens a file by its path; see {@link openSourceBytes}. */
export async function openSourceFile(path: string, settings: SourceSettings, wanted: FileKind | null = null): Promise<Result<SourceFile, FileFault>> {
  try {
    return await openSourceBytes(createReadStream(path), settings, wanted);
  } catch (error) {
    // No such file, a folder, or no right to read: for the person at the keyboard the same thing.
    if (UNREADABLE.includes(errorCodeOf(error))) return failure(fileMissing(path));
    throw error;
  }
}

/**
 * Looks over what a source delivers: is it text, which kind of file is it, and does it have the columns of the contract?
 *
 * CSV with `;` or `,`, in UTF-8 with or without byte order mark or in Windows-1252, with LF or CRLF and headers in any
 * case of letters; or NDJSON with names in camelCase. It is read once from beginning to end and never written down.
 *
 * @param bytes a file, a body, standard input. It is let go of when the file is refused or its rows were read.
 * @param wanted which kind of file it must be; null lets its columns decide.
 */
export async function openSourceBytes(bytes: AsyncIterable<Uint8Array>, settings: SourceSettings, wanted: FileKind | null = null): Promise<Result<SourceFile, FileFault>> {
  const text = decodeText(bytes);
  try {
    const first = await takeBeginning(text);
    const opening = first.trimStart();
    const whole = prepend(first, text);
    if (opening.startsWith('[')) return await refuse(text, notNdjson('it is one JSON list'));
    return success(opening.startsWith('{') ? await openNdjson(whole, settings, wanted) : await openCsv(whole, settings, wanted));
  } catch (error) {
    if (error instanceof FileRefused) return refuse(text, error.fault);
    if (error instanceof NotText || error instanceof NotCsv) return refuse(text, notCsv(error.reason));
    throw error;
  }
}

async function refuse(text: AsyncGenerator<string, void>, fault: FileFault): Promise<Result<never, FileFault>> {
  await text.return(undefined);
  return failure(fault);
}

async function openCsv(text: AsyncGenerator<string, void>, settings: SourceSettings, wanted: FileKind | null): Promise<SourceFile> {
  const batches = readCsvRecords(text, delimiterOf);
  const { value, done } = await batches.next();
  const [header, ...rest] = done === true ? [] : value;
  if (header === undefined) throw new FileRefused(notCsv('it is empty'));
  if (header.line !== 1) throw new FileRefused(notCsv('its first line is empty'));
  const contract = chooseContract(header.cells, settings, wanted);
  if (contract === null) throw new FileRefused(notCsv(`its first line has none of the columns ${requiredOf(wanted)}`));
  const fault = findHeaderFault(header.cells, contract, settings);
  if (fault !== null) throw new FileRefused(fault);
  const columns = columnsOf(header.cells, contract, settings);
  return sourceFile(contract, settings, csvRows(columns, rest, batches));
}

async function* csvRows(columns: readonly string[], rest: readonly CsvRecord[], batches: AsyncGenerator<readonly CsvRecord[], void>): AsyncGenerator<SourceRow[], void> {
  const emptyRow = Object.fromEntries(columns.map((column) => [column, '']));
  try {
    yield rest.map((record) => toRow(columns, emptyRow, record));
    for await (const records of batches) yield records.map((record) => toRow(columns, emptyRow, record));
  } catch (error) {
    if (error instanceof NotText || error instanceof NotCsv) throw new FileRefused(notCsv(error.reason));
    throw error;
  } finally {
    await batches.return(undefined);
  }
}

function toRow(columns: readonly string[], emptyRow: Readonly<Record<string, string>>, { line, cells }: CsvRecord): SourceRow {
  if (cells.length !== columns.length) throw new FileRefused(notCsv(`line ${line} has ${cells.length} cells and the header has ${columns.length}`));
  // A copy of a row that has every column already: to give each row its columns one by one takes twice as long.
  const row = { ...emptyRow };
  for (let index = 0; index < columns.length; index += 1) row[columns[index] ?? ''] = cells[index] ?? '';
  return { line, cells: row, faults: NO_FAULTS };
}

async function openNdjson(text: AsyncGenerator<string, void>, settings: SourceSettings, wanted: FileKind | null): Promise<SourceFile> {
  const lines = readLines(text);
  const { value: rest, done } = await lines.next();
  const first = done === true ? undefined : rest[0];
  if (done === true || first === undefined) throw new FileRefused(notNdjson('it is empty'));
  const names = Object.keys(readAnyObject(first));
  const contract = chooseContract(names, settings, wanted);
  if (contract === null) throw new FileRefused(notNdjson(`line ${first.line} has none of the names ${requiredOf(wanted)}`));
  const toColumn = namesToColumns(contract, settings);
  const rows = async function* (): AsyncGenerator<SourceRow[], void> {
    try {
      yield rest.map(({ line, text: each }) => readObject(line, each, toColumn));
      for await (const some of lines) yield some.map(({ line, text: each }) => readObject(line, each, toColumn));
    } catch (error) {
      if (error instanceof NotText) throw new FileRefused(notNdjson(error.reason));
      throw error;
    } finally {
      await lines.return(undefined);
    }
  };
  return sourceFile(contract, settings, rows());
}

function sourceFile(contract: FileContract, settings: SourceSettings, rows: AsyncGenerator<SourceRow[], void>): SourceFile {
  return { kind: contract.kind, settings, batches: () => translated(contract, settings, rows) };
}

/** The rows with our codes in place of the values of the source, believed or not; see {@link NumberingJudge}. */
async function* translated(contract: FileContract, settings: SourceSettings, batches: AsyncGenerator<SourceRow[], void>): AsyncGenerator<readonly SourceRow[], void> {
  const mapping = settings.mappings[contract.kind];
  const judge = settings.hasOwnNumbering ? new NumberingJudge(contract.references) : null;
  for await (const batch of batches) {
    const rows = mapping === undefined || mapping.values.size === 0 ? batch : batch.map((row) => translateValues(row, mapping));
    if (judge !== null) for (const row of rows) judge.see(row);
    yield rows;
  }
  if (judge !== null && !judge.isBelievable()) throw new FileRefused(ownNumberingDoubted());
}

function readAnyObject({ line, text }: { readonly line: number; readonly text: string }): Record<string, string> {
  return readObject(line, text, (name) => name).cells;
}

/** Counts the references that pass the 11-test, for a source that says it numbers by itself; see OWN_NUMBERING_MAX_SHARE. */
class NumberingJudge {
  private values = 0;
  private passing = 0;

  constructor(private readonly references: readonly string[]) {}

  see(row: SourceRow): void {
    for (const column of this.references) {
      const reference = normaliseReference(row.cells[column] ?? '');
      if (reference !== '') this.values += 1;
      if (passesElevenTest(reference)) this.passing += 1;
    }
  }

  isBelievable(): boolean {
    return this.passing <= this.values * OWN_NUMBERING_MAX_SHARE;
  }
}

function requiredOf(wanted: FileKind | null): string {
  return FILE_CONTRACTS[wanted ?? 'reflections'].required.join(', ');
}

function delimiterOf(firstLine: string): Delimiter {
  return firstLine.includes(';') ? ';' : ',';
}

/** The first piece of a text that holds more than spaces; '' when there is none. */
async function takeBeginning(text: AsyncGenerator<string, void>): Promise<string> {
  let beginning = '';
  while (beginning.trim() === '') {
    const { value, done } = await text.next();
    if (done === true) return beginning;
    beginning += value;
    // A text of spaces only would fill the memory; it is no file of ours in any case.
    if (beginning.length > 1_000_000) throw new NotText('it begins with a million spaces');
  }
  return beginning;
}

async function* prepend(first: string, rest: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
