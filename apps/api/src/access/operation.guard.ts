import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';
import type { GraphQLResolveInfo } from 'graphql';
import { Refusal } from '../platform/graphql/refusal.js';
import { NoteRefusalService } from './audit/note-refusal.service.js';
import { declaredOperation, isForAnyone, mayDo } from './role-policy.js';
import { requestOfContext, visitOf } from './viewer/current-visit.js';

/** Asks at every operation whether a role of the viewer may do it. Deny by default: what nobody declared is refused. */
@Injectable()
export class OperationGuard implements CanActivate {
  constructor(private readonly refusals: NoteRefusalService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const isGraphql = context.getType<string>() === 'graphql';
    const name = isGraphql ? fieldName(context) : routeName(context.switchToHttp().getRequest<Request>());
    const operation = declaredOperation(name);
    if (operation !== null && isForAnyone(operation)) return true;
    const visit = visitOf(isGraphql ? requestOfContext(context) : context.switchToHttp().getRequest<Request>());
    if (visit === null) throw new Refusal('UNAUTHENTICATED', 'Sign in first.');
    if (operation !== null && visit.viewer.roles.some(({ role }) => mayDo(role, operation))) return true;
    await this.refusals.note(visit, operation ?? 'undeclared operation');
    throw new Refusal('FORBIDDEN', 'Your role does not include this.');
  }
}

function fieldName(context: ExecutionContext): string {
  const { parentType, fieldName: field } = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
  return `${parentType.name}.${field}`;
}

function routeName({ method, route }: Request): string {
  // Express types the matched route as any; one that was matched has a path.
  const { path } = route as { readonly path: string };
  return `${method === 'HEAD' ? 'GET' : method} ${path}`;
}
