import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { IntakeModule } from './intake/intake.module.js';
import { LifetimeModule } from './lifetime/lifetime.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { PublishModule } from './publish/publish.module.js';
import type { Surroundings } from './surroundings.js';

/** The command line: what comes in, what gets published, and what ends. */
@Module({})
export class CommandModule {
  static forRoot({ address, masterKey, isProduction }: Surroundings): DynamicModule {
    return {
      module: CommandModule,
      imports: [
        DatabaseModule.forRoot(address, ['intake-writer', 'publisher', 'custodian', 'access-keeper']),
        ClockModule,
        AccessModule,
        IntakeModule.forRoot(masterKey),
        PublishModule.forRoot(masterKey.bytes, isProduction),
        LifetimeModule.forRoot(masterKey),
      ],
    };
  }
}
