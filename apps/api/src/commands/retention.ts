import { MergeDeliveryService } from '../intake/import-jobs/merge-delivery.service.js';
import { RetentionService, type RetentionReport } from '../lifetime/retention.service.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** `rolvast retention run [--organisation CODE] [--dry-run]`. */
export async function runRetention(organisation: string | null, isDryRun: boolean, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    await app.get(MergeDeliveryService).finishOpen(organisation);
    const ran = await app.get(RetentionService).run(organisation, isDryRun);
    if (!ran.ok) return refuse(output, ran.fault);
    output.answer({ organisations: ran.value }, ran.value.length === 0 ? ['There is no organisation yet.'] : ran.value.flatMap(linesOf));
    return EXIT.done;
  });
}

/** `rolvast retention set --organisation CODE [--pseudonym-months N] [--row-years N]`. */
export async function setRetention(organisation: string, pseudonymMonths: number | null, rowYears: number | null, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    const set = await app.get(RetentionService).setPolicy(organisation, pseudonymMonths, rowYears);
    if (!set.ok) return refuse(output, set.fault);
    output.answer(set.value, [`Pseudonyms are kept ${counted(set.value.pseudonymMonths, 'month')}, rows ${counted(set.value.rowYears, 'year')}. Nothing was deleted yet: rolvast retention run.`]);
    return EXIT.done;
  });
}

function linesOf(report: RetentionReport): string[] {
  const { organisation, isDryRun, linkedFrom, keptFrom, reflectionsUnlinked, sessionsUnlinked, reflectionsDeleted, sessionsDeleted, alertsDeleted } = report;
  return [
    `${organisation}${isDryRun ? ' (dry run: nothing was changed)' : ''}:`,
    `  before ${linkedFrom} pseudonyms go: ${counted(reflectionsUnlinked, 'reflection')}, ${counted(sessionsUnlinked, 'support session')}`,
    `  before ${keptFrom} rows go: ${counted(reflectionsDeleted, 'reflection')}, ${counted(sessionsDeleted, 'support session')}, ${counted(alertsDeleted, 'alert')}`,
    `  rows before ${linkedFrom} can no longer be linked with a reference, be corrected or come in; closed blocks stay as they are`,
  ];
}
