import { ImportReflectionsService } from '../intake/import-reflections/import-reflections.service.js';
import type { ImportReport } from '../intake/import-reflections/import-report.js';
import { openSourceFile } from '../intake/source-file/source-file.js';
import type { FileKind } from '../intake/source-file/file-contract.js';
import { SourcesService } from '../intake/sources/sources.service.js';
import { ImportSupportSessionsService } from '../intake/support-sessions/import-support-sessions.service.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** How many rejections a person is shown; --json has all of them. */
const SHOWN_REJECTIONS = 20;

export interface ImportOptions {
  /** The registered source that delivers; null for one that delivers under our own names. */
  readonly source: string | null;
  /** What the file holds; null lets its header decide. */
  readonly kind: FileKind | null;
}

/** `rolvast import FILE --organisation CODE`: stores the good rows of a file and reports the bad ones. */
export async function importFile(path: string, organisation: string, { source, kind }: ImportOptions, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    output.progress(`Importing ${path}`);
    const settings = await app.get(SourcesService).settingsOf(organisation, source);
    if (!settings.ok) return refuse(output, settings.fault);
    const file = await openSourceFile(path, settings.value, kind);
    if (!file.ok) return refuse(output, file.fault);
    const service = file.value.kind === 'reflections' ? app.get(ImportReflectionsService) : app.get(ImportSupportSessionsService);
    const imported = await service.importOpened(file.value, organisation);
    if (!imported.ok) return refuse(output, imported.fault);
    const report = imported.value;
    output.answer(report, reportLines(report));
    return report.rejected > 0 ? EXIT.rowsRejected : EXIT.done;
  });
}

function reportLines(report: ImportReport): string[] {
  const { read, accepted, unchanged, replaced, withdrawn, rejected, rejections } = report;
  const summary = `${counted(read, 'row')} read: ${accepted} accepted, ${unchanged} unchanged, ${replaced} replaced, ${withdrawn} withdrawn, ${rejected} rejected.`;
  if (rejected === 0) return [summary];
  const shown = rejections.slice(0, SHOWN_REJECTIONS).map(({ line, column, rule, expected }) => `  line ${line}, ${column}: ${rule}; expected ${expected}`);
  const more = rejections.length > SHOWN_REJECTIONS ? [`  and ${rejections.length - SHOWN_REJECTIONS} more; --json lists all of them`] : [];
  return [summary, ...shown, ...more, 'Correct these rows in the source and import the file again; rows that are stored already stay as they are.'];
}
