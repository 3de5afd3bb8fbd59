import { Module, type DynamicModule } from '@nestjs/common';
import { InsightModule } from './insight/insight.module.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { HealthModule } from './platform/health/health.module.js';
import type { Surroundings } from './surroundings.js';

/** The server: what readers see. It has the reader's login and no other, and no key. */
@Module({})
export class AppModule {
  static forRoot({ address, logger, isProduction }: Omit<Surroundings, 'masterKey'>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot(address, ['reader']),
        HealthModule.forRoot(address.roles.reader),
        ClockModule,
        GraphqlModule.forRoot({ logger, isProduction, path: '/graphql', repeatsRequest: true }),
        InsightModule,
      ],
    };
  }
}
