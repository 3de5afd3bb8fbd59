import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import { addMonths, CATALOGUE, monthsInRange, parseMonth, PITFALL_CODES, type Month } from '@rolvast/domain';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { insert, publishStage, type StagedUnit } from '../../testing/published-stage.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { publishedFigures, TEAM_FIGURES } from '../measure-trend/testing/published-figures.sql.js';

const START: Month = monthOrThrow('2023-07');
const MONTHS = monthsInRange(START, addMonths(START, 36));
/** Month 4 is too small to stand alone; the last quarter but one of team-b has nothing at all. */
const UNITS: readonly StagedUnit[] = [
  { id: 11, code: 'team-a', region: 1, volumes: [24, 26, 22, 4, 30, 25, 20, 24, 28, 22, 26, 24] },
  { id: 12, code: 'team-b', region: 1, volumes: [...Array<number>(30).fill(20), 0, 0, 0, 20, 20, 20] },
  { id: 13, code: 'team-c', region: 2, volumes: [18, 22, 16] },
];

const FIGURES = 'measures figureUnits from through states numerators denominators bands { from through } marks';
const numbers = z.array(z.number().nullable());
const texts = z.array(z.string().nullable());
const figuresSchema = z.object({ measures: z.array(z.string()), figureUnits: z.array(z.string()), from: texts, through: texts, states: z.array(z.string()), numerators: numbers, denominators: numbers, bands: z.array(z.object({ from: z.number(), through: z.number().nullable() }).nullable()), marks: texts });
const overviewSchema = z.object({
  quarter: z.string().nullable(),
  state: z.string(),
  reflections: z.number().nullable(),
  participation: z.object({ code: z.string() }).nullable(),
  release: z.object({ number: z.number(), closedThrough: z.string(), sentence: z.object({ nl: z.string(), en: z.string() }) }).nullable(),
  pitfalls: figuresSchema,
  figures: figuresSchema,
  signals: z.array(z.object({ measure: z.string(), side: z.string(), since: z.string(), through: z.string(), numerator: z.number(), denominator: z.number(), sentence: z.object({ nl: z.string(), en: z.string() }) })),
  signalsSought: z.boolean(),
  trend: z.object({ measure: z.string(), periods: z.object({ from: z.array(z.string()) }) }).nullable(),
});
type Overview = z.infer<typeof overviewSchema>;

let test: TestApp;
let cookie = '';
beforeAll(async () => {
  test = await createTestApp('2026-07-20T12:00:00Z');
  await publishStage(test.database.adminUrl, UNITS, MONTHS);
  await insert(test.database.adminUrl, 'participation', ['unit_id', 'through_month', 'band'], [[11, '2026-06', 'most'], [11, '2026-03', 'half-to-three-quarters']]);
  ({ cookie } = await test.signInAs({ organisation: 'stage', role: 'director' }));
});
afterAll(() => test.close());

function monthOrThrow(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error('no month');
  return month;
}

async function ask(query: string): Promise<unknown> {
  return (await test.ask(query, {}, cookie)).body;
}

async function overview(rest: string): Promise<Overview> {
  const answer = await ask(
    `{ teamOverview(organisation: "stage", ${rest}) { quarter state reflections participation { code } release { number closedThrough sentence { nl en } } pitfalls { ${FIGURES} } figures { ${FIGURES} }
       signals { measure side since through numerator denominator sentence { nl en } } signalsSought trend { measure periods { from } } } }`,
  );
  return z.object({ data: z.object({ teamOverview: overviewSchema }) }).parse(answer).data.teamOverview;
}

interface PublishedRow {
  readonly from: string;
  readonly through: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** What plain SQL makes of one measure of unit 11 in the months from one up to and including another. */
async function publishedIn(code: string, from: string, through: string) {
  const figure = TEAM_FIGURES.find(({ measure }) => measure === code);
  if (figure === undefined) throw new Error(`${code} is not written down`);
  const rows = await queryOnce<PublishedRow>(test.database.adminUrl, publishedFigures(figure), [11]);
  const within = rows.filter((row) => row.through >= from && row.through <= through);
  const sum = (count: (row: PublishedRow) => number) => within.reduce((total, row) => total + count(row), 0);
  return within.length === 0 ? null : { from: within[0]?.from, through: within.at(-1)?.through, numerator: sum((row) => row.numerator), denominator: sum((row) => row.denominator), isRare: figure.isRare === true };
}

describe('teamOverview', () => {
  it('tells of every measure what plain SQL makes of the published tables of the quarter', async () => {
    const { pitfalls, figures } = await overview('team: "team-a", quarter: "2026-Q1"');
    for (const list of [pitfalls, figures]) {
      for (const [index, code] of list.measures.entries()) {
        const isHalfYear = ['PITFALL_SECRECY', 'PITFALL_INVISIBLE_CHILD', 'BOUNDARY_VOICED'].includes(code);
        const expected = isHalfYear ? await publishedIn(code, '2025-07', '2025-12') : await publishedIn(code, '2026-01', '2026-03');
        expect([code, list.states[index]]).toEqual([code, expected === null ? 'WITHHELD' : 'SHOWN']);
        if (expected === null) continue;
        expect([code, list.from[index], list.through[index], list.denominators[index]]).toEqual([code, expected.from, expected.through, expected.denominator]);
        expect([code, list.numerators[index]]).toEqual([code, expected.isRare ? null : expected.numerator]);
      }
    }
    expect(pitfalls.states.filter((state) => state === 'SHOWN').length).toBeGreaterThan(8);
  });

  it('has the ten pitfalls in the order of the model, and beside them everything a team manager needs first', async () => {
    const { pitfalls, figures } = await overview('team: "team-a"');
    expect(pitfalls.measures).toEqual(PITFALL_CODES.map((code) => `PITFALL_${code}`));
    const needed = CATALOGUE.filter(({ neededFirstBy, kind }) => neededFirstBy.includes('team-manager') && kind !== 'derived').map(({ code }) => code);
    expect([...pitfalls.measures, ...figures.measures].sort()).toEqual(needed.sort());
  });

  it('tells the two rare pitfalls as a band of the half-year that ended last, and no number', async () => {
    const { pitfalls } = await overview('team: "team-a", quarter: "2026-Q1"');
    for (const code of ['PITFALL_SECRECY', 'PITFALL_INVISIBLE_CHILD']) {
      const index = pitfalls.measures.indexOf(code);
      expect([pitfalls.figureUnits[index], pitfalls.numerators[index], pitfalls.through[index]]).toEqual(['BAND_OF_REFLECTIONS', null, '2025-12']);
      expect(pitfalls.bands[index]).not.toBeNull();
    }
  });

  it('takes the last quarter that ended without being asked, and adds up n over its blocks', async () => {
    const { quarter, reflections, participation, release } = await overview('team: "team-a"');
    const [row] = await queryOnce<{ n: number }>(test.database.adminUrl, "SELECT sum(reflections)::integer AS n FROM published.block WHERE unit_id = 11 AND through_month BETWEEN '2026-04' AND '2026-06'");
    expect([quarter, reflections, participation?.code, release?.closedThrough]).toEqual(['2026-Q2', row?.n, 'most', '2026-06']);
    expect(release?.sentence.nl).toMatch(/\S/);
  });

  it('keeps absent, withheld and shown apart', async () => {
    const silent = await overview('team: "team-b", quarter: "2026-Q1"');
    expect([silent.state, silent.reflections, new Set(silent.pitfalls.states.filter((_, index) => silent.pitfalls.through[index] === '2026-03'))]).toEqual(['ABSENT', null, new Set(['ABSENT'])]);
    expect((await overview('team: "team-b", quarter: "2026-Q2"')).state).toBe('SHOWN');
  });

  it('shows three signals at most, each with the figure that plain SQL makes of its months', async () => {
    for (const quarter of ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']) {
      const { signals, signalsSought } = await overview(`team: "team-a", quarter: "${quarter}"`);
      expect([signalsSought, signals.length <= 3]).toEqual([true, true]);
      for (const { measure, since, through, numerator, denominator, sentence } of signals) {
        const expected = await publishedIn(measure, since, through);
        expect([measure, numerator, denominator]).toEqual([measure, expected?.numerator, expected?.denominator]);
        expect(sentence.nl).toMatch(/\?$/);
      }
    }
  });

  it('says that it does not look for signals while there is no baseline', async () => {
    expect(await overview('team: "team-a", quarter: "2023-Q4"')).toMatchObject({ signals: [], signalsSought: false });
  });

  it('brings the trend of the measure that is asked for along, and none of a measure that teams have not', async () => {
    const { trend } = await overview('team: "team-a", measure: "ROLE_TAKING", months: 12');
    expect([trend?.measure, trend?.periods.from[0], trend?.periods.from.includes('2025-06')]).toEqual(['ROLE_TAKING', '2025-07', false]);
    expect((await overview('team: "team-a", measure: "ROUND_TABLE_HELD"')).trend).toBeNull();
  });

  it('asks the database three times, and two more once after a release', async () => {
    const source = test.app.get<DataSource>(getDataSourceToken('reader'));
    const query = jest.spyOn(source, 'query');
    await overview('team: "team-a", quarter: "2025-Q4"');
    expect(query).toHaveBeenCalledTimes(3);
    query.mockClear();
    await queryOnce(test.database.adminUrl, "INSERT INTO published.release SELECT organisation_id, 2, released_at, closed_through, scheme_version, policy_version, hash, decode(repeat('cd', 32), 'hex'), audit FROM published.release WHERE release_number = 1");
    // Both ask at once while the watches are worked out, which stops nobody.
    await Promise.all([overview('team: "team-a"'), overview('team: "team-c"')]);
    expect(query).toHaveBeenCalledTimes(3 + 3 + 2);
    query.mockRestore();
  });
});

describe('teamOverview refuses', () => {
  it.each([
    ['an unknown team', 'team: "nobody"', 'NOT_FOUND'],
    ['a quarter that is none', 'team: "team-a", quarter: "2026-Q5"', 'BAD_USER_INPUT'],
    ['a quarter before the first month', 'team: "team-a", quarter: "2023-Q2"', 'NOT_PUBLISHED'],
    ['a quarter that has not ended', 'team: "team-a", quarter: "2026-Q3"', 'NOT_PUBLISHED'],
    ['an unknown measure', 'team: "team-a", measure: "PITFALL_NOTHING"', 'BAD_USER_INPUT'],
    ['too many months', 'team: "team-a", months: 61', 'BAD_USER_INPUT'],
  ])('%s, with a code', async (_what, question, code) => {
    expect(await ask(`{ teamOverview(organisation: "stage", ${question}) { quarter } }`)).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});
