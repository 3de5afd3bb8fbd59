import { assertNever, parseMonth } from '@rolvast/domain';
import { CloseMonthsService } from '../publish/close-month/close-months.service.js';
import type { CloseReport } from '../publish/close-month/close-report.js';
import type { ReleaseOutcome } from '../publish/release/release.service.js';
import { EXIT } from './exit-codes.js';
import { counted, type Output } from './output.js';
import { refuse, runCommand } from './run-command.js';

/** `rolvast close --organisation CODE [--through YYYY-MM]`: closes months in order, oldest first. */
export async function close(organisation: string, throughText: string | undefined, output: Output): Promise<number> {
  const through = throughText === undefined ? null : parseMonth(throughText);
  if (throughText !== undefined && through === null) return refuse(output, { code: 'NOT_A_MONTH', message: '--through must be a month as YYYY-MM, for instance 2026-09. Nothing was closed.' });
  return runCommand(output, async (app) => {
    const closed = await app.get(CloseMonthsService).close(organisation, through, { onMonth: (month) => output.progress(`Closed ${month}`) });
    if (!closed.ok) return refuse(output, closed.fault);
    output.answer(closed.value, reportLines(closed.value));
    return EXIT.done;
  });
}

function reportLines(report: CloseReport): string[] {
  if (report.closedThrough === null) return ['Nothing was delivered yet, so there is nothing to close.'];
  const lines = [`Closed through ${report.closedThrough}: ${counted(report.monthsClosed, 'month')}, ${counted(report.blocksPosted, 'block')} posted.`];
  if (report.waitingUnits.length > 0) lines.push(`Waiting for the next month: ${report.waitingUnits.join(', ')}.`);
  if (report.unitsToCheck.length > 0) {
    lines.push(`Waiting with more contributors than the unit has professionals: ${report.unitsToCheck.join(', ')}. Check the references and the number of professionals.`);
  }
  return [...lines, ...releaseLines(report.release)];
}

function releaseLines(release: ReleaseOutcome): string[] {
  switch (release.outcome) {
    case 'nothing-new':
      return [];
    case 'released':
      return [`Release ${release.number} went out.`];
    case 'held-back':
      return ['The release is held back, and readers see what they saw before. For the administrator only:', ...release.reasons.map((reason) => `- ${reason}`)];
    default:
      return assertNever(release, 'outcome of a release');
  }
}
