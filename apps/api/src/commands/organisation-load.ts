import { readFile } from 'node:fs/promises';
import { LoadOrganisationService } from '../intake/organisation/load-organisation.service.js';
import { PublishDirectoryService } from '../publish/directory/publish-directory.service.js';
import { errorCodeOf } from '../platform/errors/error-code.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** `rolvast organisation load FILE`: stores organisation, regions and teams, and publishes their names. */
export async function organisationLoad(path: string, output: Output): Promise<number> {
  const text = await readText(path);
  if (text === null) return refuse(output, { code: 'FILE_MISSING', message: `The file ${path} can't be read: there is no such file, or it is a folder, or it may not be read. Check the name.` });
  return runCommand(output, async (app) => {
    const loaded = await app.get(LoadOrganisationService).load(text);
    if (!loaded.ok) return refuse(output, loaded.fault);
    await app.get(PublishDirectoryService).publish(loaded.value.code);
    const { code, name, regions, teams } = loaded.value;
    output.answer(loaded.value, [`Organisation ${name} (${code}): ${counted(regions, 'region')} and ${counted(teams, 'team')} loaded.`]);
    return EXIT.done;
  });
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCodeOf(error) === '') throw error;
    return null;
  }
}
