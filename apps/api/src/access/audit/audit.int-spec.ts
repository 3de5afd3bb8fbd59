import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { LoadOrganisationService } from '../../intake/organisation/load-organisation.service.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { organisationFile } from '../../testing/reflection-rows.js';
import { queryOnce } from '../../testing/test-database.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { ACCESS_SETTINGS, type AccessSettings } from '../access-settings.js';
import { KeepUsersService } from '../users/keep-users.service.js';
import { COMMAND_LINE } from './audit-entry.js';
import { AuditTrail } from './audit-trail.js';
import { lineOfEntry, ReadAuditService, type ChainVerdict } from './read-audit.service.js';

let test: TestApp;
let code = '';
let count = 0;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00.123Z');
});
beforeEach(async () => {
  code = `o-${(count += 1)}`;
  await test.app.get(LoadOrganisationService).load(organisationFile(code, [{ code: 'team-a' }]));
});
afterAll(() => test.close());

async function idOf(organisation: string): Promise<number> {
  const [row] = await queryOnce<{ id: number }>(test.database.adminUrl, 'SELECT organisation_id AS id FROM intake.organisation WHERE code = $1', [organisation]);
  return row?.id ?? 0;
}

async function append(organisation: string, role: 'gatekeeper' | 'access-keeper', deed: string, and: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const organisationId = await idOf(organisation);
  await inTransaction(test.app.get<DataSource>(getDataSourceToken(role)), async (client) => {
    await test.app.get(AuditTrail).append(client, organisationId, { ...COMMAND_LINE, deed, unit: null, requestId: 'r' });
    await and();
  });
}

async function verify(through: number | null = null): Promise<ChainVerdict> {
  const verdict = await test.app.get(ReadAuditService).verify(code, through);
  if (!verdict.ok) throw new Error(verdict.fault.message);
  return verdict.value;
}

/** Changes what is stored as only somebody with all power over the database can. */
async function tamper(statement: string): Promise<void> {
  await queryOnce(test.database.adminUrl, 'ALTER TABLE access.audit_entry DISABLE TRIGGER audit_is_append_only');
  await queryOnce(test.database.adminUrl, statement, [await idOf(code)]);
  await queryOnce(test.database.adminUrl, 'ALTER TABLE access.audit_entry ENABLE TRIGGER audit_is_append_only');
}

async function fiveEntries(): Promise<void> {
  for (const deed of ['1', '2', '3', '4', '5']) await append(code, 'gatekeeper', deed);
}

describe('the audit', () => {
  it('is one chain for each organisation, whole and without gaps', async () => {
    await fiveEntries();
    expect(await verify()).toMatchObject({ entries: 5, firstBroken: null });
  });

  it('has one chain after eight writers at a time, of both logins and in two organisations', async () => {
    const other = `${code}-b`;
    await test.app.get(LoadOrganisationService).load(organisationFile(other, [{ code: 'team-a' }]));
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let turn = 0; turn < 10; turn += 1) await append(turn % 2 === 0 ? code : other, writer % 2 === 0 ? 'gatekeeper' : 'access-keeper', `${writer}-${turn}`);
    });
    await Promise.all(writers);
    expect(await verify()).toMatchObject({ entries: 40, firstBroken: null });
    const rows = await queryOnce<{ deed: string }>(test.database.adminUrl, 'SELECT deed FROM access.audit_entry WHERE organisation_id = $1', [await idOf(other)]);
    expect(new Set(rows.map(({ deed }) => deed)).size).toBe(40);
  });

  it('has no entry of a deed that did not happen', async () => {
    await expect(append(code, 'gatekeeper', 'undone', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await verify()).toMatchObject({ entries: 0 });
  });

  it('lets no deed happen of which there is no entry', async () => {
    await queryOnce(test.database.adminUrl, 'REVOKE INSERT ON access.audit_entry FROM rolvast_access_keeper');
    const users = test.app.get(KeepUsersService);
    const wanted = { organisation: code, role: 'director', teams: [], regions: [], validUntil: null } as const;
    await expect(users.add('N', 'unwritten', wanted)).rejects.toThrow(/permission denied/);
    await queryOnce(test.database.adminUrl, 'GRANT INSERT ON access.audit_entry TO rolvast_access_keeper');
    expect(await queryOnce(test.database.adminUrl, "SELECT FROM access.user_account WHERE invited_as = 'unwritten'")).toEqual([]);
    expect((await users.add('N', 'unwritten', wanted)).ok).toBe(true);
  });

  it.each(['gatekeeper', 'access-keeper', 'reader', 'publisher', 'intake-writer', 'custodian'] as const)('can not be changed or emptied by the %s', async (role) => {
    for (const statement of ["UPDATE access.audit_entry SET deed = 'x'", 'DELETE FROM access.audit_entry', 'TRUNCATE access.audit_entry']) {
      await expect(queryOnce(test.database.address.roles[role], statement)).rejects.toThrow(/permission denied/);
    }
  });

  it.each(["UPDATE access.audit_entry SET deed = 'x'", 'DELETE FROM access.audit_entry', 'TRUNCATE access.audit_entry'])('refuses to its owner: %s', async (statement) => {
    await fiveEntries();
    await expect(queryOnce(test.database.address.owner, statement)).rejects.toThrow('append-only');
  });

  it.each([
    ['another deed', "UPDATE access.audit_entry SET deed = 'nothing' WHERE organisation_id = $1 AND entry_number = 3", 3],
    ['another moment', "UPDATE access.audit_entry SET at = at + interval '1 ms' WHERE organisation_id = $1 AND entry_number = 2", 2],
    ['another who', "UPDATE access.audit_entry SET role = 'director' WHERE organisation_id = $1 AND entry_number = 1", 1],
    ['another result', "UPDATE access.audit_entry SET result = 'refused' WHERE organisation_id = $1 AND entry_number = 5", 5],
    ['an entry less', 'DELETE FROM access.audit_entry WHERE organisation_id = $1 AND entry_number = 4', 4],
    ['a first entry less', 'DELETE FROM access.audit_entry WHERE organisation_id = $1 AND entry_number = 1', 1],
    ['another chain before it', "UPDATE access.audit_entry SET previous_hash = sha256('x') WHERE organisation_id = $1 AND entry_number = 4", 4],
    ['two that changed places', 'UPDATE access.audit_entry SET entry_number = 100 - entry_number WHERE organisation_id = $1 AND entry_number IN (2)', 2],
  ])('names the first broken entry: %s', async (_what, statement, broken) => {
    await fiveEntries();
    await tamper(statement);
    expect(await verify()).toMatchObject({ firstBroken: broken, entries: broken - 1 });
  });

  it('that was cut off at its end is found out by a head that was carried out before', async () => {
    await fiveEntries();
    await tamper('DELETE FROM access.audit_entry WHERE organisation_id = $1 AND entry_number = 5');
    expect(await verify(5)).toMatchObject({ firstBroken: 5 });
  });

  it('says who read it', async () => {
    await fiveEntries();
    const lines: string[] = [];
    expect(await test.app.get(ReadAuditService).export(code, (entry) => lines.push(lineOfEntry(entry)))).toEqual({ ok: true, value: 5 });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ entryNumber: 1, at: '2026-06-20T12:00:00.123Z', role: 'command-line', deed: '1', previousHash: '0'.repeat(64) });
    await verify();
    const deeds = await queryOnce<{ deed: string }>(test.database.adminUrl, 'SELECT deed FROM access.audit_entry WHERE organisation_id = $1 ORDER BY entry_number DESC LIMIT 2', [await idOf(code)]);
    expect(deeds.map(({ deed }) => deed)).toEqual(['verify audit', 'export audit']);
  });
});

describe('the heads of the audit', () => {
  it('are carried out once a day, by whichever server comes first, and the next day waits', async () => {
    const { auditHeadFile } = test.app.get<AccessSettings>(ACCESS_SETTINGS);
    await fiveEntries();
    await queryOnce(test.database.adminUrl, "DELETE FROM access.audit_head_export; INSERT INTO access.audit_head_export (day, job_id, state, run_after) VALUES ('2026-06-20', gen_random_uuid(), 'waiting', now())");
    let lines: string[] = [];
    for (let turn = 0; turn < 50 && !lines.some((line) => line.includes(`"${code}"`)); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      lines = (await readFile(auditHeadFile, 'utf8').catch(() => '')).split('\n');
    }
    expect(lines.find((line) => line.includes(`"${code}"`))).toMatch(/"entryNumber":5,"entryHash":"[0-9a-f]{64}"/);
    // The clock of the server stands still on this day; to the clock of the database the next one is long due.
    const days = await queryOnce(test.database.adminUrl, 'SELECT day::text, run_after FROM access.audit_head_export ORDER BY day');
    expect(days.slice(0, 2)).toEqual([expect.objectContaining({ day: '2026-06-20' }), { day: '2026-06-21', run_after: new Date('2026-06-20T22:00:00Z') }]);
  });
});
