import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../database/is-away.js';
import { LOGGER } from '../logging/logger.token.js';

/**
 * Threat: the text of an unexpected error repeats what was delivered, in the answer or in the log.
 * Mechanism: it becomes a fixed sentence with an id, logged once without its message. A database that is away is said
 * to be away: the sender may try again.
 */
@Catch()
export class MaskedErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    if (exception instanceof HttpException) {
      response.status(exception.getStatus()).json({ error: { code: 'NOT_FOUND', message: 'There is nothing here.' } });
      return;
    }
    const id = randomUUID();
    this.logger.error({ id, err: exception }, 'a request failed unexpectedly');
    // The sender has hung up: there is nobody to answer.
    if (response.headersSent || request.destroyed) return;
    response.set({ Connection: 'close', 'Cache-Control': 'no-store' });
    if (isDatabaseAway(exception)) {
      response.set('Retry-After', '5').status(503).json({ error: { code: 'OVERLOADED', message: 'The database is not there at this moment. Send it again in five seconds. Nothing was stored.', id } });
      return;
    }
    response.status(500).json({ error: { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side, and nothing was stored. Try again; when it stays, pass on the id.', id } });
  }
}
