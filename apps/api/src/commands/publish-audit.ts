import { AuditPublicationService } from '../publish/release-audit/audit-publication.service.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** `rolvast publish audit --organisation CODE [--seconds N]`: attacks what was published; refused when something is found. */
export async function auditPublication(organisation: string, seconds: number, output: Output): Promise<number> {
  if (!(seconds > 0)) return refuse(output, { code: 'NOT_SECONDS', message: '--seconds must be a number above 0. Nothing was attacked.' });
  return runCommand(output, async (app) => {
    const audited = await app.get(AuditPublicationService).audit(organisation, seconds, (done, of) => output.progress(`Attacked ${done} of ${counted(of, 'unit')}`));
    if (!audited.ok) return refuse(output, audited.fault);
    const { attacked, units, targets, found } = audited.value;
    const others = attacked < units ? ` The others were not reached within ${seconds} seconds: give more with --seconds.` : '';
    output.answer(audited.value, [`Attacked ${attacked} of ${counted(units, 'unit')}, ${counted(targets, 'target')}: ${counted(found.length, 'disclosure')}.${others}`, ...found.map((line) => `- ${line}`)]);
    return found.length === 0 ? EXIT.done : EXIT.refused;
  });
}
