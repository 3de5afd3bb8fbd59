import { randomUUID } from 'node:crypto';
import { errorCodeOf } from '../platform/errors/error-code.js';
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
    process.stderr.write(`rolvast: something went wrong inside Rolvast (id ${id}); what was under way was not stored.\n`);
    process.stderr.write(`${JSON.stringify({ id, error: errorCodeOf(error) || 'unknown', stack: stackOf(error) })}\n`);
    return EXIT.bug;
  }
}

function stackOf(error: unknown): string[] {
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? error.stack : '';
  return String(stack)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
}
