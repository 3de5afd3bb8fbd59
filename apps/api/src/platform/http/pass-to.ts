import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Hands requests below a path to another application, and leaves the others alone. */
export function passTo(path: string, other: RequestHandler): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.path === path || request.path.startsWith(`${path}/`)) other(request, response, next);
    else next();
  };
}
