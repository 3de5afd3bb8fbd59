/** Why no usable database could be opened. The message is one line that says what is wrong and what to do. */
export interface DatabaseFault {
  readonly code: 'DATABASE_UNREACHABLE' | 'DATABASE_TOO_OLD' | 'DATABASE_NOT_USABLE' | 'DATABASE_NEWER' | 'EMBEDDED_DATABASE';
  readonly message: string;
}

/** The SQLSTATE or system code of an error from the database driver, or '' when it has none. */
export function errorCodeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCodeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The message of an error, on one line. */
export function errorLineOf(error: unknown): string {
  const nested: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const text = nested instanceof Error ? nested.message : String(nested);
  return text.replace(/\s+/g, ' ').trim();
}
