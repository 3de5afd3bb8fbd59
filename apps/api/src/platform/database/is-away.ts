import { errorCodeOf } from '../errors/error-code.js';

/** The database is away, is starting or stopping, or has no place left: classes 08, 53 and 57, and what the network says. */
const AWAY = /^(08|53|57)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** Whether an error says that the database is not there at this moment, so that trying again later makes sense. */
export function isDatabaseAway(error: unknown): boolean {
  return AWAY.test(errorCodeOf(error)) || isPoolTimeout(error);
}

/** The driver has no code for these. */
function isPoolTimeout(error: unknown): boolean {
  return error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message);
}
