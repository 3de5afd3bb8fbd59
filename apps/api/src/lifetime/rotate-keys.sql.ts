import type { PseudonymPurpose } from '../intake/pseudonymise/pseudonymiser.js';

/** Where values of a purpose are stored. */
export interface WrappedColumn {
  readonly table: string;
  readonly column: string;
}

/** Every column that a rotation wraps. A new column with a pseudonym gets a line here, and the canary of the rotation test. */
export const WRAPPED_COLUMNS: Readonly<Record<PseudonymPurpose, readonly WrappedColumn[]>> = {
  reflection: [
    { table: 'intake.reflection', column: 'reflection_pseudonym' },
    { table: 'publish.posting', column: 'reflection_pseudonym' },
  ],
  contributor: [{ table: 'intake.reflection', column: 'contributor_pseudonym' }],
  case: [{ table: 'intake.reflection', column: 'case_pseudonym' }],
  session: [{ table: 'intake.support_session', column: 'session_pseudonym' }],
};

export const CREATE_WRAPPED = 'CREATE TEMPORARY TABLE wrapped (purpose text, old bytea, new bytea) ON COMMIT DROP';

/** Grain: distinct value of a column. Read through a cursor: sorting a million hashes for every page would cost more than the wrapping. */
export function openValues({ table, column }: WrappedColumn): string {
  return `DECLARE values_to_wrap NO SCROLL CURSOR FOR SELECT DISTINCT ${column} AS value FROM ${table} WHERE organisation_id = $1 AND ${column} IS NOT NULL`;
}

export const FETCH_VALUES = 'FETCH 10000 FROM values_to_wrap';
export const CLOSE_VALUES = 'CLOSE values_to_wrap';

export const INSERT_WRAPPED = 'INSERT INTO wrapped SELECT $1, pair.* FROM unnest($2::bytea[], $3::bytea[]) AS pair (old, new)';

export const INDEX_WRAPPED = 'CREATE INDEX ON wrapped (purpose, old); ANALYZE wrapped';

/** Every row of a column gets its new value; a value that is not there (a random one of a row that was unlinked) is wrapped as well. */
export function wrapColumn({ table, column }: WrappedColumn): string {
  return `UPDATE ${table} SET ${column} = wrapped.new FROM wrapped WHERE organisation_id = $1 AND wrapped.purpose = $2 AND wrapped.old = ${column}`;
}
