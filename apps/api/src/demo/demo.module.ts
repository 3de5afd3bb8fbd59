import { Module, type DynamicModule } from '@nestjs/common';
import { IntakeModule } from '../intake/intake.module.js';
import type { MasterKey } from '../intake/pseudonymise/key-file.js';
import { PublishModule } from '../publish/publish.module.js';
import { LoadDemoService } from './load-demo.service.js';

/** The made-up organisation with which a fresh installation can be tried. */
@Module({})
export class DemoModule {
  static forRoot(masterKey: MasterKey): DynamicModule {
    return { module: DemoModule, imports: [IntakeModule.forRoot(masterKey), PublishModule], providers: [LoadDemoService], exports: [LoadDemoService] };
  }
}
