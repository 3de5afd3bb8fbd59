import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LifetimeStage } from '../testing/lifetime-stage.js';
import { organisationFile, row, safeMonth } from '../testing/reflection-rows.js';
import { queryOnce } from '../testing/test-database.js';
import { addRotation } from '../intake/pseudonymise/key-file.js';

let stage: LifetimeStage;
const ROWS = safeMonth('team-a', '2026-01', 12, 'SECRECY', 3);
const SESSIONS = 'session_id;team;kind;planned_on;status\nS1;team-a;supervision;2026-01-05;planned\n';
beforeAll(async () => {
  stage = await LifetimeStage.create();
  for (const code of ['one', 'two']) {
    await stage.load('2026-02-01', organisationFile(code, [{ code: 'team-a' }]));
    await stage.importRows('2026-02-11', code, ROWS);
    await stage.importSessions('2026-02-11', code, SESSIONS);
    await stage.closeMonths('2026-02-11', code);
  }
});
afterAll(() => stage.close());

const ask = <Row extends Record<string, unknown>>(text: string): Promise<Row[]> => queryOnce<Row>(stage.database.adminUrl, text);

/** Every pseudonym there is. */
async function values(organisation: string): Promise<string[]> {
  const rows = await queryOnce<{ value: string }>(
    stage.database.adminUrl,
    `SELECT encode(value, 'hex') AS value FROM intake.organisation CROSS JOIN LATERAL (
       SELECT unnest(ARRAY[reflection_pseudonym, contributor_pseudonym, case_pseudonym]) FROM intake.reflection WHERE organisation_id = organisation.organisation_id
       UNION ALL SELECT session_pseudonym FROM intake.support_session WHERE organisation_id = organisation.organisation_id
       UNION ALL SELECT reflection_pseudonym FROM publish.posting WHERE organisation_id = organisation.organisation_id) AS stored (value)
      WHERE organisation.code = $1`,
    [organisation],
  );
  return rows.map(({ value }) => value);
}

/** What is the same before and after: who shares a contributor or a case, and which rows are posted. */
function shape(): Promise<object[]> {
  return ask(`SELECT organisation_id, count(*)::int AS rows, count(DISTINCT contributor_pseudonym)::int AS contributors, count(DISTINCT case_pseudonym)::int AS cases,
                     count(posting.reflection_pseudonym)::int AS posted
                FROM intake.reflection LEFT JOIN publish.posting USING (organisation_id, reflection_pseudonym) GROUP BY 1 ORDER BY 1`);
}

async function expectAllMatches(organisation: string): Promise<void> {
  expect(await stage.importRows('2026-02-11', organisation, ROWS)).toMatchObject({ ok: true, value: { unchanged: 12, accepted: 0, rejected: 0 } });
  expect(await stage.importSessions('2026-02-11', organisation, SESSIONS)).toMatchObject({ unchanged: 1 });
}

describe('rotating the keys', () => {
  it('changes every pseudonym, and nothing about who is the same', async () => {
    const [before, shapeBefore] = [await values('one'), await shape()];
    expect(await (await stage.rotation()).rotate(true)).toEqual({ ok: true, value: { isNew: true, rotations: 1, organisations: ['one', 'two'] } });
    const after = await values('one');
    expect(after).toHaveLength(before.length);
    expect(after.filter((value) => before.includes(value))).toEqual([]);
    expect(await shape()).toEqual(shapeBefore);
  });

  it('still recognises what came in before, its revisions and its withdrawals', async () => {
    await (await stage.rotation()).rotate(true);
    await expectAllMatches('one');
    const [first] = ROWS;
    expect(await stage.importRows('2026-02-11', 'one', [{ ...first, revision: '2', pitfalls: 'BOUNDARIES' }])).toMatchObject({ ok: true, value: { replaced: 1 } });
    expect(await stage.importRows('2026-02-11', 'one', [{ ...first, revision: '2', pitfalls: 'PARTIALITY' }])).toMatchObject({ ok: true, value: { rejected: 1 } });
    await stage.importRows('2026-02-11', 'one', [{ ...first, revision: '3', pitfalls: 'SECRECY' }]);
  });

  it('refuses a process that still has the keys of before, and stores nothing of it', async () => {
    const old = await stage.key();
    await (await stage.rotation()).rotate(true);
    expect(await stage.importRows('2026-02-11', 'one', [row({ reflection_id: 'NEW' })], old)).toMatchObject({ ok: false, fault: { code: 'KEY_MISMATCH' } });
  });

  it('refuses an upload that began with the keys of before, and stores nothing of it', async () => {
    const began = [row({ reflection_id: 'SLOW' })];
    const received = await stage.receiveRows('2026-02-11', 'one', began, async () => (await stage.rotation()).rotate(true));
    expect(received).toMatchObject({ ok: false, fault: { code: 'KEY_CHANGED' } });
    expect(await stage.importRows('2026-02-11', 'one', began)).toMatchObject({ ok: true, value: { accepted: 1 } });
  });

  it('waits until what was received is merged, and adds no key before that', async () => {
    const [upload, before] = [[row({ reflection_id: 'UPLOADED' })], await stage.key()];
    expect(await stage.receiveRows('2026-02-11', 'one', upload)).toMatchObject({ ok: true });
    expect(await (await stage.rotation()).rotate(true)).toMatchObject({ ok: false, fault: { code: 'OPEN_IMPORTS' } });
    expect((await stage.key()).wraps).toEqual(before.wraps);
    await stage.finishOpen();
    expect(await (await stage.rotation()).rotate(true)).toMatchObject({ ok: true });
    expect(await stage.importRows('2026-02-11', 'one', upload)).toMatchObject({ ok: true, value: { unchanged: 1 } });
  });

  it('is finished without a new key when it was killed before the first row, and imports go on meanwhile', async () => {
    const added = await addRotation(await stage.key());
    if (!added.ok) throw new Error(added.fault.message);
    await expectAllMatches('two');
    const finished = await (await stage.rotation()).rotate(true);
    expect(finished).toMatchObject({ ok: true, value: { isNew: false, organisations: ['one', 'two'] } });
    expect((await stage.key()).wraps).toEqual(added.value.wraps);
    await expectAllMatches('two');
  });

  it('leaves each organisation at the old or the new key when its connection is killed half-way, and is finished by running it again', async () => {
    const before = await values('two');
    const blocker = queryOnce(stage.database.adminUrl, "BEGIN; SELECT 1 FROM intake.organisation WHERE code = 'two' FOR UPDATE; SELECT pg_sleep(3); COMMIT");
    await waitFor("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'");
    const rotating = (await stage.rotation()).rotate(true);
    const killed = expect(rotating).rejects.toThrow();
    await waitFor("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND usename = 'rolvast_custodian'");
    await ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'rolvast_custodian' AND datname = current_database()");
    await killed;
    await blocker;
    expect(await values('two')).toEqual(before);
    await expectAllMatches('two');
    await stage.importRows('2026-02-11', 'one', [row({ reflection_id: 'BETWEEN' })]);
    expect(await (await stage.rotation()).rotate(true)).toMatchObject({ ok: true, value: { isNew: false, organisations: ['two'] } });
    await expectAllMatches('two');
    expect(await stage.importRows('2026-02-11', 'one', [row({ reflection_id: 'BETWEEN' })])).toMatchObject({ ok: true, value: { unchanged: 1 } });
  });

  it('makes no key where the key is not in a file', async () => {
    expect(await (await stage.rotation()).rotate(false)).toMatchObject({ ok: false, fault: { code: 'NO_NEW_KEY' } });
  });

  it('knows every column with a pseudonym: no other column of bytes holds any', async () => {
    const columns = await ask<{ place: string }>(
      `SELECT table_schema || '.' || table_name || '.' || column_name AS place FROM information_schema.columns
        WHERE data_type = 'bytea' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    expect(columns.map(({ place }) => place)).toEqual([
      // What chains the audit.
      'access.audit_entry.entry_hash',
      'access.audit_entry.previous_hash',
      // Hashes of secrets of a token, a cookie and a sign-in under way, and no pseudonyms.
      'access.importer_token.secret_hash',
      'access.session.session_hash',
      'access.sign_in_attempt.attempt_hash',
      'intake.organisation.key_fingerprint',
      'intake.reflection.case_pseudonym',
      // What was recorded, without any pseudonym in it.
      'intake.reflection.content_hash',
      'intake.reflection.contributor_pseudonym',
      'intake.reflection.reflection_pseudonym',
      'intake.support_session.session_pseudonym',
      'publish.posting.reflection_pseudonym',
      // What chains releases: hashes of what readers have.
      'published.release.hash',
      'published.release.previous_hash',
    ]);
  });
});

async function waitFor(query: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await ask(query)).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never happened: ${query}`);
}
