import { Module, type DynamicModule } from '@nestjs/common';
import { DemoModule } from './demo/demo.module.js';
import { InsightModule } from './insight/insight.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { HealthController } from './platform/health/health.controller.js';
import type { Surroundings } from './surroundings.js';

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
