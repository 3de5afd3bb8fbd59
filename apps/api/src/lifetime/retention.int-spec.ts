import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LifetimeStage } from '../testing/lifetime-stage.js';
import { organisationFile, row, safeMonth } from '../testing/reflection-rows.js';
import { queryOnce } from '../testing/test-database.js';

let stage: LifetimeStage;
let organisation = '';
let made = 0;
const OLD = safeMonth('team-a', '2025-01', 12, 'SECRECY', 3);
const NEW = safeMonth('team-a', '2026-01', 12, 'SECRECY', 3);
const SESSIONS = ['session_id;team;kind;planned_on;status;held_on;attendees', 'S1;team-a;supervision;2025-01-06;held;2025-01-06;7', 'S2;team-a;supervision;2026-01-05;held;2026-01-05;7', ''].join('\n');
beforeAll(async () => {
  stage = await LifetimeStage.create();
});
afterAll(() => stage.close());
beforeEach(async () => {
  made += 1;
  organisation = `organisation-${made}`;
  await stage.load('2026-02-01', organisationFile(organisation, [{ code: 'team-a' }]));
  await stage.importRows('2026-02-11', organisation, [...OLD, ...NEW]);
  await stage.importSessions('2026-02-11', organisation, SESSIONS);
  await stage.closeMonths('2026-02-11', organisation);
});

function ask<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
  return queryOnce<Row>(stage.database.adminUrl, text, [organisation]);
}

const OF = 'JOIN intake.organisation USING (organisation_id) WHERE organisation.code = $1';

/** Everything readers see. */
async function published(): Promise<unknown> {
  return {
    blocks: await ask(`SELECT through_month, from_month, reflections FROM published.block ${OF} ORDER BY 1`),
    counts: await ask(`SELECT last_block, count_key, value FROM published.posted_count ${OF} ORDER BY 1, 2`),
    postings: await ask(`SELECT block_number, count(*)::int FROM publish.posting ${OF} GROUP BY 1 ORDER BY 1`),
  };
}

function pseudonyms(): Promise<{ linked: boolean; month: string; rows: number }[]> {
  return ask(`SELECT contributor_pseudonym IS NOT NULL AS linked, to_char(reflected_on, 'YYYY-MM') AS month, count(*)::int AS rows FROM intake.reflection ${OF} GROUP BY 1, 2 ORDER BY 2`);
}

describe('running the retention', () => {
  it('takes the pseudonyms of rows older than 18 months, and leaves rows, postings and blocks', async () => {
    const before = await published();
    expect(await stage.retention('2026-08-01').run(organisation, false)).toMatchObject({
      ok: true,
      value: [{ linkedFrom: '2025-02-01', reflectionsUnlinked: 12, sessionsUnlinked: 1, reflectionsDeleted: 0, sessionsDeleted: 0 }],
    });
    expect(await published()).toEqual(before);
    expect(await pseudonyms()).toEqual([{ linked: false, month: '2025-01', rows: 12 }, { linked: true, month: '2026-01', rows: 12 }]);
  });

  it('leaves nothing that a reference still leads to', async () => {
    await stage.retention('2026-08-01').run(organisation, false);
    expect(await (await stage.erasure()).erase(organisation, 'professional', 'team-a-M1', true)).toMatchObject({ ok: true, value: { reflectionsRemoved: 2, linkedFrom: '2025-02-01' } });
    expect(await (await stage.erasure()).erase(organisation, 'reflection', 'team-a-2025-01-1', true)).toMatchObject({ ok: true, value: { reflectionsRemoved: 0 } });
  });

  it('posts no row a second time, and refuses the old rows when they are delivered again', async () => {
    await stage.retention('2026-08-01').run(organisation, false);
    const before = await published();
    const again = await stage.importRows('2026-08-01', organisation, [...OLD, ...NEW]);
    expect(again).toMatchObject({ ok: true, value: { accepted: 0, unchanged: 12, rejected: 12, rejections: expect.arrayContaining([expect.objectContaining({ column: 'reflected_on', rule: 'DATE_NO_LONGER_LINKED' })]) } });
    expect(await stage.importSessions('2026-08-01', organisation, SESSIONS)).toMatchObject({ unchanged: 1, rejected: 1 });
    await stage.closeMonths('2026-08-11', organisation);
    expect(await ask(`SELECT count(*)::int AS postings FROM publish.posting ${OF}`)).toEqual([{ postings: 24 }]);
    expect(before).toMatchObject({ blocks: [{ through_month: '2025-01' }, { through_month: '2026-01' }] });
  });

  it('does not post a row that waited until it lost its pseudonyms', async () => {
    await stage.importRows('2026-02-11', organisation, [row({ reflection_id: 'LATE', reflected_on: '2025-01-20' })]);
    await stage.retention('2026-08-01').run(organisation, false);
    await stage.importRows('2026-08-01', organisation, safeMonth('team-a', '2026-07', 12, 'SECRECY', 3));
    await stage.closeMonths('2026-08-11', organisation);
    expect(await ask(`SELECT reflections FROM published.block ${OF} AND through_month = '2026-07'`)).toEqual([{ reflections: 12 }]);
  });

  it('deletes rows after five years with their postings, and leaves every block as it is', async () => {
    const blocks = () => ask(`SELECT through_month, reflections FROM published.block ${OF} ORDER BY 1`);
    const before = await blocks();
    expect(await stage.retention('2030-02-01').run(organisation, false)).toMatchObject({ ok: true, value: [{ keptFrom: '2025-02-01', reflectionsDeleted: 12, sessionsDeleted: 1, reflectionsUnlinked: 12 }] });
    expect(await blocks()).toEqual(before);
    expect(await ask(`SELECT count(*)::int AS postings FROM publish.posting ${OF}`)).toEqual([{ postings: 12 }]);
  });

  it('changes nothing the second time on the same day', async () => {
    await stage.retention('2026-08-01').run(organisation, false);
    expect(await stage.retention('2026-08-01').run(organisation, false)).toMatchObject({ ok: true, value: [{ reflectionsUnlinked: 0, sessionsUnlinked: 0, reflectionsDeleted: 0 }] });
  });

  it('says exactly what it would do on a dry run, and changes nothing', async () => {
    const dry = await stage.retention('2026-08-01').run(organisation, true);
    expect(await pseudonyms()).toEqual([{ linked: true, month: '2025-01', rows: 12 }, { linked: true, month: '2026-01', rows: 12 }]);
    const real = await stage.retention('2026-08-01').run(organisation, false);
    expect(dry).toMatchObject({ ok: true, value: [{ isDryRun: true, reflectionsUnlinked: 12 }] });
    expect(JSON.stringify(dry).replace('"isDryRun":true', '"isDryRun":false')).toBe(JSON.stringify(real));
  });

  it('waits until what was received is merged, and refuses an upload that began before it', async () => {
    const old = [row({ reflection_id: 'WAITING', reflected_on: '2025-01-21' })];
    await stage.receiveRows('2026-02-11', organisation, old);
    expect(await stage.retention('2026-08-01').run(organisation, false)).toMatchObject({ ok: false, fault: { code: 'OPEN_IMPORTS' } });
    await stage.finishOpen();
    const slow = [row({ reflection_id: 'SLOW', reflected_on: '2025-01-21' })];
    const received = await stage.receiveRows('2026-02-11', organisation, slow, () => stage.retention('2026-08-01').run(organisation, false));
    expect(received).toMatchObject({ ok: false, fault: { code: 'KEY_CHANGED' } });
    expect(await pseudonyms()).toEqual([{ linked: false, month: '2025-01', rows: 13 }, { linked: true, month: '2026-01', rows: 12 }]);
  });

  it('runs beside an import, and both end well: what it took stays taken, and what came too early is to be delivered again', async () => {
    const rows = safeMonth('team-a', '2025-01', 400, 'SECRECY', 3).map((cells, index) => ({ ...cells, reflection_id: `BESIDE-${index}` }));
    const importing = () => stage.importRows('2026-02-11', organisation, rows);
    const [imported, retained] = await Promise.all([importing(), stage.retention('2026-08-01').run(organisation, false)]);
    expect(retained).toMatchObject({ ok: true, value: [{ linkedFrom: '2025-02-01' }] });
    // Either the import came first, or it met the end of its rows' references on its way.
    if (imported.ok) expect(imported.value).toMatchObject({ read: 400 });
    else expect(imported.fault.code).toBe('KEY_CHANGED');
    expect(await importing()).toMatchObject({ ok: true, value: { read: 400, accepted: 0, rejected: 400 } });
    expect((await pseudonyms()).filter(({ month, linked }) => month === '2025-01' && linked)).toEqual([]);
  });

  it('follows the policy of the organisation, and never goes back when that is made longer', async () => {
    expect(await stage.retention('2026-08-01').setPolicy(organisation, 6, null)).toEqual({ ok: true, value: { pseudonymMonths: 6, rowYears: 5 } });
    expect(await stage.retention('2026-08-01').run(organisation, false)).toMatchObject({ ok: true, value: [{ linkedFrom: '2026-02-01', reflectionsUnlinked: 12 }] });
    await stage.retention('2026-08-01').setPolicy(organisation, 18, 7);
    expect(await stage.retention('2026-08-01').run(organisation, false)).toMatchObject({ ok: true, value: [{ linkedFrom: '2026-02-01', rowYears: 7 }] });
  });

  it('leaves rows linked that an open ledger still needs, and gives the ledger up after 18 months', async () => {
    await stage.retention('2026-08-01').setPolicy(organisation, 1, null);
    const open = () => ask(`SELECT count(*)::int AS reflections FROM publish.snapshot ${OF}`);
    await stage.retention('2026-08-01').run(organisation, false);
    expect(await pseudonyms()).toEqual([{ linked: false, month: '2025-01', rows: 12 }, { linked: true, month: '2026-01', rows: 12 }]);
    expect(await open()).toEqual([{ reflections: 12 }]);
    const before = await published();
    await stage.retention('2027-08-01').run(organisation, false);
    expect(await pseudonyms()).toMatchObject([{ linked: false }, { linked: false, month: '2026-01' }]);
    expect(await open()).toEqual([{ reflections: 0 }]);
    expect(await published()).toEqual(before);
  });

  it.each([[0, null], [19, null], [null, 1], [null, 11], [1.5, null], [Number.NaN, null]])('refuses a policy of %j months and %j years', async (months, years) => {
    expect(await stage.retention('2026-08-01').setPolicy(organisation, months, years)).toMatchObject({ ok: false, fault: { code: 'RETENTION_POLICY' } });
  });

  it('refuses an organisation that does not exist', async () => {
    expect(await stage.retention('2026-08-01').run('nobody', false)).toMatchObject({ ok: false, fault: { code: 'UNKNOWN_ORGANISATION' } });
  });
});

describe('erasing', () => {
  it.each([['case', 'team-a-D1', 4], ['professional', ' team-a-m1 ', 4], ['reflection', 'team-a-2026-01-1', 1]] as const)('removes the rows of one %s, in any spelling, and leaves closed blocks as they are', async (kind, reference, removed) => {
    const before = await published();
    expect(await (await stage.erasure()).erase(organisation, kind, reference, false)).toMatchObject({ ok: true, value: { kind, reflectionsRemoved: removed, linkedFrom: null } });
    expect(await published()).toEqual(before);
    expect(await (await stage.erasure()).erase(organisation, kind, reference, false)).toMatchObject({ ok: true, value: { reflectionsRemoved: 0 } });
    expect(await ask(`SELECT count(*)::int AS rows FROM intake.reflection ${OF}`)).toEqual([{ rows: 24 - removed }]);
  });

  it('leaves no posting that leads to an erased row', async () => {
    await (await stage.erasure()).erase(organisation, 'reflection', 'team-a-2026-01-1', false);
    await stage.importRows('2026-02-12', organisation, NEW);
    expect(await ask(`SELECT count(*)::int AS unposted FROM intake.reflection ${OF} AND NOT EXISTS (SELECT FROM publish.posting WHERE posting.reflection_pseudonym = reflection.reflection_pseudonym)`)).toEqual([{ unposted: 1 }]);
  });

  it('lets no erased reference come back with what was received before', async () => {
    const again = [row({ reflection_id: 'WAITING', case: 'team-a-D1' })];
    const count = () => ask(`SELECT count(*)::int AS rows FROM intake.reflection ${OF}`);
    await stage.receiveRows('2026-02-11', organisation, again);
    expect(await (await stage.erasure()).erase(organisation, 'case', 'team-a-D1', false)).toMatchObject({ ok: false, fault: { code: 'OPEN_IMPORTS' } });
    await stage.finishOpen();
    expect(await (await stage.erasure()).erase(organisation, 'case', 'team-a-D1', false)).toMatchObject({ ok: true, value: { reflectionsRemoved: 5 } });
    expect(await count()).toEqual([{ rows: 20 }]);
  });

  it('refuses an upload that began before it', async () => {
    const again = [row({ reflection_id: 'SLOW', case: 'team-a-D1' })];
    const received = await stage.receiveRows('2026-02-11', organisation, again, async () => (await stage.erasure()).erase(organisation, 'case', 'team-a-D1', false));
    expect(received).toMatchObject({ ok: false, fault: { code: 'KEY_CHANGED' } });
    await stage.finishOpen();
    expect(await ask(`SELECT count(*)::int AS rows FROM intake.reflection ${OF}`)).toEqual([{ rows: 20 }]);
  });

  it('touches no other organisation and changes nothing on a dry run', async () => {
    expect(await (await stage.erasure()).erase(organisation, 'case', 'team-a-D1', true)).toMatchObject({ ok: true, value: { reflectionsRemoved: 4 } });
    expect(await (await stage.erasure()).erase('organisation-1', 'case', 'elsewhere', false)).toMatchObject({ ok: true, value: { reflectionsRemoved: 0 } });
    expect(await ask(`SELECT count(*)::int AS rows FROM intake.reflection ${OF}`)).toEqual([{ rows: 24 }]);
  });

  it('refuses an empty reference, an unknown organisation, and repeats no reference', async () => {
    const erasure = await stage.erasure();
    expect(await erasure.erase(organisation, 'case', '  ', false)).toMatchObject({ ok: false, fault: { code: 'NO_REFERENCE' } });
    expect(await erasure.erase('nobody', 'case', 'SJAKIE', false)).toMatchObject({ ok: false, fault: { code: 'UNKNOWN_ORGANISATION' } });
    expect(JSON.stringify(await erasure.erase(organisation, 'case', 'SJAKIE', false))).not.toContain('SJAKIE');
  });
});
