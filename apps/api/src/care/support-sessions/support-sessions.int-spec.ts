import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CareStage, careOrganisation } from '../../testing/care-stage.js';
import type { CareViewer } from '../desk/care-viewer.js';
import type { ChangedSession, WantedSession } from './plan-session.service.js';
import type { ListedSession } from './support-sessions.service.js';

const HEADER = 'session_id;team;kind;planned_on;status;held_on;attendees;themes\n';
const WANTED: WantedSession = { team: 'team-a', kind: 'intervision', plannedOn: '2026-09-10', themes: ['SECRECY'], promptedBy: null };
let stage: CareStage;
let organisation = '';
let made = 0;
let manager: CareViewer;
let quality: CareViewer;
beforeAll(async () => {
  stage = await CareStage.create();
});
afterAll(() => stage.close());
beforeEach(async () => {
  made += 1;
  organisation = `organisation-${made}`;
  stage.clock.moveTo('2026-09-25T10:00:00Z');
  await stage.door.load('2026-09-07', careOrganisation(organisation));
  manager = await stage.viewer(organisation, 'team-manager', ['team-a', 'team-old']);
  quality = await stage.viewer(organisation, 'quality-staff', ['team-a', 'team-b', 'team-c', 'team-old']);
  await stage.takeAudit();
});

async function plan(change: Partial<WantedSession> = {}): Promise<ChangedSession> {
  const planned = await stage.plans.plan(manager, { ...WANTED, ...change });
  if (!planned.ok) throw new Error(planned.fault);
  return planned.value;
}

async function deliver(...rows: string[]): Promise<void> {
  await stage.door.importSessions('2026-09-25', organisation, `${HEADER}${rows.join('\n')}\n`);
  await stage.outbox.consumeAll();
}

async function list(viewer = quality): Promise<readonly ListedSession[]> {
  const sessions = await stage.sessions.getSessions(viewer, null, '2025-W01', '2026-W53');
  if (!sessions.ok) throw new Error(sessions.fault);
  return sessions.value;
}

describe('a support session', () => {
  it('is planned, held and cancelled, with a line in the audit for each', async () => {
    const [held, cancelled] = [await plan(), await plan({ plannedOn: '2026-09-17', promptedBy: 'PITFALL_POWERLESSNESS' })];
    expect(await stage.plans.hold(manager, { ...held, heldOn: '2026-09-11', attendance: '5+', themes: ['COALITION', 'SECRECY'] })).toMatchObject({ ok: true, value: { status: 'held', version: 2 } });
    expect(await stage.plans.cancel(manager, { ...cancelled, by: 'us' })).toMatchObject({ ok: true, value: { status: 'cancelled_by_us' } });
    expect(await list()).toMatchObject([
      { status: 'held', plannedOn: '2026-09-10', heldOn: '2026-09-11', themes: ['COALITION', 'SECRECY'], attendance: '5+' },
      { status: 'cancelled_by_us', plannedOn: '2026-09-17', themes: null, promptedBy: 'PITFALL_POWERLESSNESS' },
    ]);
    expect((await stage.takeAudit()).map(({ deed, unit, result }) => [deed, unit, result])).toEqual([
      ['Mutation.planSupportSession', 'team-a', 'done'],
      ['Mutation.planSupportSession', 'team-a', 'done'],
      ['Mutation.holdSupportSession', null, 'done'],
      ['Mutation.cancelSupportSession', null, 'done'],
    ]);
  });

  it('keeps of fewer than five people the week, and neither day nor theme', async () => {
    await stage.plans.hold(manager, { ...(await plan()), heldOn: '2026-09-11', attendance: 'fewer', themes: ['SECRECY'] });
    expect(await stage.ask(`SELECT planned_on, held_on, themes, held_week FROM care.support_session JOIN intake.organisation USING (organisation_id) WHERE code = '${organisation}'`)).toEqual([{ planned_on: null, held_on: null, themes: null, held_week: '2026-W37' }]);
  });

  it.each<[Partial<WantedSession>, string]>([
    [{ team: 'team-old' }, 'TEAM_ENDED'],
    [{ plannedOn: '2024-12-31' }, 'TEAM_NOT_STARTED'],
    [{ plannedOn: '2036-09-10' }, 'PLANNED_TOO_FAR'],
    [{ plannedOn: '2026-02-30' }, 'NO_SUCH_DAY'],
    [{ kind: 'lunch' }, 'UNKNOWN_KIND'],
    [{ themes: ['LUNCH'] }, 'UNKNOWN_THEME'],
    [{ themes: ['SECRECY', 'SECRECY'] }, 'THEME_NAMED_TWICE'],
    [{ promptedBy: 'NOTHING' }, 'UNKNOWN_MEASURE'],
    [{ team: 'team-c' }, 'NOT_FOUND'],
    [{ team: 'team-zzz' }, 'NOT_FOUND'],
  ])('can not be planned with %j: %s, and nothing is changed', async (change, fault) => {
    expect(await stage.plans.plan(manager, { ...WANTED, ...change })).toEqual({ ok: false, fault });
    expect(await list()).toEqual([]);
    expect(await stage.takeAudit()).toMatchObject(fault === 'NOT_FOUND' ? [{ result: 'refused', unit: null }] : []);
  });

  it.each([
    [{ heldOn: '2026-09-09' }, 'HELD_BEFORE_PLANNED'],
    [{ heldOn: '2026-09-26' }, 'HELD_IN_FUTURE'],
    [{ heldOn: 'yesterday' }, 'NO_SUCH_DAY'],
    [{ themes: ['LUNCH'] }, 'UNKNOWN_THEME'],
    [{ version: 2 }, 'CHANGED_MEANWHILE'],
    [{ session: 999_999 }, 'NOT_FOUND'],
  ])('can not be held with %j: %s, and nothing is changed', async (change, fault) => {
    const planned = await plan();
    expect(await stage.plans.hold(manager, { ...planned, heldOn: '2026-09-10', attendance: '5+', themes: null, ...change })).toEqual({ ok: false, fault });
    expect(await list()).toMatchObject([{ status: 'planned', version: 1 }]);
  });

  it('is cancelled or held once, also when both happen at the same time', async () => {
    const planned = await plan();
    const both = await Promise.all([stage.plans.cancel(manager, { ...planned, by: 'team' }), stage.plans.hold(manager, { ...planned, heldOn: '2026-09-10', attendance: '5+', themes: null })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await list()).toMatchObject([{ version: 2 }]);
  });

  it.each(['quality-staff', 'director', 'administrator', 'data-protection-officer'] as const)('is not planned, held or cancelled by a %s, which the audit shows', async (role) => {
    const planned = await plan();
    await stage.takeAudit();
    const viewer = await stage.viewer(organisation, role, ['team-a']);
    expect(await stage.plans.plan(viewer, { ...WANTED, plannedOn: '2026-09-18' })).toEqual({ ok: false, fault: 'FORBIDDEN' });
    expect(await stage.plans.hold(viewer, { ...planned, heldOn: '2026-09-10', attendance: '5+', themes: null })).toEqual({ ok: false, fault: 'FORBIDDEN' });
    expect(await stage.plans.cancel(viewer, { ...planned, by: 'us' })).toEqual({ ok: false, fault: 'FORBIDDEN' });
    expect((await stage.takeAudit()).map(({ result }) => result)).toEqual(['refused', 'refused', 'refused']);
  });
});

describe('the one list', () => {
  it('has a session once that was entered by hand and delivered by a source, whichever came first', async () => {
    await plan();
    await deliver('S1;team-a;intervision;2026-09-10;held;2026-09-10;7;SECRECY', 'S2;team-a;supervision;2026-09-14;planned;;;');
    expect(await list()).toMatchObject([{ kind: 'intervision', status: 'held', version: 2 }, { kind: 'supervision', status: 'planned' }]);
    expect(await stage.plans.plan(manager, { ...WANTED, kind: 'supervision', plannedOn: '2026-09-14' })).toEqual({ ok: false, fault: 'ALREADY_PLANNED' });
  });

  it('joins a small session, of which a source may keep the week only, with the one entered for that week', async () => {
    await plan();
    await deliver('S1;team-a;intervision;2026-09-10;held;2026-09-11;3;');
    expect(await list()).toMatchObject([{ status: 'held', attendance: 'fewer', plannedOn: null, heldWeek: '2026-W37' }]);
  });

  it('follows what a source changes, and a diary that lags behind undoes nothing that was recorded by hand', async () => {
    const planned = await plan();
    await deliver('S1;team-a;intervision;2026-09-10;planned;;;');
    expect(await list()).toMatchObject([{ status: 'planned', themes: ['SECRECY'], version: 2 }]);
    await stage.plans.hold(manager, { session: planned.session, version: 2, heldOn: '2026-09-10', attendance: '5+', themes: null });
    await deliver('S1;team-a;intervision;2026-09-11;planned;;;');
    expect(await list()).toMatchObject([{ status: 'held' }]);
    await deliver('S1;team-a;intervision;2026-09-11;cancelled_by_team;;;');
    expect(await list()).toMatchObject([{ status: 'cancelled_by_team', plannedOn: '2026-09-11' }]);
  });

  it('stays as it is when the same file is delivered again, and keeps two sessions of one week on two days apart', async () => {
    const rows = ['S1;team-a;intervision;2026-09-08;planned;;;', 'S2;team-a;intervision;2026-09-10;planned;;;'];
    await deliver(...rows);
    const before = await list();
    await deliver(...rows);
    expect(before).toHaveLength(2);
    expect(await list()).toEqual(before);
  });

  it('has one session when two people plan it at the same time', async () => {
    const both = await Promise.all([stage.plans.plan(manager, WANTED), stage.plans.plan(manager, WANTED)]);
    expect(both.map((one) => (one.ok ? 'ok' : one.fault)).sort()).toEqual(['ALREADY_PLANNED', 'ok']);
  });

  it('is refused for weeks that are none, or too many', async () => {
    expect(await stage.sessions.getSessions(quality, null, '2026-W54', '2026-W55')).toEqual({ ok: false, fault: 'NO_SUCH_WEEK' });
    expect(await stage.sessions.getSessions(quality, null, '2020-W01', '2026-W01')).toEqual({ ok: false, fault: 'TOO_MANY_WEEKS' });
    expect(await stage.sessions.getSessions(manager, 'team-c', '2026-W01', '2026-W02')).toEqual({ ok: false, fault: 'NOT_FOUND' });
  });
});

describe('what support sessions say', () => {
  it('is, as a calendar file, the day of a planned session and no theme', async () => {
    const { session, version } = await plan();
    const file = await stage.sessions.getCalendar(manager, session, 'nl');
    expect(file).toMatchObject({ ok: true, value: expect.stringContaining('DTSTART;VALUE=DATE:20260910\r\n') });
    expect(JSON.stringify(file)).not.toMatch(/secre|geheim/i);
    await stage.plans.cancel(manager, { session, version, by: 'us' });
    expect(await stage.sessions.getCalendar(manager, session, 'nl')).toEqual({ ok: false, fault: 'NOT_PLANNED' });
  });

  it('is a pack of questions for its themes', async () => {
    expect(await stage.sessions.getPack(manager, 'intervision', ['POWERLESSNESS'], 'en')).toMatchObject({ ok: true, value: { themes: [{ rolePart: 'Role steadfastness' }] } });
    expect(await stage.sessions.getPack(manager, 'intervision', ['LUNCH'], 'en')).toEqual({ ok: false, fault: 'UNKNOWN_THEME' });
  });
});
