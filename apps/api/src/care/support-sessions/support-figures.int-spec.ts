import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '@rolvast/domain';
import type { ViewerRole } from '../../access/roles.js';
import { CareStage, careOrganisation } from '../../testing/care-stage.js';
import type { CareViewer } from '../desk/care-viewer.js';
import { SUPPORT_GROUPINGS, type PlaceSupportFigures, type SupportGrouping } from './support-figures.service.js';

const HEADER = 'session_id;team;kind;planned_on;status;held_on;attendees;themes\n';
const SESSIONS = [
  'S1;team-a;supervision;2026-07-07;held;2026-07-07;7;',
  'S2;team-a;supervision;2026-08-04;cancelled_by_us;;;',
  'S3;team-a;intervision;2026-09-08;held;2026-09-08;3;',
  'S4;team-a;intervision;2026-10-06;planned;;;',
  'S5;team-b;supervision;2026-09-15;held;2026-09-15;6;',
  'S6;team-c;work_guidance;2026-08-11;cancelled_by_team;;;',
];
let stage: CareStage;
let organisation = '';
let made = 0;
let manager: CareViewer;
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
  await stage.door.importSessions('2026-09-25', organisation, `${HEADER}${SESSIONS.join('\n')}\n`);
  await stage.outbox.consumeAll();
  manager = await stage.viewer(organisation, 'team-manager', ['team-a']);
  director = await stage.viewer(organisation, 'director', ['team-a', 'team-b', 'team-c', 'team-old']);
});

async function figures(by: SupportGrouping, viewer = director, quarter = '2026-Q3'): Promise<readonly PlaceSupportFigures[]> {
  const found = await stage.figures.getFigures(viewer, quarter, by);
  if (!found.ok) throw new Error(found.fault);
  return found.value;
}

/** Work guidance, supervision, intervision, held, cancelled by us. */
const shares = (places: readonly PlaceSupportFigures[]) => places.map(({ code, teams, teamsInPlace, figures: own }) => [code, `${teams} of ${teamsInPlace}`, ...own.map(({ numerator, denominator }) => `${numerator}/${denominator}`)]);

describe('the measures of support', () => {
  it('are counted per team of a quarter, without a team that had ended', async () => {
    expect(shares(await figures('team'))).toEqual([
      ['team-a', '1 of 1', '0/1', '1/1', '1/1', '2/3', '1/3'],
      ['team-b', '1 of 1', '0/1', '1/1', '0/1', '1/1', '0/1'],
      ['team-c', '1 of 1', '0/1', '0/1', '0/1', '0/1', '0/1'],
    ]);
    expect((await figures('team', director, '2026-Q2')).map(({ code }) => code)).toEqual(['team-a', 'team-b', 'team-c', 'team-old']);
  });

  it('are added up over units, regions and the organisation', async () => {
    expect(shares(await figures('region'))).toEqual([
      ['noord', '2 of 2', '0/2', '2/2', '1/2', '3/4', '1/4'],
      ['zuid', '1 of 1', '0/1', '0/1', '0/1', '0/1', '0/1'],
    ]);
    expect(shares(await figures('organisation'))).toEqual([[organisation, '3 of 3', '0/3', '2/3', '1/3', '3/5', '1/5']]);
    expect((await figures('organisation'))[0]).toMatchObject({ name: `Organisation ${organisation}`, unitCode: null, regionCode: null });
  });

  it('put siblings that are published together into one unit', async () => {
    const siblings = careOrganisation(organisation).replace(/("code":"team-b"[^}]*)"publishWith":null/, '$1"publishWith":"team-a"');
    await stage.door.load('2026-09-08', siblings);
    expect(shares(await figures('unit'))).toEqual([
      ['team-a', '2 of 2', '0/2', '2/2', '1/2', '3/4', '1/4'],
      ['team-c', '1 of 1', '0/1', '0/1', '0/1', '0/1', '0/1'],
    ]);
    expect((await figures('unit'))[0]?.weeksSince).toEqual({ work_guidance: null, supervision: 1, intervision: 2 });
  });

  it('hold the teams of the viewer alone, and say of how many the place is', async () => {
    expect(shares(await figures('region', manager))).toEqual([['noord', '1 of 2', '0/1', '1/1', '1/1', '2/3', '1/3']]);
    expect(await figures('organisation', manager)).toMatchObject([{ code: organisation, teams: 1, teamsInPlace: 3 }]);
  });

  it('follow the catalogue: every measure of sessions has a figure, in its order', async () => {
    const codes = CATALOGUE.filter(({ kind }) => kind === 'support-reach' || kind === 'support-share').map(({ code }) => code);
    for (const by of SUPPORT_GROUPINGS) for (const { figures: own } of await figures(by)) expect(own.map(({ measure }) => measure)).toEqual(codes);
  });

  it('tell whole weeks since each kind for a team and a unit, of a small session too, and for no wider place', async () => {
    expect(await stage.figures.getWeeksSince(manager, 'team-a')).toEqual({ ok: true, value: { work_guidance: null, supervision: 11, intervision: 2 } });
    expect((await figures('team')).map(({ weeksSince }) => weeksSince?.supervision)).toEqual([11, 1, null]);
    expect((await figures('region')).map(({ weeksSince }) => weeksSince)).toEqual([null, null]);
    expect(await stage.figures.getWeeksSince(manager, 'team-b')).toEqual({ ok: false, fault: 'NOT_FOUND' });
  });

  it.each(['administrator', 'data-protection-officer'] as ViewerRole[])('are refused to a %s', async (role) => {
    const viewer = await stage.viewer(organisation, role, ['team-a']);
    expect(await stage.figures.getFigures(viewer, '2026-Q3', 'organisation')).toEqual({ ok: false, fault: 'FORBIDDEN' });
  });

  it('are refused for a quarter that is none', async () => {
    expect(await stage.figures.getFigures(director, '2026-Q5', 'team')).toEqual({ ok: false, fault: 'NO_SUCH_QUARTER' });
  });
});

describe('the next session', () => {
  const next = async (viewer: CareViewer, unit: string) => stage.sessions.getNext(viewer, unit);

  it('is the first one still to come, told to a team manager by its week and to quality staff by its day', async () => {
    expect(await next(manager, 'team-a')).toMatchObject({ ok: true, value: { kind: 'intervision', plannedWeek: '2026-W41', plannedOn: null } });
    expect(await next(await stage.viewer(organisation, 'quality-staff', ['team-a']), 'team-a')).toMatchObject({ ok: true, value: { plannedOn: '2026-10-06' } });
  });

  it('is one of today, and not one of yesterday that nobody recorded yet', async () => {
    const wanted = { team: 'team-a', kind: 'supervision', themes: [], promptedBy: null };
    for (const plannedOn of ['2026-09-24', '2026-09-25']) await stage.plans.plan(manager, { ...wanted, plannedOn });
    expect(await next(manager, 'team-a')).toMatchObject({ ok: true, value: { kind: 'supervision', plannedWeek: '2026-W39' } });
    stage.clock.moveTo('2026-09-26T10:00:00Z');
    expect(await next(manager, 'team-a')).toMatchObject({ ok: true, value: { plannedWeek: '2026-W41' } });
  });

  it('is none where nothing is planned, and not told of another unit', async () => {
    expect(await next(director, 'team-b')).toEqual({ ok: true, value: null });
    expect(await next(manager, 'team-b')).toEqual({ ok: false, fault: 'NOT_FOUND' });
  });
});
