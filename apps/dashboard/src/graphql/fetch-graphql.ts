import type { TypedDocumentString } from './generated/graphql';
import { questionOf } from './question';
import { RequestFailure, type RequestFailureCode } from './request-failure';

interface GraphqlAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown; readonly id?: unknown } }[];
}

/**
 * Puts one question to the API, on the same origin.
 *
 * The answer is typed by the generated document; the committed schema is what makes that true, so it isn't checked again here.
 *
 * @throws RequestFailure for every way in which there is no complete answer, except a cancelled request.
 */
export async function fetchGraphql<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> {
  const response = await send(JSON.stringify(questionOf(document, variables)), signal);
  const answer = await readAnswer<Result>(response);
  const fault = answer.errors?.[0]?.extensions;
  if (answer.errors !== undefined) throw new RequestFailure(failureCode(fault?.code), typeof fault?.id === 'string' ? fault.id : null);
  if (answer.data === undefined || answer.data === null) throw new RequestFailure('unexpected');
  return answer.data;
}

async function send(body: string, signal: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };
  try {
    return await fetch('/graphql', { method: 'POST', headers, body, signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new RequestFailure('unreachable', null, { cause });
  }
}

/** A proxy in front of an API that is down answers with a page of its own; one that has too much to do asks to come back. */
async function readAnswer<Result>(response: Response): Promise<GraphqlAnswer<Result>> {
  if ([429, 502, 503, 504].includes(response.status)) throw new RequestFailure('unreachable');
  const body = await readJson(response);
  if (!isAnswer<Result>(body)) throw new RequestFailure('unexpected');
  return body;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new RequestFailure('unexpected', null, { cause });
  }
}

function isAnswer<Result>(body: unknown): body is GraphqlAnswer<Result> {
  return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
}

function failureCode(code: unknown): RequestFailureCode {
  if (code === 'UNAUTHENTICATED') return 'signed-out';
  if (code === 'NOT_PUBLISHED') return 'not-published';
  return code === 'NOT_FOUND' ? 'not-found' : 'unexpected';
}
