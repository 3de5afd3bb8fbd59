import { GraphQLError } from 'graphql';

/** The codes with which a request can be refused. `NOT_PUBLISHED`: it is a good question, and there is no such figure for anybody. */
export type RefusalCode = 'NOT_FOUND' | 'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'NOT_PUBLISHED';

/** An expected failure on its way to the client: a code for programs and a sentence for people. */
export class Refusal extends GraphQLError {
  constructor(code: RefusalCode, message: string) {
    super(message, { extensions: { code } });
  }
}
