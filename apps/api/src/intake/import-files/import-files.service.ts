import { Injectable } from '@nestjs/common';
import { success, type Result } from '@rolvast/domain';
import type { DeliveryTerms, ReceivedDelivery } from '../import-jobs/delivery.js';
import type { ImportFault } from '../import-reflections/import-fault.js';
import { ImportReflectionsService } from '../import-reflections/import-reflections.service.js';
import type { ImportReport } from '../import-reflections/import-report.js';
import { reflectionsOf } from '../import-reflections/reflections-file.js';
import type { FileKind } from '../source-file/file-contract.js';
import { openSourceBytes, openSourceFile, type SourceFile } from '../source-file/source-file.js';
import { SourcesService, type SourceFault } from '../sources/sources.service.js';
import { ImportSupportSessionsService } from '../support-sessions/import-support-sessions.service.js';

/** How a file is read. */
export interface ReadingOptions {
  /** The registered source that delivers; null for one that delivers under our own names. */
  readonly source: string | null;
  /** What the file holds; null lets its header decide. */
  readonly kind: FileKind | null;
}

export type ImportFileFault = ImportFault | SourceFault;

/** Takes files in, whatever they hold and by whichever door they come. */
@Injectable()
export class ImportFilesService {
  constructor(
    private readonly sources: SourcesService,
    private readonly reflections: ImportReflectionsService,
    private readonly sessions: ImportSupportSessionsService,
  ) {}

  /**
   * Imports a file that is at hand, in one transaction.
   *
   * @param from a path, or bytes such as standard input.
   * @param isDryRun whether to find out what would happen and store nothing.
   * @returns the report; or a fault, and then nothing was stored.
   */
  async importNow(terms: DeliveryTerms, from: string | AsyncIterable<Uint8Array>, reading: ReadingOptions, isDryRun = false): Promise<Result<ImportReport, ImportFileFault>> {
    const file = await this.open(terms, from, reading);
    if (!file.ok) return file;
    if (file.value.kind === 'reflections') return this.reflections.importNow({ ...terms, reader: reflectionsOf(file.value) }, isDryRun);
    const imported = await this.sessions.importOpened(terms, file.value, isDryRun);
    return imported.ok ? success(imported.value.report) : imported;
  }

  /**
   * Takes a file in that comes over a line: reflections at the pace of the line, to be merged afterwards; support
   * sessions, which are few, at once.
   *
   * @param bytes whatever they throw is thrown on, and nothing was stored.
   */
  async receive(terms: DeliveryTerms, bytes: AsyncIterable<Uint8Array>, reading: ReadingOptions): Promise<Result<ReceivedDelivery, ImportFileFault>> {
    const file = await this.open(terms, bytes, reading);
    if (!file.ok) return file;
    if (file.value.kind === 'reflections') return this.reflections.receive({ ...terms, reader: reflectionsOf(file.value) });
    const imported = await this.sessions.importOpened(terms, file.value);
    if (!imported.ok) return imported;
    const { read, rejected, rejections } = imported.value.report;
    return success({ jobId: imported.value.jobId, state: 'done', received: { read, rejected, rejections } });
  }

  private async open({ organisationCode }: DeliveryTerms, from: string | AsyncIterable<Uint8Array>, { source, kind }: ReadingOptions): Promise<Result<SourceFile, ImportFileFault>> {
    const settings = await this.sources.settingsOf(organisationCode, source);
    if (!settings.ok) return settings;
    return typeof from === 'string' ? openSourceFile(from, settings.value, kind) : openSourceBytes(from, settings.value, kind);
  }
}
