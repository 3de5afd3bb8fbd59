import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CareStage, careOrganisation } from '../../testing/care-stage.js';
import type { CareViewer } from '../desk/care-viewer.js';
import type { FollowUp, WantedMark, WantedTarget } from './follow-up.service.js';

const TARGET: WantedTarget = { unit: 'team-a', measure: 'BROUGHT_TO_SUPPORT', fromMonth: '2026-07', throughMonth: null, value: 60, source: 'own_policy' };
const MARK: WantedMark = { unit: 'team-a', measure: 'PITFALL_POWERLESSNESS', throughMonth: '2026-08', kind: 'snoozed', explanation: null, until: '2026-12-25' };
let stage: CareStage;
let organisation = '';
let made = 0;
let manager: CareViewer;
let quality: CareViewer;
let director: CareViewer;
beforeAll(async () => {
  stage = await CareStage.create();
});
afterAll(() => stage.close());
beforeEach(async () => {
  made += 1;
  organisation = `organisation-${made}`;
  stage.clock.moveTo('2026-09-25T10:00:00Z');
  await stage.door.load('2026-09-07', careOrganisation(organisation));
  manager = await stage.viewer(organisation, 'team-manager', ['team-a']);
  quality = await stage.viewer(organisation, 'quality-staff', ['team-a', 'team-b', 'team-c']);
  director = await stage.viewer(organisation, 'director', ['team-a', 'team-b', 'team-c']);
  await stage.takeAudit();
});

async function followUp(viewer = quality): Promise<FollowUp> {
  const found = await stage.followUp.getFollowUp(viewer, null);
  if (!found.ok) throw new Error(found.fault);
  return found.value;
}

const NOTHING: FollowUp = { targets: [], events: [], marks: [], rebases: [] };

describe('targets', () => {
  it('are none until a director sets one, with owner and source', async () => {
    expect(await followUp()).toEqual(NOTHING);
    expect(await stage.followUp.setTarget(director, TARGET)).toMatchObject({ ok: true });
    expect((await followUp(manager)).targets).toMatchObject([{ unitCode: 'team-a', measure: 'BROUGHT_TO_SUPPORT', fromMonth: '2026-07', throughMonth: null, value: 60, source: 'own_policy', decidedAs: 'director' }]);
    expect(await stage.takeAudit()).toEqual([{ role: 'director', deed: 'Mutation.setTarget', unit: 'team-a', reason: null, result: 'done' }]);
  });

  it.each<[Partial<WantedTarget>, string]>([
    [{ measure: 'PITFALL_POWERLESSNESS' }, 'MEASURE_HAS_NO_TARGET'],
    [{ measure: 'ROLE_TAKING' }, 'MEASURE_HAS_NO_TARGET'],
    [{ measure: 'PARTICIPATION' }, 'MEASURE_HAS_NO_TARGET'],
    [{ measure: 'NOTHING' }, 'UNKNOWN_MEASURE'],
    [{ value: 101 }, 'VALUE_OUT_OF_RANGE'],
    [{ source: 'article' }, 'UNKNOWN_SOURCE'],
    [{ fromMonth: '2026-13' }, 'NO_SUCH_MONTH'],
    [{ throughMonth: '2026-06' }, 'NO_SUCH_MONTH'],
    [{ unit: 'team-zzz' }, 'NOT_FOUND'],
  ])('are refused with %j: %s, and nothing is changed', async (change, fault) => {
    expect(await stage.followUp.setTarget(director, { ...TARGET, ...change })).toEqual({ ok: false, fault });
    expect(await followUp()).toEqual(NOTHING);
  });

  it('stand once for a unit, measure and month; another one follows when the first has ended', async () => {
    const first = await stage.followUp.setTarget(director, TARGET);
    expect(await stage.followUp.setTarget(director, { ...TARGET, value: 70 })).toEqual({ ok: false, fault: 'THERE_ALREADY' });
    expect(await stage.followUp.end(director, 'target', first.ok ? first.value : -1)).toEqual({ ok: true, value: true });
    expect(await stage.followUp.setTarget(director, { ...TARGET, value: 70 })).toMatchObject({ ok: true });
    expect((await followUp()).targets).toMatchObject([{ value: 70 }]);
  });

  it('are set by no one else', async () => {
    for (const viewer of [manager, quality]) expect(await stage.followUp.setTarget(viewer, TARGET)).toEqual({ ok: false, fault: 'FORBIDDEN' });
    expect((await stage.takeAudit()).map(({ result }) => result)).toEqual(['refused', 'refused']);
  });
});

describe('chart events', () => {
  it('have a month and a title, for a unit or for the organisation', async () => {
    expect(await stage.followUp.addEvent(manager, 'team-a', '2026-08', 'Nieuwe werkwijze gestart')).toMatchObject({ ok: true });
    expect(await stage.followUp.addEvent(quality, null, '2026-07', 'Nieuw registratieformulier')).toMatchObject({ ok: true });
    expect((await followUp(manager)).events).toMatchObject([{ unitCode: 'team-a', month: '2026-08', title: 'Nieuwe werkwijze gestart' }, { unitCode: null, month: '2026-07' }]);
  });

  it.each([['Bel jan@zorg.nl', 'HAS_EMAIL'], ['Over 111222333', 'HAS_BSN'], ['Bel 06-12345678', 'HAS_PHONE'], ['x'.repeat(61), 'TOO_LONG'], ['ab', 'TOO_SHORT']])('take no title %j', async (title, fault) => {
    expect(await stage.followUp.addEvent(manager, 'team-a', '2026-08', title)).toEqual({ ok: false, fault });
    expect(await followUp()).toEqual(NOTHING);
  });

  it('are not put on charts of others, or of everybody, by a team manager', async () => {
    expect(await stage.followUp.addEvent(manager, 'team-c', '2026-08', 'Verhuisd')).toEqual({ ok: false, fault: 'NOT_FOUND' });
    expect(await stage.followUp.addEvent(manager, null, '2026-08', 'Verhuisd')).toEqual({ ok: false, fault: 'NOT_FOUND' });
    const event = await stage.followUp.addEvent(quality, null, '2026-08', 'Verhuisd');
    expect(await stage.followUp.end(manager, 'chart_event', event.ok ? event.value : -1)).toEqual({ ok: false, fault: 'NOT_FOUND' });
  });
});

describe('review marks', () => {
  it('are seen by quality staff and directors, whoever set them, and the last one stands', async () => {
    await stage.followUp.markSignal(manager, MARK);
    await stage.followUp.markSignal(manager, { ...MARK, kind: 'explained', explanation: 'known_event', until: null });
    for (const viewer of [quality, director, manager]) expect((await followUp(viewer)).marks).toMatchObject([{ kind: 'explained', explanation: 'known_event', decidedAs: 'team-manager' }]);
    expect(await stage.ask(`SELECT count(*)::int AS kept FROM care.review_mark JOIN intake.organisation USING (organisation_id) WHERE code = '${organisation}'`)).toEqual([{ kept: 2 }]);
  });

  it.each<[Partial<WantedMark>, string]>([
    [{ until: '2026-12-26' }, 'SNOOZED_TOO_LONG'],
    [{ until: '2026-09-25' }, 'SNOOZED_INTO_THE_PAST'],
    [{ measure: 'CHILD_ATTENTION' }, 'CHILD_MEASURE_CANNOT_WAIT'],
    [{ measure: 'PITFALL_INVISIBLE_CHILD' }, 'CHILD_MEASURE_CANNOT_WAIT'],
    [{ until: null }, 'MARK_INCOMPLETE'],
    [{ kind: 'explained', until: null, explanation: 'because' }, 'MARK_INCOMPLETE'],
    [{ throughMonth: '2026-10' }, 'MONTH_IN_FUTURE'],
    [{ measure: 'NOTHING' }, 'UNKNOWN_MEASURE'],
    [{ unit: 'team-c' }, 'NOT_FOUND'],
  ])('are refused with %j: %s, and the one that stood still stands', async (change, fault) => {
    await stage.followUp.markSignal(manager, { ...MARK, kind: 'session-planned', until: null });
    const before = await followUp();
    expect(await stage.followUp.markSignal(manager, { ...MARK, ...change })).toEqual({ ok: false, fault });
    expect(await followUp()).toEqual(before);
  });
});

describe('decisions', () => {
  it('tell whoever reads them the week, also around New Year and at midnight in Amsterdam, and no day', async () => {
    stage.clock.moveTo('2027-01-03T23:30:00Z');
    await stage.followUp.markSignal(manager, { ...MARK, until: '2027-01-10' });
    await stage.followUp.setTarget(director, TARGET);
    await stage.followUp.addEvent(manager, 'team-a', '2026-08', 'Nieuwe werkwijze gestart');
    await stage.followUp.rebase(quality, { unit: 'team-a', measure: 'PITFALL_SECRECY', fromMonth: '2026-08', reason: 'recording_changed' });
    const found = await followUp(director);
    expect(found.marks).toMatchObject([{ decidedInWeek: '2027-W01', snoozedThroughWeek: '2027-W01' }]);
    expect([...found.targets, ...found.events, ...found.rebases].map(({ decidedInWeek }) => decidedInWeek)).toEqual(['2027-W01', '2027-W01', '2027-W01']);
    expect(JSON.stringify(found)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });
});

describe('new starts of a chart', () => {
  it('are set by hand, with author and coded reason, and never twice for a month', async () => {
    const wanted = { unit: 'team-a', measure: 'PITFALL_POWERLESSNESS', fromMonth: '2026-08', reason: 'recording_changed' };
    expect(await stage.followUp.rebase(quality, wanted)).toMatchObject({ ok: true });
    expect(await stage.followUp.rebase(director, wanted)).toEqual({ ok: false, fault: 'THERE_ALREADY' });
    expect(await stage.followUp.rebase(quality, { ...wanted, fromMonth: '2026-07', reason: 'because' })).toEqual({ ok: false, fault: 'UNKNOWN_REASON' });
    expect(await stage.followUp.rebase(manager, wanted)).toEqual({ ok: false, fault: 'FORBIDDEN' });
    expect((await followUp(manager)).rebases).toMatchObject([{ fromMonth: '2026-08', reason: 'recording_changed', decidedAs: 'quality-staff' }]);
  });
});
