import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dateInAmsterdam, invisibleChildRule, parseReflection } from '@rolvast/domain';
import fc from 'fast-check';
import { alertingRow, seenRow, withdrawnRow } from '../../testing/child-rows.js';
import { LifetimeStage } from '../../testing/lifetime-stage.js';
import { organisationFile, row, type Cells } from '../../testing/reflection-rows.js';
import { queryOnce } from '../../testing/test-database.js';

const DAY = '2026-09-07';
let stage: LifetimeStage;
let organisation = '';
let made = 0;
beforeAll(async () => {
  stage = await LifetimeStage.create();
});
afterAll(() => stage.close());
beforeEach(async () => {
  made += 1;
  organisation = `organisation-${made}`;
  await stage.load(DAY, organisationFile(organisation, [{ code: 'team-a' }]));
});

interface PutOut {
  readonly link: string;
  readonly code: string | null;
  readonly revision: number;
  readonly standing: string;
  readonly missing: readonly string[];
  readonly ground: string | null;
}

function putOut(): Promise<PutOut[]> {
  return queryOnce<PutOut & Record<string, unknown>>(
    stage.database.adminUrl,
    'SELECT alert_link AS link, alert_outbox.code, revision, standing, missing, ground FROM intake.alert_outbox JOIN intake.organisation USING (organisation_id) WHERE organisation.code = $1 ORDER BY outbox_number',
    [organisation],
  );
}

function jobs(): Promise<object[]> {
  return queryOnce(stage.database.adminUrl, 'SELECT state FROM intake.outbox_job JOIN intake.organisation USING (organisation_id) WHERE code = $1', [organisation]);
}

const deliver = (...rows: Cells[]) => stage.importRows('2026-09-07', organisation, rows);

describe('the outbox of alerts', () => {
  it('gets a reflection that meets the rule, with a code and the coarse rule, and a job in the same transaction', async () => {
    await deliver(alertingRow('R1'), row({ reflection_id: 'R2', minors_involved: 'yes', child_seen: 'yes' }));
    expect(await putOut()).toEqual([{ link: expect.stringMatching(/^[0-9a-f-]{36}$/), code: expect.stringMatching(/^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/), revision: 1, standing: 'met', missing: ['not_seen'], ground: 'concern' }]);
    expect(await jobs()).toEqual([{ state: 'waiting' }]);
  });

  it('gets nothing of the same file again, of a dry run, or of a strict delivery that is refused', async () => {
    await deliver(alertingRow('R1'));
    const before = await putOut();
    await deliver(alertingRow('R1'));
    expect(await putOut()).toEqual(before);
    await stage.importRows(DAY, organisation, [alertingRow('R2')], undefined, { isDryRun: true });
    await stage.importRows(DAY, organisation, [alertingRow('R3'), row({ reflection_id: 'R4', team: 'team-z' })], undefined, { isStrict: true });
    expect(await putOut()).toEqual(before);
  });

  it('gets later revisions under the same link and without a code, a withdrawal too, and no earlier one that comes late', async () => {
    await deliver(alertingRow('R1', { revision: '2' }));
    await deliver(seenRow('R1', 5));
    await deliver(alertingRow('R1', { revision: '3', child_spoken: 'no' }));
    await deliver(withdrawnRow('R1', 9));
    await deliver(alertingRow('R1', { revision: '8' }));
    const [first, ...others] = await putOut();
    expect(first).toMatchObject({ revision: 2, standing: 'met' });
    expect(others).toEqual([
      { link: first?.link, code: null, revision: 5, standing: 'no-longer-met', missing: [], ground: null },
      { link: first?.link, code: null, revision: 9, standing: 'withdrawn', missing: [], ground: null },
    ]);
  });

  it('gets one row for several revisions in one delivery: what stands in the end', async () => {
    await deliver(alertingRow('R1'), seenRow('R1', 2), alertingRow('R2'), alertingRow('R2', { revision: '4', child_safety_discussed: 'no' }));
    expect(await putOut()).toMatchObject([{ revision: 4, missing: ['not_seen', 'safety_not_discussed'] }]);
  });

  it('gets the same of a delivery that waits to be merged', async () => {
    await stage.receiveRows(DAY, organisation, [alertingRow('R1'), row({ reflection_id: 'R2' })]);
    expect(await putOut()).toEqual([]);
    await stage.finishOpen();
    expect(await putOut()).toMatchObject([{ revision: 1, standing: 'met' }]);
  });

  it('gets exactly what the rule of the domain fires for, whatever was recorded', async () => {
    const answer = fc.constantFrom('', 'yes', 'no');
    const fields = fc.record({ child_seen: answer, child_spoken: fc.constantFrom('', 'yes', 'no', 'too_young'), child_safety_discussed: answer, child_concerns: fc.constantFrom('', 'other', 'addiction|other'), pitfalls: fc.constantFrom('', 'NONE', 'INVISIBLE_CHILD', 'INVISIBLE_CHILD:AVOIDANCE', 'SECRECY') });
    const rows = fc.sample(fields, { numRuns: 300, seed: 7 }).map((cells, index) => row({ reflection_id: `P${index}`, minors_involved: 'yes', ...cells }));
    await deliver(...rows);
    const expected = rows.flatMap((cells) => {
      const parsed = parseReflection(cells, dateInAmsterdam(new Date('2026-09-07T12:00:00Z')));
      const rule = parsed.ok ? invisibleChildRule(parsed.value.reflection) : null;
      return rule === null ? [] : [`${rule.missing.join()}:${rule.ground}`];
    });
    const got = (await putOut()).map(({ missing, ground }) => `${missing.join()}:${ground}`);
    expect(got.length).toBeGreaterThan(50);
    expect(got.sort()).toEqual(expected.sort());
  });
});
