import type { RowFault } from '@rolvast/domain';

/** One row of a file: the cells by our column, and the line it begins on (a header is line 1). */
export interface SourceRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What could not become a cell at all; such a row is rejected. Only NDJSON has such values. */
  readonly faults: readonly RowFault[];
}
