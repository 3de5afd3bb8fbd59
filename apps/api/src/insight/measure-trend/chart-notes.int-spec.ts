import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { ViewerRole } from '../../access/roles.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { loadTwoOrganisations } from '../../testing/two-organisations.js';

/*
 * What stands beside the figures of a trend, from the door where it is decided to the answer on the chart. Organisation noord publishes team-c
 * together with team-a, and team-b alone, from January to March 2026.
 */

const NOTES = `periods { from } chart { stage centre phases { from stage centre rebase { fromMonth reason decidedAs decidedInWeek } } }
  notes { sessions { month kind held } events { unitCode month title decidedAs } targets { fromMonth value source decidedAs } marks { throughMonth kind snoozedThroughWeek decidedAs } rebases { fromMonth reason } }`;
const phases = z.array(z.object({ from: z.string(), stage: z.string(), centre: z.number().nullable(), rebase: z.object({ fromMonth: z.string(), reason: z.string(), decidedAs: z.string(), decidedInWeek: z.string() }).nullable() }));
const lists = z.array(z.record(z.string(), z.unknown()));
const trendSchema = z.object({
  periods: z.object({ from: z.array(z.string()) }),
  chart: z.object({ stage: z.string(), centre: z.number().nullable(), phases }).nullable(),
  notes: z.object({ sessions: lists, events: lists, targets: lists, marks: lists, rebases: lists }),
});
type Trend = z.infer<typeof trendSchema>;

const cookies = new Map<string, string>();
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
  await loadTwoOrganisations(test);
  for (const role of ['team-manager', 'quality-staff', 'director'] as const) cookies.set(role, (await test.signInAs({ organisation: 'noord', role, teams: role === 'team-manager' ? ['team-a', 'team-c'] : [] })).cookie);
  cookies.set('zuid', (await test.signInAs({ organisation: 'zuid', role: 'director' })).cookie);
  await decideEverything();
});
afterAll(() => test.close());

async function ask(who: string, question: string): Promise<unknown> {
  return (await test.ask(question, {}, cookies.get(who))).body;
}

async function decide(role: ViewerRole, mutation: string): Promise<number> {
  const answer = z.object({ data: z.record(z.string(), z.union([z.number(), z.object({ session: z.number() })])) }).parse(await ask(role, `mutation { decided: ${mutation} }`));
  const { decided } = answer.data;
  return typeof decided === 'number' ? decided : (decided?.session ?? 0);
}

async function hold(team: string, kind: string, plannedOn: string, fiveOrMore: boolean): Promise<void> {
  const session = await decide('team-manager', `planSupportSession(plan: { team: "${team}", kind: "${kind}", plannedOn: "${plannedOn}", promptedBy: "PITFALL_ANY" }) { session }`);
  await decide('team-manager', `holdSupportSession(held: { session: ${session}, version: 1, heldOn: "${plannedOn}", fiveOrMore: ${fiveOrMore} }) { session }`);
}

async function decideEverything(): Promise<void> {
  await hold('team-a', 'intervision', '2026-02-10', true);
  await hold('team-c', 'intervision', '2026-02-17', false);
  await hold('team-a', 'supervision', '2026-04-08', true);
  await hold('team-a', 'supervision', '2025-04-08', true);
  await decide('team-manager', 'planSupportSession(plan: { team: "team-a", kind: "supervision", plannedOn: "2026-07-08" }) { session }');
  await decide('team-manager', 'addChartEvent(unit: "team-a", month: "2026-02", title: "Nieuwe teamindeling")');
  await decide('director', 'addChartEvent(month: "2026-03", title: "Nieuw registratiesysteem")');
  await decide('director', 'addChartEvent(unit: "team-b", month: "2026-03", title: "Verhuizing")');
  await decide('director', 'setTarget(target: { unit: "team-a", measure: "CHILD_ATTENTION", fromMonth: "2026-01", value: 90, source: "own_policy" })');
  await decide('team-manager', 'markSignal(mark: { unit: "team-a", measure: "PITFALL_ANY", throughMonth: "2026-03", kind: "snoozed", until: "2026-07-15" })');
  await decide('quality-staff', 'rebaseChart(unit: "team-a", measure: "PITFALL_ANY", fromMonth: "2026-02", reason: "recording_changed")');
}

async function trend(who: string, place: string, measure = 'PITFALL_ANY', organisation = 'noord'): Promise<Trend> {
  const answer = await ask(who, `{ measureTrend(organisation: "${organisation}", ${place}, measure: "${measure}") { ${NOTES} } }`);
  return z.object({ data: z.object({ measureTrend: trendSchema }) }).parse(answer).data.measureTrend;
}

const SESSIONS = [{ month: '2026-02', kind: 'intervision', held: 2 }, { month: '2026-04', kind: 'supervision', held: 1 }];
const EVERYWHERE = { unitCode: null, month: '2026-03', title: 'Nieuw registratiesysteem', decidedAs: 'director' };
const OF_TEAM = { unitCode: 'team-a', month: '2026-02', title: 'Nieuwe teamindeling', decidedAs: 'team-manager' };

describe('the chart of a team', () => {
  it.each(['team-manager', 'quality-staff', 'director'])('shows a %s the held sessions of the unit by month and kind, and what happened, on every measure', async (role) => {
    for (const measure of ['PITFALL_ANY', 'CHILD_ATTENTION', 'EXTRA_HOURS', 'PITFALL_SECRECY']) {
      const { notes, periods } = await trend(role, 'team: "team-a"', measure);
      expect(notes).toMatchObject(periods.from.length === 0 ? { sessions: [] } : { sessions: SESSIONS, events: [OF_TEAM, EVERYWHERE] });
    }
    expect((await trend(role, 'team: "team-c"')).notes.sessions).toEqual(SESSIONS);
  });

  it('shows the signal that was put off to whoever sees the trend, with role and week', async () => {
    for (const role of ['team-manager', 'quality-staff', 'director']) {
      expect((await trend(role, 'team: "team-a"')).notes.marks).toEqual([{ throughMonth: '2026-03', kind: 'snoozed', snoozedThroughWeek: '2026-W29', decidedAs: 'team-manager' }]);
    }
    expect((await trend('director', 'team: "team-a"', 'CHILD_ATTENTION')).notes).toMatchObject({ marks: [], rebases: [], targets: [{ fromMonth: '2026-01', value: 90, source: 'own_policy', decidedAs: 'director' }] });
  });

  it('begins a phase where it was rebased by hand, with the role and the coded reason', async () => {
    const { chart, notes, periods } = await trend('team-manager', 'team: "team-a"');
    expect(periods.from).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(chart?.phases.map(({ from, rebase }) => [from, rebase])).toEqual([
      ['2026-01', null],
      ['2026-02', { fromMonth: '2026-02', reason: 'recording_changed', decidedAs: 'quality-staff', decidedInWeek: '2026-W25' }],
    ]);
    expect(notes.rebases).toEqual([{ fromMonth: '2026-02', reason: 'recording_changed' }]);
    expect((await trend('director', 'team: "team-a"', 'PITFALL_POWERLESSNESS')).chart?.phases).toHaveLength(1);
  });

  it('tells the months it shows the same figures with and without a new start', async () => {
    const figures = 'periods { from states numerators denominators }';
    const before = await ask('director', `{ measureTrend(organisation: "noord", team: "team-b", measure: "PITFALL_ANY") { ${figures} } }`);
    const rebase = await decide('director', 'rebaseChart(unit: "team-b", measure: "PITFALL_ANY", fromMonth: "2026-03", reason: "team_changed")');
    expect((await trend('director', 'team: "team-b"')).chart?.phases).toHaveLength(2);
    expect(await ask('director', `{ measureTrend(organisation: "noord", team: "team-b", measure: "PITFALL_ANY") { ${figures} } }`)).toEqual(before);
    await ask('director', `mutation { endRebase(number: ${rebase}) }`);
    expect((await trend('director', 'team: "team-b"')).chart?.phases).toHaveLength(1);
  });
});

describe('the chart of another place', () => {
  it.each(['place: REGION, region: "oost", period: QUARTER', 'place: ORGANISATION, period: QUARTER'])('shows for %s what happened in the whole organisation, and nothing of one team', async (place) => {
    const { notes, periods } = await trend('team-manager', place);
    expect(periods.from.length).toBeGreaterThan(0);
    expect(notes).toEqual({ sessions: [], events: [EVERYWHERE], targets: [], marks: [], rebases: [] });
  });

  it('shows another team, and another organisation, nothing of this one', async () => {
    expect((await trend('director', 'team: "team-b"')).notes).toMatchObject({ sessions: [], events: [EVERYWHERE, { unitCode: 'team-b', title: 'Verhuizing' }], marks: [], rebases: [] });
    expect((await trend('zuid', 'team: "team-a"', 'PITFALL_ANY', 'zuid')).notes).toEqual({ sessions: [], events: [], targets: [], marks: [], rebases: [] });
  });
});

describe('what stands beside figures', () => {
  it('names no day to any reader', async () => {
    for (const role of ['team-manager', 'quality-staff', 'director']) {
      for (const measure of ['PITFALL_ANY', 'CHILD_ATTENTION']) expect(JSON.stringify(await trend(role, 'team: "team-a"', measure))).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    }
  });
});
