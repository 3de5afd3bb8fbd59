import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import { CATALOGUE, figurePeriods, monthsInRange, parseMonth, addMonths, type Month } from '@rolvast/domain';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { publishStage, type StagedUnit } from '../../testing/published-stage.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { publishedFigures, TEAM_FIGURES } from './testing/published-figures.sql.js';

const START: Month = monthOrThrow('2025-01');
const MONTHS = monthsInRange(START, addMonths(START, 18));
/** Month 4 is too small to stand alone, month 7 has nothing at all, the last is too small and waits. */
const VOLUMES = [24, 26, 22, 4, 30, 25, 0, 24, 28, 22, 26, 24, 27, 23, 25, 29, 24, 5];
const UNITS: readonly StagedUnit[] = [
  { id: 11, code: 'team-a', region: 1, volumes: VOLUMES },
  { id: 12, code: 'team-b', region: 1, volumes: [30] },
  { id: 13, code: 'team-c', region: 1, volumes: [18, 22, 6] },
  { id: 14, code: 'team-d', region: 2, volumes: [0, 0, 28] },
];

const PERIODS = `periods { from through heldFrom states reflections numerators denominators bands { from through } unitsCovered unitsInPlace }`;
const TREND = `organisation { code } place { kind code } unit { code } closedThrough measure figureUnit period ${PERIODS} parts { name { en } counts } chart { stage centre lower upper marks }`;
const numbers = z.array(z.number().nullable());
const trendSchema = z.object({
  place: z.object({ kind: z.string(), code: z.string() }),
  unit: z.object({ code: z.string() }).nullable(),
  closedThrough: z.string().nullable(),
  measure: z.string(),
  figureUnit: z.string(),
  period: z.string(),
  periods: z.object({
    from: z.array(z.string()), through: z.array(z.string()), heldFrom: z.array(z.string()), states: z.array(z.string()),
    reflections: numbers, numerators: numbers, denominators: numbers,
    bands: z.array(z.object({ from: z.number(), through: z.number().nullable() }).nullable()), unitsCovered: numbers, unitsInPlace: numbers,
  }),
  parts: z.array(z.object({ name: z.object({ en: z.string() }), counts: numbers })),
  chart: z.object({ stage: z.string(), centre: z.number().nullable(), lower: numbers, upper: numbers, marks: z.array(z.string().nullable()) }).nullable(),
});
type Trend = z.infer<typeof trendSchema>;

let test: TestApp;
/** Of somebody who may see everything of the organisation. */
let cookie = '';
beforeAll(async () => {
  test = await createTestApp('2026-07-20T12:00:00Z');
  await publishStage(test.database.adminUrl, UNITS, MONTHS);
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

async function trend(measure: string, rest = 'team: "team-a"', months = 60): Promise<Trend> {
  const answer = await ask(`{ measureTrend(organisation: "stage", ${rest}, measure: "${measure}", months: ${months}) { ${TREND} } }`);
  return z.object({ data: z.object({ measureTrend: trendSchema }) }).parse(answer).data.measureTrend;
}

/** The shown figures of a trend, a row each. */
function figuresOf({ periods, figureUnit }: Trend) {
  return periods.from.flatMap((from, index) =>
    periods.states[index] === 'SHOWN'
      ? [{ from, through: periods.through[index], reflections: periods.reflections[index], numerator: figureUnit === 'BAND_OF_REFLECTIONS' ? null : periods.numerators[index], denominator: periods.denominators[index] }]
      : [],
  );
}

describe('every figure of a unit', () => {
  it.each(TEAM_FIGURES.map((figure) => [figure.measure, figure] as const))('is for %s what plain SQL makes of the published tables', async (measure, figure) => {
    const rows = await queryOnce(test.database.adminUrl, publishedFigures(figure), [11]);
    const found = await trend(measure);
    expect(figuresOf(found)).toEqual(rows.map((row) => (found.figureUnit === 'BAND_OF_REFLECTIONS' ? { ...row, numerator: null } : row)));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('is looked at for every measure that a team has figures of', () => {
    const ofTeam = CATALOGUE.filter((measure) => figurePeriods(measure, 'team').length > 0).map(({ code }) => code);
    expect(TEAM_FIGURES.map(({ measure }) => measure).sort()).toEqual([...ofTeam].sort());
  });
});

describe('measureTrend of a team', () => {
  it('gives columns of one length, with merged, absent and withheld months each as what they are', async () => {
    const { periods, chart } = await trend('PITFALL_POWERLESSNESS');
    const lengths = [...Object.values(periods), chart?.lower ?? [], chart?.upper ?? [], chart?.marks ?? []].map((column) => column.length);
    expect(new Set(lengths).size).toBe(1);
    const labels = periods.from.map((from, index) => `${from}/${periods.through[index] ?? ''} ${periods.states[index] ?? ''}`);
    expect(labels).toEqual(expect.arrayContaining(['2025-04/2025-05 SHOWN', '2025-07/2025-07 ABSENT', '2026-06/2026-06 WITHHELD']));
  });

  it('shows no number for a month that is not shown', async () => {
    const { periods, chart } = await trend('CHILD_ATTENTION');
    periods.states.forEach((state, index) => {
      const values = [periods.numerators, periods.denominators, periods.reflections, chart?.lower ?? [], chart?.upper ?? []].map((column) => column[index]);
      expect(values.every((value) => (state === 'SHOWN' ? value !== null : value === null))).toBe(true);
    });
  });

  it('lets what ripens follow a month later: the newest block is withheld, and never zero', async () => {
    const [noticed, brought] = await Promise.all([trend('PITFALL_ANY'), trend('BROUGHT_TO_SUPPORT')]);
    const lastNoticed = noticed.periods.through[noticed.periods.states.lastIndexOf('SHOWN')];
    const lastBrought = brought.periods.through[brought.periods.states.lastIndexOf('SHOWN')];
    expect(lastNoticed).toBe('2026-05');
    expect(brought.periods.states.at(-1)).toBe('WITHHELD');
    expect((lastBrought ?? '') <= (lastNoticed ?? '')).toBe(true);
  });

  it('tells a rare measure as a band per half-year, without count or chart', async () => {
    const { periods, period, chart } = await trend('PITFALL_SECRECY');
    expect([period, chart, periods.numerators]).toEqual(['HALF_YEAR', null, periods.from.map(() => null)]);
    expect(periods.bands.filter((band) => band !== null).length).toBe(periods.states.filter((state) => state === 'SHOWN').length);
    for (const band of periods.bands.filter((one) => one !== null)) expect(['0-2', '1-5', '4-null']).toContain(`${band.from}-${band.through ?? 'null'}`);
  });

  it('gives the parts of attention for children, which make up what was not complete', async () => {
    const { periods, parts } = await trend('CHILD_ATTENTION');
    expect(parts.map(({ name }) => name.en)).toEqual(['at least one no', 'not known']);
    periods.states.forEach((state, index) => {
      if (state !== 'SHOWN') return;
      const lacking = (periods.denominators[index] ?? 0) - (periods.numerators[index] ?? 0);
      expect(parts.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0)).toBe(lacking);
    });
  });

  it('draws the lines of a month the same in every window', async () => {
    const [whole, recent] = await Promise.all([trend('PITFALL_POWERLESSNESS'), trend('PITFALL_POWERLESSNESS', 'team: "team-a"', 6)]);
    expect(recent.periods.from[0]).toBe('2026-01');
    for (const column of ['lower', 'upper', 'marks'] as const) expect(recent.chart?.[column]).toEqual(whole.chart?.[column].slice(-recent.periods.from.length));
  });
});

describe('measureTrend of wider places and longer periods', () => {
  it('adds up exactly the posted figures of the units, for every measure and every period', async () => {
    for (const figure of TEAM_FIGURES.filter(({ isRare }) => !isRare)) {
      const rows = await queryOnce<{ through: string; numerator: number; denominator: number; unit: number }>(test.database.adminUrl, publishedFigures(figure, true), [11, 12, 13, 14]);
      for (const [period, months] of [['QUARTER', 3], ['HALF_YEAR', 6], ['YEAR', 12]] as const) {
        if (months < figure.months) continue;
        const { periods } = await trend(figure.measure, `place: ORGANISATION, period: ${period}`);
        for (const [index, from] of periods.from.entries()) {
          const through = periods.through[index] ?? '';
          const within = rows.filter((row) => row.through >= from && row.through <= through);
          const total = (count: (row: (typeof rows)[number]) => number) => (within.length === 0 ? null : within.reduce((sum, row) => sum + count(row), 0));
          expect([periods.numerators[index], periods.denominators[index]]).toEqual([total(({ numerator }) => numerator), total(({ denominator }) => denominator)]);
          expect(periods.unitsCovered[index]).toBe(new Set(within.map(({ unit }) => unit)).size);
          expect(periods.unitsInPlace[index]).toBe(4);
        }
      }
    }
  });

  it('keeps the regions apart, and together they are the organisation', async () => {
    const [one, two, whole] = await Promise.all(['place: REGION, region: "region-1"', 'place: REGION, region: "region-2"', 'place: ORGANISATION'].map((place) => trend('PITFALL_ANY', `${place}, period: QUARTER`)));
    expect([one?.periods.unitsInPlace[0], two?.periods.unitsInPlace[0], whole?.periods.unitsInPlace[0]]).toEqual([3, 1, 4]);
    expect(whole?.periods.numerators.map((count, index) => count === (one?.periods.numerators[index] ?? 0) + (two?.periods.numerators[index] ?? 0))).toEqual(whole?.periods.from.map(() => true));
  });

  it('reads what only a wider place posts from its own ledger, and withholds it where too few units posted', async () => {
    const [own, tooFew] = await Promise.all([trend('ROUND_TABLE_HELD', 'place: REGION, region: "region-1"'), trend('ROUND_TABLE_HELD', 'place: REGION, region: "region-2"')]);
    expect(own.periods.states).toContain('SHOWN');
    expect(own.periods.unitsInPlace.filter((units) => units !== null)).toEqual(own.periods.states.filter((state) => state === 'SHOWN').map(() => 3));
    expect(new Set(tooFew.periods.states)).toEqual(new Set(['WITHHELD']));
  });

  it('counts a rare measure for the organisation by quarter, of the reflections that its units considered', async () => {
    const { periods, figureUnit } = await trend('PITFALL_SECRECY', 'place: ORGANISATION');
    const [row] = await queryOnce<{ value: number; considered: number }>(
      test.database.adminUrl,
      `SELECT value, (SELECT sum(reflections) FROM published.place_block WHERE place_kind = 'organisation' AND number = 1)
            - (SELECT sum(value) FROM published.posted_count missing JOIN published.place_block_member member ON member.place_kind = 'organisation' AND number = 1 AND (unit_id, block_number) = (missing.place_id, missing.last_block)
                WHERE missing.place_kind = 'unit' AND count_key = 'missing:known:pitfalls') AS considered
         FROM published.posted_count WHERE place_kind = 'organisation' AND count_key = 'noticed:SECRECY' AND last_block = 1`,
    );
    expect(figureUnit).toBe('SHARE_OF_REFLECTIONS');
    expect([periods.numerators[0], periods.denominators[0]]).toEqual([row?.value, Number(row?.considered)]);
  });

  it('shows the completeness of the organisation and of no team', async () => {
    const { periods, figureUnit } = await trend('COMPLETENESS', 'place: ORGANISATION');
    expect([figureUnit, periods.states.includes('SHOWN')]).toEqual(['SHARE_OF_FIELDS', true]);
  });

  it('asks the database twice, whatever the number of measures', async () => {
    const source = test.app.get<DataSource>(getDataSourceToken('reader'));
    const query = jest.spyOn(source, 'query');
    const codes = TEAM_FIGURES.map(({ measure }) => measure);
    const answer = await ask(`{ measureTrends(organisation: "stage", team: "team-a", measures: ${JSON.stringify(codes)}) { measure } }`);
    expect(answer).toEqual({ data: { measureTrends: codes.map((measure) => ({ measure })) } });
    expect(query).toHaveBeenCalledTimes(2);
    query.mockRestore();
  });
});

describe('measureTrend refuses', () => {
  it.each([
    ['an unknown team', 'team: "nobody", measure: "PITFALL_ANY"', 'NOT_FOUND'],
    ['an unknown region', 'place: REGION, region: "nowhere", measure: "PITFALL_ANY"', 'NOT_FOUND'],
    ['a team without its code', 'measure: "PITFALL_ANY"', 'BAD_USER_INPUT'],
    ['an organisation that is also a team', 'place: ORGANISATION, team: "team-a", measure: "PITFALL_ANY"', 'BAD_USER_INPUT'],
    ['an unknown measure', 'team: "team-a", measure: "PITFALL_NOTHING"', 'BAD_USER_INPUT'],
    ['a period finer than published', 'team: "team-a", measure: "QUESTIONS_COMPARED", period: MONTH', 'NOT_PUBLISHED'],
    ['a rare measure of a team for another period than its band', 'team: "team-a", measure: "PITFALL_SECRECY", period: YEAR', 'NOT_PUBLISHED'],
    ['a rare measure of a region', 'place: REGION, region: "region-1", measure: "PITFALL_SECRECY"', 'NOT_PUBLISHED'],
    ['a place finer than published', 'team: "team-a", measure: "ROUND_TABLE_HELD"', 'NOT_PUBLISHED'],
    ['a measure without figures', 'team: "team-a", measure: "SUPPORT_HELD"', 'NOT_PUBLISHED'],
    ['too many months', 'team: "team-a", measure: "PITFALL_ANY", months: 61', 'BAD_USER_INPUT'],
  ])('%s, with a code', async (_what, question, code) => {
    expect(await ask(`{ measureTrend(organisation: "stage", ${question}) { measure } }`)).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});

describe('health', () => {
  it('lives, and is ready while the database answers', async () => {
    expect((await fetch(`${test.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${test.url}/health/ready`)).status).toBe(200);
  });
});
