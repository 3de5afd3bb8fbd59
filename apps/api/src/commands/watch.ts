import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { ImportFilesService } from '../intake/import-files/import-files.service.js';
import { SourcesService } from '../intake/sources/sources.service.js';
import { errorCodeOf } from '../platform/errors/error-code.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { refuse, runCommand } from './run-command.js';
import { takeFile } from './take-file.js';
import { WatchedFolder } from './watch-folder.js';
import { WatchLog } from './watch-log.js';

const LOOK_EVERY_MS = 2_000;

export interface WatchOptions {
  readonly organisation: string;
  /** The registered source that delivers; left out for one that delivers under our own names. */
  readonly source?: string;
  readonly strict?: true;
}

/**
 * `rolvast watch DIR --organisation CODE`: imports what is laid in a folder, until a signal ends it.
 *
 * It looks every two seconds and is told nothing by the system: notices of changes get lost, on shared folders all of them.
 */
export async function watch(folder: string, options: WatchOptions, output: Output): Promise<number> {
  const { organisation, source = null, strict: isStrict = false } = options;
  if (!(await isFolder(folder))) return refuse(output, { code: 'FOLDER_MISSING', message: `The folder ${folder} can't be watched: there is no such folder. Make it, or check the name.` });
  return runCommand(output, async (app) => {
    const known = await app.get(SourcesService).settingsOf(organisation, source);
    if (!known.ok) return refuse(output, known.fault);
    const service = app.get(ImportFilesService);
    const terms = { organisationCode: organisation, wayIn: 'folder', tokenId: null, isStrict } as const;
    const log = new WatchLog((line) => output.progress(line));
    const watched = new WatchedFolder(folder, (path) => takeFile(path, (each) => service.importNow(terms, each, { source, kind: null }), log), () => new Date());
    log.say(`Watching ${folder} (Ctrl-C ends it)`);
    while (await isFolder(folder)) {
      await lookAt(watched, folder, log);
      await delay(LOOK_EVERY_MS);
    }
    log.say(`The folder ${folder} is gone. Start rolvast watch again when it is back.`);
    return EXIT.refused;
  });
}

/** Looks once. A disk that is full or a share that is away for a moment is said, and does not end the watching. */
async function lookAt(watched: WatchedFolder, folder: string, log: WatchLog): Promise<void> {
  try {
    await watched.prepare();
    await watched.look();
  } catch (error) {
    const code = errorCodeOf(error);
    if (!/^E[A-Z]+$/.test(code)) throw error;
    log.sayWaiting(`The folder ${folder} can't be read or written at this moment (${code}). It is tried again; files that were imported already change nothing.`);
  }
}

/** Whether the folder is there; one that can't be asked after at this moment counts as there. */
async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    (error: unknown) => !['ENOENT', 'ENOTDIR'].includes(errorCodeOf(error)),
  );
}
