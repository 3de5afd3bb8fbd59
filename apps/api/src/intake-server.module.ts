import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CheckImporterTokenService } from './access/importer-tokens/check-importer-token.service.js';
import { ImportWorker } from './intake/import-jobs/import-worker.js';
import { ImportsController } from './intake/import-jobs/imports.controller.js';
import { IntakeModule } from './intake/intake.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { MaskedErrorFilter } from './platform/http/masked-error.filter.js';
import { LOGGER } from './platform/logging/logger.token.js';
import type { Surroundings } from './surroundings.js';

/**
 * What source systems see. An application of its own beside the one that answers readers: it has the intake writer's
 * login and no other, so it can't read a figure, as the other can't read a row.
 */
@Module({})
export class IntakeServerModule {
  static forRoot({ address, masterKey, logger }: Surroundings): DynamicModule {
    return {
      module: IntakeServerModule,
      imports: [DatabaseModule.forRoot(address, ['intake-writer']), ClockModule, IntakeModule.forRoot(masterKey)],
      providers: [CheckImporterTokenService, ImportWorker, { provide: LOGGER, useValue: logger }, { provide: APP_FILTER, useClass: MaskedErrorFilter }],
      controllers: [ImportsController],
    };
  }
}
