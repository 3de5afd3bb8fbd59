import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CATALOGUE, count, parseMonth, share, type Measure } from '@rolvast/domain';
import { LoadOrganisationService } from './intake/organisation/load-organisation.service.js';
import { CloseMonthsService } from './publish/close-month/close-months.service.js';
import { importPath } from './testing/import-path.js';
import { organisationFile, safeMonth, writeReflections } from './testing/reflection-rows.js';
import { mayBePostedFor } from './testing/posting-rule.js';
import { createTestApp, type TestApp } from './testing/test-app.js';
import { queryOnce } from './testing/test-database.js';

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
  caution: { nl: 'Lees het als een voorbeeld.', en: 'Read it as an example.' },
});

/** What publication may make of 4, and of the 8 of 12 that are left when 4 are missing. */
const POSTED_FOR_FOUR: unknown = oneOf(mayBePostedFor(4));
const NEAR_EIGHT: unknown = oneOf(mayBePostedFor(4).map((missing) => 12 - missing));

function oneOf(values: readonly number[]): { readonly asymmetricMatch: (value: unknown) => boolean } {
  return { asymmetricMatch: (value) => values.some((one) => one === value) };
}

let test: TestApp;
let cookie = '';
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z', [...CATALOGUE, EXTRA]);
  await test.app.get(LoadOrganisationService).load(organisationFile('extra', [{ code: 'team-a' }]));
  const rows = safeMonth('team-a', '2026-01', 12, 'SECRECY', 1).map((cells, index) => ({ ...cells, referrer: ['court', 'gp', ''][index % 3] ?? '' }));
  await importPath(test.app, await writeReflections(rows), 'extra');
  await test.app.get(CloseMonthsService).close('extra', parseMonth('2026-01'));
  ({ cookie } = await test.signInAs({ organisation: 'extra', role: 'director' }));
});
afterAll(() => test.close());

async function ask(query: string): Promise<unknown> {
  return (await test.ask(query, {}, cookie)).body;
}

interface Output {
  readonly output: string;
  readonly get: () => Promise<unknown>;
  /** What the output holds of the extra measure. */
  readonly holds: unknown;
}

/** Everything that derives from the catalogue. An output that comes along gets its line here. */
const OUTPUTS: readonly Output[] = [
  {
    output: 'the counts of a block, its denominator as the number missing',
    get: () => queryOnce(test.database.adminUrl, "SELECT count_key, value FROM published.posted_count WHERE count_key LIKE '%referrer%' ORDER BY count_key"),
    // Four of twelve name no referrer, and four a court.
    holds: [{ count_key: 'missing:known:referrer', value: POSTED_FOR_FOUR }, { count_key: 'referrer:court', value: POSTED_FOR_FOUR }],
  },
  {
    output: 'the trend of a team',
    get: () => ask('{ measureTrend(organisation: "extra", team: "team-a", measure: "EXTRA_COURT") { measure periods { states numerators denominators reflections } } }'),
    holds: { data: { measureTrend: { measure: 'EXTRA_COURT', periods: { states: ['SHOWN'], numerators: [POSTED_FOR_FOUR], denominators: [NEAR_EIGHT], reflections: [12] } } } },
  },
  {
    output: 'the list from which the page picks, with its name in both languages',
    get: () => ask('{ measures { code name { nl en } hasTrend } }'),
    holds: { data: { measures: expect.arrayContaining([{ code: 'EXTRA_COURT', name: EXTRA.name, hasTrend: true }]) } },
  },
  {
    output: 'the definition card and the methods page',
    get: () => ask('{ measures { code definition { nl en } caution { nl en } nRule { nl } unit { code } direction { code } chart { code } readers { code } grain { label { nl } } thinGrain { label { nl } } } }'),
    holds: {
      data: {
        measures: expect.arrayContaining([
          {
            code: 'EXTRA_COURT',
            definition: EXTRA.definition,
            caution: EXTRA.caution,
            nRule: { nl: expect.stringContaining('10 reflecties') },
            unit: { code: 'share-of-reflections' },
            direction: { code: 'neutral' },
            chart: { code: 'p-chart' },
            readers: [{ code: 'quality-staff' }],
            grain: { label: { nl: 'per team, per maand' } },
            thinGrain: { label: { nl: 'per team, per kwartaal' } },
          },
        ]),
      },
    },
  },
];

describe('a measure that is one more entry of the catalogue', () => {
  it.each(OUTPUTS)('is found in $output, with no other change', async ({ get, holds }) => {
    expect(await get()).toEqual(holds);
  });
});
