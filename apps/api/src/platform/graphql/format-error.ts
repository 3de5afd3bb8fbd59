import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Refusal } from './refusal.js';

/** What Apollo says when the request itself is not right. To a client it is one thing: what was sent can't be used. */
const FAULTS_OF_REQUEST = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/** Names of our schema in what GraphQL says of a request; values stand elsewhere in it, in quotes of their own. */
const MISSING = /Field "(?:\w+\.)?(\w+)" of required type "[\w![\]]+" was not provided\.$/;
const OTHER_TYPE = / at "([a-zA-Z]+(?:\.[a-zA-Z]+)*)"; (?:Int|Float|Boolean|String|ID) cannot represent /;

/**
 * Threat: the text of an unexpected error tells an attacker about the inside, or repeats what was recorded.
 * Mechanism: whatever was not refused on purpose becomes one fixed sentence with an id; the log has the same id.
 *
 * @param repeatsRequest whether a fault of the request itself may be told in the words of GraphQL, which repeat values of
 * the request. Where requests hold references it may not.
 */
export function createErrorFormatter(logger: Logger, repeatsRequest = true): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrapResolverError(error);
    const code = formatted.extensions?.['code'];
    if (original instanceof Refusal) return { message: formatted.message, extensions: { code }, ...(formatted.path ? { path: formatted.path } : {}) };
    // An error with a path was thrown by a resolver: whatever code it carries, its text was not meant for clients.
    const isOfRequest = formatted.path === undefined && typeof code === 'string' && FAULTS_OF_REQUEST.has(code);
    if (isOfRequest) return { message: repeatsRequest ? formatted.message : withoutRequest(formatted.message), ...(formatted.locations ? { locations: formatted.locations } : {}), extensions: { code: 'BAD_USER_INPUT' } };
    const id = randomUUID();
    logger.error({ id, err: original }, 'a request failed unexpectedly');
    return {
      message: 'Something went wrong on our side. Try again; when it stays, pass on the id.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    };
  };
}

/** What is wrong with a request, in words of the schema only. */
function withoutRequest(message: string): string {
  const [, missing] = MISSING.exec(message) ?? [];
  const [, otherType] = OTHER_TYPE.exec(message) ?? [];
  const what = missing !== undefined ? `${missing} is missing` : otherType !== undefined ? `${otherType} has another type` : 'look at names and types';
  return `The request does not fit the schema: ${what}. What was sent is not repeated here.`;
}
