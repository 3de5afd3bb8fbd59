import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CareStage, careOrganisation } from '../testing/care-stage.js';
import { alertingRow, seenRow } from '../testing/child-rows.js';
import type { ViewerRole } from '../access/roles.js';
import { SUPPORT_GROUPINGS } from './support-sessions/support-figures.service.js';

/*
 * What operational lists may never tell: a pseudonym, the id of a reflection, or a day of one to anybody but quality staff.
 * Everything each role is given is put on one heap and searched.
 */

const UNITS = ['team-a', 'team-b', 'team-c'];
const ALL = { unit: null, states: [], isOverdueOnly: false, first: 100, after: null };
const DAY = /\b(19|20)\d{2}-\d{2}-\d{2}\b/;
let stage: CareStage;
let secrets: readonly string[] = [];
beforeAll(async () => {
  stage = await CareStage.create();
  stage.clock.moveTo('2026-09-07T10:00:00Z');
  await stage.door.load('2026-09-07', careOrganisation('lists'));
  await stage.door.importRows('2026-09-07', 'lists', [alertingRow('REFLECTION-77', { professional: 'PROF-88', case: 'CASE-99' }), alertingRow('REFLECTION-78', { team: 'team-c', professional: 'PROF-89', case: 'CASE-98' })]);
  await stage.door.importRows('2026-09-07', 'lists', [seenRow('REFLECTION-77', 2)]);
  const sessions = ['SESSION-66;team-a;supervision;2026-08-04;held;2026-08-05;7;SECRECY', 'SESSION-67;team-a;intervision;2026-08-11;held;2026-08-12;3;SECRECY', 'SESSION-68;team-a;intervision;2026-10-06;planned;;;'];
  await stage.door.importSessions('2026-09-07', 'lists', `session_id;team;kind;planned_on;status;held_on;attendees;themes\n${sessions.join('\n')}\n`);
  await stage.outbox.consumeAll();
  const rows = await stage.ask<{ value: string }>(`
    SELECT encode(value, 'hex') AS value FROM intake.reflection CROSS JOIN LATERAL unnest(ARRAY[reflection_pseudonym, contributor_pseudonym, case_pseudonym]) AS stored (value)
    UNION SELECT encode(session_pseudonym, 'hex') FROM intake.support_session
    UNION SELECT alert_link::text FROM intake.reflection WHERE alert_link IS NOT NULL`);
  secrets = [...rows.map(({ value }) => value), 'REFLECTION-7', 'PROF-8', 'CASE-9', 'SESSION-6'];
});
afterAll(() => stage.close());

/** Everything a role gets from the lists, as text. */
async function everythingFor(role: ViewerRole): Promise<string> {
  stage.clock.moveTo('2026-09-25T10:00:00Z');
  const viewer = await stage.viewer('lists', role, UNITS);
  await stage.purposes.give(viewer, 'Weekoverleg kwaliteit');
  const worklist = await stage.worklist.getWorklist(viewer, ALL);
  const code = worklist.ok ? (worklist.value.alerts[0]?.code ?? '') : '0000-0000-0000';
  const answers = [
    worklist,
    await stage.worklist.getHistory(viewer, code),
    await stage.open.getByAge(viewer, 'team-a'),
    await stage.open.getByRegion(viewer),
    await stage.sessions.getSessions(viewer, null, '2026-W01', '2026-W52'),
    await stage.sessions.getNext(viewer, 'team-a'),
    ...(await Promise.all(SUPPORT_GROUPINGS.map((by) => stage.figures.getFigures(viewer, '2026-Q3', by)))),
    await stage.figures.getWeeksSince(viewer, 'team-a'),
    await stage.followUp.getFollowUp(viewer, null),
  ];
  return JSON.stringify(answers);
}

describe('operational lists', () => {
  it.each(['team-manager', 'quality-staff', 'director', 'administrator', 'data-protection-officer'] as const)('tell a %s no pseudonym, no link, no id of a reflection or session of the source', async (role) => {
    const told = await everythingFor(role);
    expect(secrets.length).toBeGreaterThan(10);
    for (const secret of secrets) expect(told).not.toContain(secret);
  });

  it.each(['team-manager', 'director', 'administrator', 'data-protection-officer'] as const)('tell a %s no day and no moment', async (role) => {
    expect(await everythingFor(role)).not.toMatch(DAY);
  });

  it('tell quality staff the day on which an alert was raised, and the days of sessions that may be kept', async () => {
    const told = await everythingFor('quality-staff');
    for (const day of ['2026-09-07', '2026-08-05', '2026-10-06']) expect(told).toContain(day);
    expect(told).not.toContain('2026-08-12');
  });

  it('tell a team manager and a director no code of an alert', async () => {
    const codes = await stage.ask<{ code: string }>('SELECT code FROM care.alert');
    expect(codes).toHaveLength(2);
    for (const role of ['team-manager', 'director'] as const) {
      const told = await everythingFor(role);
      for (const { code } of codes) expect(told).not.toContain(code);
    }
  });

  it('have no column of bytes in schema care, and nothing of a reflection but the link, which no list selects', async () => {
    const columns = await stage.ask<{ name: string; type: string }>("SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'care'");
    expect(columns.filter(({ type }) => type === 'bytea')).toEqual([]);
    expect(columns.filter(({ type }) => type === 'uuid').map(({ name }) => name)).toEqual(['alert_link']);
    expect(columns.filter(({ name }) => /pseudonym|contributor|case|reflect/.test(name))).toEqual([]);
  });
});
