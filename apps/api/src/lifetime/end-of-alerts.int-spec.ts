import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CareStage, careOrganisation } from '../testing/care-stage.js';
import { alertingRow, seenRow } from '../testing/child-rows.js';
import { safeMonth } from '../testing/reflection-rows.js';

const RAISED = '2026-02-11';
const OLD = alertingRow('OLD', { reflected_on: '2025-01-15', case: 'HOUSE-1', professional: 'M1' });
const NEW = alertingRow('NEW', { reflected_on: '2026-01-15', case: 'HOUSE-2', professional: 'M2' });
let stage: CareStage;
let organisation = '';
let made = 0;
beforeAll(async () => {
  stage = await CareStage.create();
});
afterAll(() => stage.close());
beforeEach(async () => {
  made += 1;
  organisation = `organisation-${made}`;
  stage.clock.moveTo(`${RAISED}T10:00:00Z`);
  await stage.door.load(RAISED, careOrganisation(organisation));
  await stage.door.importRows(RAISED, organisation, [OLD, NEW]);
  await stage.door.importSessions(RAISED, organisation, 'session_id;team;kind;planned_on;status\nS1;team-a;supervision;2026-02-02;planned\n');
  await stage.outbox.consumeAll();
});

const IN = 'JOIN intake.organisation USING (organisation_id) WHERE organisation.code = $1';
const ask = (text: string): Promise<Record<string, unknown>[]> => stage.ask(`${text} ${IN}`, [organisation]);
const alerts = () => ask('SELECT count(*)::int AS alerts, count(alert_link)::int AS linked FROM care.alert');
const links = () => ask('SELECT count(alert_link)::int AS links FROM intake.reflection');

describe('the end of alerts', () => {
  it('comes with the pseudonyms: nothing leads from a reflection to its alert any more, and the alert stays', async () => {
    expect(await alerts()).toEqual([{ alerts: 2, linked: 2 }]);
    expect(await stage.door.retention('2026-08-01').run(organisation, false)).toMatchObject({ ok: true, value: [{ alertsUnlinked: 1, alertsDeleted: 0 }] });
    expect([...(await alerts()), ...(await links())]).toEqual([{ alerts: 2, linked: 1 }, { links: 1 }]);
  });

  it('waits as long as an open ledger keeps the pseudonyms: an erasure still finds the alert, until the ledger is given up', async () => {
    await stage.door.retention('2026-08-01').setPolicy(organisation, 1, null);
    const alone = alertingRow('ALONE', { team: 'team-b', reflected_on: '2026-01-15', case: 'HOUSE-4', professional: 'M4' });
    await stage.door.importRows(RAISED, organisation, [alone, ...safeMonth('team-a', '2026-01', 11, 'SECRECY', 3)]);
    await stage.outbox.consumeAll();
    await stage.door.closeMonths(RAISED, organisation);
    // The half-year of January is not over in June, so the ledgers of team-a still need who reflected; team-b has no block that does.
    expect(await stage.door.retention('2026-06-01').run(organisation, false)).toMatchObject({ ok: true, value: [{ alertsUnlinked: 1 }] });
    expect(await alerts()).toEqual([{ alerts: 3, linked: 2 }]);
    expect(await (await stage.door.erasure()).erase(organisation, 'case', 'HOUSE-2', false)).toMatchObject({ ok: true, value: { alertsRemoved: 1 } });
    expect(await alerts()).toEqual([{ alerts: 2, linked: 1 }]);
    expect(await stage.door.retention('2027-08-01').run(organisation, false)).toMatchObject({ ok: true, value: [{ alertsUnlinked: 1 }] });
    expect(await alerts()).toEqual([{ alerts: 2, linked: 0 }]);
  });

  it('comes years later with the alert, its steps and the sessions of the list', async () => {
    const quality = await stage.viewer(organisation, 'quality-staff', ['team-a']);
    const [row] = await ask('SELECT alert.code FROM care.alert');
    await stage.steps.takeStep(quality, { code: String(row?.['code']), step: 'acknowledge', version: 1, reason: 'taken_up', outcome: null });
    expect(await stage.door.retention('2031-03-01').run(organisation, false)).toMatchObject({ ok: true, value: [{ alertsDeleted: 2 }] });
    expect(await alerts()).toEqual([{ alerts: 0, linked: 0 }]);
    expect(await ask('SELECT count(*)::int AS rows FROM care.alert_step')).toEqual([{ rows: 0 }]);
    expect(await ask('SELECT count(*)::int AS rows FROM care.support_session')).toEqual([{ rows: 0 }]);
  });

  it.each([['case', 'HOUSE-1'], ['professional', 'M1'], ['reflection', 'OLD']] as const)('comes with the erasure of a %s, and a later revision of another one still finds its alert', async (kind, reference) => {
    expect(await (await stage.door.erasure()).erase(organisation, kind, reference, false)).toMatchObject({ ok: true, value: { reflectionsRemoved: 1, alertsRemoved: 1 } });
    expect(await alerts()).toEqual([{ alerts: 1, linked: 1 }]);
    await stage.door.importRows(RAISED, organisation, [{ ...seenRow('NEW', 2), reflected_on: '2026-01-15', case: 'HOUSE-2', professional: 'M2' }]);
    await stage.outbox.consumeAll();
    expect(await ask('SELECT is_closing_proposed FROM care.alert')).toEqual([{ is_closing_proposed: true }]);
  });

  it('leaves no alert behind of what was erased before care took it in', async () => {
    await stage.door.importRows(RAISED, organisation, [alertingRow('WAITING', { case: 'HOUSE-3', reflected_on: '2026-01-16' })]);
    await (await stage.door.erasure()).erase(organisation, 'case', 'HOUSE-3', false);
    await stage.outbox.consumeAll();
    expect(await alerts()).toEqual([{ alerts: 2, linked: 2 }]);
  });

  it('changes nothing on a dry run', async () => {
    await (await stage.door.erasure()).erase(organisation, 'case', 'HOUSE-1', true);
    await stage.door.retention('2031-03-01').run(organisation, true);
    expect(await alerts()).toEqual([{ alerts: 2, linked: 2 }]);
  });

  it('is not brought by new keys: a revision still finds its alert', async () => {
    await (await stage.door.rotation()).rotate(true);
    await stage.door.importRows(RAISED, organisation, [{ ...seenRow('NEW', 2), reflected_on: '2026-01-15', case: 'HOUSE-2', professional: 'M2' }]);
    await stage.outbox.consumeAll();
    expect(await ask('SELECT count(*) FILTER (WHERE is_closing_proposed)::int AS proposed, count(*)::int AS alerts FROM care.alert')).toEqual([{ proposed: 1, alerts: 2 }]);
  });
});
