import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { IntakeModule } from '../intake/intake.module.js';
import type { MasterKey } from '../intake/pseudonymise/key-file.js';
import { ClockModule } from '../platform/clock/clock.module.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import type { DatabaseAddress } from '../platform/database/database-roles.js';
import { PublishModule } from '../publish/publish.module.js';
import { LoadDemoUsersService } from './load-demo-users.service.js';
import { LoadDemoService } from './load-demo.service.js';

/** The made-up organisation and its users, with which a fresh installation can be tried; an application of its own, gone before viewers are served. */
@Module({})
export class DemoModule {
  static forRoot({ address, masterKey }: { readonly address: DatabaseAddress; readonly masterKey: MasterKey }): DynamicModule {
    return {
      module: DemoModule,
      imports: [DatabaseModule.forRoot(address, ['intake-writer', 'publisher', 'access-keeper']), ClockModule, AccessModule, IntakeModule.forRoot(masterKey), PublishModule.forRoot(masterKey.bytes)],
      providers: [LoadDemoService, LoadDemoUsersService],
    };
  }
}
