import { GraphQLError } from 'graphql';

/** The codes with which a request can be refused. `NOT_PUBLISHED`: a good question, for which there is no figure for anybody. Everything else is INTERNAL_SERVER_ERROR. */
export type RefusalCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'PURPOSE_REQUIRED' | 'CONFLICT' | 'TOO_MANY_REQUESTS' | 'OVERLOADED' | 'NOT_PUBLISHED';

/** The HTTP status that goes with a code outside GraphQL. */
export const STATUS_OF_REFUSAL: Readonly<Record<RefusalCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  PURPOSE_REQUIRED: 400,
  CONFLICT: 409,
  TOO_MANY_REQUESTS: 429,
  OVERLOADED: 503,
  NOT_PUBLISHED: 404,
};

/** Within GraphQL the code says what is the matter; only what proxies and browsers act on has a status of its own too. */
const TOLD_BY_STATUS: readonly RefusalCode[] = ['UNAUTHENTICATED', 'TOO_MANY_REQUESTS', 'OVERLOADED'];

/** After how many seconds it makes sense to ask again. */
export const RETRY_AFTER_SECONDS = 5;

/** An expected failure on its way to the client: a code for programs and a sentence for people. */
export class Refusal extends GraphQLError {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message, { extensions: { code, ...(TOLD_BY_STATUS.includes(code) ? { http: headOf(code) } : {}) } });
  }
}

/** What Apollo takes over into the answer; it never reaches the client as an extension. */
function headOf(code: RefusalCode): { readonly status: number; readonly headers: ReadonlyMap<string, string> } {
  const headers = new Map(code === 'UNAUTHENTICATED' ? [] : [['retry-after', String(RETRY_AFTER_SECONDS)] as const]);
  return { status: STATUS_OF_REFUSAL[code], headers };
}

/** The refusal of everything that needs the database while it is away or has no place left. */
export function overloaded(): Refusal {
  return new Refusal('OVERLOADED', `The database can't answer at this moment. Try again in ${RETRY_AFTER_SECONDS} seconds.`);
}
