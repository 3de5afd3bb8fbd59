import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { Logger } from 'pino';
import { createErrorFormatter } from './format-error.js';
import { GraphqlErrorFilter } from './graphql-error.filter.js';

const MAX_TOKENS = 1_000;

export interface GraphqlOptions {
  readonly logger: Logger;
  readonly isProduction: boolean;
  readonly path: string;
  /** See createErrorFormatter. */
  readonly repeatsRequest: boolean;
}

/** GraphQL over POST at a path. No landing page, no cache control, no batching, no queries over GET without a preflight. */
@Module({})
export class GraphqlModule {
  static forRoot({ logger, isProduction, path, repeatsRequest }: GraphqlOptions): DynamicModule {
    return {
      module: GraphqlModule,
      providers: [{ provide: APP_FILTER, useClass: GraphqlErrorFilter }],
      imports: [
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          autoSchemaFile: true,
          sortSchema: true,
          path,
          playground: false,
          graphiql: false,
          introspection: !isProduction,
          csrfPrevention: true,
          persistedQueries: false,
          // Enough for every document of the dashboard several times over; a document of thousands of aliases ends here.
          parseOptions: { maxLexicalTokens: MAX_TOKENS },
          hideSchemaDetailsFromClientErrors: isProduction,
          formatError: createErrorFormatter(logger, repeatsRequest),
        }),
      ],
    };
  }
}
