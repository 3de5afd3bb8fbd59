import { parseLocalDate } from '@rolvast/domain';
import { LoadOrganisationService } from '../intake/organisation/load-organisation.service.js';
import { PublishDirectoryService } from '../publish/directory/publish-directory.service.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';
import { fileMissing, readTextFile } from './text-file.js';

/** `rolvast organisation load FILE [--from DATE]`: stores organisation, regions and teams, and publishes their names. */
export async function organisationLoad(path: string, sinceText: string | null, output: Output): Promise<number> {
  const since = sinceText === null ? null : parseLocalDate(sinceText);
  if (sinceText !== null && since === null) return refuse(output, { code: 'NOT_A_DATE', message: '--from must be a date as YYYY-MM-DD, for instance 2026-09-01. Nothing was changed.' });
  const text = await readTextFile(path);
  if (text === null) return refuse(output, fileMissing(path));
  return runCommand(output, async (app) => {
    const loaded = await app.get(LoadOrganisationService).load(text, since);
    if (!loaded.ok) return refuse(output, loaded.fault);
    await app.get(PublishDirectoryService).publish(loaded.value.code);
    const { code, name, regions, teams } = loaded.value;
    output.answer(loaded.value, [`Organisation ${name} (${code}): ${counted(regions, 'region')} and ${counted(teams, 'team')} loaded.`]);
    return EXIT.done;
  });
}
