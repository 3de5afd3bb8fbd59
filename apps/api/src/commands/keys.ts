import { MergeDeliveryService } from '../intake/import-jobs/merge-delivery.service.js';
import { createKeyFile } from '../intake/pseudonymise/key-file.js';
import { RotateKeysService } from '../lifetime/rotate-keys.service.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';
import { configOfProcess } from './surroundings.js';

/** `rolvast keys create`: makes a key file where there is none. It touches no database. */
export async function createKey(output: Output): Promise<number> {
  const config = configOfProcess();
  if (!config.ok) return refuse(output, config.fault);
  const { pseudonymKey } = config.value;
  if (pseudonymKey.kind === 'environment') return refuse(output, { code: 'KEY_FILE', message: `The key is taken from ${pseudonymKey.variable}, so no file is made. Leave that variable empty to make one.` });
  const made = await createKeyFile(pseudonymKey.path);
  if (!made.ok) return refuse(output, made.fault);
  output.answer({ path: made.value.path }, [`Key file made: ${made.value.path}. Keep a copy of it apart from the database.`]);
  return EXIT.done;
}

/** `rolvast keys rotate`: wraps every pseudonym in a new key, or finishes a rotation that was broken off. */
export async function rotateKeys(output: Output): Promise<number> {
  const config = configOfProcess();
  if (!config.ok) return refuse(output, config.fault);
  return runCommand(output, async (app) => {
    await app.get(MergeDeliveryService).finishOpen(null);
    const rotated = await app.get(RotateKeysService).rotate(config.value.pseudonymKey.kind === 'file');
    if (!rotated.ok) return refuse(output, rotated.fault);
    const { isNew, rotations, organisations } = rotated.value;
    output.answer(rotated.value, [
      `${isNew ? 'A new key was added' : 'The rotation that had been broken off is finished'}: ${counted(rotations, 'rotation')} by now, ${counted(organisations.length, 'organisation')} wrapped.`,
      'Keep a copy of the key file as it is now; copies from before fit only backups from before. Start every running Rolvast again.',
    ]);
    return EXIT.done;
  });
}
