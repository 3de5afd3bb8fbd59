import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CATALOGUE, parseMonth, PITFALLS, type Month } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { LoadOrganisationService } from '../../intake/organisation/load-organisation.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { importPath } from '../../testing/import-path.js';
import { organisationFile, safeMonth, writeReflections } from '../../testing/reflection-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { CloseMonthsService } from '../close-month/close-months.service.js';
import { PublishDirectoryService } from '../directory/publish-directory.service.js';
import { ReleaseAudit, type AuditVerdict } from './release-audit.js';
import { ReleaseService } from './release.service.js';
import { StructuralAudit } from './structural-audit.js';
import { verifyReleases } from './verify-releases.js';

const FIGURES = { method: 'structural', units: 1, targets: 1, disclosures: 0, unfinished: 0 };

/** An audit that finds what it is told to find. */
class ToldAudit extends ReleaseAudit {
  constructor(private readonly verdict: AuditVerdict) {
    super();
  }

  audit(): Promise<AuditVerdict> {
    return Promise.resolve(this.verdict);
  }
}

let test: TestApp;
let publisher: DataSource;
let made = 0;
let code = '';
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
  publisher = await new DataSource({ type: 'postgres', url: test.database.address.roles.publisher }).initialize();
});
afterAll(async () => {
  await publisher.destroy();
  await test.close();
});
beforeEach(async () => {
  made += 1;
  code = `release-${made}`;
  await test.app.get(LoadOrganisationService).load(organisationFile(code, [{ code: 'team-a' }]));
  const rows = ['2026-01', '2026-02', '2026-03'].flatMap((month) => safeMonth('team-a', month, 24, 'POWERLESSNESS', 5));
  await importPath(test.app, await writeReflections(rows.map((cells, index) => ({ ...cells, minors_involved: index % 3 === 0 ? 'no' : 'yes', legal_frame: Math.floor(index / 6) % 2 === 0 ? 'voluntary' : 'involuntary' }))), code);
});

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error('no month');
  return parsed;
}

/** Audits by the rules alone and with a key that is the same every time: what an attack finds in so small a unit is not what is tested here. */
function closing(): CloseMonthsService {
  const releases = releaseWith(new StructuralAudit(CATALOGUE, PITFALLS));
  return new CloseMonthsService(publisher, test.app.get(PublishDirectoryService), releases, test.app.get(Clock), CATALOGUE, PITFALLS, Buffer.alloc(32, 5));
}

async function close(through: string): Promise<unknown> {
  const closed = await closing().close(code, month(through));
  return closed.ok ? closed.value.release : closed.fault;
}

function ask<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
  return queryOnce<Row>(test.database.adminUrl, text, [code]);
}

const OF = 'JOIN intake.organisation USING (organisation_id) WHERE organisation.code = $1';

async function organisationId(): Promise<number> {
  const [row] = await ask<{ id: number }>('SELECT organisation_id AS id FROM intake.organisation WHERE code = $1');
  return row?.id ?? 0;
}

function releaseWith(audit: ReleaseAudit): ReleaseService {
  return new ReleaseService(publisher, test.app.get(Clock), audit, CATALOGUE, PITFALLS);
}

describe('a release', () => {
  it('holds all months that one run closed, with the stamp of its audit', async () => {
    expect(await close('2026-02')).toEqual({ outcome: 'released', number: 1 });
    const [release] = await ask(`SELECT release_number AS number, closed_through, scheme_version, policy_version, previous_hash, length(hash) AS bytes, audit FROM published.release ${OF}`);
    expect(release).toMatchObject({ number: 1, closed_through: '2026-02', scheme_version: 1, policy_version: 1, previous_hash: null, bytes: 32, audit: { method: 'structural', disclosures: 0, units: 1 } });
    expect(await ask(`SELECT DISTINCT release_number FROM published.block ${OF}`)).toEqual([{ release_number: 1 }]);
  });

  it('goes out once: closing again, with nothing new, makes none', async () => {
    await close('2026-02');
    expect(await close('2026-02')).toEqual({ outcome: 'nothing-new' });
    expect(await close('2026-03')).toEqual({ outcome: 'released', number: 2 });
    expect(await ask(`SELECT release_number AS number, count(*)::int AS blocks FROM published.block ${OF} GROUP BY 1 ORDER BY 1`)).toEqual([{ number: 1, blocks: 2 }, { number: 2, blocks: 1 }]);
  });

  it('leaves every row of an earlier one as it was', async () => {
    await close('2026-01');
    const posted = `SELECT count_key, value, release_number FROM published.posted_count ${OF} AND release_number = 1 ORDER BY 1`;
    const before = await ask(posted);
    await close('2026-03');
    expect(before.length).toBeGreaterThan(10);
    expect(await ask(posted)).toEqual(before);
  });

  it('is held back with the reasons of its audit, and then readers see what they saw before', async () => {
    await close('2026-01');
    const id = await organisationId();
    const readers = await ask(`SELECT closed_through FROM published.unit ${OF}`);
    await publisher.query("UPDATE publish.unit_close SET closed_through = '2026-02' WHERE organisation_id = $1", [id]);
    const audit = new ToldAudit({ outcome: 'held-back', figures: { ...FIGURES, disclosures: 1 }, reasons: ['a part tells on somebody'] });
    expect(await releaseWith(audit).release(id)).toEqual({ outcome: 'held-back', reasons: ['a part tells on somebody'] });
    expect(await ask(`SELECT reasons FROM publish.held_back ${OF}`)).toEqual([{ reasons: ['a part tells on somebody'] }]);
    expect(await ask(`SELECT count(*)::int AS releases FROM published.release ${OF}`)).toEqual([{ releases: 1 }]);
    expect(await ask(`SELECT closed_through FROM published.unit ${OF}`)).toEqual(readers);
    await expect(queryOnce(test.database.address.roles.reader, 'SELECT * FROM publish.held_back')).rejects.toThrow(/permission denied/);
  });

  it('goes out when the audit that held it back finds nothing any more', async () => {
    await close('2026-01');
    const id = await organisationId();
    await publisher.query("UPDATE publish.unit_close SET closed_through = '2026-02' WHERE organisation_id = $1", [id]);
    await releaseWith(new ToldAudit({ outcome: 'held-back', figures: FIGURES, reasons: ['not yet'] })).release(id);
    expect(await releaseWith(new ToldAudit({ outcome: 'passed', figures: FIGURES })).release(id)).toEqual({ outcome: 'released', number: 2 });
  });
});

describe('the chain of hashes', () => {
  it('holds as long as nobody touches what was released', async () => {
    await close('2026-01');
    await close('2026-03');
    expect(await verifyReleases(publisher.manager, await organisationId())).toEqual({ releases: 2, broken: [] });
  });

  it.each([
    ['a figure', 'UPDATE published.posted_count SET value = value + 3 WHERE organisation_id = $1 AND release_number = 1 AND last_block = 1'],
    ['a row that is gone', 'DELETE FROM published.posted_count WHERE organisation_id = $1 AND release_number = 1 AND last_block = 1'],
    ['a row that came in', "INSERT INTO published.posted_count SELECT organisation_id, place_kind, place_id, 'other', first_block, last_block, value, release_number FROM published.posted_count WHERE organisation_id = $1 AND count_key = 'noticed:any' AND release_number = 1"],
    ['the stamp of the audit', `UPDATE published.release SET audit = audit || '{"units": 9}' WHERE organisation_id = $1 AND release_number = 1`],
    ['the policy', 'UPDATE published.release SET policy_version = 2 WHERE organisation_id = $1 AND release_number = 1'],
  ])('breaks where %s was changed', async (_, statement) => {
    await close('2026-01');
    await close('2026-02');
    const id = await organisationId();
    await queryOnce(test.database.adminUrl, statement, [id]);
    expect(await verifyReleases(publisher.manager, id)).toEqual({ releases: 2, broken: [1] });
  });
});

describe('the structural audit', () => {
  it.each([
    ['a count above the cap', "UPDATE publish.posted_count SET value = 24 WHERE organisation_id = $1 AND count_key = 'noticed:any' AND last_block = 1"],
    ['a count far from the truth', "UPDATE publish.posted_count SET value = value + 9 WHERE organisation_id = $1 AND count_key = 'noticed:POWERLESSNESS' AND last_block = 1"],
    ['a count that nobody planned', "UPDATE publish.posted_count SET count_key = 'something' WHERE organisation_id = $1 AND count_key = 'noticed:BOUNDARIES' AND last_block = 1"],
    ['a part that was posted on less than twelve', "UPDATE publish.posted_count SET value = 9 WHERE organisation_id = $1 AND count_key = 'minorsInvolved:true' AND last_block = 1"],
    ['a block of one professional', "UPDATE publish.snapshot SET contributor = 1 WHERE organisation_id = $1 AND block_number = 1"],
    ['a part of a breakdown with another size', "UPDATE publish.breakdown_part SET reflections = reflections + 1 WHERE organisation_id = $1"],
    ['a breakdown that does not add up', "UPDATE publish.breakdown_count SET value = value + 3 WHERE organisation_id = $1 AND count_key = 'noticed:any'"],
    ['a category that was left out', "UPDATE publish.breakdown_part SET categories = categories[2:] WHERE organisation_id = $1 AND cardinality(categories) > 1"],
  ])('finds %s', async (_, statement) => {
    const id = await organisationId();
    await close('2026-03');
    const audit = new StructuralAudit(CATALOGUE, PITFALLS);
    await publisher.transaction(async (manager) => {
      const tables = ['block', 'posted_count', 'part_window', 'posted_hours', 'breakdown_part', 'breakdown_count', 'participation', 'absent_month'];
      for (const table of tables) await manager.query(`UPDATE publish.${table} SET release_number = NULL WHERE organisation_id = $1`, [id]);
      const task = { manager, organisationId: id, onProgress: () => undefined };
      expect(await audit.audit(task)).toMatchObject({ outcome: 'passed', figures: { disclosures: 0, unfinished: 0 } });
      const changed = await manager.query<[unknown[], number]>(statement, [id]);
      expect(changed[1]).toBeGreaterThan(0);
      expect(await audit.audit(task)).toMatchObject({ outcome: 'held-back', reasons: expect.arrayContaining([expect.stringContaining('unit team-a')]) });
    });
  });
});
