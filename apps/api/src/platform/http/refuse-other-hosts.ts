import type { NextFunction, Request, RequestHandler, Response } from 'express';

const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Threat: a page of another site makes its own name point at this server and then reads answers as if they were its own.
 * Mechanism: a request must call the server by its public name, or by one of those that a machine has for itself.
 */
export function refuseOtherHosts(publicUrl: URL): RequestHandler {
  const ownNames = new Set([...THIS_MACHINE, publicUrl.hostname]);
  return (request: Request, response: Response, next: NextFunction) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (ownNames.has(name)) next();
    else response.status(421).json({ error: 'Rolvast does not answer under this name.' });
  };
}
