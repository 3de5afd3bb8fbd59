import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addMonths, blockMeasures, parseMonth, type Month } from '@rolvast/domain';
import { z } from 'zod';
import { LoadOrganisationService } from '../../intake/organisation/load-organisation.service.js';
import { CloseMonthsService } from '../../publish/close-month/close-months.service.js';
import { PublishDirectoryService } from '../../publish/directory/publish-directory.service.js';
import { importPath } from '../../testing/import-path.js';
import { organisationFile, safeMonth, writeReflections } from '../../testing/reflection-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

const START: Month = monthOrThrow('2025-01');
const QUESTION = `query ($team: String!, $measure: String!, $months: Int!) {
  measureTrend(organisation: "trends", team: $team, measure: $measure, months: $months) {
    unit { name closedThrough } team { name }
    periods { from through states reflections numerators denominators }
    chart { stage centre lower upper marks }
  }
}`;

const answerSchema = z.object({
  data: z.object({ measureTrend: z.object({
    unit: z.object({ name: z.string(), closedThrough: z.string().nullable() }),
    team: z.object({ name: z.string() }),
    periods: z.object({
      from: z.array(z.string()), through: z.array(z.string()), states: z.array(z.string()),
      reflections: z.array(z.number().nullable()), numerators: z.array(z.number().nullable()), denominators: z.array(z.number().nullable()),
    }),
    chart: z.object({
      stage: z.string(), centre: z.number().nullable(),
      lower: z.array(z.number().nullable()), upper: z.array(z.number().nullable()), marks: z.array(z.string().nullable()),
    }),
  }) }),
});

let test: TestApp;
/** Who may see everything of each organisation. */
const cookies = new Map<string, string>();
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
  await test.app.get(LoadOrganisationService).load(organisationFile('trends', [{ code: 'team-a' }, { code: 'team-b', professionals: 2, publishWith: 'team-a' }, { code: 'team-new' }]));
  // Month 3 is too small to stand alone, month 6 has nothing at all, month 15 has far more flags than the others, month 16 is too small and waits.
  const volumes = [12, 12, 12, 4, 12, 12, 0, 12, 12, 12, 12, 12, 12, 12, 12, 12, 5];
  const rows = volumes.flatMap((volume, index) => safeMonth('team-a', addMonths(START, index), volume, 'POWERLESSNESS', index === 15 ? 11 : 2));
  await importPath(test.app, await writeReflections(rows), 'trends');
  await test.app.get(CloseMonthsService).close('trends', monthOrThrow('2026-05'));
  await test.app.get(LoadOrganisationService).load(organisationFile('unclosed', [{ code: 'team-a' }]));
  await test.app.get(PublishDirectoryService).publish('unclosed');
  for (const organisation of ['trends', 'unclosed']) cookies.set(organisation, (await test.signInAs({ organisation, role: 'director' })).cookie);
});
afterAll(() => test.close());

function monthOrThrow(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error('no month');
  return month;
}

async function ask(query: string, variables: object, organisation = 'trends'): Promise<unknown> {
  return (await test.ask(query, variables, cookies.get(organisation))).body;
}

async function trend(team: string, months = 24, measure = 'PITFALL_POWERLESSNESS'): Promise<z.infer<typeof answerSchema>['data']['measureTrend']> {
  return answerSchema.parse(await ask(QUESTION, { team, measure, months })).data.measureTrend;
}

describe('measureTrend', () => {
  it('gives columns of one length, with merged, absent and withheld months each as what they are', async () => {
    const { periods, chart } = await trend('team-a', 17);
    const lengths = [...Object.values(periods), chart.lower, chart.upper, chart.marks].map((column) => column.length);
    expect(new Set(lengths).size).toBe(1);
    const labels = periods.from.map((from, index) => `${from}/${periods.through[index] ?? ''} ${periods.states[index] ?? ''}`);
    expect(labels).toContain('2025-04/2025-05 SHOWN');
    expect(labels).toContain('2025-07/2025-07 ABSENT');
    expect(labels.at(-1)).toBe('2026-05/2026-05 WITHHELD');
    expect(periods.states.filter((state) => state === 'SHOWN')).toHaveLength(14);
  });

  it('begins with the first month that could be closed: what lies before it is no gap', async () => {
    const { periods } = await trend('team-a', 60);
    expect(periods.from[0]).toBe('2025-01');
  });

  it('shows no number for a month that is not shown', async () => {
    const { periods, chart } = await trend('team-a');
    periods.states.forEach((state, index) => {
      const numbers = [periods.numerators, periods.denominators, periods.reflections, chart.lower, chart.upper].map((column) => column[index]);
      expect(numbers.every((number) => (state === 'SHOWN' ? number !== null : number === null))).toBe(true);
    });
  });

  it('computes the centre from the shown periods only and marks the month outside the limits', async () => {
    const { periods, chart } = await trend('team-a');
    const sum = (column: readonly (number | null)[]) => column.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(chart.centre).toBeCloseTo(sum(periods.numerators) / sum(periods.denominators), 12);
    expect(chart.marks[periods.from.indexOf('2026-04')]).toBe('ABOVE_LIMIT');
  });

  it('draws the lines of a month the same in every window', async () => {
    const [whole, recent] = await Promise.all([trend('team-a', 60), trend('team-a', 6)]);
    expect(recent.periods.from[0]).toBe('2025-12');
    expect({ ...recent.chart, lower: null, upper: null, marks: null }).toEqual({ ...whole.chart, lower: null, upper: null, marks: null });
    for (const column of ['lower', 'upper', 'marks'] as const) expect(recent.chart[column]).toEqual(whole.chart[column].slice(-recent.periods.from.length));
  });

  it('answers for a small team with the unit it is published with', async () => {
    const answer = await trend('team-b');
    expect(answer.team.name).toBe('Team team-b');
    expect(answer.unit.name).toBe('Team team-a + Team team-b');
  });

  it('answers with absent months only for a team that never reported', async () => {
    const { periods, chart } = await trend('team-new', 3);
    expect(periods.states).toEqual(['ABSENT', 'ABSENT', 'ABSENT']);
    expect(chart.stage).toBe('DOTS_ONLY');
  });

  it('answers with no periods before the first close', async () => {
    const answer = await ask(QUESTION.replace('"trends"', '"unclosed"'), { team: 'team-a', measure: 'PITFALL_SECRECY', months: 24 }, 'unclosed');
    expect(answerSchema.parse(answer).data.measureTrend.periods.from).toEqual([]);
  });

  it.each([
    ['an unknown team', { team: 'nobody', measure: 'PITFALL_SECRECY', months: 24 }, 'NOT_FOUND'],
    ['an unknown measure', { team: 'team-a', measure: 'PITFALL_NOTHING', months: 24 }, 'BAD_USER_INPUT'],
    ['a measure that needs a ledger of its own', { team: 'team-a', measure: 'CHILD_ATTENTION', months: 24 }, 'BAD_USER_INPUT'],
    ['too many months', { team: 'team-a', measure: 'PITFALL_SECRECY', months: 61 }, 'BAD_USER_INPUT'],
  ])('refuses %s with a code', async (_what, variables, code) => {
    expect(await ask(QUESTION, variables)).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('answers for every measure that blocks are published with', async () => {
    for (const { code } of blockMeasures()) expect((await trend('team-a', 24, code)).chart.stage).toBe('FULL');
  });
});

describe('health', () => {
  it('lives, and is ready while the database answers', async () => {
    expect((await fetch(`${test.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${test.url}/health/ready`)).status).toBe(200);
  });
});
