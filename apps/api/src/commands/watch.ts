import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ImportFilesService } from '../intake/import-files/import-files.service.js';
import { reportAsLines, type ImportReport } from '../intake/import-reflections/import-report.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { refuse, runCommand } from './run-command.js';
import { WatchedFolder, type FileOutcome } from './watch-folder.js';

const LOOK_EVERY_MS = 2_000;

export interface WatchOptions {
  readonly organisation: string;
  /** The registered source that delivers; left out for one that delivers under our own names. */
  readonly source?: string;
  readonly strict?: true;
}

/** `rolvast watch DIR --organisation CODE`: imports what is laid in a folder, until a signal ends it. */
export async function watch(folder: string, options: WatchOptions, output: Output): Promise<number> {
  const { organisation, source = null, strict: isStrict = false } = options;
  if (!(await isFolder(folder))) return refuse(output, { code: 'FOLDER_MISSING', message: `The folder ${folder} can't be watched: there is no such folder. Make it, or check the name.` });
  return runCommand(output, async (app) => {
    const service = app.get(ImportFilesService);
    const terms = { organisationCode: organisation, wayIn: 'folder', tokenId: null, isStrict } as const;
    const take = async (path: string): Promise<FileOutcome> => {
      const imported = await service.importNow(terms, path, { source, kind: null });
      const line = imported.ok ? summaryOf(imported.value) : imported.fault.message;
      output.progress(`${basename(path)}: ${line}`);
      return imported.ok ? { isDone: true, report: imported.value } : { isDone: false, report: { error: imported.fault } };
    };
    const watched = new WatchedFolder(folder, take, () => new Date());
    await watched.prepare();
    output.progress(`Watching ${folder} (Ctrl-C ends it)`);
    while (await isFolder(folder)) {
      await watched.look();
      await delay(LOOK_EVERY_MS);
    }
    output.progress(`The folder ${folder} is gone.`);
    return EXIT.refused;
  });
}

function summaryOf(report: ImportReport): string {
  const [summary = ''] = reportAsLines(report, 0, '');
  return report.rejected === 0 ? summary : `${summary} Which rows and why: in the report beside the file, in done/.`;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
