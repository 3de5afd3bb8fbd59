import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPath } from '../../testing/import-path.js';
import { organisationFile, row, safeMonth, writeReflections, type Cells } from '../../testing/reflection-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { LoadOrganisationService } from '../organisation/load-organisation.service.js';
import { DataQualityService } from './data-quality.service.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
});
afterAll(() => test.close());

/** @param delayDays how many days after each reflection it came in. */
async function deliver(organisation: string, rows: readonly Cells[], delayDays = 3): Promise<void> {
  const imported = await importPath(test.app, await writeReflections(rows), organisation);
  if (!imported.ok) throw new Error(imported.fault.message);
  await queryOnce(test.database.adminUrl, 'UPDATE intake.reflection SET received_on = reflected_on + $1::int', [delayDays]);
}

async function load(organisation: string, ...teams: Parameters<typeof organisationFile>[1]): Promise<void> {
  const loaded = await test.app.get(LoadOrganisationService).load(organisationFile(organisation, teams));
  if (!loaded.ok) throw new Error(loaded.fault.message);
}

const describeData = (organisation: string) => test.app.get(DataQualityService).describe(organisation);

describe('the quality of what comes in', () => {
  it('notes the day on which a reflection first came in, and keeps it over revisions', async () => {
    await load('dated', { code: 'team-a' });
    await importPath(test.app, await writeReflections([row({})]), 'dated');
    const received = () => queryOnce<{ day: string; today: string }>(test.database.adminUrl, "SELECT received_on::text AS day, (now() AT TIME ZONE 'Europe/Amsterdam')::date::text AS today FROM intake.reflection");
    const [first] = await received();
    expect(first?.day).toBe(first?.today);
    await queryOnce(test.database.adminUrl, "UPDATE intake.reflection SET received_on = '2026-01-20'");
    await importPath(test.app, await writeReflections([row({ revision: '2', pitfalls: 'SECRECY' })]), 'dated');
    expect(await received()).toMatchObject([{ day: '2026-01-20' }]);
  });

  it('tells how long recording takes in the organisation as a whole', async () => {
    await load('timely', { code: 'team-a' });
    await deliver('timely', safeMonth('team-a', '2026-04', 12, 'SECRECY', 2), 9);
    expect(await describeData('timely')).toMatchObject({ ok: true, value: { lastDueMonth: '2026-05', timeliness: { kind: 'shown', medianDays: 9, ninetiethDays: 9 } } });
  });

  it('withholds that where too few stand behind it, and says apart that there is nothing', async () => {
    await load('thin', { code: 'team-a' });
    expect(await describeData('thin')).toMatchObject({ ok: true, value: { timeliness: { kind: 'absent' } } });
    await deliver('thin', safeMonth('team-a', '2026-04', 12, 'SECRECY', 2).map((cells) => ({ ...cells, professional: 'M1' })));
    expect(await describeData('thin')).toMatchObject({ ok: true, value: { timeliness: { kind: 'withheld' } } });
  });

  it('leaves out reflections that had no month yet to come in', async () => {
    await load('young', { code: 'team-a' });
    await deliver('young', safeMonth('team-a', '2026-06', 12, 'SECRECY', 2).filter((cells) => (cells['reflected_on'] ?? '') <= '2026-06-20'));
    expect(await describeData('young')).toMatchObject({ ok: true, value: { timeliness: { kind: 'absent' } } });
  });

  it('says of each unit whether it is late or silent, as yes or no and without any number', async () => {
    await load('units', { code: 'team-a' }, { code: 'team-b' }, { code: 'team-c' }, { code: 'team-d', publishWith: 'team-c' }, { code: 'team-e', validTo: '2026-05-15' });
    await deliver('units', [row({ reflection_id: '1', team: 'team-a', reflected_on: '2026-05-31' }), row({ reflection_id: '2', team: 'team-b', reflected_on: '2026-04-01' }), row({ reflection_id: '3', team: 'team-d', reflected_on: '2026-05-01' })]);
    await load('units', { code: 'team-a' }, { code: 'team-b' }, { code: 'team-c' }, { code: 'team-d', publishWith: 'team-c' }, { code: 'team-e', validTo: '2026-05-15' }, { code: 'team-f' });
    const described = await describeData('units');
    expect(described.ok ? described.value.units : []).toEqual([
      { code: 'team-a', name: 'Team team-a', isLate: false, isSilent: false },
      { code: 'team-b', name: 'Team team-b', isLate: true, isSilent: false },
      { code: 'team-c', name: 'Team team-c', isLate: false, isSilent: false },
      { code: 'team-f', name: 'Team team-f', isLate: true, isSilent: true },
    ]);
  });

  it('tells of each of the latest files how many rows broke which rule, and leaves single reflections out', async () => {
    await load('files', { code: 'team-a' });
    const faulty = ['31-02-2026', '30-02-2026', '2026-01-05'].map((day, index) => row({ reflection_id: `F${index}`, reflected_on: day, ...(index === 0 ? { team: '' } : {}) }));
    await importPath(test.app, await writeReflections(faulty), 'files');
    await importPath(test.app, await writeReflections([row({ reflection_id: 'GOOD' })]), 'files');
    await queryOnce(test.database.adminUrl, "UPDATE intake.import_job SET received_at = received_at + interval '1 hour' WHERE report->>'rejected' = '0'");
    const described = await describeData('files');
    expect(described.ok ? described.value.files : []).toEqual([
      { id: expect.any(String), kind: 'reflections', receivedAt: expect.any(Date), read: 1, rejected: 0, faults: [] },
      {
        id: expect.any(String),
        kind: 'reflections',
        receivedAt: expect.any(Date),
        read: 3,
        rejected: 2,
        faults: [
          { column: 'reflected_on', rule: 'NO_SUCH_DAY', rows: 2 },
          { column: 'team', rule: 'REQUIRED', rows: 1 },
        ],
      },
    ]);
    await queryOnce(test.database.adminUrl, "UPDATE intake.import_job SET way_in = 'mutation'");
    expect(await describeData('files')).toMatchObject({ ok: true, value: { files: [] } });
  });

  it('refuses an organisation that does not exist', async () => {
    expect(await describeData('nobody')).toMatchObject({ ok: false, fault: { code: 'UNKNOWN_ORGANISATION' } });
  });
});
