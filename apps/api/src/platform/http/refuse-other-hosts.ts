import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { answerFault } from './answer-fault.js';

/** What this machine is called by its own programs. */
export const OWN_NAMES: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Threat: a page of another site makes its own name point at this server and then reads answers as if they were its own.
 * Mechanism: a request must call the server by a name it knows. Only the Host header counts: what a proxy says about
 * the name is not asked, so a proxy passes the header on as it came.
 *
 * @param names host names without a port, in lower case.
 */
export function refuseOtherHosts(names: readonly string[]): RequestHandler {
  const known = new Set(names);
  return (request: Request, response: Response, next: NextFunction) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (known.has(name)) next();
    else answerFault(request, response, { status: 421, code: 'NOT_FOUND', message: 'Rolvast does not answer to this host name. ROLVAST_HOST_NAMES lists the names it answers to.' });
  };
}
