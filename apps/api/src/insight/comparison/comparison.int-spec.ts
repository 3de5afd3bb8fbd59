import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import { addMonths, monthsInRange, parseMonth, type Month } from '@rolvast/domain';
import { publishedFunnel, type CountPoint } from '@rolvast/domain/statistics';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { insert, publishStage, type StagedUnit } from '../../testing/published-stage.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { publishedFigures, TEAM_FIGURES } from '../measure-trend/testing/published-figures.sql.js';

const START: Month = monthOrThrow('2025-01');
const VOLUMES = [24, 26, 22, 25, 30, 25, 24, 24, 28];
/** Not in the order of their names. */
const UNITS: readonly StagedUnit[] = [
  { id: 12, code: 'team-b', region: 1, volumes: [30] },
  { id: 11, code: 'team-a', region: 1, volumes: VOLUMES },
  { id: 13, code: 'team-c', region: 1, volumes: [18, 22, 6] },
  { id: 14, code: 'team-d', region: 2, volumes: [19, 28] },
  { id: 15, code: 'team-e', region: 2, volumes: [40] },
  { id: 16, code: 'team-f', region: 2, volumes: [28] },
  // Nothing reported in the last quarter but one, too little to show in the last.
  { id: 17, code: 'team-g', region: 2, volumes: [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 0, 0, 0, 3, 3, 2] },
];
/** What a team may be compared by, each quarter. */
const COMPARABLE = TEAM_FIGURES.filter(({ months, isRare, posted }) => months <= 3 && isRare !== true && 'count' in posted);

const numbers = z.array(z.number().nullable());
const lines = z.array(z.number());
const wording = z.object({ nl: z.string(), en: z.string() });
const comparisonSchema = z.object({
  place: z.object({ kind: z.string(), code: z.string() }),
  quarter: z.string(), from: z.string(), through: z.string(), quarters: z.array(z.string()),
  units: z.object({
    codes: z.array(z.string()), names: z.array(z.string()), heldFrom: z.array(z.string()), states: z.array(z.string()),
    reflections: numbers, numerators: numbers, denominators: numbers,
    positions: z.array(z.string().nullable()), standsOut: z.array(z.boolean().nullable()),
    lower95: numbers, upper998: numbers, ratios: numbers, ratioLower: numbers, ratioUpper: numbers, sentences: z.array(wording),
  }),
  compared: z.number(), isPartOfPlace: z.boolean(),
  whole: z.object({ state: z.string(), numerator: z.number().nullable(), denominator: z.number().nullable(), unitsCovered: z.number(), unitsInPlace: z.number(), coverageSentence: wording }),
  funnel: z.object({ centre: z.number(), phi: z.number().nullable(), sizes: lines, lower95: lines, upper95: lines, lower998: lines, upper998: lines }).nullable(),
  sentence: wording.nullable(), allowingFor: z.object({ code: z.string() }).nullable(), breakdowns: z.array(z.object({ code: z.string() })),
});
type Comparison = z.infer<typeof comparisonSchema>;
const COMPARISON = `place { kind code } quarter from through quarters
  units { codes names heldFrom states reflections numerators denominators positions standsOut lower95 upper998 ratios ratioLower ratioUpper sentences { nl en } }
  compared isPartOfPlace whole { state numerator denominator unitsCovered unitsInPlace coverageSentence { nl en } }
  funnel { centre phi sizes lower95 upper95 lower998 upper998 } sentence { nl en } allowingFor { code } breakdowns { code }`;

let test: TestApp;
let [director, manager] = ['', ''];
beforeAll(async () => {
  test = await createTestApp('2026-07-20T12:00:00Z');
  const { adminUrl } = test.database;
  await publishStage(adminUrl, UNITS, monthsInRange(START, addMonths(START, 18)));
  // One team notices powerlessness in a third of its reflections.
  await queryOnce(adminUrl, `UPDATE published.posted_count SET value = 12 WHERE place_kind = 'unit' AND place_id = 15 AND count_key = 'noticed:POWERLESSNESS'`);
  await insertParts(adminUrl);
  ({ cookie: director } = await test.signInAs({ organisation: 'stage', role: 'director' }));
  ({ cookie: manager } = await test.signInAs({ organisation: 'stage', role: 'team-manager', teams: ['team-a', 'team-d'] }));
});
afterAll(() => test.close());

/** Legal frames of the second quarter of 2026: three teams in the same two parts, one in another pair, the others none. */
async function insertParts(adminUrl: string): Promise<void> {
  const names = ['place_kind', 'place_id', 'breakdown', 'through_month', 'part'];
  const place = (id: number, part: number) => ['unit', id, 'LEGAL_FRAME', '2026-06', part];
  const [free, forced, rest] = [['voluntary'], ['involuntary', 'mixed', 'not_known'], ['mixed', 'not_known']];
  await insert(adminUrl, 'breakdown_part', [...names, 'categories', 'reflections'], [
    [...place(11, 1), free, 40], [...place(11, 2), forced, 30], [...place(12, 1), free, 60], [...place(12, 2), forced, 30],
    [...place(15, 1), free, 50], [...place(15, 2), forced, 70], [...place(16, 1), free, 44], [...place(16, 2), ['involuntary'], 20], [...place(16, 3), rest, 20],
  ]);
  const count = (id: number, part: number, value: number) => [...place(id, part), 'noticed:POWERLESSNESS', value];
  await insert(adminUrl, 'breakdown_count', [...names, 'count_key', 'value'], [count(11, 1, 3), count(11, 2, 9), count(12, 1, 6), count(12, 2, 9), count(15, 1, 21), count(15, 2, 42), count(16, 1, 3), count(16, 2, 3), count(16, 3, 3)]);
}

function monthOrThrow(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error('no month');
  return month;
}

async function compare(measure: string, rest = '', cookie = director): Promise<Comparison> {
  const { body } = await test.ask(`{ comparison(organisation: "stage", measure: "${measure}"${rest}) { ${COMPARISON} } }`, {}, cookie);
  return z.object({ data: z.object({ comparison: comparisonSchema }) }).parse(body).data.comparison;
}

interface SqlRow {
  readonly unit: number;
  readonly through: string;
  readonly reflections: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** The figures of a quarter by unit, from plain SQL over the published tables; units without one are left out. */
async function figuresBySql(figure: (typeof TEAM_FIGURES)[number], from: string, through: string): Promise<ReadonlyMap<number, Pick<SqlRow, 'reflections' | 'numerator' | 'denominator'>>> {
  const source = publishedFigures(figure, true).replace('place_id IN ($1, $2, $3, $4)', 'place_id BETWEEN 11 AND 17');
  const rows = await queryOnce<SqlRow>(test.database.adminUrl, source);
  const found = new Map<number, { reflections: number; numerator: number; denominator: number }>();
  for (const row of rows.filter((one) => one.through >= from && one.through <= through)) {
    const own = found.get(row.unit) ?? { reflections: 0, numerator: 0, denominator: 0 };
    found.set(row.unit, { reflections: own.reflections + row.reflections, numerator: own.numerator + row.numerator, denominator: own.denominator + row.denominator });
  }
  return found;
}

describe('every figure of a comparison', () => {
  it.each(COMPARABLE.map((figure) => [figure.measure, figure] as const))('is for %s what plain SQL makes of the published tables, its lines those of the funnel of these', async (measure, figure) => {
    for (const quarter of ['2025-Q2', '2026-Q2']) {
      const { units, from, through, whole, funnel, compared, quarters } = await compare(measure, `, quarter: "${quarter}"`);
      const sql = await figuresBySql(figure, from, through);
      expect(quarters).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']);
      expect(units.codes).toEqual(['team-a', 'team-b', 'team-c', 'team-d', 'team-e', 'team-f', 'team-g']);
      const points = [11, 12, 13, 14, 15, 16, 17].map((unit) => sql.get(unit) ?? null);
      expect(units.numerators.map((numerator, index) => (units.states[index] === 'SHOWN' ? { reflections: units.reflections[index], numerator, denominator: units.denominators[index] } : null))).toEqual(points);
      const sum = (of: (point: NonNullable<(typeof points)[number]>) => number) => points.reduce((total, point) => total + (point === null ? 0 : of(point)), 0);
      expect([whole.numerator, whole.denominator]).toEqual([sum(({ numerator }) => numerator), sum(({ denominator }) => denominator)]);
      expect([whole.unitsCovered, whole.unitsInPlace, compared]).toEqual([sql.size, 7, sql.size]);
      const told: CountPoint[] = points.map((point) => (point === null ? null : { numerator: point.numerator, denominator: point.denominator }));
      const expected = publishedFunnel(told, figure.isShortfall === true ? 'shortfall' : 'count', []);
      if (!expected.ok) throw new Error(expected.fault.code);
      expect(funnel?.centre).toBe(expected.value.centre);
      expect(units.positions).toEqual(expected.value.units.map((unit) => unit?.position.replace('-', '_').toUpperCase() ?? null));
      expect(units.standsOut).toEqual(expected.value.units.map((unit) => unit?.standsOut ?? null));
      expect([units.lower95, units.upper998]).toEqual([expected.value.units.map((unit) => unit?.lower95 ?? null), expected.value.units.map((unit) => unit?.upper998 ?? null)]);
    }
  });

  it('names no unit that lies inside, and each that lies outside with its side and where to look first', async () => {
    const { units, sentence } = await compare('PITFALL_POWERLESSNESS');
    expect(units.positions[4]).toMatch(/^ABOVE/);
    expect(units.standsOut[4]).toBe(true);
    expect(sentence?.nl).toContain('Buiten de lijnen bij ‘Als machteloosheid niet herkend en erkend wordt’: Team team-e');
    expect(units.sentences[4]?.en).toContain('That is above the lines; first look at case-mix and recording.');
    expect(units.sentences[0]?.en).toContain('That is inside the lines.');
  });

  it('keeps withheld and absent apart, and neither has a number', async () => {
    const [last, before] = [await compare('PITFALL_ANY'), await compare('PITFALL_ANY', ', quarter: "2026-Q1"')];
    expect([last.units.states[6], before.units.states[6]]).toEqual(['WITHHELD', 'ABSENT']);
    for (const { units } of [last, before]) expect([units.reflections[6], units.numerators[6], units.denominators[6], units.positions[6], units.lower95[6]]).toEqual([null, null, null, null, null]);
    expect(last.units.sentences[6]?.nl).toContain('nog niet te tonen');
    expect(before.units.sentences[6]?.nl).toContain('niets aangeleverd');
    expect(last.whole.coverageSentence.nl).toBe('Dit cijfer gaat over 6 van 7 teams.');
  });

  it('lets a region hide rows and keep the lines: its teams, its sum, the centre of the organisation', async () => {
    const [region, organisation] = [await compare('PITFALL_ANY', ', region: "region-1"'), await compare('PITFALL_ANY')];
    expect(region.units.codes).toEqual(['team-a', 'team-b', 'team-c']);
    expect(region.funnel?.centre).toBe(organisation.funnel?.centre);
    expect(region.units.upper998).toEqual(organisation.units.upper998.slice(0, 3));
    expect([region.compared, organisation.compared, region.isPartOfPlace]).toEqual([6, 6, false]);
    expect(region.whole.denominator).toBe(region.units.denominators.reduce((sum: number, size) => sum + (size ?? 0), 0));
    expect(region.sentence?.en).toContain('(teams compared: 3)');
  });

  it('allows for a breakdown with the rates of the parts that at least three units posted alike', async () => {
    const { units, allowingFor, breakdowns } = await compare('PITFALL_POWERLESSNESS', ', allowingFor: "legal_frame"');
    // Voluntary: 3 + 6 + 21 + 3 of 40 + 60 + 50 + 44; the merged part: 9 + 9 + 42 of 30 + 30 + 70.
    const expected = (free: number, forced: number) => (free * 33) / 194 + (forced * 60) / 130;
    expect(allowingFor?.code).toBe('LEGAL_FRAME');
    expect(breakdowns.map(({ code }) => code)).toContain('LEGAL_FRAME');
    expect(units.ratios[0]).toBeCloseTo(12 / expected(40, 30), 12);
    expect(units.ratios[1]).toBeCloseTo(15 / expected(60, 30), 12);
    expect(units.ratios[4]).toBeCloseTo(63 / expected(50, 70), 12);
    expect([2, 3, 5, 6].map((index) => units.ratios[index])).toEqual([null, null, null, null]);
    // Byar's interval of 12, over what was to be expected.
    expect(units.ratioLower[0]).toBeCloseTo((12 * (1 - 1 / 108 - 1.959964 / (3 * Math.sqrt(12))) ** 3) / expected(40, 30), 5);
    expect(units.sentences[0]?.nl).toContain('Rekening houdend met juridisch kader is dit');
    expect(units.sentences[5]?.nl).toContain('Een vergelijking die rekening houdt met juridisch kader is hier niet beschikbaar.');
  });

  it('says of a measure without such parts that the comparison is not available', async () => {
    const { units, breakdowns } = await compare('ROLE_DEFINITION', ', allowingFor: "LEGAL_FRAME"');
    expect(breakdowns).toEqual([]);
    expect(new Set(units.ratios)).toEqual(new Set([null]));
    expect(units.sentences[0]?.en).toContain('A comparison allowing for legal frame is not available here.');
  });

  it('takes three statements for the organisation, and five for a region with a breakdown', async () => {
    const query = jest.spyOn(test.app.get<DataSource>(getDataSourceToken('reader')), 'query');
    await compare('PITFALL_ANY');
    expect(query).toHaveBeenCalledTimes(3);
    await compare('PITFALL_ANY', ', region: "region-1", allowingFor: "LEGAL_FRAME"');
    expect(query).toHaveBeenCalledTimes(3 + 5);
    query.mockRestore();
  });
});

describe('a team manager', () => {
  it('sees her own units, with the lines of all, and nothing of another unit: no code, no name, no point', async () => {
    const [own, all] = [await compare('PITFALL_POWERLESSNESS', ', allowingFor: "LEGAL_FRAME"', manager), await compare('PITFALL_POWERLESSNESS', ', allowingFor: "LEGAL_FRAME"')];
    expect(own.units.codes).toEqual(['team-a', 'team-d']);
    expect(own.funnel?.centre).toBe(all.funnel?.centre);
    expect(own.units.positions).toEqual([all.units.positions[0], all.units.positions[3]]);
    expect(own.units.ratios).toEqual([all.units.ratios[0], all.units.ratios[3]]);
    expect(own.whole).toEqual(all.whole);
    expect([own.compared, own.isPartOfPlace, own.sentence]).toEqual([6, true, null]);
    for (const list of Object.values(own.units)) expect(list).toHaveLength(2);
    expect(JSON.stringify(own)).not.toMatch(/team-[bcefg]/);
    // The reach of the lines follows from her own sizes alone.
    expect(Math.max(...(own.funnel?.sizes ?? []))).toBeLessThan(1.3 * Math.max(...own.units.denominators.map((size) => size ?? 0)));
  });

  it('is given another organisation, another region and one that is not there alike', async () => {
    const { cookie, userNumber } = await test.signInAs({ organisation: 'stage', role: 'team-manager', teams: ['team-a'] });
    const ask = async (place: string) => (await test.ask(`{ comparison(organisation: ${place}, measure: "PITFALL_ANY") { quarter } }`, {}, cookie)).text;
    const organisations = [await ask('"noord"'), await ask('"nowhere"'), await ask('"STAGE\\u0000"')];
    const regions = [await ask('"stage", region: "region-2"'), await ask('"stage", region: "nowhere"'), await ask('"noord", region: "region-1"')];
    expect([new Set(organisations).size, new Set(regions).size]).toEqual([1, 1]);
    expect([...organisations, ...regions].every((answer) => answer.includes('NOT_FOUND'))).toBe(true);
    expect(await ask('"stage", region: "region-1"')).toContain('2026-Q2');
    const [row] = await queryOnce<{ refused: number }>(test.database.adminUrl, `SELECT count(*)::integer AS refused FROM access.audit_entry WHERE user_number = $1 AND deed = 'Query.comparison' AND result = 'refused'`, [userNumber]);
    expect(row?.refused).toBe(6);
  });
});

describe('comparison refuses', () => {
  it.each([
    ['an unknown measure', 'measure: "PITFALL_NOTHING"', 'BAD_USER_INPUT'],
    ['an unknown breakdown', 'measure: "PITFALL_ANY", allowingFor: "SHOE_SIZE"', 'BAD_USER_INPUT'],
    ['a quarter that is none', 'measure: "PITFALL_ANY", quarter: "2026-Q5"', 'BAD_USER_INPUT'],
    ['a month instead of a quarter', 'measure: "PITFALL_ANY", quarter: "2026-06"', 'BAD_USER_INPUT'],
    ['a quarter that was not closed', 'measure: "PITFALL_ANY", quarter: "2026-Q3"', 'NOT_PUBLISHED'],
    ['a quarter before the first', 'measure: "PITFALL_ANY", quarter: "2024-Q4"', 'NOT_PUBLISHED'],
    ['a rare measure, of which teams have bands', 'measure: "PITFALL_SECRECY"', 'NOT_PUBLISHED'],
    ['hours, which have no lines', 'measure: "EXTRA_HOURS"', 'NOT_PUBLISHED'],
    ['a measure by half-year', 'measure: "BOUNDARY_VOICED"', 'NOT_PUBLISHED'],
    ['a measure that no team has', 'measure: "COMPLETENESS"', 'NOT_PUBLISHED'],
  ])('%s, with a code', async (_what, question, code) => {
    expect((await test.ask(`{ comparison(organisation: "stage", ${question}) { measure } }`, {}, director)).body).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('to draw lines where fewer than five teams have a figure, and still gives each its figure', async () => {
    await queryOnce(test.database.adminUrl, `UPDATE published.posted_count SET count_key = 'kept:COALITION' WHERE count_key = 'noticed:COALITION' AND place_kind = 'unit' AND place_id > 14`);
    const { units, funnel, sentence, compared } = await compare('PITFALL_COALITION');
    expect([funnel, sentence, compared]).toEqual([null, null, 4]);
    expect(units.positions.every((position) => position === null)).toBe(true);
    expect(units.numerators.filter((count) => count !== null)).toHaveLength(4);
    expect(units.sentences[0]?.nl).toContain('Er zijn nog te weinig teams voor lijnen.');
  });
});
