import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { FixedClock } from '../../platform/clock/clock.js';
import { organisationFile } from '../../testing/reflection-rows.js';
import { createTestDatabase, queryOnce, type TestDatabase } from '../../testing/test-database.js';
import { LoadOrganisationService } from './load-organisation.service.js';
import { OrganisationStore } from './organisation.store.js';

let database: TestDatabase;
let source: DataSource;
const key = { bytes: randomBytes(32), path: 'test key' };
beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource({ type: 'postgres', url: database.address.roles['intake-writer'] }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

function loadOn(day: string, text: string, masterKey = key, since: string | null = null): ReturnType<LoadOrganisationService['load']> {
  const service = new LoadOrganisationService(new OrganisationStore(source), new FixedClock(new Date(`${day}T12:00:00Z`)), masterKey);
  return service.load(text, since === null ? null : parseLocalDate(since));
}

function periods(code: string): Promise<{ team: string; valid_from: string; professionals: number }[]> {
  return queryOnce(
    database.adminUrl,
    `SELECT team.code AS team, period.valid_from::text, professionals FROM intake.organisation
       JOIN intake.team USING (organisation_id) JOIN intake.team_period period USING (organisation_id, team_id)
      WHERE organisation.code = $1 ORDER BY team.code, period.valid_from`,
    [code],
  );
}

describe('loading an organisation', () => {
  it('changes nothing when the same file is loaded again', async () => {
    const text = organisationFile('same', [{ code: 'team-a' }]);
    await loadOn('2026-01-05', text);
    await loadOn('2026-02-05', text);
    expect(await periods('same')).toEqual([{ team: 'team-a', valid_from: '2025-01-01', professionals: 10 }]);
  });

  it('records a changed number of professionals from that day on and keeps the history', async () => {
    await loadOn('2026-01-05', organisationFile('grows', [{ code: 'team-a', professionals: 6 }]));
    await loadOn('2026-02-05', organisationFile('grows', [{ code: 'team-a', professionals: 9 }]));
    expect(await periods('grows')).toEqual([
      { team: 'team-a', valid_from: '2025-01-01', professionals: 6 },
      { team: 'team-a', valid_from: '2026-02-05', professionals: 9 },
    ]);
  });

  it('ends a team that is no longer in the file and deletes nothing', async () => {
    await loadOn('2026-01-05', organisationFile('shrinks', [{ code: 'team-a' }, { code: 'team-b' }]));
    await loadOn('2026-02-05', organisationFile('shrinks', [{ code: 'team-a' }]));
    const teams = await queryOnce(
      database.adminUrl,
      `SELECT team.code, valid_to::text FROM intake.team JOIN intake.organisation USING (organisation_id) WHERE organisation.code = 'shrinks' ORDER BY team.code`,
    );
    expect(teams).toEqual([
      { code: 'team-a', valid_to: null },
      { code: 'team-b', valid_to: '2026-02-05' },
    ]);
  });

  it('refuses another key file than the one the organisation was loaded with', async () => {
    const text = organisationFile('keys', [{ code: 'team-a' }]);
    await loadOn('2026-01-05', text);
    const answer = await loadOn('2026-01-06', text, { bytes: randomBytes(32), path: 'another key' });
    expect(answer).toMatchObject({ ok: false, fault: { code: 'KEY_MISMATCH' } });
  });

  it('records another sibling from that day on, and another region', async () => {
    await loadOn('2026-01-05', organisationFile('moves', [{ code: 'team-a' }, { code: 'team-b', publishWith: 'team-a' }]));
    const moved = organisationFile('moves', [{ code: 'team-a' }, { code: 'team-b' }]).replace('"regions":[', '"regions":[{"code":"north","name":"North"},');
    await loadOn('2026-02-05', moved.replace('"region":"region"', '"region":"north"'));
    const history = await queryOnce(
      database.adminUrl,
      `SELECT team.code AS team, period.valid_from::text, region.code AS region, sibling.code AS sibling FROM intake.organisation
         JOIN intake.team USING (organisation_id) JOIN intake.team_period period USING (organisation_id, team_id) JOIN intake.region USING (organisation_id, region_id)
         LEFT JOIN intake.team sibling ON sibling.team_id = period.publish_with_team_id
        WHERE organisation.code = 'moves' ORDER BY 1, 2`,
    );
    expect(history).toEqual([
      { team: 'team-a', valid_from: '2025-01-01', region: 'region', sibling: null },
      { team: 'team-a', valid_from: '2026-02-05', region: 'north', sibling: null },
      { team: 'team-b', valid_from: '2025-01-01', region: 'region', sibling: 'team-a' },
      { team: 'team-b', valid_from: '2026-02-05', region: 'region', sibling: null },
    ]);
  });

  it('records changes from the day that is named, if that is not in the future and not before what is recorded', async () => {
    const size = (professionals: number) => organisationFile('dated', [{ code: 'team-a', professionals }]);
    await loadOn('2026-03-05', size(6));
    expect(await loadOn('2026-03-05', size(7), key, '2026-03-01')).toMatchObject({ ok: true });
    expect(await loadOn('2026-03-05', size(8), key, '2026-03-06')).toMatchObject({ ok: false, fault: { code: 'FROM_IN_FUTURE' } });
    expect(await loadOn('2026-03-05', size(8), key, '2026-02-28')).toMatchObject({ ok: false, fault: { code: 'FROM_BEFORE_HISTORY', message: expect.stringContaining('team-a') } });
    expect(await loadOn('2026-03-05', size(7), key, '2026-02-28')).toMatchObject({ ok: true });
    expect(await periods('dated')).toEqual([
      { team: 'team-a', valid_from: '2025-01-01', professionals: 6 },
      { team: 'team-a', valid_from: '2026-03-01', professionals: 7 },
    ]);
  });

  it('ends a team that is no longer in the file although its end was planned for later', async () => {
    await loadOn('2026-01-05', organisationFile('early', [{ code: 'team-a' }, { code: 'team-b', validTo: '2026-12-31' }]));
    await loadOn('2026-02-05', organisationFile('early', [{ code: 'team-a' }]));
    const [ended] = await queryOnce(database.adminUrl, `SELECT valid_to::text FROM intake.team JOIN intake.organisation USING (organisation_id) WHERE organisation.code = 'early' AND team.code = 'team-b'`);
    expect(ended).toEqual({ valid_to: '2026-02-05' });
  });

  it('stores nothing of a file with a fault', async () => {
    expect(await loadOn('2026-01-05', organisationFile('broken', [{ code: 'team-a', publishWith: 'nobody' }]))).toMatchObject({ ok: false });
    expect(await periods('broken')).toEqual([]);
  });
});
