import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import type { Visit } from './viewer.js';

/** What the door found out about a request; it goes when the request does. */
const VISITS = new WeakMap<Request, Visit>();

/** Notes down whose request this is. */
export function setVisit(request: Request, visit: Visit): void {
  VISITS.set(request, visit);
}

/** Whose request this is; null when nobody is signed in. */
export function visitOf(request: Request): Visit | null {
  return VISITS.get(request) ?? null;
}

/** The request that a resolver answers. */
export function requestOfContext(context: ExecutionContext): Request {
  return GqlExecutionContext.create(context).getContext<{ readonly req: Request }>().req;
}

/** Gives a resolver the visit it answers. An operation that is for viewers never gets here without one. */
export const CurrentVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const visit = visitOf(requestOfContext(context));
  if (visit === null) throw new Error('an operation for viewers was reached by nobody');
  return visit;
});
