import type { NextFunction, Request, Response } from 'express';

const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Threat: a page of another site makes its own name point at 127.0.0.1 and then reads answers as if they were its own.
 * Mechanism: a request must call this machine by one of its own names. It may go when there is sign-in.
 */
export function refuseOtherHosts(request: Request, response: Response, next: NextFunction): void {
  const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  if (OWN_NAMES.has(name)) next();
  else response.status(421).json({ error: 'Rolvast answers on 127.0.0.1 only.' });
}
