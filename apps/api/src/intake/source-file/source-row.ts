import { failure, type Result, type RowFault } from '@rolvast/domain';

/** One row of a file: the cells by our column, and the line it begins on (a header is line 1). */
export interface SourceRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What could not become a cell at all; such a row is rejected. Only NDJSON has such values. */
  readonly faults: readonly RowFault[];
}

/**
 * What was read of a row, with every fault of it: what could not become a cell at all, and what its cells broke beside that.
 * A value that could not become a cell reads as empty; that it is then missing need not be said as well.
 */
export function withRowFaults<Value>(parsed: Result<Value, readonly RowFault[]>, faults: SourceRow['faults']): Result<Value, readonly RowFault[]> {
  if (faults.length === 0) return parsed;
  const others = parsed.ok ? [] : parsed.fault.filter(({ column }) => !faults.some((fault) => fault.column === column));
  return failure([...faults, ...others]);
}
