import { lineOfEntry, ReadAuditService, type ChainVerdict } from '../access/audit/read-audit.service.js';
import { EXIT } from './exit-codes.js';
import type { Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** `rolvast audit verify`: recomputes the chain of an organisation and names the first entry that is broken. */
export async function verifyAudit(organisation: string, through: string | undefined, output: Output): Promise<number> {
  if (through !== undefined && !/^\d{1,12}$/.test(through)) return refuse(output, { code: 'AUDIT_NUMBER', message: '--through must be the number of an entry.' });
  return runCommand(output, async (app) => {
    const verified = await app.get(ReadAuditService).verify(organisation, through === undefined ? null : Number(through));
    if (!verified.ok) return refuse(output, verified.fault);
    const { entries, firstBroken, head }: ChainVerdict = verified.value;
    if (firstBroken !== null) return refuse(output, { code: 'AUDIT_BROKEN', message: `The audit of ${organisation} is broken at entry ${firstBroken}; the ${entries} before it are as they were written.` });
    output.answer(verified.value, [`The audit of ${organisation} is whole: ${entries} entries, head ${head}.`]);
    return EXIT.done;
  });
}

/** `rolvast audit export`: every entry on standard output, a line of JSON each. */
export async function exportAudit(organisation: string, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    const exported = await app.get(ReadAuditService).export(organisation, (entry) => process.stdout.write(`${lineOfEntry(entry)}\n`));
    if (!exported.ok) return refuse(output, exported.fault);
    output.progress(`${exported.value} entries.`);
    return EXIT.done;
  });
}
