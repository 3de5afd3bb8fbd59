import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseMonth, PITFALLS, type PitfallCatalogue } from '@rolvast/domain';
import { LoadOrganisationService } from './intake/organisation/load-organisation.service.js';
import { CloseMonthsService } from './publish/close-month/close-months.service.js';
import { importPath } from './testing/import-path.js';
import { organisationFile, safeMonth, writeReflections } from './testing/reflection-rows.js';
import { mayBePostedFor } from './testing/posting-rule.js';
import { createTestApp, type TestApp } from './testing/test-app.js';
import { queryOnce } from './testing/test-database.js';

/** A line as somebody would add it; nothing else of the product knows of it. */
const EXTENDED: PitfallCatalogue = {
  ...PITFALLS,
  BOUNDARIES: { ...PITFALLS.BOUNDARIES, subtypes: { BY_TELEPHONE: { nl: 'aan de telefoon', en: 'on the telephone' } } },
};

let test: TestApp;
let imported: unknown;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z', undefined, EXTENDED);
  await test.app.get(LoadOrganisationService).load(organisationFile('extra', [{ code: 'team-a' }]));
  const rows = safeMonth('team-a', '2026-01', 12, 'BOUNDARIES:BY_TELEPHONE', 3);
  imported = await importPath(test.app, await writeReflections(rows), 'extra');
  await test.app.get(CloseMonthsService).close('extra', parseMonth('2026-01'));
});
afterAll(() => test.close());

async function breakdowns(): Promise<unknown> {
  const { cookie } = await test.signInAs({ organisation: 'extra', role: 'quality-staff' });
  return (await test.ask('{ breakdowns { code categories { code name { nl en } } } }', {}, cookie)).body;
}

describe('a sub-type that is one more line of the pitfalls', () => {
  it('is let in by an import and stored', async () => {
    expect(imported).toMatchObject({ ok: true, value: { accepted: 12, rejected: 0 } });
    const stored = await queryOnce(test.database.adminUrl, "SELECT count(*)::int AS rows FROM intake.reflection WHERE 'BOUNDARIES:BY_TELEPHONE' = ANY (pitfalls)");
    expect(stored).toEqual([{ rows: 3 }]);
  });

  it('is counted with its pitfall when a month is closed', async () => {
    const counted = await queryOnce<{ value: number }>(test.database.adminUrl, "SELECT value FROM published.posted_count WHERE count_key = 'noticed:BOUNDARIES'");
    expect(counted).toHaveLength(1);
    expect(mayBePostedFor(3)).toContain(counted[0]?.value);
  });

  it('is a category of a breakdown, with its label in both languages', async () => {
    const categories = [
      { code: 'BY_TELEPHONE', name: { nl: 'aan de telefoon', en: 'on the telephone' } },
      { code: 'not_known', name: { nl: 'niet bekend', en: 'not known' } },
    ];
    expect(await breakdowns()).toMatchObject({ data: { breakdowns: expect.arrayContaining([{ code: 'SUBTYPE_BOUNDARIES', categories }]) } });
  });
});
