import { json, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { answerFault } from '../http/answer-fault.js';
import { GRAPHQL_LIMITS } from './graphql-limits.js';
import type { PersistedDocuments } from './persisted-documents.js';

/** Which documents may be run at a path. */
export interface AllowedDocuments {
  /** Documents that may be named by their id. */
  readonly persisted: PersistedDocuments;
  /** Whether a document may also be sent as text. The limits hold for it either way. */
  readonly mayBeText: boolean;
}

/** Where the programs of others write their own documents: nothing is persisted, everything is text. */
export const DOCUMENTS_OF_OTHERS: AllowedDocuments = { persisted: new Map(), mayBeText: true };

/**
 * What a request passes before GraphQL sees it: POST only, JSON only, one operation only, not larger than allowed, and a
 * document that may be run.
 *
 * Threat: a form or a link of another site that a browser sends along with the session; a body that is read whole before
 * it is refused; a document made to be expensive, or to look for what pages do not show.
 * Mechanism: such requests are answered before a byte of them is read, and in production a reader's document is one
 * that the dashboard was built with.
 */
export function graphqlDoor(allowed: AllowedDocuments): RequestHandler[] {
  return [onlyPost, onlyJson, json({ limit: GRAPHQL_LIMITS.bodyBytes, inflate: false, type: 'application/json' }), findDocument(allowed)];
}

function onlyPost(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'POST') next();
  else answerFault(request, response, { status: 405, code: 'BAD_USER_INPUT', message: 'Ask GraphQL with POST.', headers: { Allow: 'POST' } });
}

function onlyJson(request: Request, response: Response, next: NextFunction): void {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') next();
  else answerFault(request, response, { status: 415, code: 'BAD_USER_INPUT', message: 'Send the request as application/json.' });
}

function findDocument(allowed: AllowedDocuments): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const wanted = wantedDocument(request.body, allowed);
    if ('refused' in wanted) {
      answerFault(request, response, { status: 400, code: 'BAD_USER_INPUT', message: wanted.refused });
      return;
    }
    request.body = wanted.body;
    next();
  };
}

function wantedDocument(body: unknown, { persisted, mayBeText }: AllowedDocuments): { readonly body: unknown } | { readonly refused: string } {
  if (!isObject(body)) return { refused: 'Send one operation: an object with a document and its variables.' };
  const { documentId: id, query, ...others } = body;
  const document = typeof id === 'string' ? persisted.get(id) : undefined;
  if (!mayBeText && (query !== undefined || id === undefined)) return { refused: 'Only the documents of this build can be asked: send documentId and no query.' };
  // What runs is the document of the id. A text beside it is read by people; or the page is newer than the build.
  if (document !== undefined) return { body: { ...others, query: document } };
  if (id === undefined || (mayBeText && query !== undefined)) return { body: { ...others, query } };
  return { refused: 'There is no such document in this build. Load the page again.' };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
