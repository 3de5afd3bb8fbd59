import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import { createErrorFormatter } from './format-error.js';
import { Refusal } from './refusal.js';

const SECRET = 'duplicate key (professional)=(MW-SJAKIE)';
const schema = buildSchema('type Query { trend(months: Int): String }');

interface Outcome {
  readonly answer: GraphQLFormattedError;
  readonly log: readonly string[];
}

/** Lets a real query fail with an error and formats it as the server does, with a log that is kept in memory. */
async function failWith(thrown: unknown, source = '{ trend }'): Promise<Outcome> {
  const rootValue = { trend: () => { throw thrown; } };
  const { errors = [] } = await graphql({ schema, source, rootValue });
  const [error] = errors;
  if (error === undefined) throw new Error('the query did not fail');
  return formatOf({ ...error.toJSON() }, error);
}

function formatOf(formatted: GraphQLFormattedError, error: unknown): Outcome {
  const log: string[] = [];
  const format = createErrorFormatter(pino({ level: 'trace' }, { write: (line: string) => log.push(line) }));
  return { answer: format(formatted, error), log };
}

describe('createErrorFormatter', () => {
  it('passes a refusal on: its code, its sentence and its place', async () => {
    const { answer, log } = await failWith(new Refusal('NOT_FOUND', 'There is no such team.'));
    expect(answer).toEqual({ message: 'There is no such team.', extensions: { code: 'NOT_FOUND' }, path: ['trend'] });
    expect(log).toEqual([]);
  });

  it('passes on nothing of a refusal but its code', () => {
    const refusal = new Refusal('NOT_FOUND', 'There is no such team.');
    const { answer } = formatOf({ message: refusal.message, extensions: { code: 'NOT_FOUND', stacktrace: ['at /srv/rolvast'] } }, refusal);
    expect(answer).toEqual({ message: 'There is no such team.', extensions: { code: 'NOT_FOUND' } });
  });

  it.each([
    ['an error', new Error(SECRET)],
    ['a type error', new TypeError(SECRET)],
    ['an error of GraphQL that nobody meant for the client', new GraphQLError(SECRET)],
    ['an error that only claims to be a refusal', new GraphQLError(SECRET, { extensions: { code: 'NOT_FOUND' } })],
    ['an error that calls itself internal', new GraphQLError(SECRET, { extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: [SECRET] } })],
    ['a text', SECRET],
  ])('masks %s: one fixed sentence with an id, and nothing else', async (_, thrown) => {
    const { answer } = await failWith(thrown);
    expect(answer).toEqual({
      message: 'Something went wrong on our side. Try again; when it stays, pass on the id.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) },
    });
    expect(JSON.stringify(answer)).not.toContain('SJAKIE');
  });

  it('logs a masked error once, under the id of the answer', async () => {
    const { answer, log } = await failWith(new Error('connection lost'));
    expect(log).toHaveLength(1);
    const entry: unknown = JSON.parse(log[0] ?? '');
    expect(entry).toMatchObject({ level: 50, id: answer.extensions?.['id'], err: { message: 'connection lost' } });
  });

  it('gives every failure an id of its own', async () => {
    const [one, other] = [await failWith(new Error('x')), await failWith(new Error('x'))];
    expect(one.answer.extensions?.['id']).not.toBe(other.answer.extensions?.['id']);
  });

  it.each(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE'])(
    'tells the client what is wrong with its own request, under one code: %s',
    (code) => {
      const { answer, log } = formatOf({ message: 'Cannot query field "x".', extensions: { code, stacktrace: ['at /srv'] } }, new GraphQLError('Cannot query field "x".'));
      expect(answer).toEqual({ message: 'Cannot query field "x".', extensions: { code: 'BAD_USER_INPUT' } });
      expect(log).toEqual([]);
    },
  );

  it('masks a code that it does not know, and a code that is no text', () => {
    for (const code of ['PERSISTED_QUERY_NOT_FOUND', 'bad_user_input', 7, null, undefined]) {
      const { answer } = formatOf({ message: SECRET, extensions: { code } }, new GraphQLError(SECRET));
      expect(answer.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
      expect(answer.message).not.toContain('SJAKIE');
    }
  });
});
