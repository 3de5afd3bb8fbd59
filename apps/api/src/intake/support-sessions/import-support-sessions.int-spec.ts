import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importPath, ownTerms } from '../../testing/import-path.js';
import { organisationFile, writeText } from '../../testing/reflection-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { ImportFilesService } from '../import-files/import-files.service.js';
import { LoadOrganisationService } from '../organisation/load-organisation.service.js';

let test: TestApp;
let organisation = '';
let made = 0;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
});
afterAll(() => test.close());
beforeEach(async () => {
  made += 1;
  organisation = `organisation-${made}`;
  await test.app.get(LoadOrganisationService).load(organisationFile(organisation, [{ code: 'team-a' }]));
});

const HEADER = 'session_id;team;kind;planned_on;status;held_on;themes;attendees';
const LARGE = 'S1;team-a;supervision;05-01-2026;held;06-01-2026;SECRECY|COALITION;7';
const SMALL = 'S1;team-a;supervision;05-01-2026;held;06-01-2026;SECRECY;4';
const PLANNED = 'S1;team-a;supervision;05-07-2026;planned;;;';

async function importLines(...lines: readonly string[]): ReturnType<typeof importPath> {
  return importPath(test.app, await writeText([HEADER, ...lines, ''].join('\r\n')), organisation);
}

function stored(): Promise<object[]> {
  return queryOnce(
    test.database.adminUrl,
    `SELECT kind, status, planned_week, planned_on::text, held_week, held_on::text, themes, attendance
       FROM intake.support_session JOIN intake.organisation USING (organisation_id) WHERE code = $1 ORDER BY session_pseudonym`,
    [organisation],
  );
}

describe('importing support sessions', () => {
  it('keeps the days and themes of a session with five or more', async () => {
    expect(await importLines(LARGE)).toMatchObject({ ok: true, value: { read: 1, accepted: 1, unchanged: 0 } });
    expect(await stored()).toEqual([
      { kind: 'supervision', status: 'held', planned_week: '2026-W02', planned_on: '2026-01-05', held_week: '2026-W02', held_on: '2026-01-06', themes: ['COALITION', 'SECRECY'], attendance: '5+' },
    ]);
  });

  it('keeps only the weeks of a session with fewer than five', async () => {
    await importLines(SMALL);
    expect(await stored()).toEqual([{ kind: 'supervision', status: 'held', planned_week: '2026-W02', planned_on: null, held_week: '2026-W02', held_on: null, themes: null, attendance: 'fewer' }]);
  });

  it('finds the same file unchanged the second time, and rewrites no row', async () => {
    const rowVersions = () => queryOnce(test.database.adminUrl, 'SELECT xmin::text FROM intake.support_session ORDER BY session_pseudonym');
    await importLines(LARGE);
    const before = await rowVersions();
    expect(await importLines(LARGE)).toMatchObject({ ok: true, value: { read: 1, accepted: 0, replaced: 0, unchanged: 1 } });
    expect(await rowVersions()).toEqual(before);
  });

  it('lets a session become what the source says now, and takes back a day that may no longer be kept', async () => {
    await importLines(PLANNED);
    expect(await stored()).toMatchObject([{ status: 'planned', planned_on: '2026-07-05' }]);
    expect(await importLines(SMALL)).toMatchObject({ ok: true, value: { replaced: 1 } });
    expect(await stored()).toMatchObject([{ status: 'held', planned_on: null, held_on: null }]);
  });

  it('rejects a second, different row of one session in one file, and takes an equal one for a repetition', async () => {
    expect(await importLines(LARGE, SMALL, LARGE)).toMatchObject({
      ok: true,
      value: { accepted: 1, unchanged: 1, rejected: 1, rejections: [{ line: 3, column: 'session_id', rule: 'SAME_SESSION_OTHER_CONTENT' }] },
    });
    expect(await stored()).toMatchObject([{ attendance: '5+' }]);
  });

  it('stores the good rows and reports the bad ones without their values', async () => {
    const answer = await importLines(LARGE, 'S2;team-a;lunch;05-01-2026;held;;;');
    expect(answer).toMatchObject({ ok: true, value: { accepted: 1, rejected: 1, rejections: [{ line: 3, column: 'kind', rule: 'UNKNOWN_CODE' }, { line: 3, column: 'held_on', rule: 'REQUIRED_WITH' }] } });
    expect(JSON.stringify(answer)).not.toContain('lunch');
  });

  it('rejects a row that names an unknown team and stores the others; nothing of a strict file', async () => {
    const lines = [LARGE, 'S2;elsewhere;supervision;05-01-2026;planned;;;'];
    const text = await writeText([HEADER, ...lines, ''].join('\r\n'));
    const strict = { ...ownTerms(organisation), isStrict: true };
    expect(await test.app.get(ImportFilesService).importNow(strict, text, { source: null, kind: null })).toMatchObject({ ok: false, fault: { code: 'ROWS_REFUSED' } });
    expect(await stored()).toEqual([]);
    expect(await importLines(...lines)).toMatchObject({ ok: true, value: { accepted: 1, rejected: 1, rejections: [{ line: 3, column: 'team', rule: 'UNKNOWN_TEAM' }] } });
    expect(await stored()).toHaveLength(1);
  });

  it('names every fault of a row at once: an unknown team, and beside a value that can be no cell', async () => {
    const rules = async (answer: ReturnType<typeof importPath>) => {
      const given = await answer;
      return given.ok ? given.value.rejections.map(({ column, rule }) => `${column} ${rule}`) : [];
    };
    expect(await rules(importLines('S2;elsewhere;lunch;05-01-2026;planned;;;'))).toEqual(['team UNKNOWN_TEAM', 'kind UNKNOWN_CODE']);
    const object = JSON.stringify({ sessionId: { deep: 1 }, team: 'elsewhere', kind: 'lunch', plannedOn: '2026-01-05', status: 'planned' });
    expect(await rules(importPath(test.app, await writeText(`${object}\n`), organisation))).toEqual(['session_id NOT_A_TEXT', 'team UNKNOWN_TEAM', 'kind UNKNOWN_CODE']);
  });

  it('stores more sessions than one batch', async () => {
    const lines = Array.from({ length: 1234 }, (_, index) => LARGE.replace('S1', `S${index}`));
    expect(await importLines(...lines)).toMatchObject({ ok: true, value: { read: 1234, accepted: 1234 } });
  });

  it('cannot store a day or a theme of few people, whoever tries', async () => {
    await importLines(SMALL);
    for (const change of ["held_on = '2026-01-06'", "themes = '{SECRECY}'", "planned_on = '2026-01-05'"]) {
      await expect(queryOnce(test.database.adminUrl, `UPDATE intake.support_session SET ${change} WHERE attendance = 'fewer'`)).rejects.toThrow(/few_people_no_day_no_theme/);
    }
  });
});
