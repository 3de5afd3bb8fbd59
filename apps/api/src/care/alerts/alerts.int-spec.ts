import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CareStage, careOrganisation } from '../../testing/care-stage.js';
import { alertingRow, seenRow, withdrawnRow } from '../../testing/child-rows.js';
import type { CareViewer } from '../desk/care-viewer.js';
import type { WantedStep } from './alert-step.service.js';
import type { AlertWorklist, WorklistQuestion } from './alert-worklist.service.js';

const ALL: WorklistQuestion = { unit: null, states: [], isOverdueOnly: false, first: 100, after: null };
const MONDAY = '2026-09-07T10:00:00Z';
const PURPOSE = 'Weekoverleg kwaliteit';
let stage: CareStage;
let organisation = '';
let made = 0;
let quality: CareViewer;
beforeAll(async () => {
  stage = await CareStage.create();
});
afterAll(() => stage.close());
beforeEach(async () => {
  made += 1;
  organisation = `organisation-${made}`;
  stage.clock.moveTo(MONDAY);
  stage.audit.isBroken = false;
  await stage.door.load('2026-09-07', careOrganisation(organisation));
  quality = await stage.viewer(organisation, 'quality-staff', ['team-a', 'team-b', 'team-c']);
  await stage.purposes.give(quality, PURPOSE);
  await stage.takeAudit();
});

async function raise(id: string, team = 'team-a', moment = MONDAY): Promise<string> {
  stage.clock.moveTo(moment);
  const before = new Set((await list({ ...ALL })).alerts.map(({ code }) => code));
  await stage.door.importRows(moment.slice(0, 10), organisation, [alertingRow(id, { team })]);
  await stage.outbox.consumeAll();
  const code = (await list()).alerts.map((alert) => alert.code).find((one) => !before.has(one));
  await stage.takeAudit();
  return code ?? '';
}

async function deliver(...rows: Parameters<typeof stage.door.importRows>[2]): Promise<void> {
  await stage.door.importRows('2026-09-07', organisation, rows);
  await stage.outbox.consumeAll();
}

async function list(question: Partial<WorklistQuestion> = {}): Promise<AlertWorklist> {
  const answer = await stage.worklist.getWorklist(quality, { ...ALL, ...question });
  if (!answer.ok) throw new Error(answer.fault);
  return answer.value;
}

const acknowledge = (code: string, version = 1): WantedStep => ({ code, step: 'acknowledge', version, reason: 'taken_up', outcome: null });
const close = (code: string, version: number): WantedStep => ({ code, step: 'close', version, reason: 'established_by_team', outcome: 'child_seen' });

describe('an alert', () => {
  it('is raised once for a reflection, and a revision updates it, proposes closing, and meets the rule again', async () => {
    const code = await raise('R1');
    await deliver(alertingRow('R1'), alertingRow('R1', { revision: '2', child_safety_discussed: 'no' }));
    expect((await list()).alerts).toMatchObject([{ code, missing: ['not_seen', 'safety_not_discussed'], version: 2, isClosingProposed: false }]);
    await deliver(seenRow('R1', 3));
    expect((await list()).alerts).toMatchObject([{ state: 'open', isClosingProposed: true, version: 3 }]);
    await deliver(alertingRow('R1', { revision: '4' }));
    expect((await list()).alerts).toMatchObject([{ state: 'open', isClosingProposed: false, version: 4 }]);
  });

  it('closes as withdrawn when the source takes the reflection back, and stays so', async () => {
    await raise('R1');
    await deliver(withdrawnRow('R1', 2));
    expect((await list()).alerts).toMatchObject([{ state: 'closed', outcome: 'withdrawn', ageWorkingDays: null, isOverdue: false }]);
  });

  it('waits 14 working days from Monday 7 September 2026 to Friday 25 September 2026, and is in the band over 10', async () => {
    await raise('R1');
    stage.clock.moveTo('2026-09-25T15:00:00Z');
    expect(await list()).toMatchObject({ overdueAfter: 10, alerts: [{ raisedOn: '2026-09-07', ageWorkingDays: 14, isOverdue: true }] });
    const manager = await stage.viewer(organisation, 'team-manager', ['team-a']);
    expect(await stage.open.getByAge(manager, 'team-a')).toMatchObject({ ok: true, value: [{ open: 0 }, { open: 0 }, { band: { code: 'over', from: 11 }, open: 1 }] });
  });

  it.each([
    ['Good Friday weekend: Easter Monday adds nothing', '2026-04-03T10:00:00Z', '2026-04-07T10:00:00Z', 1],
    ["King's Day", '2026-04-24T10:00:00Z', '2026-04-28T10:00:00Z', 1],
    ['Christmas to New Year', '2026-12-24T10:00:00Z', '2027-01-04T10:00:00Z', 5],
    ['the weekend in which the clock goes forward, begun late on Friday', '2026-03-27T22:30:00Z', '2026-03-30T00:30:00Z', 1],
    ['the weekend in which the clock goes back: 22:30 UTC is Saturday already', '2026-10-23T22:30:00Z', '2026-10-26T10:00:00Z', 1],
    ['the same day in Amsterdam, two days in UTC', '2026-07-06T22:30:00Z', '2026-07-07T10:00:00Z', 0],
    ['Liberation Day in a lustrum year is no working day', '2030-05-03T10:00:00Z', '2030-05-06T10:00:00Z', 1],
  ])('counts working days over %s', async (_, raisedAt, now, age) => {
    await raise('R1', 'team-a', raisedAt);
    stage.clock.moveTo(now);
    expect((await list()).alerts).toMatchObject([{ ageWorkingDays: age }]);
  });
});

describe('the work list', () => {
  it('is filtered by unit, state and overdue, and comes in pages, the longest waiting first', async () => {
    const [old, second, other] = [await raise('R1'), await raise('R2', 'team-a', '2026-09-14T10:00:00Z'), await raise('R3', 'team-c', '2026-09-15T10:00:00Z')];
    stage.clock.moveTo('2026-09-25T10:00:00Z');
    expect((await list({ unit: 'team-c' })).alerts).toMatchObject([{ code: other, unitCode: 'team-c', unitName: 'Team team-c' }]);
    expect(await list({ isOverdueOnly: true })).toMatchObject({ total: 1, alerts: [{ code: old }] });
    await stage.steps.takeStep(quality, acknowledge(second));
    expect((await list({ states: ['acknowledged'] })).alerts).toMatchObject([{ code: second }]);
    const first = await list({ first: 2 });
    expect(first).toMatchObject({ total: 3, next: second, alerts: [{ code: old }, { code: second }] });
    expect(await list({ first: 2, after: first.next })).toMatchObject({ next: null, alerts: [{ code: other }] });
  });

  it.each([0, 101, 1.5])('refuses a page of %d', async (first) => {
    expect(await stage.worklist.getWorklist(quality, { ...ALL, first })).toEqual({ ok: false, fault: 'PAGE_OUT_OF_RANGE' });
  });

  it('is not shown without a purpose in this session, and is written down with it, every time', async () => {
    const elsewhere = await stage.viewer(organisation, 'quality-staff', ['team-a'], `another session of ${organisation}`);
    expect(await stage.worklist.getWorklist(elsewhere, ALL)).toEqual({ ok: false, fault: 'PURPOSE_REQUIRED' });
    expect(await stage.takeAudit()).toEqual([]);
    await stage.worklist.getWorklist(quality, { ...ALL, unit: 'team-a' });
    expect(await stage.takeAudit()).toEqual([{ role: 'quality-staff', deed: 'Query.alertWorklist', unit: 'team-a', reason: PURPOSE, result: 'done' }]);
  });

  it.each([['kort', 'TOO_SHORT'], ['x'.repeat(501), 'TOO_LONG'], ['Vraag over 111222333', 'HAS_BSN'], ['Vraag van a@b.nl vandaag', 'HAS_EMAIL'], ['Bel 06-12345678 terug', 'HAS_PHONE']])('takes no purpose %s', async (purpose, fault) => {
    const elsewhere = await stage.viewer(organisation, 'quality-staff', ['team-a'], `${organisation} ${fault}`);
    expect(await stage.purposes.give(elsewhere, purpose)).toEqual({ ok: false, fault });
    expect(await stage.worklist.getWorklist(elsewhere, ALL)).toEqual({ ok: false, fault: 'PURPOSE_REQUIRED' });
  });

  it('shows nothing, and changes nothing, when the audit can not be written', async () => {
    const code = await raise('R1');
    stage.audit.isBroken = true;
    await expect(stage.worklist.getWorklist(quality, ALL)).rejects.toThrow();
    await expect(stage.steps.takeStep(quality, acknowledge(code))).rejects.toThrow();
    await expect(stage.purposes.give({ ...quality, sessionKey: 'new' }, PURPOSE)).rejects.toThrow();
    stage.audit.isBroken = false;
    expect((await list()).alerts).toMatchObject([{ state: 'open', version: 1 }]);
    expect(await stage.worklist.getWorklist({ ...quality, sessionKey: 'new' }, ALL)).toEqual({ ok: false, fault: 'PURPOSE_REQUIRED' });
  });

  it.each(['team-manager', 'director', 'administrator', 'data-protection-officer'] as const)('is refused to a %s, in the audit too', async (role) => {
    const viewer = await stage.viewer(organisation, role, ['team-a']);
    expect(await stage.worklist.getWorklist(viewer, ALL)).toEqual({ ok: false, fault: 'FORBIDDEN' });
    expect(await stage.purposes.give(viewer, PURPOSE)).toEqual({ ok: false, fault: 'FORBIDDEN' });
    expect(await stage.takeAudit()).toMatchObject([{ role, deed: 'Query.alertWorklist', result: 'refused' }, { role, result: 'refused' }]);
  });
});

describe('a step', () => {
  it('is taken with role, moment and coded reason, and the history tells all of them', async () => {
    const code = await raise('R1');
    expect(await stage.steps.takeStep(quality, acknowledge(code))).toEqual({ ok: true, value: { code, state: 'acknowledged', outcome: null, version: 2 } });
    const manager = await stage.viewer(organisation, 'team-manager', ['team-a']);
    expect(await stage.steps.askForWorkGuidance(manager, code, 'safety_unclear')).toEqual({ ok: true, value: true });
    expect(await stage.steps.takeStep(quality, close(code, 3))).toMatchObject({ ok: true, value: { state: 'closed', outcome: 'child_seen', version: 4 } });
    expect(await stage.steps.takeStep(quality, { code, step: 'reopen', version: 4, reason: 'closed_too_soon', outcome: null })).toMatchObject({ ok: true, value: { state: 'open' } });
    const history = await stage.worklist.getHistory(quality, code);
    expect(history).toMatchObject({
      ok: true,
      value: [
        { step: 'raise', to: 'open', role: 'source', at: new Date(MONDAY) },
        { step: 'acknowledge', role: 'quality-staff', reason: 'taken_up' },
        { step: 'ask-work-guidance', role: 'team-manager', to: 'followed-up', reason: 'safety_unclear' },
        { step: 'close', outcome: 'child_seen' },
        { step: 'reopen', reason: 'closed_too_soon' },
      ],
    });
    expect(await stage.takeAudit()).toMatchObject(['takeAlertStep', 'askForWorkGuidance', 'takeAlertStep', 'takeAlertStep'].map((deed) => ({ deed: `Mutation.${deed}`, result: 'done' })).concat([{ deed: 'Query.alertHistory', result: 'done' }]));
  });

  it.each<[string, (code: string) => WantedStep, string]>([
    ['on a version that was changed meanwhile', (code) => acknowledge(code, 7), 'CHANGED_MEANWHILE'],
    ['that the state does not allow', (code) => close(code, 1), 'STEP_NOT_ALLOWED'],
    ['for a reason that is none', (code) => ({ ...acknowledge(code), reason: 'because' }), 'UNKNOWN_REASON'],
    ['of closing without an outcome', (code) => ({ ...close(code, 1), outcome: null }), 'UNKNOWN_OUTCOME'],
    ['of closing as withdrawn, which only the source can', (code) => ({ ...close(code, 1), outcome: 'withdrawn' }), 'UNKNOWN_OUTCOME'],
    ['with an outcome that closes nothing', (code) => ({ ...acknowledge(code), outcome: 'child_seen' }), 'UNKNOWN_OUTCOME'],
    ['on an alert that is not there', () => acknowledge('0000-0000-0000'), 'NOT_FOUND'],
  ])('is refused %s, and nothing is changed', async (_, wanted, fault) => {
    const code = await raise('R1');
    expect(await stage.steps.takeStep(quality, wanted(code))).toEqual({ ok: false, fault });
    expect((await list()).alerts).toMatchObject([{ state: 'open', version: 1 }]);
  });

  it('is refused on a closed alert, unless it opens it again', async () => {
    const code = await raise('R1');
    await stage.steps.takeStep(quality, acknowledge(code));
    await stage.steps.takeStep(quality, close(code, 2));
    expect(await stage.steps.takeStep(quality, acknowledge(code, 3))).toEqual({ ok: false, fault: 'STEP_NOT_ALLOWED' });
  });

  it('is refused as proposed where closing is not proposed', async () => {
    const code = await raise('R1');
    await stage.steps.takeStep(quality, acknowledge(code));
    expect(await stage.steps.takeStep(quality, { ...close(code, 2), reason: 'closing_was_proposed' })).toEqual({ ok: false, fault: 'CLOSING_NOT_PROPOSED' });
  });

  it('on a foreign alert is answered as on none, with a line in the audit', async () => {
    const code = await raise('R1', 'team-c');
    const manager = await stage.viewer(organisation, 'team-manager', ['team-a']);
    const refused = [await stage.steps.askForWorkGuidance(manager, code, 'safety_unclear'), await stage.steps.askForWorkGuidance(manager, '0000-0000-0000', 'safety_unclear')];
    expect(refused).toEqual([{ ok: false, fault: 'NOT_FOUND' }, { ok: false, fault: 'NOT_FOUND' }]);
    expect(await stage.takeAudit()).toMatchObject([{ result: 'refused' }, { result: 'refused' }]);
    await stage.door.load('2026-09-07', careOrganisation(`${organisation}-x`));
    const stranger = await stage.viewer(`${organisation}-x`, 'quality-staff', ['team-a', 'team-c']);
    expect(await stage.steps.takeStep(stranger, acknowledge(code))).toEqual({ ok: false, fault: 'NOT_FOUND' });
  });

  it('is taken once when two people take it at the same time', async () => {
    const code = await raise('R1');
    const both = await Promise.all([stage.steps.takeStep(quality, acknowledge(code)), stage.steps.takeStep(quality, acknowledge(code))]);
    expect(both.map((one) => (one.ok ? 'ok' : one.fault)).sort()).toEqual(['CHANGED_MEANWHILE', 'ok']);
    expect((await list()).alerts).toMatchObject([{ version: 2 }]);
  });
});

describe('numbers of open alerts', () => {
  it('are told to a director by region, and to a team manager of her own unit only', async () => {
    await raise('R1', 'team-a', '2026-09-07T10:00:00Z');
    await raise('R2', 'team-b', '2026-09-24T10:00:00Z');
    stage.clock.moveTo('2026-09-25T10:00:00Z');
    const director = await stage.viewer(organisation, 'director', ['team-a', 'team-b', 'team-c']);
    expect(await stage.open.getByRegion(director)).toEqual({ ok: true, value: [{ regionCode: 'noord', regionName: 'Regio Noord', open: 2, overdue: 1 }, { regionCode: 'zuid', regionName: 'Regio Zuid', open: 0, overdue: 0 }] });
    const manager = await stage.viewer(organisation, 'team-manager', ['team-b']);
    expect(await stage.open.getByAge(manager, 'team-b')).toMatchObject({ ok: true, value: [{ open: 1 }, { open: 0 }, { open: 0 }] });
    expect(await stage.open.getByAge(manager, 'team-a')).toEqual({ ok: false, fault: 'NOT_FOUND' });
    expect(await stage.open.getByRegion(manager)).toEqual({ ok: false, fault: 'FORBIDDEN' });
  });

  it('follow the setting of the organisation', async () => {
    await raise('R1', 'team-a', '2026-09-21T10:00:00Z');
    stage.clock.moveTo('2026-09-25T10:00:00Z');
    const administrator = await stage.viewer(organisation, 'administrator', []);
    expect(await stage.settings.setOverdueAfter(administrator, 3)).toEqual({ ok: true, value: 3 });
    expect(await list()).toMatchObject({ overdueAfter: 3, alerts: [{ ageWorkingDays: 4, isOverdue: true }] });
    expect(await stage.settings.setOverdueAfter(administrator, 0)).toEqual({ ok: false, fault: 'WORKING_DAYS_OUT_OF_RANGE' });
    expect(await stage.settings.setOverdueAfter(quality, 5)).toEqual({ ok: false, fault: 'FORBIDDEN' });
  });

  it.each([['lustrum-years', 2], ['every-year', 1], ['never', 2]] as const)('count 5 May 2026 as the organisation set it: %s', async (rule, age) => {
    await raise('R1', 'team-a', '2026-05-04T10:00:00Z');
    stage.clock.moveTo('2026-05-06T10:00:00Z');
    const administrator = await stage.viewer(organisation, 'administrator', []);
    await stage.settings.setOverdueAfter(administrator, 3);
    await stage.takeAudit();
    expect(await stage.settings.setLiberationDay(administrator, rule)).toEqual({ ok: true, value: rule });
    expect(await stage.takeAudit()).toEqual([{ role: 'administrator', deed: 'Mutation.setLiberationDay', unit: null, reason: null, result: 'done' }]);
    expect(await list()).toMatchObject({ overdueAfter: 3, alerts: [{ ageWorkingDays: age }] });
  });

  it('keep their calendar when the rule is none, or somebody else sets it, and the database knows no other rule either', async () => {
    await raise('R1', 'team-a', '2026-05-04T10:00:00Z');
    stage.clock.moveTo('2026-05-06T10:00:00Z');
    const administrator = await stage.viewer(organisation, 'administrator', []);
    await stage.settings.setLiberationDay(administrator, 'every-year');
    expect(await stage.settings.setLiberationDay(administrator, 'sometimes')).toEqual({ ok: false, fault: 'UNKNOWN_RULE' });
    await stage.takeAudit();
    expect(await stage.settings.setLiberationDay(quality, 'never')).toEqual({ ok: false, fault: 'FORBIDDEN' });
    expect(await stage.takeAudit()).toMatchObject([{ deed: 'Mutation.setLiberationDay', result: 'refused' }]);
    expect((await list()).alerts).toMatchObject([{ ageWorkingDays: 1 }]);
    await expect(stage.ask("UPDATE care.alert_setting SET liberation_day = 'sometimes'")).rejects.toThrow(/liberation_day_is_a_rule/);
  });
});
