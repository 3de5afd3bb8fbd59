import { ReflectionParser } from '@rolvast/domain';
import type { SourceFile } from '../source-file/source-file.js';
import { withRowFaults, type SourceRow } from '../source-file/source-row.js';
import type { ReadRow, RowReader } from './row-reader.js';

/** Reads the reflections of a file that was opened as one. */
export function reflectionsOf(file: SourceFile): RowReader {
  return async function* ({ today, pitfalls, linkedFrom, teams }) {
    const parser = new ReflectionParser(today, pitfalls, { hasOwnNumbering: file.settings.hasOwnNumbering, linkedFrom, teams });
    for await (const rows of file.batches()) yield rows.map((row) => readRow(row, parser));
  };
}

/** Reads one row; what could not become a cell at all is a fault of the row. */
export function readRow({ line, cells, faults }: SourceRow, parser: ReflectionParser): ReadRow {
  return { line, parsed: withRowFaults(parser.parse(cells), faults) };
}
