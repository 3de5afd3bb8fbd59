import type { FileKind } from './file-contract.js';

/** How the columns and values of a source become ours. Names and values of the source are trimmed and in lower case. */
export interface SourceMapping {
  readonly columns: ReadonlyMap<string, string>;
  /** By our column: value of the source -> our code. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What is registered about a source system. */
export interface SourceSettings {
  readonly hasOwnNumbering: boolean;
  readonly mappings: Readonly<Partial<Record<FileKind, SourceMapping>>>;
}

/** A source nobody registered: our own names and codes, and no number that passes the 11-test. */
export const UNREGISTERED_SOURCE: SourceSettings = { hasOwnNumbering: false, mappings: {} };
