import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createTestIntake, type TestIntake } from '../../testing/test-intake.js';
import { queryOnce } from '../../testing/test-database.js';

let test: TestIntake;
let token = '';
let tokenId = '';
let otherToken = '';
beforeAll(async () => {
  test = await createTestIntake();
  ({ token, tokenId } = await test.organisation('one'));
  otherToken = (await test.organisation('other')).token;
});
afterAll(() => test.close());

const answerSchema = z.object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.array(z.looseObject({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional() });
type Answer = z.infer<typeof answerSchema>;

const SUBMIT = `mutation ($reflection: ReflectionInput!) { submitReflection(reflection: $reflection) {
  ... on ReflectionStored { outcome } ... on ReflectionRefused { faults { column rule } } ... on ReflectionPostponed { code } } }`;
const REFLECTION = { reflectionId: 'G1', team: 'team-a', professional: 'ZQ7-SJAKIE', case: 'ZQ7-HUIS', reflectedOn: '2026-01-05', pitfalls: ['SECRECY', 'POWERLESSNESS:RIGHTING_REFLEX'], extraHours: 1.5, extraHoursBy: 'manager', extraHoursReason: 'crisis', minorsInvolved: false };

async function ask(query: string, variables: object = {}, bearer = token): Promise<Answer> {
  const response = await fetch(`${test.url}/imports/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ query, variables }),
  });
  return answerSchema.parse(await response.json());
}

async function submit(reflection: object, bearer = token): Promise<unknown> {
  const { data, errors } = await ask(SUBMIT, { reflection }, bearer);
  return data?.['submitReflection'] ?? errors;
}

async function jobs(): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(test.database.adminUrl, "SELECT count(*)::int AS count FROM intake.import_job JOIN intake.organisation USING (organisation_id) WHERE code = 'one'");
  return row?.count ?? -1;
}

function stored(): Promise<object[]> {
  return queryOnce(test.database.adminUrl, "SELECT revision, status, pitfalls, extra_hours::float AS hours, minors_involved AS minors FROM intake.reflection JOIN intake.organisation USING (organisation_id) WHERE code = 'one'");
}

describe('submitReflection', () => {
  it('gives the code of the alert it raised with its answer, and never again', async () => {
    const child = { ...REFLECTION, reflectionId: 'CHILD', minorsInvolved: true, childSeen: false, childConcerns: ['addiction'] };
    const mutation = 'mutation ($reflection: ReflectionInput!) { submitReflection(reflection: $reflection) { ... on ReflectionStored { outcome alertCode } } }';
    const code = expect.stringMatching(/^([0-9A-Z]{4}-){2}[0-9A-Z]{4}$/);
    expect((await ask(mutation, { reflection: child })).data).toEqual({ submitReflection: { outcome: 'ACCEPTED', alertCode: code } });
    expect((await ask(mutation, { reflection: child })).data).toEqual({ submitReflection: { outcome: 'UNCHANGED', alertCode: null } });
    expect((await ask(mutation, { reflection: { ...child, revision: 2, status: 'withdrawn' } })).data).toEqual({ submitReflection: { outcome: 'WITHDRAWN', alertCode: null } });
    expect((await ask('{ imports(latest: 3) { alertCodes { line code } } }')).data).toEqual({ imports: Array.from({ length: 3 }, () => ({ alertCodes: [] })) });
    await queryOnce(test.database.adminUrl, "DELETE FROM intake.reflection USING intake.organisation WHERE reflection.organisation_id = organisation.organisation_id AND organisation.code = 'one'");
  });

  it('stores a reflection, finds it unchanged, replaces it and withdraws it, whatever the order of revisions', async () => {
    expect(await submit(REFLECTION)).toEqual({ outcome: 'ACCEPTED' });
    expect(await stored()).toEqual([{ revision: 1, status: 'final', pitfalls: ['SECRECY', 'POWERLESSNESS:RIGHTING_REFLEX'], hours: 1.5, minors: false }]);
    expect(await submit(REFLECTION)).toEqual({ outcome: 'UNCHANGED' });
    expect(await submit({ ...REFLECTION, revision: 3, pitfalls: [] })).toEqual({ outcome: 'REPLACED' });
    expect(await submit({ ...REFLECTION, revision: 5, status: 'withdrawn' })).toEqual({ outcome: 'WITHDRAWN' });
    expect(await submit({ ...REFLECTION, revision: 4 })).toEqual({ outcome: 'UNCHANGED' });
    expect(await stored()).toMatchObject([{ revision: 5, status: 'withdrawn' }]);
  });

  it('is kept once when it is sent eight times at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => submit({ ...REFLECTION, reflectionId: 'G8' })));
    expect(outcomes.filter((outcome) => JSON.stringify(outcome) === '{"outcome":"ACCEPTED"}')).toHaveLength(1);
    expect(outcomes.filter((outcome) => JSON.stringify(outcome) === '{"outcome":"UNCHANGED"}')).toHaveLength(7);
  });

  it.each<[string, object, object]>([
    ['a team that is not there', { team: 'team-z' }, { column: 'team', rule: 'UNKNOWN_TEAM' }],
    ['a date in another form', { reflectedOn: '30-02-2026' }, { column: 'reflected_on', rule: 'NO_SUCH_DAY' }],
    ['a citizen number', { professional: '111222333' }, { column: 'professional', rule: 'REFERENCE_IS_BSN' }],
    ['an e-mail address', { case: 'sjakie@voorbeeld.nl' }, { column: 'case', rule: 'REFERENCE_IS_EMAIL' }],
    ['an answer to what was not asked', { childSeen: true }, { column: 'child_seen', rule: 'ONLY_WITH' }],
    ['other content under the same revision', { reflectionId: 'G8', pitfalls: ['SECRECY'] }, { column: 'revision', rule: 'SAME_REVISION_OTHER_CONTENT' }],
  ])('refuses %s by column and rule, and stores nothing', async (_, change, fault) => {
    const before = await stored();
    expect(await submit({ ...REFLECTION, reflectionId: 'BAD', ...change })).toEqual({ faults: [fault] });
    expect(await stored()).toEqual(before);
  });

  it('names an unknown team beside every other fault', async () => {
    expect(await submit({ ...REFLECTION, reflectionId: 'BAD', team: 'team-z', reflectedOn: '30-02-2026' })).toEqual({ faults: [{ column: 'reflected_on', rule: 'NO_SUCH_DAY' }, { column: 'team', rule: 'UNKNOWN_TEAM' }] });
  });

  it.each<[string, object, string]>([
    ['at the door', { reflectionId: 'ZQ7-JOB', professional: 'zq7@voorbeeld.nl' }, 'REFERENCE_IS_EMAIL'],
    ['by what is stored already', { reflectionId: 'G8', pitfalls: ['SECRECY'] }, 'SAME_REVISION_OTHER_CONTENT'],
  ])('keeps the report of a reflection that was refused %s, under the token that sent it and without a value', async (_, change, rule) => {
    await submit({ ...REFLECTION, reflectionId: 'G8' });
    const before = await jobs();
    expect(await submit({ ...REFLECTION, ...change })).toMatchObject({ faults: [{ rule }] });
    expect(await jobs()).toBe(before + 1);
    const { data } = await ask('{ imports(latest: 1) { id kind state wayIn report { read accepted unchanged replaced withdrawn rejected rejections { line column rule expected } } } }');
    const [latest] = z.array(z.looseObject({ id: z.string() })).parse(data?.['imports']);
    expect(latest).toMatchObject({ kind: 'reflections', state: 'refused', wayIn: 'mutation', report: { read: 1, accepted: 0, unchanged: 0, replaced: 0, withdrawn: 0, rejected: 1, rejections: [{ line: 1, rule }] } });
    const overHttp = await fetch(`${test.url}/imports/${latest?.id ?? ''}`, { headers: { authorization: `Bearer ${token}` } });
    expect(await overHttp.json()).toMatchObject({ state: 'refused', report: { rejections: [{ line: 1, rule }] } });
    const [row] = await queryOnce<{ token_id: string; whole: string }>(test.database.adminUrl, 'SELECT token_id, import_job::text AS whole FROM intake.import_job WHERE job_id = $1', [latest?.id]);
    expect(row?.token_id).toBe(tokenId);
    expect(row?.whole.toUpperCase()).not.toMatch(/ZQ7/);
  });

  it('asks for a token that works before anything else', async () => {
    const { token: ended, tokenId: endedId } = await test.organisation('ended');
    await test.revoke('ended', endedId);
    for (const bearer of ['', 'nonsense', ended]) expect(await submit(REFLECTION, bearer)).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('tells which field is missing or has another type, in words of the schema, and where in the query', async () => {
    const message = async (reflection: object) => (await ask(SUBMIT, { reflection })).errors?.map((error) => error.message);
    expect(await message({ ...REFLECTION, professional: undefined })).toEqual(['The request does not fit the schema: professional is missing. What was sent is not repeated here.']);
    expect(await message({ ...REFLECTION, agenciesInvolved: 'ZQ7' })).toEqual(['The request does not fit the schema: reflection.agenciesInvolved has another type. What was sent is not repeated here.']);
    expect(await message({ ...REFLECTION, professional: '" at "reflection.ZQ"; Int cannot represent ', 'ZQ': 1 })).toEqual(['The request does not fit the schema: look at names and types. What was sent is not repeated here.']);
    const inline = await ask('mutation {\n  submitReflection(reflection: { reflectionId: "1" }) { __typename } }');
    expect(inline.errors?.[0]).toMatchObject({ message: expect.stringMatching(/: \w+ is missing/), locations: [{ line: 2 }] });
  });

  it('repeats nothing of a request that does not fit the schema, and logs nothing of it', async () => {
    const requests: [string, object][] = [
      [SUBMIT, { reflection: { ...REFLECTION, professional: { name: 'ZQ7-SJAKIE' } } }],
      [SUBMIT, { reflection: { ...REFLECTION, agenciesInvolved: 'ZQ7-SJAKIE' } }],
      [SUBMIT, { reflection: { ...REFLECTION, 'ZQ7-SJAKIE': 1 } }],
      ['mutation { submitReflection(reflection: { professional: 777222 }) { __typename } }', {}],
      ['{ ZQ7_SJAKIE }', {}],
    ];
    for (const [query, variables] of requests) {
      const answer = await ask(query, variables);
      expect(answer.errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
      expect(JSON.stringify(answer)).not.toMatch(/ZQ7|777222/);
    }
    expect(test.log.join('')).not.toMatch(/ZQ7|777222/);
  });
});

describe('imports', () => {
  const LIST = '{ imports(latest: 2) { id kind state wayIn report { read accepted rejections { line } } } }';

  it('tells the latest deliveries of the organisation of the token, and one of them by its id', async () => {
    await submit({ ...REFLECTION, reflectionId: 'LAST' });
    const { data } = await ask(LIST);
    expect(data?.['imports']).toMatchObject([{ kind: 'reflections', state: 'done', wayIn: 'mutation', report: { read: 1, accepted: 1, rejections: [] } }, {}]);
    const [latest] = z.array(z.object({ id: z.string() })).parse(data?.['imports']);
    const one = 'query ($id: ID!) { import(id: $id) { id receivedAt finishedAt } }';
    expect((await ask(one, { id: latest?.id })).data).toMatchObject({ import: { id: latest?.id, finishedAt: expect.any(String) } });
    for (const id of ['nonsense', '00000000-0000-0000-0000-000000000000']) expect((await ask(one, { id })).data).toEqual({ import: null });
    expect((await ask(one, { id: latest?.id }, otherToken)).data).toEqual({ import: null });
    expect((await ask(LIST, {}, otherToken)).data).toEqual({ imports: [] });
  });

  it('asks for a token, and for a number that it can give', async () => {
    expect((await ask(LIST, {}, 'nonsense')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await ask('{ imports(latest: 51) { id } }')).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
