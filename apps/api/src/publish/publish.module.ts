import { Module, type DynamicModule } from '@nestjs/common';
import { CATALOGUE, PITFALLS } from '@rolvast/domain';
import { CloseMonthsService } from './close-month/close-months.service.js';
import { PublishDirectoryService } from './directory/publish-directory.service.js';
import { BLOCK_CATALOGUE, BLOCK_PITFALLS } from './ledger/catalogue.token.js';
import { ROUNDING_KEY } from './ledger/rounding-secret.js';
import { PolicyService } from './policy/policy.service.js';
import { PUBLISHES_TO_READERS } from './policy/release-readiness.js';
import { ATTACK_SECONDS, AttackAudit } from './release-audit/attack-audit.js';
import { AuditPublicationService } from './release-audit/audit-publication.service.js';
import { ReleaseAudit } from './release/release-audit.js';
import { ReleaseService } from './release/release.service.js';
import { StructuralAudit } from './release/structural-audit.js';

/** Long enough for some forty units. */
const SECONDS_IN_PRODUCTION = 120;
/** So that a first start stays quick. */
const SECONDS_ELSEWHERE = 3;

/** Where pending reflections become figures that may be shown. */
@Module({})
export class PublishModule {
  /**
   * @param roundingKey the first master key: what readers must not know about rounding is derived from it.
   * @param isToReaders whether this is production: then a release needs consent on record, and is attacked for longer.
   */
  static forRoot(roundingKey: Buffer, isToReaders = false): DynamicModule {
    return {
      module: PublishModule,
      providers: [
        { provide: BLOCK_CATALOGUE, useValue: CATALOGUE },
        { provide: BLOCK_PITFALLS, useValue: PITFALLS },
        { provide: ROUNDING_KEY, useValue: roundingKey },
        { provide: PUBLISHES_TO_READERS, useValue: isToReaders },
        { provide: ATTACK_SECONDS, useValue: isToReaders ? SECONDS_IN_PRODUCTION : SECONDS_ELSEWHERE },
        StructuralAudit,
        AttackAudit,
        { provide: ReleaseAudit, useExisting: AttackAudit },
        AuditPublicationService,
        CloseMonthsService,
        PublishDirectoryService,
        ReleaseService,
        PolicyService,
      ],
      exports: [AuditPublicationService, CloseMonthsService, PolicyService, PublishDirectoryService, ReleaseService],
    };
  }
}
