import { z } from 'zod';

const faultSchema = z.object({ message: z.string(), extensions: z.object({ code: z.string() }).loose() }).loose();
const answerSchema = z.object({ data: z.unknown().optional(), errors: z.array(faultSchema).optional(), error: z.object({ code: z.string(), message: z.string() }).loose().optional() });

/** What came back, read as JSON whatever its status. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
  readonly data: unknown;
  /** Codes of its faults, in order. */
  readonly codes: readonly string[];
}

/** @throws when the answer is not JSON in one of the two forms of the API. */
export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const { data, errors = [], error } = answerSchema.parse(JSON.parse(text));
  const codes = [...errors.map(({ extensions }) => extensions.code), ...(error === undefined ? [] : [error.code])];
  return { status: response.status, type: response.headers.get('content-type') ?? '', headers: response.headers, text, data, codes };
}

/** One place where GraphQL is answered. */
export interface GraphqlPlace {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function post({ url, headers }: GraphqlPlace, body: unknown, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers, ...more }, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

/** Sends a document as text. */
export async function ask(place: GraphqlPlace, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  return answerOf(await post(place, { query, variables }));
}
