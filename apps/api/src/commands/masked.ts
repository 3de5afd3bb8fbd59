import { randomUUID } from 'node:crypto';
import { withoutData } from '../platform/logging/logger.js';
import { EXIT } from './exit-codes.js';

/** Runs a command to its exit code. A bug becomes one line with an id, and one line without data for whoever mends it. */
export async function masked(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    process.stderr.write(`rolvast: ${sayBug(error)}\n`);
    return EXIT.bug;
  }
}

/** Writes a bug down without data for whoever mends it. @returns the sentence with its id for whoever met it. */
export function sayBug(error: unknown): string {
  const id = randomUUID();
  process.stderr.write(`${JSON.stringify({ id, err: withoutData(error) })}\n`);
  return `something went wrong inside Rolvast (id ${id}); what was under way was not stored.`;
}
