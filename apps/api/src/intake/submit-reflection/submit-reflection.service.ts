import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { failure, ReflectionParser, success, type Result } from '@rolvast/domain';
import type { Importer } from '../../access/importer-tokens/check-importer-token.service.js';
import type { ImportFault } from '../import-reflections/import-fault.js';
import { ImportReflectionsService } from '../import-reflections/import-reflections.service.js';
import type { Rejection } from '../import-reflections/import-report.js';
import { AlertCodesStore } from '../outbox/alert-codes.store.js';
import { readObject } from '../source-file/ndjson-records.js';
import { FILE_CONTRACTS } from '../source-file/file-contract.js';
import { namesToColumns } from '../source-file/header.js';
import { UNREGISTERED_SOURCE } from '../source-file/source-settings.js';
import { readRow } from '../import-reflections/reflections-file.js';
import type { RowReader } from '../import-reflections/row-reader.js';

export type SubmissionOutcomeCode = 'accepted' | 'replaced' | 'withdrawn' | 'unchanged';

/** What a single reflection changed, and the code of the alert it raised, if any. */
export interface Submission {
  readonly outcome: SubmissionOutcomeCode;
  readonly alertCode: string | null;
}

/** Why a single reflection was not stored: what is wrong with it, or why it must be sent again later. */
export type SubmissionRefusal = { readonly kind: 'refused'; readonly rejections: readonly Rejection[] } | { readonly kind: 'postponed'; readonly code: ImportFault['code']; readonly message: string };

/** How long a source system waits for a large import of its organisation, in milliseconds. */
const PATIENCE_MS = 5_000;
const toColumn = namesToColumns(FILE_CONTRACTS.reflections, UNREGISTERED_SOURCE);

/** Takes single reflections in, through the same pipeline as files. */
@Injectable()
export class SubmitReflectionService {
  constructor(
    private readonly imports: ImportReflectionsService,
    private readonly codes: AlertCodesStore,
  ) {}

  /**
   * Stores one reflection, exactly once however often it is sent.
   *
   * A number of eight or nine digits that passes the 11-test is refused here for every source: whether numbers of its
   * own are believable shows only in a file full of them.
   *
   * @param named values by our names in camelCase, as a line of NDJSON has them.
   */
  async submit(importer: Importer, named: object): Promise<Result<Submission, SubmissionRefusal>> {
    const { organisationCode, tokenId } = importer;
    const jobId = randomUUID();
    const imported = await this.imports.importNow({ organisationCode, tokenId, wayIn: 'mutation', isStrict: true, patienceMs: PATIENCE_MS, jobId, reader: readerOf(named) });
    if (!imported.ok) {
      if (imported.fault.code === 'ROWS_REFUSED') return failure({ kind: 'refused', rejections: imported.fault.report.rejections });
      const { code, message } = imported.fault;
      return failure({ kind: 'postponed', code, message });
    }
    const { accepted, replaced, withdrawn } = imported.value;
    const outcome = accepted > 0 ? 'accepted' : replaced > 0 ? 'replaced' : withdrawn > 0 ? 'withdrawn' : 'unchanged';
    const [raised] = await this.codes.take(importer.organisationId, jobId, tokenId);
    return success({ outcome, alertCode: raised?.code ?? null });
  }
}

function readerOf(named: object): RowReader {
  return async function* ({ today, pitfalls, linkedFrom, teams }) {
    const row = readObject(1, JSON.stringify(named), toColumn);
    yield await Promise.resolve([readRow(row, new ReflectionParser(today, pitfalls, { hasOwnNumbering: false, linkedFrom, teams }))]);
  };
}
