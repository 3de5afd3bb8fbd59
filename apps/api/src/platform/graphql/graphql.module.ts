import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Logger } from 'pino';
import { createErrorFormatter } from './format-error.js';

/** GraphQL over POST at /graphql. No landing page, no cache control, no batching, no queries over GET without a preflight. */
@Module({})
export class GraphqlModule {
  static forRoot(logger: Logger, isProduction: boolean): DynamicModule {
    return {
      module: GraphqlModule,
      imports: [
        GraphQLModule.forRoot<ApolloDriverConfig>({
          driver: ApolloDriver,
          autoSchemaFile: true,
          sortSchema: true,
          path: '/graphql',
          playground: false,
          graphiql: false,
          introspection: !isProduction,
          csrfPrevention: true,
          persistedQueries: false,
          hideSchemaDetailsFromClientErrors: isProduction,
          formatError: createErrorFormatter(logger),
        }),
      ],
    };
  }
}
