import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { errorCodeOf } from '../errors/error-code.js';

/**
 * What the log may know of an error: its kind, its code and where in the code it arose. Its message and its other
 * properties can hold what was asked or recorded (the driver adds the query and its values), so they stay out.
 */
export function withoutData(error: unknown): { readonly type: string; readonly code: string; readonly stack: readonly string[] } {
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : '';
  const type = typeof error === 'object' && error !== null ? error.constructor.name : typeof error;
  // The stack opens with the message, of which a line could look like one of its own.
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  const frames = stack.replace(message, '').split('\n').map((line) => line.trim());
  return { type, code: errorCodeOf(error), stack: frames.filter((line) => /^at .*:\d+:\d+\)?$/.test(line)) };
}

/** Writes one JSON object a line, by default to standard error, so that standard output stays for what a person asked for. */
export function createLogger(level: string, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  return pino({ level, base: null, serializers: { err: withoutData } }, destination);
}

/** Lets the framework write to the same log; its start-up messages are details. */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    this.logger.error({ context, stack }, String(message));
  }

  fatal(message: unknown, stack?: unknown, context?: unknown): void {
    this.logger.fatal({ context, stack }, String(message));
  }
}
