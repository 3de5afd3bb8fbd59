import type { RowFault } from '@rolvast/domain';
import { FileRefused, notNdjson, shown, unknownColumns } from './file-fault.js';

/** Cells of one object by our column, what could not become a cell, and the line it stands on. */
export interface NdjsonRecord {
  readonly line: number;
  readonly cells: Record<string, string>;
  readonly faults: readonly RowFault[];
}

const MAX_LINE_CHARACTERS = 100_000;
const EXPECTED = 'a text, a whole or decimal number, true, false, null or a list of texts; a long number as text in quotes';

/** One line of a text, and its number. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** The lines of a text, LF or CRLF, one array for each piece of text; those without anything are passed over. */
export async function* readLines(text: AsyncIterable<string>): AsyncGenerator<readonly NumberedLine[], void> {
  let left = '';
  let line = 0;
  for await (const piece of text) {
    const lines = (left + piece).split('\n');
    left = lines.pop() ?? '';
    const filled: NumberedLine[] = [];
    for (const each of lines) {
      line += 1;
      if (each.trim() !== '') filled.push({ line, text: each });
    }
    if (filled.length > 0) yield filled;
    if (left.length > MAX_LINE_CHARACTERS) throw new FileRefused(notNdjson(`line ${line + 1} is longer than ${MAX_LINE_CHARACTERS} characters`));
  }
  if (left.trim() !== '') yield [{ line: line + 1, text: left }];
}

/**
 * Reads one line as an object with our names in camelCase.
 *
 * True and false are read as yes and no, null as empty, a list of texts as values separated by `|`.
 *
 * @param toColumn our column for a name of the file; undefined when there is none.
 * @throws FileRefused for a line that is no object, an unknown name, and a name that stands there twice.
 */
export function readObject(line: number, text: string, toColumn: (name: string) => string | undefined): NdjsonRecord {
  const cells: Record<string, string> = {};
  const faults: RowFault[] = [];
  const entries = entriesOf(line, text);
  const unknown = entries.map(([name]) => name).filter((name) => toColumn(name) === undefined);
  if (unknown.length > 0) throw new FileRefused(unknownColumns(unknown, line));
  for (const [name, value] of entries) {
    const column = toColumn(name) ?? '';
    if (Object.hasOwn(cells, column)) throw new FileRefused(notNdjson(`line ${line} has "${shown(name)}" twice`));
    const cell = toCell(value);
    cells[column] = cell ?? '';
    if (cell === null) faults.push({ column, code: 'NOT_A_TEXT', expected: EXPECTED });
  }
  return { line, cells, faults };
}

/** What a column is called in NDJSON, in lower case: `reflectionid`, or `reflection_id` as in CSV. */
export function namesOf(column: string): readonly string[] {
  return [column, column.replaceAll('_', '')];
}

function entriesOf(line: number, text: string): [string, unknown][] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FileRefused(notNdjson(`line ${line} is no JSON`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FileRefused(notNdjson(`line ${line} is no object in braces`));
  // Own properties only: "__proto__" is a name like any other, and not one of ours.
  const entries = Object.entries(value);
  if (countNames(text) > entries.length) throw new FileRefused(notNdjson(`line ${line} has a name twice`));
  return entries;
}

/** How many names stand in the outermost object of a JSON text; of a name that is there twice JSON.parse keeps the last without a word. */
function countNames(json: string): number {
  let depth = 0;
  let names = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ':' && depth === 1) names += 1;
  }
  return names;
}

function toCell(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'yes' : 'no';
    case 'number':
      // A longer number has lost digits already.
      return Number.isInteger(value) && !Number.isSafeInteger(value) ? null : String(value);
    default:
      if (value === null) return '';
      return isListOfTexts(value) ? value.join('|') : null;
  }
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && !item.includes('|'));
}
