/**
 * The code of an error of Node (`ENOENT`) or of the database (`42501`), or '' when it has none.
 *
 * Looks at the shape and not at the class: under the test runner, errors of Node itself come from another realm.
 */
export function errorCodeOf(error: unknown): string {
  const [nested] = nestedErrors(error);
  if (nested !== undefined) return errorCodeOf(nested);
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** The message of an error on one line, or its code when it has no message. */
export function errorLineOf(error: unknown): string {
  const [nested] = nestedErrors(error);
  if (nested !== undefined) return errorLineOf(nested);
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message).replace(/\s+/g, ' ').trim() || errorCodeOf(error);
}

/** A connection that is tried at several addresses fails with an error that holds one for each. */
function nestedErrors(error: unknown): readonly unknown[] {
  if (typeof error !== 'object' || error === null || !('errors' in error)) return [];
  return Array.isArray(error.errors) ? error.errors : [];
}
