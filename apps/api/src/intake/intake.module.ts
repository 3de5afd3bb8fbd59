import { Module, type DynamicModule } from '@nestjs/common';
import { ImportJobStore } from './import-jobs/import-job.store.js';
import { MergeDeliveryService } from './import-jobs/merge-delivery.service.js';
import { ImportReflectionsService } from './import-reflections/import-reflections.service.js';
import { LoadOrganisationService } from './organisation/load-organisation.service.js';
import { OrganisationStore } from './organisation/organisation.store.js';
import type { MasterKey } from './pseudonymise/key-file.js';
import { MASTER_KEY } from './pseudonymise/master-key.token.js';
import { ReflectionStore } from './reflection-store/reflection.store.js';

/** Where reflections enter. Nothing beyond this module ever sees a reference of a source system. */
@Module({})
export class IntakeModule {
  static forRoot(masterKey: MasterKey): DynamicModule {
    return {
      module: IntakeModule,
      providers: [
        { provide: MASTER_KEY, useValue: masterKey },
        OrganisationStore,
        ReflectionStore,
        ImportJobStore,
        LoadOrganisationService,
        ImportReflectionsService,
        MergeDeliveryService,
      ],
      exports: [OrganisationStore, LoadOrganisationService, ImportReflectionsService, ImportJobStore, MergeDeliveryService],
    };
  }
}
