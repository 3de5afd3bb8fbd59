import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import { z } from 'zod';
import { repeatedRows } from '../../testing/repeated-rows.js';
import { createTestIntake, type TestIntake } from '../../testing/test-intake.js';
import { queryOnce } from '../../testing/test-database.js';

let test: TestIntake;
let token = '';
let otherToken = '';
beforeAll(async () => {
  test = await createTestIntake();
  token = (await test.organisation('one')).token;
  otherToken = (await test.organisation('other')).token;
});
afterAll(() => test.close());

const HEADER = 'reflection_id;team;professional;case;reflected_on;pitfalls\r\n';
const answerSchema = z.object({ href: z.string(), id: z.string() });
const jobSchema = z.object({ state: z.string(), report: z.record(z.string(), z.unknown()).nullable() });

interface Upload {
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
}

function upload(body: string, { bearer = token, headers = {}, query = '' }: Upload = {}): Promise<Response> {
  return fetch(`${test.url}/imports${query}`, { method: 'POST', body, headers: { 'content-type': 'text/csv', authorization: `Bearer ${bearer}`, ...headers } });
}

function ask(path: string, bearer = token, accept = 'application/json'): Promise<Response> {
  return fetch(`${test.url}${path}`, { headers: { authorization: `Bearer ${bearer}`, accept } });
}

/** Uploads and waits for the end. @returns where the job is, and the finished job. */
async function imported(body: string, options: Upload = {}): Promise<{ readonly href: string; readonly job: z.infer<typeof jobSchema> }> {
  const response = await upload(body, options);
  expect(response.status).toBe(202);
  const { href } = answerSchema.parse(await response.json());
  expect(response.headers.get('location')).toBe(href);
  for (;;) {
    const job = jobSchema.parse(await (await ask(href)).json());
    if (job.state === 'done' || job.state === 'refused') return { href, job };
    await delay(20);
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(20);
}

async function stored(code: string): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(test.database.adminUrl, 'SELECT count(*)::int AS count FROM intake.reflection JOIN intake.organisation USING (organisation_id) WHERE code = $1', [code]);
  return row?.count ?? -1;
}

describe('codes of alerts', () => {
  const CHILD = 'reflection_id;team;professional;case;reflected_on;minors_involved;child_seen;child_concerns\r\n';
  const codesOf = async (href: string, bearer = token, accept = 'application/json') => {
    const response = await ask(href, bearer, accept);
    return response.headers.get('content-type')?.includes('json') === true ? z.object({ alertCodes: z.array(z.object({ line: z.number(), code: z.string() })) }).parse(await response.json()).alertCodes : [];
  };

  it('go once, with the line that raised each, to the token that delivered, and stand in no report', async () => {
    const second = (await test.organisation('one')).token;
    const response = await upload(`${CHILD}K1;team-a;M1;D1;2026-01-01;yes;no;other\r\nK2;team-a;M1;D1;2026-01-01;yes;yes;other\r\nK3;team-a;M1;D1;2026-01-01;yes;no;addiction\r\n`);
    const { href, id } = answerSchema.parse(await response.json());
    for (;;) {
      const [job] = await queryOnce<{ state: string; report: unknown }>(test.database.adminUrl, 'SELECT state, report FROM intake.import_job WHERE job_id = $1', [id]);
      if (job?.state === 'done') {
        expect(JSON.stringify(job.report)).not.toContain('code');
        break;
      }
      await delay(20);
    }
    expect(await codesOf(href, second)).toEqual([]);
    await codesOf(href, token, 'text/csv');
    expect(await codesOf(href)).toEqual([2, 4].map((line) => ({ line, code: expect.stringMatching(/^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/) })));
    expect(await codesOf(href)).toEqual([]);
  });
});

describe('POST /imports', () => {
  it('takes NDJSON, and support sessions, of which the report is kept as well', async () => {
    const line = JSON.stringify({ reflectionId: 'N1', team: 'team-a', professional: 'M1', case: 'D1', reflectedOn: '2026-01-01', pitfalls: ['NONE'] });
    expect((await imported(`${line}\n`, { headers: { 'content-type': 'application/x-ndjson' } })).job).toMatchObject({ state: 'done', report: { read: 1, accepted: 1 } });
    const sessions = 'session_id;team;kind;planned_on;status\nS1;team-a;supervision;2026-01-05;planned\nS2;team-z;supervision;2026-01-05;planned\n';
    expect((await imported(sessions)).job).toMatchObject({ state: 'done', report: { accepted: 1, rejected: 1, rejections: [{ line: 3, rule: 'UNKNOWN_TEAM' }] } });
  });

  it('refuses a source that nobody registered', async () => {
    const response = await upload(`${HEADER}A9;team-a;M1;D1;2026-01-01;NONE\r\n`, { query: '?source=nowhere' });
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'UNKNOWN_SOURCE' } }]);
  });

  it('stores a file, merges it, and finds it unchanged the second time', async () => {
    const body = `${HEADER}A1;team-a;M1;D1;2026-01-01;NONE\r\nA2;team-a;M1;D1;2026-01-01;NONE\r\n`;
    expect((await imported(body)).job).toMatchObject({ state: 'done', report: { read: 2, accepted: 2, rejected: 0 } });
    expect((await imported(body)).job).toMatchObject({ state: 'done', report: { read: 2, unchanged: 2, accepted: 0 } });
  });

  it('ends in one state when the same file arrives eight times at once', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => `E${index};team-a;M1;D1;2026-01-01;NONE\r\n`).join('');
    const before = await stored('one');
    const uploads = await Promise.all(Array.from({ length: 8 }, () => imported(`${HEADER}${rows}`)));
    expect(uploads.map(({ job }) => Number(job.report?.['accepted'])).reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(await stored('one')).toBe(before + 200);
  });

  it('reports on rows that come back far apart as the command line does', async () => {
    const { token: fresh } = await test.organisation('repeating');
    const { text, report } = repeatedRows();
    const { href } = answerSchema.parse(await (await upload(text, { bearer: fresh })).json());
    await until(async () => jobSchema.parse(await (await ask(href, fresh)).json()).state === 'done');
    expect(jobSchema.parse(await (await ask(href, fresh)).json()).report).toEqual(report);
    expect(await stored('repeating')).toBe(24_993);
  });

  it('leaves no staged row behind', async () => {
    await imported(`${HEADER}L1;team-a;M1;D1;2026-01-01;NONE\r\n`);
    expect(await queryOnce(test.database.adminUrl, `SELECT tablename FROM pg_tables WHERE schemaname = 'staging'`)).toEqual([]);
  });

  it('reports bad rows as JSON, as CSV and as text, and never a value', async () => {
    const { href, job } = await imported(`${HEADER}B1;team-a;M1;D1;2026-01-01;CANARY-P\r\nB2;CANARY-T;M1;D1;2026-01-01;NONE\r\n`);
    expect(job.report).toMatchObject({ read: 2, rejected: 2, rejections: [{ line: 2, column: 'pitfalls', rule: 'UNKNOWN_CODE' }, { line: 3, column: 'team', rule: 'UNKNOWN_TEAM' }] });
    const csv = await (await ask(href, token, 'text/csv')).text();
    expect(csv.split('\r\n').map((line) => line.split(';').slice(0, 3).join(';'))).toEqual(['line;column;rule', '2;pitfalls;UNKNOWN_CODE', '3;team;UNKNOWN_TEAM', '']);
    const text = await (await ask(href, token, 'text/plain')).text();
    expect(text).toContain('2 rows read: 0 accepted');
    expect(`${JSON.stringify(job)}${csv}${text}${test.log.join('')}`).not.toContain('CANARY');
  });

  it('stores nothing of a strict upload with a bad row, and says which', async () => {
    const before = await stored('one');
    const response = await upload(`${HEADER}S1;team-a;M1;D1;2026-01-01;NONE\r\nS2;nowhere;M1;D1;2026-01-01;NONE\r\n`, { query: '?strict=true' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { code: 'ROWS_REFUSED', report: { rejected: 1, rejections: [{ line: 3 }] } } });
    expect(await stored('one')).toBe(before);
  });

  it('keeps the report of a strict upload that was refused at the door, of reflections and of support sessions', async () => {
    const bodies = [`${HEADER}K1;nowhere;M1;D1;2026-01-01;NONE\r\n`, 'session_id;team;kind;planned_on;status\nK1;nowhere;supervision;2026-01-05;planned\n'];
    for (const body of bodies) {
      const response = await upload(body, { query: '?strict=true' });
      const { error } = z.object({ error: answerSchema.pick({ href: true }) }).parse(await response.json());
      const kept = await (await ask(error.href)).json();
      expect(kept).toMatchObject({ state: 'refused', progress: { staged: 0, merged: 0 }, report: { read: 1, accepted: 0, rejected: 1, rejections: [{ line: 2, column: 'team', rule: 'UNKNOWN_TEAM' }] } });
      expect((await ask(error.href, otherToken)).status).toBe(404);
    }
  });

  it('gives a team code the meaning it has in the organisation that delivers', async () => {
    const [mine, theirs] = [`${HEADER}T1;team-a;M1;D1;2026-01-01;NONE\r\n`, `${HEADER}T1;team-a;M1;D1;2026-01-01;SECRECY\r\n`];
    expect((await imported(mine)).job).toMatchObject({ report: { accepted: 1 } });
    const before = await stored('other');
    const response = await upload(theirs, { bearer: otherToken });
    const { href } = answerSchema.parse(await response.json());
    await until(async () => jobSchema.parse(await (await ask(href, otherToken)).json()).state === 'done');
    expect(await stored('other')).toBe(before + 1);
    const mixed = `SELECT count(*)::int AS count FROM intake.reflection JOIN intake.team USING (team_id) WHERE reflection.organisation_id <> team.organisation_id`;
    expect(await queryOnce(test.database.adminUrl, mixed)).toEqual([{ count: 0 }]);
    const shared = `SELECT count(*)::int AS count FROM intake.reflection one JOIN intake.reflection other USING (reflection_pseudonym) WHERE one.organisation_id <> other.organisation_id`;
    expect(await queryOnce(test.database.adminUrl, shared)).toEqual([{ count: 0 }]);
    expect((await imported(mine)).job).toMatchObject({ report: { unchanged: 1, rejected: 0 } });
  });

  it('refuses a strict upload that contradicts what is stored when it is merged', async () => {
    await imported(`${HEADER}C1;team-a;M1;D1;2026-01-01;NONE\r\n`);
    const before = await stored('one');
    const { job } = await imported(`${HEADER}C2;team-a;M1;D1;2026-01-01;NONE\r\nC1;team-a;M1;D1;2026-01-01;SECRECY\r\n`, { query: '?strict=true' });
    expect(job).toMatchObject({ state: 'refused', report: { accepted: 0, rejected: 1, rejections: [{ line: 3, rule: 'SAME_REVISION_OTHER_CONTENT' }] } });
    expect(await stored('one')).toBe(before);
  });

  it('checks the digest when there is one', async () => {
    const body = `${HEADER}D1;team-a;M1;D1;2026-01-01;NONE\r\n`;
    const digest = (text: string) => ({ 'content-digest': `sha-256=:${createHash('sha256').update(text).digest('base64')}:` });
    expect((await upload(body, { headers: digest(`${body}x`) })).status).toBe(400);
    const before = await stored('one');
    expect((await imported(body, { headers: digest(body) })).job.state).toBe('done');
    expect(await stored('one')).toBe(before + 1);
  });

  it.each([
    ['another type of content', { headers: { 'content-type': 'application/zip' } }, 415],
    ['a packed body', { headers: { 'content-encoding': 'gzip' } }, 415],
    ['no token', { headers: { authorization: '' } }, 401],
    ['a token of nobody', { bearer: `rolvast_imp_${'0'.repeat(16)}_${'a'.repeat(43)}` }, 401],
  ])('refuses %s', async (_what, options, status) => {
    expect((await upload(HEADER, options)).status).toBe(status);
  });

  it.each(['?dry-run=true', '?strict=yes', '?strict=true&strict=false', '?sorce=epd', '?source=a&source=b'])('refuses the query %s instead of storing what was not asked for', async (query) => {
    const before = await stored('one');
    const response = await upload(`${HEADER}Q1;team-a;M1;D1;2026-01-01;NONE\r\n`, { query });
    expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'QUERY' } }]);
    expect(await stored('one')).toBe(before);
  });

  it('ends a token with its last day', async () => {
    const made = await test.organisation('one');
    const endsIn = (interval: string) => queryOnce(test.database.adminUrl, 'UPDATE access.importer_token SET created_at = now() - interval \'2 days\', expires_at = now() + $2::interval WHERE token_id = $1', [made.tokenId, interval]);
    await endsIn('1 minute');
    expect((await ask('/imports', made.token)).status).toBe(200);
    await endsIn('-1 second');
    const ended = await ask('/imports', made.token);
    expect(ended.status).toBe(401);
    expect(await ended.text()).toBe(await (await ask('/imports', `rolvast_imp_${'0'.repeat(16)}_${'a'.repeat(43)}`)).text());
  });

  it('stops a token the moment it is revoked', async () => {
    const made = await test.organisation('one');
    expect((await ask('/imports', made.token)).status).toBe(200);
    await test.revoke('one', made.tokenId);
    expect((await ask('/imports', made.token)).status).toBe(401);
  });
});

describe('GET /imports/:id', () => {
  it('gives the same answer for an import of another organisation and for one that does not exist', async () => {
    const { href } = await imported(`${HEADER}O1;team-a;M1;D1;2026-01-01;NONE\r\n`);
    const [theirs, none] = [await ask(href, otherToken), await ask('/imports/00000000-0000-0000-0000-000000000000', otherToken)];
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(await theirs.text()).toBe(await none.text());
  });

  it('lists the imports of the own organisation only', async () => {
    const { token: newcomer } = await test.organisation('newcomer');
    expect(await (await ask('/imports', newcomer)).json()).toEqual({ imports: [] });
  });
});

describe('the application that source systems reach', () => {
  it.each(['reader', 'publisher', 'access-keeper'])('has no data source of the %s to inject', (role) => {
    expect(() => test.app.get<unknown>(getDataSourceToken(role), { strict: false })).toThrow();
  });

  it('never writes a token to the log', () => {
    expect(test.log.join('')).not.toContain('rolvast_imp_');
  });
});
