import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, monthsInRange, parseMonth, type Month } from '@rolvast/domain';
import { insert, publishStage } from '../../testing/published-stage.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let test: TestApp;
/** Of somebody who may see everything of the organisation. */
let cookie = '';
beforeAll(async () => {
  test = await createTestApp('2026-07-20T12:00:00Z');
  const volumes = [20, 22, 24];
  const units = [
    { id: 11, code: 'team-a', region: 1, volumes },
    { id: 12, code: 'team-b', region: 1, volumes },
    { id: 13, code: 'team-c', region: 2, volumes },
    { id: 14, code: 'team-d', region: 2, volumes: [0] },
  ];
  await publishStage(test.database.adminUrl, units, monthsInRange(start(), addMonths(start(), 6)));
  const { adminUrl } = test.database;
  const place = (kind: string, id: number, breakdown: string, part: number) => [kind, id, breakdown, '2026-03', part];
  const names = ['place_kind', 'place_id', 'breakdown', 'through_month', 'part'];
  await insert(adminUrl, 'breakdown_part', [...names, 'categories', 'reflections'], [
    [...place('unit', 11, 'LEGAL_FRAME', 1), ['voluntary'], 30],
    [...place('unit', 11, 'LEGAL_FRAME', 2), ['involuntary', 'mixed', 'not_known'], 36],
    [...place('unit', 12, 'LEGAL_FRAME', 1), ['voluntary'], 40],
    [...place('unit', 12, 'LEGAL_FRAME', 2), ['involuntary'], 14],
    [...place('unit', 12, 'LEGAL_FRAME', 3), ['mixed', 'not_known'], 12],
    [...place('region', 1, 'SUBTYPE_COALITION', 1), ['WITH_PROFESSIONAL'], null],
    [...place('region', 1, 'SUBTYPE_COALITION', 2), ['WITH_CLIENT_AGAINST_FAMILY', 'WITH_CLIENT_AGAINST_PROFESSIONAL', 'not_known'], null],
    [...place('region', 1, 'HOURS_BY_REASON', 1), ['safety'], null],
    [...place('region', 1, 'HOURS_BY_REASON', 2), ['new_question', 'crisis', 'more_people', 'powerlessness', 'other', 'not_known'], null],
  ]);
  await insert(adminUrl, 'breakdown_count', [...names, 'count_key', 'value'], [
    [...place('unit', 11, 'LEGAL_FRAME', 1), 'noticed:any', 12],
    [...place('unit', 11, 'LEGAL_FRAME', 2), 'noticed:any', 0],
    [...place('unit', 12, 'LEGAL_FRAME', 1), 'noticed:any', 9],
    [...place('unit', 12, 'LEGAL_FRAME', 2), 'noticed:any', 6],
    [...place('unit', 12, 'LEGAL_FRAME', 3), 'noticed:any', 3],
    [...place('unit', 12, 'LEGAL_FRAME', 1), 'minorsInvolved:true', 21],
    [...place('region', 1, 'SUBTYPE_COALITION', 1), 'noticed:COALITION', 6],
    [...place('region', 1, 'SUBTYPE_COALITION', 2), 'noticed:COALITION', 9],
  ]);
  await insert(adminUrl, 'breakdown_hours', [...names, 'measure', 'hours'], [
    [...place('region', 1, 'HOURS_BY_REASON', 1), 'EXTRA_HOURS', 35],
    [...place('region', 1, 'HOURS_BY_REASON', 2), 'EXTRA_HOURS', 80],
  ]);
  await insert(adminUrl, 'participation', ['unit_id', 'through_month', 'band'], [[11, '2026-03', 'most'], [11, '2026-06', 'half-to-three-quarters'], [12, '2026-06', 'most']]);
  ({ cookie } = await test.signInAs({ organisation: 'stage', role: 'director' }));
});
afterAll(() => test.close());

function start(): Month {
  const month = parseMonth('2026-01');
  if (month === null) throw new Error('no month');
  return month;
}

async function ask(query: string): Promise<unknown> {
  return (await test.ask(query, {}, cookie)).body;
}

function breakdown(rest: string): Promise<unknown> {
  return ask(`{ breakdown(organisation: "stage", ${rest}) {
    place { code } from through state placesCovered placesInPlace
    parts { categories { code } reflections places }
    counts { measure name { en } counts bands { from through } } hours { measure hours }
  } }`);
}

const codes = (...names: readonly string[]) => names.map((code) => ({ code }));

describe('breakdown', () => {
  it('gives the parts of a team with their exact n, and every count divided over them', async () => {
    expect(await breakdown('team: "team-a", breakdown: "LEGAL_FRAME", through: "2026-03"')).toEqual({
      data: {
        breakdown: {
          place: { code: 'team-a' }, from: '2026-01', through: '2026-03', state: 'SHOWN', placesCovered: null, placesInPlace: null,
          parts: [{ categories: codes('voluntary'), reflections: 30, places: 1 }, { categories: codes('involuntary', 'mixed', 'not_known'), reflections: 36, places: 1 }],
          counts: [{ measure: 'PITFALL_ANY', name: { en: 'At least one pitfall' }, counts: [12, 0], bands: [null, { from: 0, through: 2 }] }],
          hours: [],
        },
      },
    });
  });

  it('adds up parts with the same label over the teams of a region, with the teams it covers', async () => {
    expect(await breakdown('place: REGION, region: "region-1", breakdown: "LEGAL_FRAME", through: "2026-03"')).toMatchObject({
      data: {
        breakdown: {
          placesCovered: 2, placesInPlace: 2,
          parts: [
            { categories: codes('voluntary'), reflections: 70, places: 2 },
            { categories: codes('involuntary'), reflections: 14, places: 1 },
            { categories: codes('involuntary', 'mixed', 'not_known'), reflections: 36, places: 1 },
            { categories: codes('mixed', 'not_known'), reflections: 12, places: 1 },
          ],
          counts: [{ measure: 'PITFALL_ANY', counts: [21, 6, 0, 3] }],
        },
      },
    });
  });

  it('gives no n where only rounded numbers are posted, and hours as posted', async () => {
    expect(await breakdown('place: REGION, region: "region-1", breakdown: "SUBTYPE_COALITION", through: "2026-03"')).toMatchObject({
      data: { breakdown: { parts: [{ reflections: null }, { reflections: null }], counts: [{ counts: [9, 6] }] } },
    });
    expect(await breakdown('place: REGION, region: "region-1", breakdown: "HOURS_BY_REASON", through: "2026-03"')).toMatchObject({
      data: { breakdown: { counts: [], hours: [{ measure: 'EXTRA_HOURS', hours: [80, 35] }] } },
    });
  });

  it('is withheld where there are no two parts, and absent where nothing was reported', async () => {
    expect(await breakdown('team: "team-c", breakdown: "LEGAL_FRAME", through: "2026-03"')).toMatchObject({ data: { breakdown: { state: 'WITHHELD', parts: [], counts: [] } } });
    expect(await breakdown('team: "team-d", breakdown: "LEGAL_FRAME", through: "2026-03"')).toMatchObject({ data: { breakdown: { state: 'ABSENT', parts: [] } } });
  });

  it.each([
    ['an unknown breakdown', 'team: "team-a", breakdown: "SHOE_SIZE", through: "2026-03"', 'BAD_USER_INPUT'],
    ['a month that ends no quarter', 'team: "team-a", breakdown: "LEGAL_FRAME", through: "2026-04"', 'BAD_USER_INPUT'],
    ['a month that is none', 'team: "team-a", breakdown: "LEGAL_FRAME", through: "spring"', 'BAD_USER_INPUT'],
    ['a quarter that was not closed', 'team: "team-a", breakdown: "LEGAL_FRAME", through: "2026-09"', 'NOT_PUBLISHED'],
    ['a place finer than published', 'team: "team-a", breakdown: "SUBTYPE_COALITION", through: "2026-03"', 'NOT_PUBLISHED'],
    ['an unknown team', 'team: "nobody", breakdown: "LEGAL_FRAME", through: "2026-03"', 'NOT_FOUND'],
  ])('refuses %s with a code', async (_what, question, code) => {
    expect(await breakdown(question)).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});

describe('participation', () => {
  it('gives the bands of the latest quarters, in order of time and in words', async () => {
    const question = (quarters: number) => ask(`{ participation(organisation: "stage", team: "team-a", quarters: ${quarters}) { through bands { code name { en } } } }`);
    expect(await question(8)).toEqual({
      data: {
        participation: {
          through: ['2026-03', '2026-06'],
          bands: [{ code: 'most', name: { en: 'most colleagues took part' } }, { code: 'half-to-three-quarters', name: { en: 'half to three quarters of the colleagues took part' } }],
        },
      },
    });
    expect(await question(1)).toMatchObject({ data: { participation: { through: ['2026-06'] } } });
    expect(await question(0)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(await ask('{ participation(organisation: "stage", team: "nobody") { through } }')).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});

describe('publicationExplained', () => {
  const EXPLAINED = 'organisation { code } sections { code title { nl } paragraphs { nl en } } releaseSentence { nl } lastRelease { number releasedOn closedThrough schemeVersion policyVersion hash audit { method units targets disclosures unfinished sentence { en } } }';

  it('gives the explanation with the last release, its day in Amsterdam, its hash and its audit', async () => {
    expect(await ask(`{ publicationExplained(organisation: "stage") { ${EXPLAINED} } }`)).toMatchObject({
      data: {
        publicationExplained: {
          organisation: { code: 'stage' },
          sections: expect.arrayContaining([expect.objectContaining({ code: 'merged' }), expect.objectContaining({ code: 'residue' })]),
          releaseSentence: { nl: 'Uitgave 1 is van 10 juli 2026 en loopt tot en met jun 2026.' },
          lastRelease: {
            number: 1, releasedOn: '2026-07-10', closedThrough: '2026-06', schemeVersion: 1, policyVersion: 1, hash: 'ab'.repeat(32),
            audit: { method: 'linear programmes', units: 4, targets: 1234, disclosures: 0, unfinished: 2, sentence: { en: 'Attempts to work something out: 1,234, spread over 4 teams. Found: 0. Out of time: 2.' } },
          },
        },
      },
    });
  });

  it('refuses an unknown organisation with a code', async () => {
    expect(await ask('{ publicationExplained(organisation: "nobody") { releaseSentence { nl } } }')).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});
