import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { overloaded, RETRY_AFTER_SECONDS } from '../graphql/refusal.js';
import type { DatabaseWatch } from '../health/database-watch.js';
import { answerFault } from './answer-fault.js';
import { isApiPath } from './api-paths.js';

/**
 * Refuses what needs the database while it is away, at once instead of after the longest wait; also what was being
 * answered when it went. Health is told all the same.
 */
export function refuseWhileAway(watch: Pick<DatabaseWatch, 'isAway' | 'onAway'>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const refuse = (): void => {
      answerFault(request, response, { status: 503, code: 'OVERLOADED', message: overloaded().message, headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) } });
    };
    const isHealth = request.path.startsWith('/health');
    if (!isHealth && isApiPath(request.path)) {
      if (watch.isAway) {
        refuse();
        return;
      }
      response.once('close', watch.onAway(refuse));
    }
    next();
  };
}
