import { Module, type DynamicModule } from '@nestjs/common';
import { CATALOGUE, PITFALLS } from '@rolvast/domain';
import { CloseMonthsService } from './close-month/close-months.service.js';
import { PublishDirectoryService } from './directory/publish-directory.service.js';
import { BLOCK_CATALOGUE, BLOCK_PITFALLS } from './ledger/catalogue.token.js';
import { ROUNDING_KEY } from './ledger/rounding-secret.js';
import { ReleaseAudit } from './release/release-audit.js';
import { ReleaseService } from './release/release.service.js';
import { StructuralAudit } from './release/structural-audit.js';

/** Where pending reflections become figures that may be shown. */
@Module({})
export class PublishModule {
  /** @param roundingKey the first master key: what readers must not know about rounding is derived from it. */
  static forRoot(roundingKey: Buffer): DynamicModule {
    return {
      module: PublishModule,
      providers: [
        { provide: BLOCK_CATALOGUE, useValue: CATALOGUE },
        { provide: BLOCK_PITFALLS, useValue: PITFALLS },
        { provide: ROUNDING_KEY, useValue: roundingKey },
        { provide: ReleaseAudit, useClass: StructuralAudit },
        CloseMonthsService,
        PublishDirectoryService,
        ReleaseService,
      ],
      exports: [CloseMonthsService, PublishDirectoryService, ReleaseService],
    };
  }
}
