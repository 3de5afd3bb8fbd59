import { Module, type DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DeclaredOperations } from './access/declared-operations.js';
import { CheckImporterTokenService } from './access/importer-tokens/check-importer-token.service.js';
import { ImportWorker } from './intake/import-jobs/import-worker.js';
import { ImportsController } from './intake/import-jobs/imports.controller.js';
import { ImportsResolver } from './intake/import-jobs/imports.resolver.js';
import { IntakeModule } from './intake/intake.module.js';
import { SubmitReflectionResolver } from './intake/submit-reflection/submit-reflection.resolver.js';
import { SubmitReflectionService } from './intake/submit-reflection/submit-reflection.service.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { DOCUMENTS_OF_OTHERS, graphqlDoor } from './platform/graphql/graphql-door.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { LOGGER } from './platform/logging/logger.token.js';
import type { Surroundings } from './surroundings.js';

/** Where source systems send single reflections and ask what became of deliveries. */
const INTAKE_GRAPHQL = '/imports/graphql';

/** Every resolver of source systems; the committed intake.graphql is made from these. */
export const INTAKE_RESOLVERS = [ImportsResolver, SubmitReflectionResolver];

/** Makes the door for source systems, ready to be opened. Files go through it as streams; only GraphQL has its body read first. */
export async function prepareIntakeServer<Server extends NestExpressApplication>(app: Server): Promise<Server> {
  app.disable('x-powered-by');
  app.use(INTAKE_GRAPHQL, ...graphqlDoor(DOCUMENTS_OF_OTHERS));
  await app.init();
  return app;
}

/**
 * What source systems see. An application of its own beside the one that answers readers: it has the intake writer's
 * login and no other, so it can't read a figure, as the other can't read a row.
 */
@Module({})
export class IntakeServerModule {
  /** @param poolSize connections of the writer; a test that wants a crowd at the door asks for few. */
  static forRoot({ address, masterKey, logger, isProduction }: Surroundings, poolSize?: number): DynamicModule {
    return {
      module: IntakeServerModule,
      imports: [
        DatabaseModule.forRoot(address, ['intake-writer'], poolSize),
        ClockModule,
        IntakeModule.forRoot(masterKey),
        // What source systems send holds references, so no answer repeats it.
        GraphqlModule.forRoot({ logger, isProduction, path: INTAKE_GRAPHQL, repeatsRequest: false }),
      ],
      providers: [DeclaredOperations, ...INTAKE_RESOLVERS, SubmitReflectionService, CheckImporterTokenService, ImportWorker, { provide: LOGGER, useValue: logger }],
      controllers: [ImportsController],
    };
  }
}
