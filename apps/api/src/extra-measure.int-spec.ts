import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CATALOGUE, count, parseMonth, share, type Measure } from '@rolvast/domain';
import { ImportReflectionsService } from './intake/import-reflections/import-reflections.service.js';
import { LoadOrganisationService } from './intake/organisation/load-organisation.service.js';
import { CloseMonthsService } from './publish/close-month/close-months.service.js';
import { organisationFile, safeMonth, writeReflections } from './testing/reflection-rows.js';
import { createTestApp, type TestApp } from './testing/test-app.js';

/** An entry as somebody would add it; nothing else of the product knows of it. */
const EXTRA: Measure = share({
  code: 'EXTRA_COURT',
  direction: 'neutral',
  grain: { place: 'team', period: 'month' },
  neededFirstBy: ['quality-staff'],
  numerator: count('referrer:court', ({ referrer }) => referrer === 'court'),
  denominator: count('known:referrer', ({ referrer }) => referrer !== null, { as: 'missing' }),
  over: 'block',
  name: { nl: 'Door de rechter verwezen', en: 'Referred by the court' },
  definition: { nl: 'Een voorbeeld.', en: 'An example.' },
  caution: { nl: 'Een voorbeeld.', en: 'An example.' },
});

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z', [...CATALOGUE, EXTRA]);
  await test.app.get(LoadOrganisationService).load(organisationFile('extra', [{ code: 'team-a' }]));
  const rows = safeMonth('team-a', '2026-01', 12, 'SECRECY', 1).map((cells, index) => ({ ...cells, referrer: ['court', 'gp', ''][index % 3] ?? '' }));
  await test.app.get(ImportReflectionsService).importFile(await writeReflections(rows), 'extra');
  await test.app.get(CloseMonthsService).close('extra', parseMonth('2026-01'));
});
afterAll(() => test.close());

describe('a measure that is one more entry of the catalogue', () => {
  it('is counted by the blocks and answered by the API, with no other change', async () => {
    const query = '{ measureTrend(organisation: "extra", team: "team-a", measure: "EXTRA_COURT") { measure periods { states numerators denominators reflections } } }';
    const response = await fetch(`${test.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
    expect(await response.json()).toEqual({
      data: { measureTrend: { measure: 'EXTRA_COURT', periods: { states: ['SHOWN'], numerators: [4], denominators: [8], reflections: [12] } } },
    });
  });
});
