import { errorCodeOf } from './error-code.js';

/**
 * The database is away, is starting or stopping, has no place left, or takes too long: classes 08, 53 and 57 (57014 is
 * a statement that was ended), 55P03 (a lock that was waited for too long), and what the network says.
 */
const AWAY = /^(08|53|57|55P03)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** The driver has no code for these. */
const AWAY_WORDS = /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Query read timeout|Client was closed and is not queryable/;

/** Whether an error says that the database can't answer at this moment, and not that anything is wrong with the question. */
export function isDatabaseAway(error: unknown): boolean {
  if (AWAY.test(errorCodeOf(error))) return true;
  return typeof error === 'object' && error !== null && 'message' in error && AWAY_WORDS.test(String(error.message));
}
