import type { Request, Response } from 'express';

/** A fault on its way to the client: always JSON, never anything of what was sent. */
export interface FaultAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The number under which it was logged. */
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const GRAPHQL_PATHS = /^\/(imports\/)?graphql(\/|\?|$)/;

/**
 * Answers a request with a fault: in the form of GraphQL where GraphQL was asked, else as `{ error }`. Does nothing when
 * there was an answer already, or when nobody is there to hear it.
 */
export function answerFault(request: Request, response: Response, { status, code, message, id, headers = {} }: FaultAnswer): void {
  // The connection says whether somebody listens: a request counts as destroyed as soon as its body was read.
  if (response.headersSent || request.socket.destroyed) return;
  const numbered = id === undefined ? {} : { id };
  // What was not read of the body stays on the connection, so it can't be used for another request.
  if (!request.readableEnded && Number(request.headers['content-length'] ?? (request.headers['transfer-encoding'] === undefined ? 0 : 1)) > 0) response.set('Connection', 'close');
  response.set({ ...headers, 'Cache-Control': 'no-store' }).status(status);
  if (GRAPHQL_PATHS.test(request.originalUrl)) response.json({ errors: [{ message, extensions: { code, ...numbered } }] });
  else response.json({ error: { code, message, ...numbered } });
}
