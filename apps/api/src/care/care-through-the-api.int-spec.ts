import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { ViewerRole } from '../access/roles.js';
import { LoadOrganisationService } from '../intake/organisation/load-organisation.service.js';
import { CloseMonthsService } from '../publish/close-month/close-months.service.js';
import { careOrganisation, MovedClock } from '../testing/care-stage.js';
import { alertingRow } from '../testing/child-rows.js';
import { importPath } from '../testing/import-path.js';
import { safeMonth, writeReflections } from '../testing/reflection-rows.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { queryOnce } from '../testing/test-database.js';
import { ConsumeOutboxService } from './outbox/consume-outbox.service.js';

/* Care as a reader of the API meets it: over the door, the guard and the database, with nothing in their place. */

const ORGANISATION = 'care';
const RAISED = '2026-09-07T10:00:00Z';
const TODAY = '2026-09-25T10:00:00Z';
const answerSchema = z.object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional() });
type Answer = z.infer<typeof answerSchema>;
const clock = new MovedClock();
let test: TestApp;
let made = 0;
let quality = '';
let manager = '';
let director = '';

beforeAll(async () => {
  clock.moveTo('2026-08-20T12:00:00Z');
  test = await createTestApp(clock);
  await test.app.get(LoadOrganisationService).load(careOrganisation(ORGANISATION));
  const teams = ['team-a', 'team-b', 'team-c'];
  // A unit is of a reader once it was published.
  await importPath(test.app, await writeReflections([...teams.flatMap((team) => safeMonth(team, '2026-06', 12, 'SECRECY', 3)), ...safeMonth('team-old', '2026-05', 12, 'SECRECY', 3)]), ORGANISATION);
  const closed = await test.app.get(CloseMonthsService).close(ORGANISATION, null);
  if (!closed.ok) throw new Error(closed.fault.message);
});
afterAll(() => test.close());
beforeEach(async () => {
  clock.moveTo(TODAY);
  [quality, manager, director] = [await signIn('quality-staff'), await signIn('team-manager', ['team-a', 'team-old']), await signIn('director')];
  await ask('mutation { giveAlertPurpose(purpose: "Weekoverleg kwaliteit") }', quality);
});

async function signIn(role: ViewerRole, teams: readonly string[] = []): Promise<string> {
  return (await test.signInAs({ organisation: ORGANISATION, role, teams })).cookie;
}

async function ask(query: string, cookie: string): Promise<Answer> {
  return answerSchema.parse((await test.ask(query, {}, cookie)).body);
}

const alertsSchema = z.object({ alertWorklist: z.object({ alerts: z.array(z.object({ code: z.string(), unitCode: z.string(), raisedOn: z.string(), ageWorkingDays: z.number().nullable(), isOverdue: z.boolean(), state: z.string(), version: z.number() })) }) });
type Alert = z.infer<typeof alertsSchema>['alertWorklist']['alerts'][number];

async function alerts(): Promise<readonly Alert[]> {
  const { data } = await ask('{ alertWorklist(question: { states: ["open", "acknowledged", "followed-up", "closed"], first: 100 }) { alerts { code unitCode raisedOn ageWorkingDays isOverdue state version } } }', quality);
  return alertsSchema.parse(data).alertWorklist.alerts;
}

/** Delivers a reflection that meets the rule, at a moment, and gives the alert as it stands today. */
async function raise(team = 'team-a', moment = RAISED): Promise<Alert> {
  const before = new Set((await alerts()).map(({ code }) => code));
  made += 1;
  clock.moveTo(moment);
  await importPath(test.app, await writeReflections([alertingRow(`ALERT-${made}`, { team, reflected_on: '2026-03-20' })]), ORGANISATION);
  await test.app.get(ConsumeOutboxService).consumeAll();
  clock.moveTo(TODAY);
  const raised = (await alerts()).find(({ code }) => !before.has(code));
  if (raised === undefined) throw new Error('no alert was raised');
  return raised;
}

const step = (code: string, version: number, taken: string) => `mutation { takeAlertStep(step: { code: "${code}", version: ${version}, ${taken} }) { state version } }`;
const ACKNOWLEDGE = 'step: "acknowledge", reason: "taken_up"';
const CLOSE = 'step: "close", reason: "established_by_team", outcome: "child_seen"';
const plan = (fields: string) => `mutation { planSupportSession(plan: { ${fields} }) { session version status } }`;
const planned = z.object({ planSupportSession: z.object({ session: z.number(), version: z.number() }) });

/** Everything care holds about alerts and sessions. */
async function everything(): Promise<unknown> {
  return Promise.all(['alert', 'alert_step', 'support_session'].map((table) => queryOnce(test.database.adminUrl, `SELECT * FROM care.${table} ORDER BY 1, 2, 3`)));
}

/** Refusals for want of rights that were written down, the latest last. */
async function refusals(): Promise<readonly { readonly deed: string; readonly role: string }[]> {
  return queryOnce(test.database.adminUrl, "SELECT deed, role FROM access.audit_entry WHERE result = 'refused' ORDER BY entry_number");
}

describe('an alert raised on Monday 7 September 2026', () => {
  it('has waited 14 working days on Friday 25 September 2026, and stands in the band over 10', async () => {
    const count = async () => (await ask('{ openAlertsByAge(unit: "team-a") { from through open } }', manager)).data?.['openAlertsByAge'];
    const before = z.array(z.object({ open: z.number() })).parse(await count());
    expect(await raise()).toMatchObject({ unitCode: 'team-a', raisedOn: '2026-09-07', ageWorkingDays: 14, isOverdue: true, state: 'open' });
    expect(await count()).toMatchObject([{ open: before[0]?.open }, { open: before[1]?.open }, { from: 11, through: null, open: (before[2]?.open ?? 0) + 1 }]);
    expect((await ask('{ openAlertsByRegion { regionCode overdue } }', director)).data).toMatchObject({ openAlertsByRegion: [{}, {}] });
  });

  it.each([
    ['in which the clock goes forward', '2026-03-27T22:30:00Z', '2026-03-30T00:30:00Z', '2026-03-27', 1],
    ['in which the clock goes back, late on Friday in UTC', '2026-10-23T22:30:00Z', '2026-10-26T10:00:00Z', '2026-10-24', 1],
  ])('counts like any other over the weekend %s', async (_, raisedAt, now, raisedOn, age) => {
    const { code } = await raise('team-b', raisedAt);
    clock.moveTo(now);
    quality = await signIn('quality-staff');
    await ask('mutation { giveAlertPurpose(purpose: "Weekoverleg kwaliteit") }', quality);
    expect((await alerts()).find((alert) => alert.code === code)).toMatchObject({ raisedOn, ageWorkingDays: age });
  });
});

describe('two people on one alert', () => {
  it('take one step each of two: one is told of a conflict and can go on from what the other did, so none is lost', async () => {
    const { code, version } = await raise();
    const other = await signIn('quality-staff');
    const [first, second] = await Promise.all([ask(step(code, version, ACKNOWLEDGE), quality), ask(step(code, version, 'step: "ask-work-guidance", reason: "safety_unclear"'), other)]);
    const both = [first, second];
    expect(both.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(both.flatMap(({ errors }) => errors ?? [])).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    expect((await alerts()).find((alert) => alert.code === code)).toMatchObject({ version: version + 1 });
    expect(await ask(step(code, version + 1, CLOSE), first.errors === undefined ? other : quality)).toMatchObject({ data: { takeAlertStep: { state: 'closed', version: version + 2 } } });
    expect(await queryOnce(test.database.adminUrl, 'SELECT step.version FROM care.alert_step step JOIN care.alert USING (organisation_id, alert_number) WHERE code = $1 ORDER BY 1', [code])).toEqual([{ version: version + 1 }, { version: version + 2 }]);
  });
});

describe('a session planned from a signal', () => {
  it('takes one step: it stands in the list with the measure, comes next, and marks the charts once it was held', async () => {
    const { data } = await ask(plan('team: "team-a", kind: "intervision", plannedOn: "2026-10-01", themes: ["POWERLESSNESS"], promptedBy: "PITFALL_POWERLESSNESS"'), manager);
    const { session } = planned.parse(data).planSupportSession;
    expect(await ask('{ nextSupportSession(unit: "team-a") { session kind status plannedWeek plannedOn themes promptedBy } }', manager)).toEqual({
      data: { nextSupportSession: { session, kind: 'intervision', status: 'planned', plannedWeek: '2026-W40', plannedOn: null, themes: ['POWERLESSNESS'], promptedBy: 'PITFALL_POWERLESSNESS' } },
    });
    clock.moveTo('2026-10-02T10:00:00Z');
    manager = await signIn('team-manager', ['team-a']);
    expect(await ask(`mutation { holdSupportSession(held: { session: ${session}, version: 1, heldOn: "2026-10-01", fiveOrMore: true }) { status } }`, manager)).toEqual({ data: { holdSupportSession: { status: 'held' } } });
    const { data: chart } = await ask(`{ measureTrend(organisation: "${ORGANISATION}", team: "team-a", measure: "PITFALL_POWERLESSNESS") { notes { sessions { month kind held } } } }`, manager);
    expect(chart).toEqual({ measureTrend: { notes: { sessions: [{ month: '2026-10', kind: 'intervision', held: 1 }] } } });
  });
});

describe('bad input', () => {
  it('about a closed alert is refused by a code, and nothing is changed', async () => {
    const { code, version } = await raise();
    await ask(step(code, version, ACKNOWLEDGE), quality);
    await ask(step(code, version + 1, CLOSE), quality);
    const before = await everything();
    for (const taken of [ACKNOWLEDGE, CLOSE, 'step: "ask-work-guidance", reason: "safety_unclear"']) {
      expect(await ask(step(code, version + 2, taken), quality)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    expect(await everything()).toEqual(before);
  });

  it('about the alert of another team is answered as about none, with a line in the audit, and nothing is changed', async () => {
    const { code } = await raise('team-c');
    const before = await everything();
    const [written] = [(await refusals()).length];
    const answers = [];
    for (const asked of [code, '0000-0000-0000']) answers.push(await ask(`mutation { askForWorkGuidance(code: "${asked}", reason: "safety_unclear") }`, manager));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(await ask(step(code, 1, ACKNOWLEDGE), manager)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect((await refusals()).slice(written)).toEqual(['askForWorkGuidance', 'askForWorkGuidance', 'takeAlertStep'].map((deed) => ({ deed: `Mutation.${deed}`, role: 'team-manager' })));
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['a session in a team that has ended', plan('team: "team-old", kind: "supervision", plannedOn: "2026-10-01"'), 'BAD_USER_INPUT', 'The team does not exist any more on that day. Nothing was changed.'],
    ['an unknown theme', plan('team: "team-a", kind: "supervision", plannedOn: "2026-10-08", themes: ["LUNCH"]'), 'BAD_USER_INPUT', 'A theme is the code of a pitfall. Nothing was changed.'],
    ['a signal of no measure', plan('team: "team-a", kind: "supervision", plannedOn: "2026-10-08", promptedBy: "NOTHING"'), 'BAD_USER_INPUT', 'There is no measure with this code. Nothing was changed.'],
    ['a kind that is none', plan('team: "team-a", kind: "lunch", plannedOn: "2026-10-08"'), 'BAD_USER_INPUT', 'A session is work_guidance, supervision or intervision. Nothing was changed.'],
  ])('%s is refused in words, and nothing is changed', async (_, mutation, code, message) => {
    const before = await everything();
    expect(await ask(mutation, manager)).toMatchObject({ errors: [{ message, extensions: { code } }] });
    expect(await everything()).toEqual(before);
  });

  it('a day of holding before the planned one is refused, and so is an unknown theme then', async () => {
    const { data } = await ask(plan('team: "team-a", kind: "work_guidance", plannedOn: "2026-09-22"'), manager);
    const { session } = planned.parse(data).planSupportSession;
    const before = await everything();
    const hold = (heldOn: string, themes: string) => ask(`mutation { holdSupportSession(held: { session: ${session}, version: 1, heldOn: "${heldOn}", fiveOrMore: true, themes: ${themes} }) { status } }`, manager);
    expect(await hold('2026-09-21', '[]')).toMatchObject({ errors: [{ message: expect.stringContaining('on the planned day or later'), extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(await hold('2026-09-23', '["LUNCH"]')).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(await everything()).toEqual(before);
  });

  it('of somebody without the rights is refused with a line in the audit, and nothing is changed', async () => {
    const [before, written] = [await everything(), (await refusals()).length];
    for (const cookie of [quality, director]) expect(await ask(plan('team: "team-a", kind: "supervision", plannedOn: "2026-10-08"'), cookie)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(await ask(plan('team: "team-b", kind: "supervision", plannedOn: "2026-10-08"'), manager)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect((await refusals()).slice(written).map(({ role }) => role)).toEqual(['quality-staff', 'director', 'team-manager']);
    expect(await everything()).toEqual(before);
  });
});
