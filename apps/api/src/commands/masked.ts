import { randomUUID } from 'node:crypto';
import { EXIT } from './exit-codes.js';

/**
 * Runs a command to its exit code. A bug becomes one line with an id, and one line for whoever mends it:
 * the stack names code, never data; the message is left out because a database error could repeat what was recorded.
 */
export async function masked(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    const id = randomUUID();
    const name = error instanceof Error ? error.name : 'unknown';
    process.stderr.write(`rolvast: something went wrong inside Rolvast (id ${id}); what was under way was not stored.\n`);
    process.stderr.write(`${JSON.stringify({ id, error: name, stack: stackOf(error) })}\n`);
    return EXIT.bug;
  }
}

function stackOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
