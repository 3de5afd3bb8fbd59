import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { Logger } from 'pino';
import { LastErrorFilter } from '../http/last-error.filter.js';
import { LOGGER } from '../logging/logger.token.js';
import { createErrorFormatter } from './format-error.js';
import { GRAPHQL_LIMITS, limitRules } from './graphql-limits.js';

export interface GraphqlOptions {
  readonly logger: Logger;
  readonly isProduction: boolean;
  readonly path: string;
  /** See createErrorFormatter. */
  readonly repeatsRequest: boolean;
}

/**
 * GraphQL at a path, behind graphqlDoor: no landing page, no cache control, no batching, no GET, the limits of
 * graphql-limits.ts, and in production neither introspection nor suggestions.
 */
@Module({})
export class GraphqlModule {
  static forRoot({ logger, isProduction, path, repeatsRequest }: GraphqlOptions): DynamicModule {
    return {
      module: GraphqlModule,
      providers: [
        { provide: LOGGER, useValue: logger },
        { provide: APP_FILTER, useClass: LastErrorFilter },
      ],
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
          allowBatchedHttpRequests: false,
          persistedQueries: false,
          // It looks at every field of every answer, for an advice that no cache may follow.
          plugins: [ApolloServerPluginCacheControlDisabled()],
          parseOptions: { maxLexicalTokens: GRAPHQL_LIMITS.tokens },
          maxRecursiveSelections: GRAPHQL_LIMITS.recursiveSelections,
          validationOptions: { maxErrors: GRAPHQL_LIMITS.toldFaults },
          validationRules: limitRules(),
          // Proxies and browsers act on 401, 429 and 503; without this the framework answers 200 whatever a resolver says.
          preserveHttpStatusForExecutionErrors: false,
          includeStacktraceInErrorResponses: false,
          hideSchemaDetailsFromClientErrors: isProduction,
          formatError: createErrorFormatter(logger, repeatsRequest),
        }),
      ],
    };
  }
}
