import { DataQualityService, type DataQuality } from '../intake/data-quality/data-quality.service.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** `rolvast data-quality --organisation CODE`: how timely and complete recording is, without a figure about any unit. */
export async function dataQuality(organisation: string, output: Output): Promise<number> {
  return runCommand(output, async (app) => {
    const described = await app.get(DataQualityService).describe(organisation);
    if (!described.ok) return refuse(output, described.fault);
    output.answer(described.value, linesOf(described.value));
    return EXIT.done;
  });
}

function linesOf({ lastDueMonth, timeliness, units, files }: DataQuality): string[] {
  const quiet = units.filter((unit) => unit.isLate).map((unit) => `  ${unit.name}: nothing for ${unit.isSilent ? `${lastDueMonth} and the month before` : lastDueMonth}`);
  return [timelinessLine(timeliness), ...(quiet.length === 0 ? [`Something came in from every unit for ${lastDueMonth}.`] : ['Ask these units whether recording or delivery stands still:', ...quiet]), ...files.flatMap(fileLines)];
}

function fileLines({ kind, receivedAt, read, rejected, faults }: DataQuality['files'][number]): string[] {
  const head = `${receivedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC, ${kind}: ${counted(read, 'row')} read, ${rejected} rejected.`;
  return [head, ...faults.map(({ column, rule, rows }) => `  ${column}: ${rule}, ${counted(rows, 'row')}`)];
}

function timelinessLine(timeliness: DataQuality['timeliness']): string {
  switch (timeliness.kind) {
    case 'shown':
      return `Half of the reflections come in within ${counted(timeliness.medianDays, 'day')}, nine of ten within ${counted(timeliness.ninetiethDays, 'day')}.`;
    case 'withheld':
      return 'How timely recording is can not be shown yet.';
    case 'absent':
      return 'Nothing came in of the last half year that tells how timely recording is.';
  }
}
