import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import { addMonths, monthsInRange, parseMonth, PITFALL_CODES, type Month } from '@rolvast/domain';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { publishStage, type StagedUnit } from '../../testing/published-stage.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { publishedFigures, TEAM_FIGURES } from '../measure-trend/testing/published-figures.sql.js';

const START: Month = monthOrThrow('2025-01');
const UNITS: readonly StagedUnit[] = [
  { id: 11, code: 'team-a', region: 1, volumes: [24, 26, 22] },
  { id: 12, code: 'team-b', region: 1, volumes: [30] },
  // Too little for a month of its own: months go together, and too few points remain.
  { id: 13, code: 'team-c', region: 2, volumes: [9] },
  { id: 14, code: 'team-d', region: 2, volumes: [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 0, 0, 0] },
];

const numbers = z.array(z.number().nullable());
const mapSchema = z.object({
  quarter: z.string(), from: z.string(), through: z.string(), quarters: z.array(z.string()),
  units: z.object({ codes: z.array(z.string()), names: z.array(z.string()) }),
  pitfalls: z.array(
    z.object({
      measure: z.string(), isBand: z.boolean(), from: z.string(), through: z.string(), rolePart: z.object({ en: z.string() }), principles: z.array(z.object({ en: z.string() })),
      states: z.array(z.string().nullable()), numerators: numbers, denominators: numbers,
      bands: z.array(z.object({ from: z.number(), through: z.number().nullable() }).nullable()), changes: z.array(z.string().nullable()),
    }),
  ),
});
type PitfallMap = z.infer<typeof mapSchema>;
const MAP = 'quarter from through quarters units { codes names } pitfalls { measure isBand from through rolePart { en } principles { en } states numerators denominators bands { from through } changes }';

let test: TestApp;
let director = '';
beforeAll(async () => {
  test = await createTestApp('2026-07-20T12:00:00Z');
  await publishStage(test.database.adminUrl, UNITS, monthsInRange(START, addMonths(START, 18)));
  // The last month of team-b is far above its own.
  await queryOnce(test.database.adminUrl, `UPDATE published.posted_count SET value = 21 WHERE place_kind = 'unit' AND place_id = 12 AND count_key = 'noticed:COALITION' AND last_block = 18`);
  ({ cookie: director } = await test.signInAs({ organisation: 'stage', role: 'quality-staff' }));
});
afterAll(() => test.close());

function monthOrThrow(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error('no month');
  return month;
}

async function askMap(rest = '', cookie = director): Promise<PitfallMap> {
  const { body } = await test.ask(`{ pitfallMap(organisation: "stage"${rest}) { ${MAP} } }`, {}, cookie);
  return z.object({ data: z.object({ pitfallMap: mapSchema }) }).parse(body).data.pitfallMap;
}

const trendSchema = z.object({ data: z.object({ measureTrend: z.object({ periods: z.object({ through: z.array(z.string()), states: z.array(z.string()) }), chart: z.object({ stage: z.string(), marks: z.array(z.string().nullable()) }) }) }) });

const quarterTrendSchema = z.object({ data: z.object({ measureTrend: z.object({ periods: z.object({ through: z.array(z.string()), numerators: numbers, denominators: numbers }), chart: z.object({ lower: numbers, upper: numbers }) }) }) });

/** What the charts that the team's page draws say of the quarter, asked by another question. */
async function changeByTrend(team: string, measure: string, { from, through }: PitfallMap): Promise<string | null> {
  const { body } = await test.ask(`{ measureTrend(organisation: "stage", team: "${team}", measure: "${measure}", months: 60) { periods { through states } chart { stage marks } } }`, {}, director);
  const { periods, chart } = trendSchema.parse(body).data.measureTrend;
  const within = periods.through.flatMap((month, index) => (periods.states[index] === 'SHOWN' && month >= from && month <= through ? [chart.marks[index] ?? ''] : []));
  if (within.length === 0) return null;
  if (chart.stage !== 'FULL') return 'TOO_FEW_POINTS';
  const quarters = quarterTrendSchema.parse((await test.ask(`{ measureTrend(organisation: "stage", team: "${team}", measure: "${measure}", period: QUARTER, months: 60) { periods { through numerators denominators } chart { lower upper } } }`, {}, director)).body).data.measureTrend;
  const at = quarters.periods.through.indexOf(through);
  const [numerator, denominator, lower, upper] = [quarters.periods.numerators[at] ?? 0, quarters.periods.denominators[at] ?? 1, quarters.chart.lower[at] ?? 0, quarters.chart.upper[at] ?? 1];
  if (numerator / denominator > upper) return 'MORE';
  if (numerator / denominator < lower) return 'FEWER';
  const last = within.findLast((mark) => mark !== '') ?? '';
  return last === '' ? 'AS_USUAL' : last.includes('ABOVE') ? 'MORE' : 'FEWER';
}

describe('the map of pitfalls', () => {
  it.each(['2025-Q4', '2026-Q2'])('has in every cell of %s what plain SQL makes of the published tables, and the change that the chart of the unit shows', async (quarter) => {
    const map = await askMap(`, quarter: "${quarter}"`);
    expect(map.units.codes).toEqual(['team-a', 'team-b', 'team-c', 'team-d']);
    expect(map.pitfalls.map(({ measure }) => measure)).toEqual(PITFALL_CODES.map((code) => `PITFALL_${code}`));
    for (const column of map.pitfalls) {
      const figure = TEAM_FIGURES.find(({ measure }) => measure === column.measure);
      if (figure === undefined) throw new Error('every pitfall is written down');
      const rows = await queryOnce<{ unit: number; through: string; numerator: number; denominator: number }>(test.database.adminUrl, publishedFigures(figure, true), [11, 12, 13, 14]);
      for (const [index, unit] of [11, 12, 13, 14].entries()) {
        const own = rows.filter((row) => row.unit === unit && row.through >= column.from && row.through <= column.through);
        const [numerator, denominator] = [own.reduce((sum, row) => sum + row.numerator, 0), own.reduce((sum, row) => sum + row.denominator, 0)];
        expect([column.states[index] === 'SHOWN', column.denominators[index]]).toEqual(own.length > 0 ? [true, denominator] : [false, null]);
        expect(column.numerators[index]).toBe(own.length > 0 && !column.isBand ? numerator : null);
        if (column.isBand && own.length > 0) expect(column.bands[index]).toEqual(numerator === 0 ? { from: 0, through: 2 } : numerator === 3 ? { from: 1, through: 5 } : { from: 4, through: null });
        expect(column.changes[index]).toBe(column.isBand ? null : await changeByTrend(map.units.codes[index] ?? '', column.measure, map));
      }
    }
  });

  it('tells more, as usual, too few points, withheld, absent and rare apart', async () => {
    const { pitfalls } = await askMap();
    const [coalition, secrecy] = [pitfalls[0], pitfalls.find(({ measure }) => measure === 'PITFALL_SECRECY')];
    expect(coalition?.changes[1]).toBe('MORE');
    expect(coalition?.changes[2]).toBe('TOO_FEW_POINTS');
    expect(coalition?.states[3]).toBe('ABSENT');
    expect(pitfalls.flatMap(({ changes }) => changes)).toContain('AS_USUAL');
    expect(secrecy).toMatchObject({ isBand: true, from: '2026-01', through: '2026-06', rolePart: { en: 'Role awareness' }, principles: [{ en: 'Privacy' }] });
    expect(new Set(secrecy?.changes)).toEqual(new Set([null]));
  });

  it('gives of the rare pitfalls the half-year that had ended', async () => {
    const { pitfalls, quarters } = await askMap(', quarter: "2026-Q1"');
    expect(pitfalls.filter(({ isBand }) => isBand).map(({ measure, from, through }) => [measure, from, through])).toEqual([['PITFALL_SECRECY', '2025-07', '2025-12'], ['PITFALL_INVISIBLE_CHILD', '2025-07', '2025-12']]);
    expect(quarters).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']);
  });

  it('takes three statements', async () => {
    const query = jest.spyOn(test.app.get<DataSource>(getDataSourceToken('reader')), 'query');
    await askMap();
    expect(query).toHaveBeenCalledTimes(3);
    query.mockRestore();
  });

  it('shows of a region its units', async () => {
    expect((await askMap(', region: "region-2"')).units.codes).toEqual(['team-c', 'team-d']);
  });

  it('shows a team manager her own units and nothing of another', async () => {
    const { cookie } = await test.signInAs({ organisation: 'stage', role: 'team-manager', teams: ['team-b'] });
    const [own, all] = [await askMap('', cookie), await askMap()];
    expect(own.units).toEqual({ codes: ['team-b'], names: ['Team team-b'] });
    expect(own.pitfalls.map(({ numerators }) => numerators)).toEqual(all.pitfalls.map(({ numerators }) => [numerators[1]]));
    expect(own.pitfalls.map(({ changes }) => changes)).toEqual(all.pitfalls.map(({ changes }) => [changes[1]]));
    expect(JSON.stringify(own)).not.toMatch(/team-[acd]/);
  });

  it('gives another organisation and one that is not there, another region and one that is not there, the same answer', async () => {
    const { cookie } = await test.signInAs({ organisation: 'stage', role: 'team-manager', teams: ['team-b'] });
    const ask = async (place: string) => (await test.ask(`{ pitfallMap(organisation: ${place}) { quarter } }`, {}, cookie)).text;
    expect(await ask('"noord"')).toBe(await ask('"nowhere"'));
    expect(await ask('"stage", region: "region-2"')).toBe(await ask('"stage", region: "nowhere"'));
    expect(await ask('"noord"')).toContain('NOT_FOUND');
    expect(await ask('"stage", region: "region-2"')).toContain('NOT_FOUND');
  });

  it.each([
    ['a quarter that is none', '2026-6', 'BAD_USER_INPUT'],
    ['a quarter that was not closed', '2026-Q3', 'NOT_PUBLISHED'],
    ['a quarter before the first', '2024-Q4', 'NOT_PUBLISHED'],
  ])('refuses %s with a code', async (_what, quarter, code) => {
    expect((await test.ask(`{ pitfallMap(organisation: "stage", quarter: "${quarter}") { quarter } }`, {}, director)).body).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});
