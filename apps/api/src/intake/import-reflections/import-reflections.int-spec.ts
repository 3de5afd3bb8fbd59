import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importPath, ownTerms } from '../../testing/import-path.js';
import { organisationFile, row, writeReflections, writeText, type Cells } from '../../testing/reflection-rows.js';
import { repeatedRows } from '../../testing/repeated-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { ImportFilesService } from '../import-files/import-files.service.js';
import { LoadOrganisationService } from '../organisation/load-organisation.service.js';

let test: TestApp;
let organisation = '';
let made = 0;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
});
afterAll(() => test.close());
beforeEach(async () => {
  made += 1;
  organisation = `organisation-${made}`;
  await test.app.get(LoadOrganisationService).load(organisationFile(organisation, [{ code: 'team-a' }]));
});

function importRows(rows: readonly Cells[]): ReturnType<typeof importPath> {
  return writeReflections(rows).then((path) => importPath(test.app, path, organisation));
}

async function stored(): Promise<{ revision: number; status: string; pitfalls: string[] | null }[]> {
  return queryOnce(
    test.database.adminUrl,
    `SELECT revision, status, pitfalls FROM intake.reflection JOIN intake.organisation USING (organisation_id) WHERE code = $1 ORDER BY reflection_pseudonym`,
    [organisation],
  );
}

describe('importing reflections', () => {
  it('accepts new rows, and finds the same file unchanged the second time', async () => {
    const rows = [row({ reflection_id: 'R1' }), row({ reflection_id: 'R2', pitfalls: '' })];
    expect(await importRows(rows)).toMatchObject({ ok: true, value: { read: 2, accepted: 2, unchanged: 0 } });
    expect(await importRows(rows)).toMatchObject({ ok: true, value: { read: 2, accepted: 0, unchanged: 2 } });
  });

  it('keeps "not filled in" apart from "considered, none noticed"', async () => {
    await importRows([row({ reflection_id: 'R1', pitfalls: '' })]);
    expect(await stored()).toEqual([{ revision: 1, status: 'final', pitfalls: null }]);
    await importRows([row({ reflection_id: 'R1', revision: '2', pitfalls: 'NONE' })]);
    expect(await stored()).toEqual([{ revision: 2, status: 'final', pitfalls: [] }]);
  });

  it('lets the highest revision win in whatever order they arrive', async () => {
    await importRows([row({ revision: '3', pitfalls: 'SECRECY' })]);
    expect(await importRows([row({ revision: '2', pitfalls: 'BOUNDARIES' })])).toMatchObject({ ok: true, value: { unchanged: 1, replaced: 0 } });
    expect(await importRows([row({ revision: '4', pitfalls: 'PARTIALITY' }), row({ revision: '1' })])).toMatchObject({ ok: true, value: { replaced: 1, unchanged: 1 } });
    expect(await stored()).toEqual([{ revision: 4, status: 'final', pitfalls: ['PARTIALITY'] }]);
  });

  it('keeps a withdrawal against a late lower revision, without what had been recorded', async () => {
    await importRows([row({ pitfalls: 'SECRECY' })]);
    expect(await importRows([row({ revision: '3', status: 'withdrawn', pitfalls: 'SECRECY' })])).toMatchObject({ ok: true, value: { withdrawn: 1 } });
    await importRows([row({ revision: '2', pitfalls: 'SECRECY' })]);
    expect(await stored()).toEqual([{ revision: 3, status: 'withdrawn', pitfalls: null }]);
  });

  it('rejects another content under the same revision, in the file and against the store', async () => {
    const answer = await importRows([row({ pitfalls: 'SECRECY' }), row({ pitfalls: 'BOUNDARIES' })]);
    expect(answer).toMatchObject({ ok: true, value: { accepted: 1, rejected: 1, rejections: [{ line: 3, column: 'revision', rule: 'SAME_REVISION_OTHER_CONTENT' }] } });
    expect(await importRows([row({ pitfalls: 'PARTIALITY' })])).toMatchObject({ ok: true, value: { rejected: 1, rejections: [{ line: 2 }] } });
    expect(await stored()).toEqual([{ revision: 1, status: 'final', pitfalls: ['SECRECY'] }]);
  });

  it('stores the good rows and reports line, column and rule of the bad ones', async () => {
    const answer = await importRows([row({ reflection_id: 'R1' }), row({ reflection_id: 'R2', reflected_on: '30-02-2026', legal_frame: 'perhaps' }), row({ reflection_id: 'R3' })]);
    expect(answer).toMatchObject({ ok: true, value: { read: 3, accepted: 2, rejected: 1 } });
    expect(answer.ok ? answer.value.rejections.map(({ line, column, rule }) => ({ line, column, rule })) : []).toEqual([
      { line: 3, column: 'reflected_on', rule: 'NO_SUCH_DAY' },
      { line: 3, column: 'legal_frame', rule: 'UNKNOWN_CODE' },
    ]);
  });

  it('rejects a row of a team that the organisation does not have, and stores the others', async () => {
    expect(await importRows([row({ reflection_id: 'R1' }), row({ reflection_id: 'R2', team: 'elsewhere' })])).toMatchObject({
      ok: true,
      value: { accepted: 1, rejected: 1, rejections: [{ line: 3, column: 'team', rule: 'UNKNOWN_TEAM', expected: 'the code of a team of the organisation file' }] },
    });
    expect(await stored()).toHaveLength(1);
  });

  it('names an unknown team beside every other fault of its row', async () => {
    const answer = await importRows([row({ team: 'elsewhere', reflected_on: '30-02-2026', legal_frame: 'perhaps' })]);
    expect(answer.ok ? answer.value.rejections.map(({ line, column, rule }) => ({ line, column, rule })) : []).toEqual([
      { line: 2, column: 'reflected_on', rule: 'NO_SUCH_DAY' },
      { line: 2, column: 'team', rule: 'UNKNOWN_TEAM' },
      { line: 2, column: 'legal_frame', rule: 'UNKNOWN_CODE' },
    ]);
  });

  it('tells repetitions, contradictions and newer revisions apart however far apart they stand, and finds the same file unchanged', async () => {
    const { text, report } = repeatedRows();
    const path = await writeText(text);
    expect(await importPath(test.app, path, organisation)).toEqual({ ok: true, value: report });
    const counts = `SELECT count(*)::int AS rows, count(*) FILTER (WHERE pitfalls = '{SECRECY}')::int AS secrecy, count(*) FILTER (WHERE revision = 2)::int AS newer
                      FROM intake.reflection JOIN intake.organisation USING (organisation_id) WHERE code = $1`;
    expect(await queryOnce(test.database.adminUrl, counts, [organisation])).toEqual([{ rows: 24_993, secrecy: 2, newer: 2 }]);
    expect(await importPath(test.app, path, organisation)).toEqual({ ok: true, value: { ...report, accepted: 0, unchanged: 24_997 } });
  });

  it('answers with exactly the keys of the contract, and with line, column, rule and expected form of a bad row', async () => {
    const answer = await importRows([row({ team: 'elsewhere' })]);
    expect(answer.ok && Object.keys(answer.value).sort()).toEqual(['accepted', 'read', 'rejected', 'rejections', 'replaced', 'unchanged', 'withdrawn']);
    expect(answer.ok && Object.keys(answer.value.rejections[0] ?? {}).sort()).toEqual(['column', 'expected', 'line', 'rule']);
  });

  it('reports on a dry run what a run would, and stores nothing, no job either', async () => {
    const path = await writeReflections([row({ reflection_id: 'R1' }), row({ reflection_id: 'R2', team: 'elsewhere' })]);
    const dry = await test.app.get(ImportFilesService).importNow(ownTerms(organisation), path, { source: null, kind: null }, true);
    expect(await stored()).toEqual([]);
    const jobs = 'SELECT count(*)::int AS count FROM intake.import_job JOIN intake.organisation USING (organisation_id) WHERE code = $1';
    expect(await queryOnce(test.database.adminUrl, jobs, [organisation])).toEqual([{ count: 0 }]);
    expect(await importPath(test.app, path, organisation)).toEqual(dry);
    expect(await stored()).toHaveLength(1);
  });

  it('stores nothing of a file that breaks off half-way', async () => {
    const text = 'reflection_id;team;professional;case;reflected_on\r\nR1;team-a;M1;D1;2026-01-01\r\nR2;team-a;"M1;D1;2026-01-01\r\n';
    expect(await importPath(test.app, await writeText(text), organisation)).toMatchObject({ ok: false, fault: { code: 'FILE_NOT_CSV' } });
    expect(await stored()).toEqual([]);
  });

  it('refuses an organisation that does not exist', async () => {
    expect(await importPath(test.app, await writeReflections([row({})]), 'nobody')).toMatchObject({ ok: false, fault: { code: 'UNKNOWN_ORGANISATION' } });
  });

  it('ends in one state when the same file arrives eight times at once', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => row({ reflection_id: `R${index}`, case: `D${index}` }));
    const answers = await Promise.all(Array.from({ length: 8 }, () => importRows(rows)));
    expect(answers.map((answer) => (answer.ok ? answer.value.accepted : -1)).reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(await stored()).toHaveLength(50);
  });

  it('leaves no reference of the source in the database or the log', async () => {
    const canaries = ['CANARY-R-77', 'CANARY-M-77', 'CANARY-D-77'];
    await importRows([row({ reflection_id: 'canary-r-77', professional: 'canary-m-77', case: 'canary-d-77' }), row({ reflection_id: 'canary-r-77', professional: 'canary-m-77', case: 'canary-d-77', legal_frame: 'x' })]);
    const [dump] = await queryOnce<{ text: string }>(
      test.database.adminUrl,
      `SELECT string_agg(query_to_xml(format('SELECT * FROM %I.%I', schemaname, tablename), true, false, '')::text, '') AS text
         FROM pg_tables WHERE schemaname IN ('intake', 'publish', 'published')`,
    );
    const everything = `${dump?.text ?? ''}${test.log.join('')}`.toUpperCase();
    expect(everything).toContain('ORGANISATION');
    // query_to_xml shows bytes as base64, so the plain text and its bytes are both looked for.
    const traces = canaries.flatMap((canary) => [canary, Buffer.from(canary).toString('base64').toUpperCase(), Buffer.from(canary).toString('hex').toUpperCase()]);
    expect(traces.filter((trace) => everything.includes(trace))).toEqual([]);
  });
});
