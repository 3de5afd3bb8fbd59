import { failure, ReflectionParser, type ReflectionFault } from '@rolvast/domain';
import type { SourceFile } from '../source-file/source-file.js';
import type { SourceRow } from '../source-file/source-row.js';
import type { ReadRow, RowReader } from './row-reader.js';

/** Reads the reflections of a file that was opened as one. */
export function reflectionsOf(file: SourceFile): RowReader {
  return async function* ({ today, pitfalls, linkedFrom }) {
    const parser = new ReflectionParser(today, pitfalls, { hasOwnNumbering: file.settings.hasOwnNumbering, linkedFrom });
    for await (const rows of file.batches()) yield rows.map((row) => readRow(row, parser));
  };
}

/** Reads one row; what could not become a cell at all is a fault of the row. */
export function readRow({ line, cells, faults }: SourceRow, parser: ReflectionParser): ReadRow {
  const parsed = parser.parse(cells);
  if (faults.length === 0) return { line, parsed };
  return { line, parsed: failure([...faults, ...(parsed.ok ? [] : withoutRepeats(parsed.fault, faults))]) };
}

/** A value that could not become a cell reads as empty; that it is then missing need not be said as well. */
function withoutRepeats(later: readonly ReflectionFault[], earlier: readonly ReflectionFault[]): readonly ReflectionFault[] {
  return later.filter((fault) => !earlier.some(({ column }) => column === fault.column));
}
