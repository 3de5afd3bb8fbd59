import { LoadOrganisationService } from '../intake/organisation/load-organisation.service.js';
import { PublishDirectoryService } from '../publish/directory/publish-directory.service.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';
import { fileMissing, readTextFile } from './text-file.js';

/** `rolvast organisation load FILE`: stores organisation, regions and teams, and publishes their names. */
export async function organisationLoad(path: string, output: Output): Promise<number> {
  const text = await readTextFile(path);
  if (text === null) return refuse(output, fileMissing(path));
  return runCommand(output, async (app) => {
    const loaded = await app.get(LoadOrganisationService).load(text);
    if (!loaded.ok) return refuse(output, loaded.fault);
    await app.get(PublishDirectoryService).publish(loaded.value.code);
    const { code, name, regions, teams } = loaded.value;
    output.answer(loaded.value, [`Organisation ${name} (${code}): ${counted(regions, 'region')} and ${counted(teams, 'team')} loaded.`]);
    return EXIT.done;
  });
}
