import { Module, type DynamicModule } from '@nestjs/common';
import type { MasterKey } from '../intake/pseudonymise/key-file.js';
import { MASTER_KEY } from '../intake/pseudonymise/master-key.token.js';
import { EraseService } from './erase.service.js';
import { RetentionService } from './retention.service.js';
import { RotateKeysService } from './rotate-keys.service.js';

/** What ends: keys that are rotated, pseudonyms and rows that were kept long enough, and what is erased on request. */
@Module({})
export class LifetimeModule {
  static forRoot(masterKey: MasterKey): DynamicModule {
    const services = [EraseService, RetentionService, RotateKeysService];
    return { module: LifetimeModule, providers: [{ provide: MASTER_KEY, useValue: masterKey }, ...services], exports: services };
  }
}
