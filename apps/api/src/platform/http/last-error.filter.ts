import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../errors/database-away.js';
import { errorCodeOf } from '../errors/error-code.js';
import { overloaded, Refusal, RETRY_AFTER_SECONDS, STATUS_OF_REFUSAL } from '../graphql/refusal.js';
import { LOGGER } from '../logging/logger.token.js';
import { answerFault, type FaultAnswer } from './answer-fault.js';

/** What a status means to whoever sent the request. No sentence repeats anything of it. */
const OF_STATUS: Readonly<Record<number, Omit<FaultAnswer, 'status'>>> = {
  400: { code: 'BAD_USER_INPUT', message: 'The request could not be read: send valid JSON.' },
  401: { code: 'UNAUTHENTICATED', message: 'Sign in first.' },
  403: { code: 'FORBIDDEN', message: 'This is not for your role.' },
  404: { code: 'NOT_FOUND', message: 'There is nothing here.' },
  405: { code: 'BAD_USER_INPUT', message: 'This address does not answer to that method.' },
  409: { code: 'CONFLICT', message: 'Something changed in the meantime. Look again.' },
  413: { code: 'BAD_USER_INPUT', message: 'The request is larger than this address takes.' },
  415: { code: 'BAD_USER_INPUT', message: 'Send the request as application/json, in UTF-8 and not packed.' },
  429: { code: 'TOO_MANY_REQUESTS', message: 'Too many requests. Try again later.', headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) } },
};

/**
 * The last to hear of every error.
 *
 * Threat: the text of an unexpected error tells about the inside, or repeats what was sent, in the answer or in the log.
 * Mechanism: it becomes a fixed sentence with an id, logged once without its message; every answer is JSON with a code of
 * the list in refusal.ts. A database that is away is said to be away: the sender may try again. Errors of resolvers are
 * handed on to the formatter, which does the same; without that the framework would log them with their message.
 */
@Catch()
export class LastErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(exception: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return this.forResolver(exception);
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    // The request was answered while its work was still going on: there is nothing left to say.
    if (response.headersSent && errorCodeOf(exception) === 'ERR_HTTP_HEADERS_SENT') return undefined;
    answerFault(request, response, this.answerOf(exception));
    return undefined;
  }

  private forResolver(exception: unknown): unknown {
    // What a guard of the framework says by itself when it lets nobody in.
    if (exception instanceof HttpException && exception.getStatus() === 401) return new Refusal('UNAUTHENTICATED', 'Sign in first.');
    if (exception instanceof HttpException && exception.getStatus() === 403) return new Refusal('FORBIDDEN', 'This is not for your role.');
    if (!isDatabaseAway(exception)) return exception;
    this.logger.warn({ err: exception }, 'the database could not answer');
    return overloaded();
  }

  private answerOf(exception: unknown): FaultAnswer {
    if (exception instanceof Refusal) return { status: STATUS_OF_REFUSAL[exception.code], code: exception.code, message: exception.message, ...retryOf(exception) };
    const status = clientStatusOf(exception);
    const known = status === null ? undefined : OF_STATUS[status];
    if (status !== null) return { ...(known ?? { code: 'BAD_USER_INPUT', message: 'The request could not be read.' }), status };
    const id = randomUUID();
    this.logger.error({ id, err: exception }, 'a request failed unexpectedly');
    if (isDatabaseAway(exception)) {
      const { message } = overloaded();
      return { status: 503, code: 'OVERLOADED', message: `${message} Nothing was stored.`, id, headers: { 'Retry-After': String(RETRY_AFTER_SECONDS), Connection: 'close' } };
    }
    const message = 'Something went wrong on our side, and nothing was stored. Try again; when it stays, pass on the id.';
    return { status: 500, code: 'INTERNAL_SERVER_ERROR', message, id, headers: { Connection: 'close' } };
  }
}

function retryOf({ code }: Refusal): Pick<FaultAnswer, 'headers'> {
  return code === 'OVERLOADED' || code === 'TOO_MANY_REQUESTS' ? { headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) } } : {};
}

/** The status of an error that is about the request, as the framework and its readers of bodies throw them; null for any other. */
function clientStatusOf(exception: unknown): number | null {
  const status = exception instanceof HttpException ? exception.getStatus() : statusProperty(exception);
  return status !== null && status >= 400 && status < 500 ? status : null;
}

function statusProperty(exception: unknown): number | null {
  if (typeof exception !== 'object' || exception === null || !('status' in exception) || !('expose' in exception)) return null;
  return typeof exception.status === 'number' && exception.expose === true ? exception.status : null;
}
