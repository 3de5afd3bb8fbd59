import { LoadOrganisationService } from '../intake/organisation/load-organisation.service.js';
import { addMonths, parseMonth } from '@rolvast/domain';
import { CloseMonthsService } from '../publish/close-month/close-months.service.js';
import { importPath } from './import-path.js';
import { safeMonth, writeReflections } from './reflection-rows.js';
import type { TestApp } from './test-app.js';

/** Words and numbers of an organisation that must never show in an answer for the other. */
export const CANARIES = { noord: ['Kanarie Noord', '13'], zuid: ['Kanarie Zuid', '17'] } as const;

/**
 * Two organisations side by side with the same codes of regions and teams: team-a, team-b, and team-c, which is published
 * with team-a. Every month of team-a and team-b has as many reflections as the canary number says.
 */
export async function loadTwoOrganisations(test: TestApp): Promise<void> {
  const first = parseMonth('2026-01');
  if (first === null) throw new Error('no month');
  for (const [code, [name, size]] of Object.entries(CANARIES)) {
    await test.app.get(LoadOrganisationService).load(organisation(code, name));
    const rows = ['team-a', 'team-b'].flatMap((team) => [0, 1, 2].flatMap((month) => safeMonth(team, addMonths(first, month), Number(size), 'SECRECY', 3)));
    await importPath(test.app, await writeReflections(rows), code);
    const closed = await test.app.get(CloseMonthsService).close(code, addMonths(first, 2));
    if (!closed.ok) throw new Error(closed.fault.message);
  }
}

function organisation(code: string, name: string): string {
  const team = (teamCode: string, region: string, publishWith: string | null) => ({
    code: teamCode, name: `${name} ${teamCode}`, region, careForm: 'support', professionals: publishWith === null ? 10 : 2, validFrom: '2025-01-01', validTo: null, publishWith,
  });
  return JSON.stringify({
    code,
    name,
    regions: [{ code: 'oost', name: `${name} Oost` }, { code: 'west', name: `${name} West` }],
    teams: [team('team-a', 'oost', null), team('team-b', 'west', null), team('team-c', 'oost', 'team-a')],
  });
}
