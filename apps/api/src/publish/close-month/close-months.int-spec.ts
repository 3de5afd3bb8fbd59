import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseMonth, type Month } from '@rolvast/domain';
import { LoadOrganisationService } from '../../intake/organisation/load-organisation.service.js';
import { importPath } from '../../testing/import-path.js';
import { organisationFile, row, safeMonth, writeReflections, type Cells } from '../../testing/reflection-rows.js';
import { mayBePostedFor } from '../../testing/posting-rule.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { CloseMonthsService } from './close-months.service.js';
import type { CloseReport } from './close-report.js';

interface BlockRow {
  readonly unit: string;
  readonly from_month: string;
  readonly through_month: string;
  readonly reflections: number;
  readonly noticed: number;
}

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
});
afterAll(() => test.close());

async function load(code: string, ...teams: Parameters<typeof organisationFile>[1]): Promise<void> {
  const loaded = await test.app.get(LoadOrganisationService).load(organisationFile(code, teams));
  expect(loaded.ok).toBe(true);
}

async function deliver(code: string, rows: readonly Cells[]): Promise<void> {
  const imported = await importPath(test.app, await writeReflections(rows), code);
  expect(imported).toMatchObject({ ok: true, value: { rejected: 0 } });
}

async function close(code: string, through: string): Promise<CloseReport> {
  const closed = await test.app.get(CloseMonthsService).close(code, month(through));
  if (!closed.ok) throw new Error(closed.fault.message);
  return closed.value;
}

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error('no month');
  return parsed;
}

function blocks(code: string): Promise<BlockRow[]> {
  return queryOnce<BlockRow>(
    test.database.address.roles.reader,
    `SELECT unit.code AS unit, from_month, through_month, reflections, value AS noticed
       FROM published.organisation JOIN published.unit USING (organisation_id)
       JOIN published.block USING (organisation_id, unit_id)
       JOIN published.posted_count posted ON posted.organisation_id = block.organisation_id AND place_kind = 'unit' AND place_id = block.unit_id AND number BETWEEN first_block AND last_block
      WHERE organisation.code = $1 AND count_key = 'noticed:POWERLESSNESS' ORDER BY unit, through_month`,
    [code],
  );
}

/** A block in which so many were noticed: how many it says depends on a secret, by how much it may differ doesn't. */
function block(unit: string, from_month: string, through_month: string, reflections: number, noticed: number): (row: BlockRow) => void {
  return (row) => {
    expect({ ...row, noticed }).toEqual({ unit, from_month, through_month, reflections, noticed });
    expect(mayBePostedFor(noticed)).toContain(row.noticed);
  };
}

async function expectBlocks(code: string, ...expected: readonly ReturnType<typeof block>[]): Promise<void> {
  const rows = await blocks(code);
  expect(rows).toHaveLength(expected.length);
  rows.forEach((row, index) => expected[index]?.(row));
}

function absentMonths(code: string): Promise<{ month: string }[]> {
  return queryOnce(
    test.database.address.roles.reader,
    'SELECT month FROM published.organisation JOIN published.absent_month USING (organisation_id) WHERE code = $1 ORDER BY month',
    [code],
  );
}

describe('closing months', () => {
  it('posts a safe month as a block of its own with the counts of the catalogue', async () => {
    await load('own-month', { code: 'team-a' });
    await deliver('own-month', safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 3));
    await close('own-month', '2026-01');
    await expectBlocks('own-month', block('team-a', '2026-01', '2026-01', 12, 3));
  });

  it('lets an unsafe month wait and merges it with the next', async () => {
    await load('merges', { code: 'team-a' });
    await deliver('merges', [...safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 1), ...safeMonth('team-a', '2026-02', 9, 'POWERLESSNESS', 2), ...safeMonth('team-a', '2026-03', 10, 'POWERLESSNESS', 3)]);
    expect(await close('merges', '2026-02')).toMatchObject({ blocksPosted: 1, waitingUnits: ['team-a'] });
    await close('merges', '2026-03');
    await expectBlocks('merges', block('team-a', '2026-01', '2026-01', 12, 1), block('team-a', '2026-02', '2026-03', 19, 5));
  });

  it('records a month in which nothing was reported as absent, which is not the same as waiting', async () => {
    await load('absent', { code: 'team-a' });
    await deliver('absent', [...safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 1), ...safeMonth('team-a', '2026-03', 12, 'POWERLESSNESS', 1)]);
    await close('absent', '2026-03');
    expect(await absentMonths('absent')).toEqual([{ month: '2026-02' }]);
    expect((await blocks('absent')).map((block) => block.from_month)).toEqual(['2026-01', '2026-03']);
  });

  it('posts a reflection for a closed month in the open block and leaves the closed one as it was', async () => {
    await load('late', { code: 'team-a' });
    await deliver('late', safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 0));
    await close('late', '2026-01');
    await deliver('late', [row({ reflection_id: 'LATE', reflected_on: '2026-01-20', pitfalls: 'POWERLESSNESS' }), ...safeMonth('team-a', '2026-02', 11, 'POWERLESSNESS', 0)]);
    await close('late', '2026-02');
    await expectBlocks('late', block('team-a', '2026-01', '2026-01', 12, 0), block('team-a', '2026-02', '2026-02', 12, 1));
  });

  it('never recomputes a block for a correction or a withdrawal', async () => {
    await load('frozen', { code: 'team-a' });
    const rows = safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 2);
    await deliver('frozen', rows);
    await close('frozen', '2026-01');
    const before = await blocks('frozen');
    await deliver('frozen', rows.map((cells, index) => ({ ...cells, revision: '2', pitfalls: 'BOUNDARIES', status: index === 0 ? 'withdrawn' : 'final' })));
    await close('frozen', '2026-02');
    expect(await blocks('frozen')).toEqual(before);
  });

  it('changes nothing when the same month is closed again, or twice at the same moment', async () => {
    await load('twice', { code: 'team-a' });
    await deliver('twice', safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 2));
    await Promise.all([close('twice', '2026-01'), close('twice', '2026-01')]);
    await close('twice', '2026-01');
    expect(await blocks('twice')).toHaveLength(1);
  });

  it('publishes a small team together with its sibling', async () => {
    await load('siblings', { code: 'team-a' }, { code: 'team-b', professionals: 3, publishWith: 'team-a' });
    await deliver('siblings', [...safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 2), row({ reflection_id: 'B1', team: 'team-b', professional: 'B', case: 'B', pitfalls: 'POWERLESSNESS' })]);
    await close('siblings', '2026-01');
    await expectBlocks('siblings', block('team-a', '2026-01', '2026-01', 13, 3));
  });

  it('lets a block with more contributors than 1.25 times the professionals wait, and names the unit', async () => {
    await load('surplus', { code: 'team-a', professionals: 4 });
    await deliver('surplus', safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 2));
    expect(await close('surplus', '2026-01')).toMatchObject({ blocksPosted: 0, unitsToCheck: ['team-a'] });
    expect(await blocks('surplus')).toEqual([]);
  });

  it('stops at the last delivered month by default, so that an undelivered one is not pushed into the next', async () => {
    await load('delivered', { code: 'team-a' });
    await deliver('delivered', safeMonth('team-a', '2026-03', 12, 'POWERLESSNESS', 2));
    expect(await test.app.get(CloseMonthsService).close('delivered', null)).toMatchObject({ ok: true, value: { closedThrough: '2026-03', monthsClosed: 1 } });
  });

  it('reports the last month that is closed, and only the months that it closed itself', async () => {
    await load('report', { code: 'team-a' });
    await deliver('report', [...safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 1), ...safeMonth('team-a', '2026-02', 12, 'POWERLESSNESS', 1)]);
    expect(await close('report', '2026-02')).toMatchObject({ closedThrough: '2026-02', monthsClosed: 2, blocksPosted: 2 });
    expect(await close('report', '2026-01')).toMatchObject({ closedThrough: '2026-02', monthsClosed: 0, blocksPosted: 0 });
  });

  it('posts a month in which nobody considered pitfalls, which is no month without reports', async () => {
    await load('unanswered', { code: 'team-a' });
    await deliver('unanswered', safeMonth('team-a', '2026-01', 12, '', 12));
    await close('unanswered', '2026-01');
    expect(await blocks('unanswered')).toMatchObject([{ reflections: 12, noticed: 0 }]);
    expect(await absentMonths('unanswered')).toEqual([]);
  });

  it('refuses a month that is not over', async () => {
    await load('future', { code: 'team-a' });
    expect(await test.app.get(CloseMonthsService).close('future', month('2026-06'))).toMatchObject({ ok: false, fault: { code: 'MONTH_NOT_OVER' } });
  });

  it('refuses an organisation that does not exist', async () => {
    expect(await test.app.get(CloseMonthsService).close('nobody', null)).toMatchObject({ ok: false, fault: { code: 'UNKNOWN_ORGANISATION' } });
  });

  it('does not report months without reflections for a team that has ended', async () => {
    await load('ended', { code: 'team-a', validTo: '2026-01-31' }, { code: 'team-b' });
    await deliver('ended', [...safeMonth('team-a', '2026-01', 12, 'POWERLESSNESS', 1), ...safeMonth('team-b', '2026-01', 12, 'POWERLESSNESS', 1), ...safeMonth('team-b', '2026-02', 12, 'POWERLESSNESS', 1)]);
    await close('ended', '2026-02');
    expect(await absentMonths('ended')).toEqual([]);
    expect((await blocks('ended')).map((block) => `${block.unit} ${block.through_month}`)).toEqual(['team-a 2026-01', 'team-b 2026-01', 'team-b 2026-02']);
  });
});
