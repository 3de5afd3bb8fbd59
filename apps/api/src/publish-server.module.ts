import { Module, type DynamicModule } from '@nestjs/common';
import { ClockModule } from './platform/clock/clock.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { LOGGER } from './platform/logging/logger.token.js';
import { CloseWorker } from './publish/scheduled-close/close-worker.js';
import { ScheduledCloseService } from './publish/scheduled-close/scheduled-close.service.js';
import { PublishModule } from './publish/publish.module.js';
import type { Surroundings } from './surroundings.js';

/** What closes months while the server runs. Nobody can ask it anything: it has the publisher's login, and no port. */
@Module({})
export class PublishServerModule {
  static forRoot({ address, masterKey, logger, isProduction }: Surroundings): DynamicModule {
    return {
      module: PublishServerModule,
      imports: [DatabaseModule.forRoot(address, ['publisher']), ClockModule, PublishModule.forRoot(masterKey.bytes, isProduction)],
      providers: [ScheduledCloseService, CloseWorker, { provide: LOGGER, useValue: logger }],
    };
  }
}
