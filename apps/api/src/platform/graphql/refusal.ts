import { GraphQLError } from 'graphql';

/** The codes with which a request can be refused. */
export type RefusalCode = 'NOT_FOUND' | 'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN';

/** An expected failure on its way to the client: a code for programs and a sentence for people. */
export class Refusal extends GraphQLError {
  constructor(code: RefusalCode, message: string) {
    super(message, { extensions: { code } });
  }
}
