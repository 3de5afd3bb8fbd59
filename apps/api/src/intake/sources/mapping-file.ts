import { failure, success, type Result } from '@rolvast/domain';
import { FILE_CONTRACTS, FILE_KINDS, type FileContract, type FileKind } from '../source-file/file-contract.js';
import { shown } from '../source-file/file-fault.js';
import { normaliseColumn } from '../source-file/header.js';
import type { SourceMapping } from '../source-file/source-settings.js';
import { normaliseValue } from '../source-file/translate-values.js';

/** A mapping as it is stored: texts only, names and values of the source in lower case. */
export interface StoredMapping {
  readonly columns: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A mapping file that was read. */
export interface MappingDescription {
  readonly file: FileKind;
  readonly mapping: StoredMapping;
}

export interface MappingFileFault {
  readonly code: 'MAPPING_FILE';
  /** Every fault, each with the place in the file. */
  readonly message: string;
}

const SHOWN_FAULTS = 10;

/**
 * Reads a mapping file: `{ "file": "reflections", "columns": { theirs: ours }, "values": { our column: { theirs: ours } } }`.
 *
 * `file` is `reflections` unless it says `support-sessions`. Columns must lead to columns of the contract, no two to the
 * same one. Values are of coded columns only (and of `team`), and must lead to a code that the column takes: references,
 * dates and revisions are never translated.
 *
 * @param teamCodes teams of the organisation, to which values of `team` may lead.
 */
export function parseMappingFile(text: string, teamCodes: ReadonlySet<string>): Result<MappingDescription, MappingFileFault> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse(['it is no JSON']);
  }
  const parts = entriesOf(content);
  if (parts === null) return refuse(['it must be an object in braces']);
  const faults = [...parts.keys()].filter((name) => !['file', 'columns', 'values'].includes(name)).map((name) => `"${shown(name)}" is not a part of a mapping; there are file, columns and values`);
  const file = parts.has('file') ? FILE_KINDS.find((kind) => kind === parts.get('file')) : 'reflections';
  if (file === undefined) return refuse([...faults, `file: must be one of ${FILE_KINDS.join(', ')}`]);
  const contract = FILE_CONTRACTS[file];
  const columns = readColumns(parts.get('columns') ?? {}, contract, faults);
  const values = readValues(parts.get('values') ?? {}, contract, teamCodes, faults);
  return faults.length > 0 ? refuse(faults) : success({ file, mapping: { columns, values } });
}

/** A stored mapping, ready to read files with. */
export function toSourceMapping({ columns, values }: StoredMapping): SourceMapping {
  return {
    columns: new Map(Object.entries(columns)),
    values: new Map(Object.entries(values).map(([column, codes]) => [column, new Map(Object.entries(codes))])),
  };
}

function readColumns(content: unknown, contract: FileContract, faults: string[]): Record<string, string> {
  const columns = new Map<string, string>();
  for (const [name, target] of textsOf(content, 'columns', faults)) {
    const ours = contract.columns.find((column) => column === normaliseColumn(target));
    const place = `columns."${shown(name)}"`;
    if (ours === undefined) faults.push(`${place}: "${shown(target)}" is not a column of ${contract.kind}`);
    else if (columns.has(normaliseColumn(name))) faults.push(`${place}: occurs twice`);
    else if ([...columns.values()].includes(ours)) faults.push(`${place}: another column leads to ${ours} already`);
    else columns.set(normaliseColumn(name), ours);
  }
  return Object.fromEntries(columns);
}

function readValues(content: unknown, contract: FileContract, teamCodes: ReadonlySet<string>, faults: string[]): Record<string, Record<string, string>> {
  const byColumn = entriesOf(content);
  if (byColumn === null) faults.push('values: must be an object in braces');
  const values: [string, Record<string, string>][] = [];
  for (const [name, codes] of byColumn ?? []) {
    const column = contract.columns.find((ours) => ours === normaliseColumn(name));
    const isCoded = column === 'team' || (column !== undefined && contract.takes(column, '') !== null);
    if (column === undefined) faults.push(`values."${shown(name)}": is not a column of ${contract.kind}`);
    else if (!isCoded) faults.push(`values.${column}: its values are no codes and can't be translated`);
    else values.push([column, readCodes(column, codes, contract, teamCodes, faults)]);
  }
  return Object.fromEntries(values);
}

function readCodes(column: string, content: unknown, contract: FileContract, teamCodes: ReadonlySet<string>, faults: string[]): Record<string, string> {
  const codes = new Map<string, string>();
  for (const [value, code] of textsOf(content, `values.${column}`, faults)) {
    const place = `values.${column}."${shown(value)}"`;
    const isKnown = column === 'team' ? teamCodes.has(normaliseValue(code)) : contract.takes(column, code.trim()) === true;
    if (!isKnown) faults.push(`${place}: "${shown(code)}" is not a code of ${column}`);
    else if (codes.has(normaliseValue(value))) faults.push(`${place}: occurs twice`);
    else codes.set(normaliseValue(value), code.trim());
  }
  return Object.fromEntries(codes);
}

/** The entries of an object of texts; a fault for everything else. */
function textsOf(content: unknown, place: string, faults: string[]): [string, string][] {
  const entries = entriesOf(content);
  if (entries === null) faults.push(`${place}: must be an object in braces`);
  const texts: [string, string][] = [];
  for (const [name, value] of entries ?? []) {
    if (typeof value !== 'string') faults.push(`${place}."${shown(name)}": must be a text`);
    else if (name.trim() === '' || name === '__proto__') faults.push(`${place}."${shown(name)}": can't be a name in a mapping`);
    else texts.push([name, value]);
  }
  return texts;
}

function entriesOf(content: unknown): Map<string, unknown> | null {
  return typeof content === 'object' && content !== null && !Array.isArray(content) ? new Map(Object.entries(content)) : null;
}

function refuse(faults: readonly string[]): Result<never, MappingFileFault> {
  const more = faults.length > SHOWN_FAULTS ? `; and ${faults.length - SHOWN_FAULTS} more` : '';
  return failure({ code: 'MAPPING_FILE', message: `The mapping file is not right: ${faults.slice(0, SHOWN_FAULTS).join('; ')}${more}. Nothing was changed.` });
}
