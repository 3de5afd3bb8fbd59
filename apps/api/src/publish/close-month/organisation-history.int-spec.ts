import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LifetimeStage } from '../../testing/lifetime-stage.js';
import { organisationFile, safeMonth } from '../../testing/reflection-rows.js';
import { queryOnce } from '../../testing/test-database.js';

let stage: LifetimeStage;
let organisation = '';
let made = 0;
beforeAll(async () => {
  stage = await LifetimeStage.create();
});
afterAll(() => stage.close());
beforeEach(() => {
  made += 1;
  organisation = `history-${made}`;
});

const APART = [{ code: 'team-a' }, { code: 'team-b' }];
const TOGETHER = [{ code: 'team-a' }, { code: 'team-b', publishWith: 'team-a' }];

async function deliver(month: string): Promise<void> {
  await stage.importRows('2026-06-01', organisation, [...safeMonth('team-a', month, 12, 'SECRECY', 1), ...safeMonth('team-b', month, 13, 'SECRECY', 1)]);
}

function blocks(): Promise<{ unit: string; month: string; reflections: number }[]> {
  return queryOnce(
    stage.database.adminUrl,
    `SELECT unit.code AS unit, through_month AS month, reflections FROM published.organisation JOIN published.unit USING (organisation_id) JOIN published.block USING (organisation_id, unit_id)
      WHERE organisation.code = $1 ORDER BY month, unit`,
    [organisation],
  );
}

function units(): Promise<{ team: string; unit: string; name: string }[]> {
  return queryOnce(
    stage.database.adminUrl,
    `SELECT team.code AS team, unit.code AS unit, unit.name FROM published.organisation JOIN published.team USING (organisation_id) JOIN published.unit USING (organisation_id, unit_id)
      WHERE organisation.code = $1 ORDER BY team`,
    [organisation],
  );
}

describe('the history of an organisation', () => {
  it('lets a team leave its sibling from a month on, and leaves the figures of both where they were', async () => {
    await stage.load('2026-01-05', organisationFile(organisation, TOGETHER));
    await deliver('2026-01');
    await stage.closeMonths('2026-02-11', organisation);
    await stage.load('2026-02-15', organisationFile(organisation, APART));
    await deliver('2026-02');
    await stage.closeMonths('2026-03-11', organisation);
    expect(await blocks()).toEqual([
      { unit: 'team-a', month: '2026-01', reflections: 25 },
      { unit: 'team-a', month: '2026-02', reflections: 12 },
      { unit: 'team-b', month: '2026-02', reflections: 13 },
    ]);
    expect(await units()).toMatchObject([{ team: 'team-a', unit: 'team-a' }, { team: 'team-b', unit: 'team-b' }]);
  });

  it('lets a team join another from a month on, and the unit it was keeps its figures and has no empty months after', async () => {
    await stage.load('2026-01-05', organisationFile(organisation, APART));
    await deliver('2026-01');
    await stage.closeMonths('2026-02-11', organisation);
    await stage.load('2026-02-15', organisationFile(organisation, TOGETHER));
    await deliver('2026-02');
    await stage.closeMonths('2026-03-11', organisation);
    expect(await blocks()).toEqual([
      { unit: 'team-a', month: '2026-01', reflections: 12 },
      { unit: 'team-b', month: '2026-01', reflections: 13 },
      { unit: 'team-a', month: '2026-02', reflections: 25 },
    ]);
    expect(await units()).toMatchObject([{ team: 'team-a', unit: 'team-a' }, { team: 'team-b', unit: 'team-a', name: 'Team team-a + Team team-b' }]);
    expect(await queryOnce(stage.database.adminUrl, 'SELECT 1 FROM published.absent_month JOIN published.organisation USING (organisation_id) WHERE code = $1', [organisation])).toEqual([]);
  });

  it('takes the unit at the end of a month for a change that was loaded later but counts from before', async () => {
    await stage.load('2026-01-05', organisationFile(organisation, TOGETHER));
    await deliver('2026-01');
    await deliver('2026-02');
    await stage.load('2026-03-01', organisationFile(organisation, APART));
    await stage.closeMonths('2026-03-11', organisation);
    expect(await blocks()).toEqual([
      { unit: 'team-a', month: '2026-01', reflections: 25 },
      { unit: 'team-a', month: '2026-02', reflections: 25 },
    ]);
  });

  it('merges two teams: the one that ends keeps its figures, and what comes in late for it goes to its own unit', async () => {
    await stage.load('2026-01-05', organisationFile(organisation, APART));
    await deliver('2026-01');
    await stage.closeMonths('2026-02-11', organisation);
    await stage.load('2026-02-20', organisationFile(organisation, [{ code: 'team-a' }]));
    await deliver('2026-02');
    await stage.closeMonths('2026-03-11', organisation);
    expect((await blocks()).filter(({ unit }) => unit === 'team-b')).toEqual([
      { unit: 'team-b', month: '2026-01', reflections: 13 },
      { unit: 'team-b', month: '2026-02', reflections: 13 },
    ]);
  });
});
