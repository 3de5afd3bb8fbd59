import type { INestApplicationContext } from '@nestjs/common';
import { ImportFilesService } from '../intake/import-files/import-files.service.js';
import type { DeliveryTerms } from '../intake/import-jobs/delivery.js';

/** Terms of a file of this machine of which the good rows are stored. */
export function ownTerms(organisationCode: string): DeliveryTerms {
  return { organisationCode, wayIn: 'command', tokenId: null, isStrict: false };
}

/** Imports a file as `rolvast import` does. @param source code of a registered source. */
export function importPath(app: Pick<INestApplicationContext, 'get'>, path: string, organisationCode: string, source: string | null = null): ReturnType<ImportFilesService['importNow']> {
  return app.get(ImportFilesService).importNow(ownTerms(organisationCode), path, { source, kind: null });
}
