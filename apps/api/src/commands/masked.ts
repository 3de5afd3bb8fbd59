import { randomUUID } from 'node:crypto';
import { withoutData } from '../platform/logging/logger.js';
import { EXIT } from './exit-codes.js';

/** Runs a command to its exit code. A bug becomes one line with an id, and one line without data for whoever mends it. */
export async function masked(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    const id = randomUUID();
    process.stderr.write(`rolvast: something went wrong inside Rolvast (id ${id}); what was under way was not stored.\n`);
    process.stderr.write(`${JSON.stringify({ id, err: withoutData(error) })}\n`);
    return EXIT.bug;
  }
}
