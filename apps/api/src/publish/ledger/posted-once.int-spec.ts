import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseMonth, type Month } from '@rolvast/domain';
import pg from 'pg';
import { LifetimeStage } from '../../testing/lifetime-stage.js';
import { organisationFile, row, safeMonth, type Cells } from '../../testing/reflection-rows.js';
import { queryOnce } from '../../testing/test-database.js';

const FIGURES = ['block', 'posted_count', 'part_window', 'posted_hours', 'breakdown_part', 'breakdown_count', 'breakdown_hours', 'participation', 'absent_month', 'place_block', 'place_block_member'];
const MONTHS = ['2026-01', '2026-02', '2026-03'];

let stage: LifetimeStage;
let organisation = '';
let made = 0;
beforeAll(async () => {
  stage = await LifetimeStage.create();
});
afterAll(() => stage.close());
beforeEach(async () => {
  made += 1;
  organisation = `once-${made}`;
  await stage.load('2026-01-01', organisationFile(organisation, [{ code: 'team-a' }, { code: 'team-b' }]));
  expect(await stage.importRows('2026-04-01', organisation, MONTHS.flatMap(filled))).toMatchObject({ ok: true, value: { rejected: 0 } });
  await stage.closeMonths('2026-06-11', organisation, month('2026-03'));
});

/** A month of a team in which more than the pitfalls is filled in. */
function filled(of: string): Cells[] {
  return safeMonth('team-a', of, 24, 'POWERLESSNESS', 7).map((cells, index) => ({ ...cells, minors_involved: index % 4 === 0 ? 'no' : 'yes', child_seen: index % 4 === 0 ? '' : index % 3 === 0 ? 'no' : 'yes', legal_frame: Math.floor(index / 6) % 2 === 0 ? 'voluntary' : 'involuntary', extra_hours: '4', extra_hours_by: 'manager', extra_hours_reason: 'crisis' }));
}

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error('no month');
  return parsed;
}

/** Everything that the first release holds. */
async function firstRelease(): Promise<Readonly<Record<string, unknown[]>>> {
  const tables = FIGURES.map(async (table) => {
    const rows = await queryOnce(stage.database.address.roles.reader, `SELECT figure.* FROM published.${table} figure JOIN published.organisation USING (organisation_id) WHERE code = $1 AND release_number = 1 ORDER BY figure::text`, [organisation]);
    return [table, rows] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

async function ask<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
  return queryOnce<Row>(stage.database.adminUrl, `${text} JOIN intake.organisation USING (organisation_id) WHERE organisation.code = $1`, [organisation]);
}

interface Afterwards {
  readonly what: string;
  readonly happens: () => Promise<unknown>;
}

const AFTERWARDS: readonly Afterwards[] = [
  { what: 'a reflection for a closed month comes in late', happens: () => stage.importRows('2026-04-20', organisation, [row({ reflection_id: 'LATE', reflected_on: '2026-01-20', pitfalls: 'POWERLESSNESS' })]) },
  { what: 'every reflection is corrected', happens: () => stage.importRows('2026-04-20', organisation, MONTHS.flatMap(filled).map((cells) => ({ ...cells, revision: '2', pitfalls: 'BOUNDARIES', minors_involved: 'no', child_seen: '' }))) },
  { what: 'every second one is withdrawn', happens: () => stage.importRows('2026-04-20', organisation, MONTHS.flatMap(filled).filter((_, index) => index % 2 === 0).map((cells) => ({ ...cells, revision: '2', status: 'withdrawn' }))) },
  { what: 'a professional is erased', happens: async () => (await stage.erasure()).erase(organisation, 'professional', 'team-a-M1', false) },
  { what: 'a case is erased', happens: async () => (await stage.erasure()).erase(organisation, 'case', 'team-a-D1', false) },
  { what: 'the team is published with another from now on', happens: () => stage.load('2026-04-20', organisationFile(organisation, [{ code: 'team-a', publishWith: 'team-b' }, { code: 'team-b' }])) },
  { what: 'the floor is raised', happens: () => queryOnce(stage.database.adminUrl, `INSERT INTO publish.policy SELECT organisation_id, 2, 9, 20, 40, 30, 10, 'in-force', 'a', now(), 'b', now() FROM intake.organisation WHERE code = $1`, [organisation]) },
  { what: 'the keys are rotated', happens: async () => (await stage.rotation()).rotate(true) },
];

describe('what was posted', () => {
  it.each(AFTERWARDS)('stays as it was when $what', async ({ happens }) => {
    const before = await firstRelease();
    expect(before['posted_count']?.length).toBeGreaterThan(50);
    expect(before['breakdown_count']?.length).toBeGreaterThan(3);
    await happens();
    await stage.importRows('2026-04-21', organisation, ['2026-04', '2026-05'].flatMap(filled));
    await stage.closeMonths('2026-06-11', organisation, month('2026-05'));
    expect(await firstRelease()).toEqual(before);
  });

  it('goes by the floor in force at the close: a block that would do for the scheme waits where more is asked', async () => {
    await queryOnce(stage.database.adminUrl, `INSERT INTO publish.policy SELECT organisation_id, 2, 5, 8, 25, 50, 10, 'in-force', 'a', now(), 'b', now() FROM intake.organisation WHERE code = $1`, [organisation]);
    await stage.importRows('2026-05-01', organisation, filled('2026-04'));
    await stage.closeMonths('2026-06-11', organisation, month('2026-04'));
    expect(await ask("SELECT through_month FROM publish.block")).toHaveLength(3);
    await stage.importRows('2026-06-01', organisation, filled('2026-05'));
    await stage.closeMonths('2026-06-11', organisation, month('2026-05'));
    expect((await ask<{ from_month: string; policy_version: number; reflections: number }>('SELECT from_month, policy_version, reflections FROM publish.block')).at(-1)).toEqual({ from_month: '2026-04', policy_version: 2, reflections: 48 });
  });
});

describe('the numbers of professionals in snapshots', () => {
  it('are the same for the same one in every open block of the unit, and stand nowhere beside a pseudonym', async () => {
    const rows = await ask<{ marks: number; people: number }>(
      `SELECT count(DISTINCT contributor)::int AS marks, count(DISTINCT contributor_pseudonym)::int AS people FROM publish.snapshot
         JOIN publish.posting USING (organisation_id, unit_id, block_number, ordinal) JOIN intake.reflection USING (organisation_id, reflection_pseudonym)`,
    );
    expect(rows).toEqual([{ marks: 6, people: 6 }]);
    const columns = await queryOnce(stage.database.adminUrl, "SELECT column_name FROM information_schema.columns WHERE table_schema = 'publish' AND table_name = 'snapshot' AND data_type = 'bytea'");
    expect(columns).toEqual([]);
  });

  it('stay what they were after the keys were rotated', async () => {
    await (await stage.rotation()).rotate(true);
    await stage.importRows('2026-05-01', organisation, filled('2026-04'));
    await stage.closeMonths('2026-06-11', organisation, month('2026-04'));
    expect(await ask('SELECT count(DISTINCT contributor)::int AS marks, max(block_number) AS blocks FROM publish.snapshot')).toEqual([{ marks: 6, blocks: 4 }]);
  });
});

describe('closing', () => {
  it('waits for an import that is being merged, and posts all of it or nothing', async () => {
    const client = new pg.Client({ connectionString: stage.database.adminUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(7236453, organisation_id) FROM intake.organisation WHERE code = $1', [organisation]);
    let isClosed = false;
    const closing = stage.closeMonths('2026-06-11', organisation, month('2026-04')).then(() => (isClosed = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isClosed).toBe(false);
    await client.query('COMMIT');
    await client.end();
    await closing;
    expect(isClosed).toBe(true);
  });

  it('of an earlier month than the last has no effect, and of a month that is not over is refused', async () => {
    const before = await firstRelease();
    await stage.closeMonths('2026-06-11', organisation, month('2026-01'));
    expect(await firstRelease()).toEqual(before);
    expect(await ask('SELECT release_number FROM published.release')).toEqual([{ release_number: 1 }]);
    await expect(stage.closeMonths('2026-06-11', organisation, month('2026-06'))).rejects.toThrow(/not over/);
    await expect(stage.closeMonths('2026-03-31', organisation, month('2026-03'))).rejects.toThrow(/not over/);
  });

  it('of a month beyond the next closes the months between in their order', async () => {
    await stage.importRows('2026-06-01', organisation, ['2026-04', '2026-05'].flatMap(filled));
    await stage.closeMonths('2026-06-11', organisation, month('2026-05'));
    const blocks = await ask<{ number: number; through_month: string }>('SELECT number, through_month FROM publish.block');
    const inOrder = blocks.sort((one, other) => one.number - other.number).map(({ through_month }) => through_month);
    expect(inOrder).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']);
  });

  it('twice at once posts everything once', async () => {
    await stage.importRows('2026-05-01', organisation, filled('2026-04'));
    await Promise.all([stage.closeMonths('2026-06-11', organisation, month('2026-04')), stage.closeMonths('2026-06-11', organisation, month('2026-04'))]);
    expect(await ask('SELECT count(*)::int AS postings FROM publish.posting')).toEqual([{ postings: 96 }]);
    expect(await ask('SELECT count(*)::int AS releases FROM published.release')).toEqual([{ releases: 2 }]);
  });
});
