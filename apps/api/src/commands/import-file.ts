import { ImportFilesService } from '../intake/import-files/import-files.service.js';
import { reportAsLines } from '../intake/import-reflections/import-report.js';
import type { FileKind } from '../intake/source-file/file-contract.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** How many rejections a person is shown; --json has all of them. */
const SHOWN_REJECTIONS = 20;
/** As a file name it stands for standard input. */
const STANDARD_INPUT = '-';
const WHAT_NOW = 'Correct these rows in the source and import the file again; rows that are stored already stay as they are.';

export interface ImportOptions {
  readonly organisation: string;
  /** The registered source that delivers; left out for one that delivers under our own names. */
  readonly source?: string;
  /** What the file holds; left out, its header decides. */
  readonly kind?: FileKind;
  readonly strict?: true;
  readonly dryRun?: true;
}

/** `rolvast import FILE --organisation CODE`: stores the good rows of a file and reports the bad ones. */
export async function importFile(path: string, options: ImportOptions, output: Output): Promise<number> {
  const { organisation, source = null, kind = null, strict: isStrict = false, dryRun: isDryRun = false } = options;
  return runCommand(output, async (app) => {
    output.progress(path === STANDARD_INPUT ? 'Importing standard input' : `Importing ${path}`);
    const terms = { organisationCode: organisation, wayIn: 'command', tokenId: null, isStrict } as const;
    const imported = await app.get(ImportFilesService).importNow(terms, path === STANDARD_INPUT ? process.stdin : path, { source, kind }, isDryRun);
    if (!imported.ok) {
      // A strict import is refused by its rows, so the answer says which, beside the one line that says what to do.
      if (imported.fault.code === 'ROWS_REFUSED') output.progress(reportAsLines(imported.fault.report, SHOWN_REJECTIONS, '--json lists all of them').join('\n'));
      return refuse(output, imported.fault);
    }
    const report = imported.value;
    const lines = reportAsLines(report, SHOWN_REJECTIONS, '--json lists all of them');
    output.answer(report, [...(isDryRun ? ['Dry run: nothing was stored.'] : []), ...lines, ...(report.rejected > 0 && !isDryRun ? [WHAT_NOW] : [])]);
    return report.rejected > 0 ? EXIT.rowsRejected : EXIT.done;
  });
}
