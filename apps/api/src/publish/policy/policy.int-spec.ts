import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BLOCK_FLOOR, SCHEME_POLICY } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { FixedClock } from '../../platform/clock/clock.js';
import { createTestDatabase, queryOnce, type TestDatabase } from '../../testing/test-database.js';
import { PolicyService } from './policy.service.js';
import { findMissingReadiness } from './release-readiness.js';

let database: TestDatabase;
let publisher: DataSource;
let service: PolicyService;
beforeAll(async () => {
  database = await createTestDatabase();
  publisher = await new DataSource({ type: 'postgres', url: database.address.roles.publisher }).initialize();
  service = new PolicyService(publisher, new FixedClock(new Date('2026-06-20T12:00:00Z')));
  for (const code of ['one', 'two', 'three']) await queryOnce(database.adminUrl, "INSERT INTO intake.organisation (code, name, key_fingerprint) VALUES ($1, $1, '\\x00')", [code]);
});
afterAll(async () => {
  await publisher.destroy();
  await database.drop();
});

describe('the policy of publication', () => {
  it('is that of the scheme until somebody else approved a proposal, and keeps every version', async () => {
    expect(await service.show('one')).toMatchObject({ ok: true, value: { inForce: { version: 1, ...SCHEME_POLICY }, proposed: null, history: [] } });
    expect(await service.propose('one', 'An Administrator', { professionals: 6, closingDay: 15 })).toMatchObject({ ok: true, value: { inForce: { version: 1 }, proposed: { version: 2, professionals: 6, cases: 8, closingDay: 15 } } });
    expect(await service.propose('one', 'Another', { cases: 9 })).toMatchObject({ ok: false, fault: { code: 'ALREADY_PROPOSED' } });
    expect(await service.decide('one', 'an administrator ', 'in-force')).toMatchObject({ ok: false, fault: { code: 'OWN_PROPOSAL' } });
    expect(await service.decide('one', 'The Officer', 'in-force')).toMatchObject({ ok: true, value: { inForce: { version: 2, professionals: 6 }, proposed: null } });
    await service.propose('one', 'An Administrator', { professionals: 7 });
    expect(await service.decide('one', 'The Officer', 'refused')).toMatchObject({ ok: true, value: { inForce: { version: 2, professionals: 6 }, history: [{ state: 'in-force' }, { version: 3, state: 'refused', professionals: 7 }] } });
    await service.propose('one', 'An Administrator', { professionals: 5, closingDay: 10 });
    expect(await service.decide('one', 'The Officer', 'in-force')).toMatchObject({ ok: true, value: { inForce: { version: 4, professionals: 5 }, history: [{ state: 'superseded' }, { state: 'refused' }, { state: 'in-force' }] } });
  });

  it('never goes below the floor, by no door', async () => {
    expect(await service.propose('two', 'A', { professionals: BLOCK_FLOOR.professionals - 1, largestPercent: 51 })).toMatchObject({ ok: false, fault: { code: 'BELOW_FLOOR', message: expect.stringMatching(/from 5 to 50.*from 10 to 50/) } });
    expect(await service.propose('two', 'A', {})).toMatchObject({ ok: false, fault: { code: 'NOTHING_CHANGED' } });
    expect(await service.propose('two', ' ', { cases: 9 })).toMatchObject({ ok: false, fault: { code: 'NO_NAME' } });
    expect(await service.decide('two', 'B', 'in-force')).toMatchObject({ ok: false, fault: { code: 'NOTHING_PROPOSED' } });
    expect(await service.propose('nowhere', 'A', { cases: 9 })).toMatchObject({ ok: false, fault: { code: 'UNKNOWN_ORGANISATION' } });
    const insert = (columns: string, values: string) => publisher.query(`INSERT INTO publish.policy (organisation_id, version, professionals, cases, reflections, largest_percent, closing_day, state, proposed_by, proposed_at${columns}) SELECT organisation_id, 2, ${values} FROM intake.organisation WHERE code = 'two'`);
    for (const values of ["4, 8, 10, 50, 10, 'proposed', 'a', now()", "5, 7, 10, 50, 10, 'proposed', 'a', now()", "5, 8, 9, 50, 10, 'proposed', 'a', now()", "5, 8, 10, 51, 10, 'proposed', 'a', now()"]) await expect(insert('', values)).rejects.toThrow(/violates check constraint/);
    await expect(insert(', decided_by, decided_at', "5, 8, 10, 50, 10, 'in-force', 'A', now(), 'a', now()")).rejects.toThrow(/policy_decided_by_another/);
  });

  it('lets nothing go to readers before consent and assessment are recorded, and asks for neither where there are no readers', async () => {
    const [row] = await queryOnce<{ id: number }>(database.adminUrl, "SELECT organisation_id AS id FROM intake.organisation WHERE code = 'three'");
    const id = row?.id ?? 0;
    expect(await findMissingReadiness(publisher.manager, id, true)).toMatch(/works council and the impact assessment/);
    expect(await findMissingReadiness(publisher.manager, id, false)).toBeNull();
    for (const wrong of ['2026-06-21', 'June', '2026-02-30']) {
      expect(await service.recordReadiness('three', 'The Officer', wrong, '2026-06-01')).toMatchObject({ ok: false, fault: { code: 'NOT_A_PAST_DATE' } });
      expect(await service.recordReadiness('three', 'The Officer', '2026-06-01', wrong)).toMatchObject({ ok: false, fault: { code: 'NOT_A_PAST_DATE' } });
    }
    expect(await findMissingReadiness(publisher.manager, id, true)).not.toBeNull();
    expect(await service.recordReadiness('three', 'The Officer', '2026-06-20', '2026-05-01')).toMatchObject({ ok: true, value: { readiness: { worksCouncilConsentOn: '2026-06-20', recordedBy: 'The Officer' } } });
    expect(await findMissingReadiness(publisher.manager, id, true)).toBeNull();
  });
});
