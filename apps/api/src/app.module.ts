import { Module, type DynamicModule } from '@nestjs/common';
import { AccessServerModule } from './access/access-server.module.js';
import type { AccessSettings } from './access/access-settings.js';
import { ViewerResolver } from './access/viewer/viewer.resolver.js';
import { CARE_RESOLVERS, CareModule } from './care/care.module.js';
import { INSIGHT_RESOLVERS, InsightModule } from './insight/insight.module.js';
import type { SignInSettings } from './platform/auth/sign-in-settings.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { GraphqlModule } from './platform/graphql/graphql.module.js';
import { HealthModule } from './platform/health/health.module.js';
import type { Surroundings } from './surroundings.js';

/** Every resolver for viewers; the committed schema.graphql is made from these. */
export const VIEWER_RESOLVERS = [...INSIGHT_RESOLVERS, ...CARE_RESOLVERS, ViewerResolver];

/** How viewers come in. */
export interface DoorOptions {
  readonly signIn: SignInSettings;
  readonly access: AccessSettings;
}

/** The server: what viewers see. It reads figures with the reader's login, keeps the operational lists with the carer's, knows who asks with the gatekeeper's, and has no key. */
@Module({})
export class AppModule {
  static forRoot({ address, logger, isProduction }: Omit<Surroundings, 'masterKey'>, door: DoorOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot(address, ['reader', 'carer', 'gatekeeper']),
        HealthModule.forRoot(address.roles.reader),
        ClockModule,
        AccessServerModule.forRoot({ logger, ...door }),
        GraphqlModule.forRoot({ logger, isProduction, path: '/graphql', repeatsRequest: true }),
        InsightModule,
        CareModule.forRoot(logger),
      ],
    };
  }
}
