import { Module, type DynamicModule } from '@nestjs/common';
import { PITFALLS } from '@rolvast/domain';
import { DataQualityReadModel } from './data-quality/data-quality.read-model.js';
import { DataQualityService } from './data-quality/data-quality.service.js';
import { ImportFilesService } from './import-files/import-files.service.js';
import { ImportJobStore } from './import-jobs/import-job.store.js';
import { MergeDeliveryService } from './import-jobs/merge-delivery.service.js';
import { ImportReflectionsService } from './import-reflections/import-reflections.service.js';
import { IMPORT_PITFALLS } from './import-reflections/pitfalls.token.js';
import { LoadOrganisationService } from './organisation/load-organisation.service.js';
import { OrganisationStore } from './organisation/organisation.store.js';
import { AlertCodesStore } from './outbox/alert-codes.store.js';
import { AlertOutbox } from './outbox/alert-outbox.js';
import type { MasterKey } from './pseudonymise/key-file.js';
import { MASTER_KEY } from './pseudonymise/master-key.token.js';
import { ReflectionStore } from './reflection-store/reflection.store.js';
import { SourceStore } from './sources/source.store.js';
import { SourcesService } from './sources/sources.service.js';
import { ImportSupportSessionsService } from './support-sessions/import-support-sessions.service.js';
import { SupportSessionStore } from './support-sessions/support-session.store.js';

/** Where reflections enter. Nothing beyond this module ever sees a reference of a source system. */
@Module({})
export class IntakeModule {
  static forRoot(masterKey: MasterKey): DynamicModule {
    return {
      module: IntakeModule,
      providers: [
        { provide: MASTER_KEY, useValue: masterKey },
        { provide: IMPORT_PITFALLS, useValue: PITFALLS },
        OrganisationStore,
        ReflectionStore,
        AlertOutbox,
        AlertCodesStore,
        ImportJobStore,
        LoadOrganisationService,
        ImportReflectionsService,
        MergeDeliveryService,
        ImportFilesService,
        DataQualityReadModel,
        DataQualityService,
        SourceStore,
        SourcesService,
        SupportSessionStore,
        ImportSupportSessionsService,
      ],
      exports: [
        ImportFilesService,
        DataQualityService,
        OrganisationStore,
        LoadOrganisationService,
        ImportReflectionsService,
        ImportJobStore,
        AlertCodesStore,
        MergeDeliveryService,
        SourcesService,
        ImportSupportSessionsService,
      ],
    };
  }
}
