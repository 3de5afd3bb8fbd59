import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { MergeDeliveryService } from '../intake/import-jobs/merge-delivery.service.js';
import { EraseService, type ErasedKind, type Erasure } from '../lifetime/erase.service.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** `rolvast erase --organisation CODE --kind KIND [--dry-run]`. The reference comes from standard input, so that no shell and no list of processes keeps it. */
export async function erase(organisation: string, kind: ErasedKind, isDryRun: boolean, output: Output): Promise<number> {
  const lines = await readReference(kind);
  const [reference = ''] = lines;
  if (lines.length > 1) return refuse(output, { code: 'SEVERAL_REFERENCES', message: 'Standard input holds more than one line. Erase one reference at a time. Nothing was changed.' });
  return runCommand(output, async (app) => {
    await app.get(MergeDeliveryService).finishOpen(organisation);
    const erased = await app.get(EraseService).erase(organisation, kind, reference, isDryRun);
    if (!erased.ok) return refuse(output, erased.fault);
    output.answer(erased.value, linesOf(erased.value));
    return EXIT.done;
  });
}

/** The lines of standard input that hold anything; at a keyboard one line, which is not shown. */
async function readReference(kind: ErasedKind): Promise<string[]> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) {
    stderr.write(`Reference of the ${kind} (what you type is not shown): `);
    const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
    const keyboard = createInterface({ input: stdin, output: unseen, terminal: true });
    const reference = await keyboard.question('');
    keyboard.close();
    stderr.write('\n');
    return [reference];
  }
  const lines: string[] = [];
  for await (const line of createInterface({ input: stdin })) if (line.trim() !== '') lines.push(line);
  return lines;
}

function linesOf({ kind, isDryRun, reflectionsRemoved, alertsRemoved, linkedFrom }: Erasure): string[] {
  const removed = `${counted(reflectionsRemoved, 'reflection')} of this ${kind} ${isDryRun ? 'would be' : reflectionsRemoved === 1 ? 'was' : 'were'} removed${alertsRemoved === 0 ? '' : `, with ${counted(alertsRemoved, 'alert')}`}; closed blocks stay as they are.`;
  const period = linkedFrom === null ? [] : [`Rows before ${linkedFrom} can no longer be linked with a reference: their pseudonyms are gone, so they tell of nobody.`];
  return [removed, ...period, 'Take it out of the source as well: what is delivered again comes in again.'];
}
