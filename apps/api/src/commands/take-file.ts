import { basename } from 'node:path';
import type { Result } from '@rolvast/domain';
import type { ImportFileFault } from '../intake/import-files/import-files.service.js';
import { reportAsLines, type ImportReport } from '../intake/import-reflections/import-report.js';
import { isDatabaseAway } from '../platform/errors/database-away.js';
import { sayBug } from './masked.js';
import type { FileOutcome } from './watch-folder.js';
import type { WatchLog } from './watch-log.js';

/** How one file is imported. */
export type ImportOne = (path: string) => Promise<Result<ImportReport, ImportFileFault>>;

/** Nothing is wrong with the file: it is taken when whoever runs Rolvast has put this right, or by itself in a moment. */
const NOT_ABOUT_THE_FILE: ReadonlySet<ImportFileFault['code']> = new Set(['BUSY', 'KEY_CHANGED', 'KEY_MISMATCH', 'UNKNOWN_ORGANISATION', 'UNKNOWN_SOURCE']);

/**
 * Takes in one file of a watched folder. It never throws: one file must not keep the files of a whole night waiting.
 */
export async function takeFile(path: string, importOne: ImportOne, log: WatchLog): Promise<FileOutcome> {
  const name = basename(path);
  try {
    const imported = await importOne(path);
    if (imported.ok) {
      log.say(`${name}: ${summaryOf(imported.value)}`);
      return { kind: 'done', report: imported.value };
    }
    const { code, message } = imported.fault;
    if (NOT_ABOUT_THE_FILE.has(code)) {
      log.sayWaiting(`${name} stays where it is and is tried again: ${message}`);
      return { kind: 'later' };
    }
    log.say(`${name}: ${message}`);
    return { kind: 'failed', report: { error: imported.fault } };
  } catch (error) {
    if (isDatabaseAway(error)) {
      log.sayWaiting(`${name} stays where it is and is tried again: the database can't be reached. Nothing was stored.`);
      return { kind: 'later' };
    }
    const message = sayBug(error);
    log.say(`${name}: ${message}`);
    return { kind: 'failed', report: { error: { code: 'INTERNAL', message } } };
  }
}

function summaryOf(report: ImportReport): string {
  const [summary = ''] = reportAsLines(report, 0, '');
  return report.rejected === 0 ? summary : `${summary} Which rows and why: in the report beside the file, in done/.`;
}
