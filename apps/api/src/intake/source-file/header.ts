import { FILE_CONTRACTS, FILE_KINDS, type FileContract, type FileKind } from './file-contract.js';
import { FileRefused, missingColumns, notCsv, otherKind, unknownColumns, type FileFault } from './file-fault.js';
import { namesOf } from './ndjson-records.js';
import type { SourceSettings } from './source-settings.js';

const CONTROL_CHARACTER = /[\p{Cc}\u2028\u2029]/u;

/** How a name of a column is compared: trimmed, composed (NFC), in lower case. */
export function normaliseColumn(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** Our column for a name of the file: by the mapping of the source, else as our own name. Undefined when there is none. */
export function namesToColumns(contract: FileContract, settings: SourceSettings): (name: string) => string | undefined {
  const own = new Map(contract.columns.flatMap((column) => namesOf(column).map((name): [string, string] => [name, column])));
  const mapped = settings.mappings[contract.kind]?.columns;
  return (name) => mapped?.get(normaliseColumn(name)) ?? own.get(normaliseColumn(name));
}

/**
 * Which kind of file the names belong to: the one whose identity is among them, else the wanted one (reflections when
 * none is) if any of its columns is, so that it can be told what it lacks. Null when nothing is recognised.
 *
 * @throws FileRefused when another kind is wanted.
 */
export function chooseContract(names: readonly string[], settings: SourceSettings, wanted: FileKind | null): FileContract | null {
  const columnsIn = (contract: FileContract) => new Set(names.map(namesToColumns(contract, settings)));
  const identified = FILE_KINDS.map((kind) => FILE_CONTRACTS[kind]).filter((contract) => columnsIn(contract).has(contract.identity));
  const fallback = FILE_CONTRACTS[wanted ?? 'reflections'];
  if (wanted !== null && identified.length > 0 && !identified.includes(fallback)) throw new FileRefused(otherKind(fallback));
  const chosen = wanted === null ? identified[0] : identified.find((contract) => contract === fallback);
  if (chosen !== undefined) return chosen;
  return fallback.columns.some((column) => columnsIn(fallback).has(column)) ? fallback : null;
}

/** What is wrong with the header of a CSV file; null when nothing is. */
export function findHeaderFault(header: readonly string[], contract: FileContract, settings: SourceSettings): FileFault | null {
  const toColumn = namesToColumns(contract, settings);
  if (header.some((name) => CONTROL_CHARACTER.test(name))) return notCsv('its first line holds characters that are no text');
  if (header.some((name) => name.trim() === '')) return notCsv('its header has a column without a name (look for a delimiter too many)');
  const unknown = header.filter((name) => toColumn(name) === undefined);
  if (unknown.length > 0) return unknownColumns(unknown.map((name) => name.trim()));
  const columns = columnsOf(header, contract, settings);
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
  if (repeated !== undefined) return notCsv(`its header has the column "${repeated}" twice`);
  const missing = contract.required.filter((column) => !columns.includes(column));
  return missing.length > 0 ? missingColumns(missing) : null;
}

/** Our columns in the order of a header; '' for a name that is not one. */
export function columnsOf(header: readonly string[], contract: FileContract, settings: SourceSettings): readonly string[] {
  const toColumn = namesToColumns(contract, settings);
  return header.map((name) => toColumn(name) ?? '');
}
