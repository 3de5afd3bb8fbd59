import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { DemoModule } from './demo/demo.module.js';
import { InsightModule } from './insight/insight.module.js';
import { IntakeModule } from './intake/intake.module.js';
import type { MasterKey } from './intake/pseudonymise/key-file.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import type { DatabaseAddress } from './platform/database/database-roles.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { HealthController } from './platform/health/health.controller.js';
import { PublishModule } from './publish/publish.module.js';

/** What the process needs from its surroundings. */
export interface Surroundings {
  readonly address: DatabaseAddress;
  readonly masterKey: MasterKey;
  readonly logger: Logger;
  readonly isProduction: boolean;
}

/** The command line: what comes in and what gets published. */
@Module({})
export class CommandModule {
  static forRoot({ address, masterKey }: Surroundings): DynamicModule {
    return {
      module: CommandModule,
      imports: [DatabaseModule.forRoot(address, ['intake-writer', 'publisher']), ClockModule, IntakeModule.forRoot(masterKey), PublishModule],
    };
  }
}

/** The server: what readers see, with the demonstration to begin with. */
@Module({})
export class AppModule {
  static forRoot({ address, masterKey, logger, isProduction }: Surroundings): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule.forRoot(address), ClockModule, GraphqlModule.forRoot(logger, isProduction), InsightModule, DemoModule.forRoot(masterKey)],
      controllers: [HealthController],
    };
  }
}
