import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseMonth, type Month } from '@rolvast/domain';
import { LifetimeStage } from '../../testing/lifetime-stage.js';
import { mayBePostedFor } from '../../testing/posting-rule.js';
import { organisationFile, safeMonth, type Cells } from '../../testing/reflection-rows.js';
import { queryOnce } from '../../testing/test-database.js';
import { findMarksOfPlaces } from './ledger.sql.js';

const TEAMS = ['team-a', 'team-b', 'team-c'];
const QUARTER = ['2026-01', '2026-02', '2026-03'];

let stage: LifetimeStage;
let organisation = '';
let made = 0;
beforeAll(async () => {
  stage = await LifetimeStage.create();
});
afterAll(() => stage.close());
beforeEach(() => {
  made += 1;
  organisation = `wider-${made}`;
});

/** Reflections of which one in four has a rare pitfall, with hours, and disagreeing agencies in every second. */
function filled(team: string, month: string): Cells[] {
  return safeMonth(team, month, 24, 'SECRECY', 6).map((cells, index) => ({
    ...cells,
    agencies_disagree: index % 2 === 0 ? 'yes' : 'no',
    round_table: index % 2 === 0 ? (index % 4 === 0 ? 'held' : 'not_held') : '',
    powerlessness_felt: index % 4 === 3 ? 'no' : 'yes',
    powerlessness_acknowledged: index % 4 === 3 ? '' : Math.floor(index / 6) % 2 === 0 ? 'no' : 'yes',
    extra_hours: String(2 + (index % 3)),
    extra_hours_by: Math.floor(index / 6) % 2 === 0 ? 'manager' : 'municipality',
    extra_hours_reason: 'crisis',
  }));
}

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error('no month');
  return parsed;
}

async function publish(teams: readonly string[], months: readonly string[], change: (cells: Cells) => Cells = (cells) => cells): Promise<void> {
  await stage.load('2025-12-01', organisationFile(organisation, TEAMS.map((code) => ({ code }))));
  const rows = teams.flatMap((team) => months.flatMap((of) => filled(team, of))).map(change);
  expect(await stage.importRows('2026-07-10', organisation, rows)).toMatchObject({ ok: true, value: { rejected: 0 } });
  await stage.closeMonths('2026-07-20', organisation, month(months.at(-1) ?? ''));
}

function ask<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
  return queryOnce<Row>(stage.database.adminUrl, text, [organisation]);
}

const OF = 'JOIN intake.organisation USING (organisation_id) WHERE organisation.code = $1';

describe('the blocks of regions and the organisation', () => {
  it('are made at the end of a quarter, of all that at least three units posted', async () => {
    await publish(TEAMS, QUARTER);
    const blocks = await ask(`SELECT place_kind, number, from_month, through_month, units, units_in_place, reflections FROM published.place_block ${OF} ORDER BY 1`);
    const block = { number: 1, from_month: '2026-01', through_month: '2026-03', units: 3, units_in_place: 3, reflections: 216 };
    expect(blocks).toEqual([{ place_kind: 'organisation', ...block }, { place_kind: 'region', ...block }]);
  });

  it.each([
    ['two units posted', TEAMS.slice(0, 2), QUARTER],
    ['the quarter is not over', TEAMS, QUARTER.slice(0, 2)],
  ])('wait while %s', async (_, teams, months) => {
    await publish(teams, months);
    expect(await ask(`SELECT 1 FROM publish.place_block ${OF}`)).toEqual([]);
    expect(await ask(`SELECT 1 FROM publish.posted_count ${OF} AND place_kind <> 'unit'`)).toEqual([]);
  });

  it('take in later what waited for a third unit', async () => {
    await publish(TEAMS.slice(0, 2), QUARTER);
    await stage.importRows('2026-07-10', organisation, TEAMS.flatMap((team) => filled(team, '2026-04')));
    await stage.closeMonths('2026-07-20', organisation, month('2026-06'));
    expect(await ask(`SELECT place_kind, from_month, units, reflections FROM published.place_block ${OF} ORDER BY 1`)).toEqual([
      { place_kind: 'organisation', from_month: '2026-01', units: 3, reflections: 216 },
      { place_kind: 'region', from_month: '2026-01', units: 3, reflections: 216 },
    ]);
  });
});

describe('what regions and the organisation post', () => {
  it('is the count of a rare pitfall by quarter for the organisation, near the truth', async () => {
    await publish(TEAMS, QUARTER);
    const [row] = await ask<{ value: number }>(`SELECT value FROM published.posted_count ${OF} AND place_kind = 'organisation' AND count_key = 'noticed:SECRECY'`);
    expect(mayBePostedFor(3 * 3 * 6)).toContain(row?.value);
  });

  it('is the round table by half-year for the region, over a part that it counts itself', async () => {
    await publish(TEAMS, [...QUARTER, '2026-04', '2026-05', '2026-06']);
    const windows = await ask(`SELECT first_block, last_block FROM published.part_window ${OF} AND place_kind = 'region'`);
    expect(windows).toEqual([{ first_block: 1, last_block: 2 }]);
  });

  it('is hours under powerlessness that were not acknowledged by half-year, and hours by who granted them', async () => {
    await publish(TEAMS, [...QUARTER, '2026-04', '2026-05', '2026-06']);
    const [unacknowledged] = await ask<{ hours: number; first_block: number; last_block: number }>(`SELECT hours, first_block, last_block FROM published.posted_hours ${OF} AND place_kind = 'region'`);
    // Worked out from the rows alone: everything the units posted was posted over these two quarters.
    const [truth] = await ask<{ hours: number }>(`SELECT sum(extra_hours)::int AS hours FROM intake.reflection ${OF} AND NOT powerlessness_acknowledged`);
    expect(unacknowledged).toMatchObject({ first_block: 1, last_block: 2 });
    expect(Math.abs((unacknowledged?.hours ?? 0) - (truth?.hours ?? 0))).toBeLessThanOrEqual(2.5);
    const parts = await ask<{ hours: number }>(`SELECT hours FROM published.breakdown_hours ${OF} AND breakdown = 'HOURS_BY_GRANTER' AND through_month = '2026-03'`);
    expect(parts.length).toBeGreaterThanOrEqual(2);
  });

  it('knows a professional who works in two units as one, as long as something links them', async () => {
    await publish(TEAMS, QUARTER, (cells) => ({ ...cells, professional: (cells['professional'] ?? '').replace(/^team-./, '') }));
    const [ids] = await ask<{ id: number }>('SELECT organisation_id AS id FROM intake.organisation WHERE code = $1');
    const marks = async () => new Set((await queryOnce<{ mark: string }>(stage.database.address.roles.publisher, findMarksOfPlaces('contributor', 'contributor_pseudonym'), [ids?.id, [ids?.id], 'organisation', [1]])).map(({ mark }) => mark)).size;
    expect(await marks()).toBe(6);
    await queryOnce(stage.database.adminUrl, 'UPDATE intake.reflection SET contributor_pseudonym = NULL, case_pseudonym = NULL, content_hash = NULL WHERE organisation_id = $1', [ids?.id]);
    expect(await marks()).toBe(18);
  });
});
