import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryOnce } from '../testing/test-database.js';
import { beginSession } from '../testing/test-viewer.js';
import { CARE_QUESTIONS } from '../testing/care-questions.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { CANARIES, loadTwoOrganisations } from '../testing/two-organisations.js';
import { DeclaredOperations } from './declared-operations.js';
import { declaredOperation, mayDo, OPERATIONS } from './role-policy.js';
import { VIEWER_ROLES, type ViewerRole } from './roles.js';
import { KeepUsersService } from './users/keep-users.service.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
  await loadTwoOrganisations(test);
});
afterAll(() => test.close());

const TREND = 'query ($organisation: String!, $team: String!) { measureTrend(organisation: $organisation, team: $team, measure: "PITFALL_ANY") { place { name } unit { name } periods { reflections numerators } } }';
const DIRECTORY = 'query ($code: String!) { organisation(code: $code) { code name regions { name teams { code name } } } }';

/** A question for each operation of viewers, which somebody who may ask it gets an answer to. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'Query.viewer': '{ viewer { name } }',
  'Mutation.enterOrganisation': 'mutation { enterOrganisation(code: "noord") { name } }',
  'Query.measures': '{ measures { code } }',
  'Query.breakdowns': '{ breakdowns { code } }',
  'Query.organisations': '{ organisations { code } }',
  'Query.organisation': '{ organisation(code: "noord") { code } }',
  'Query.publicationExplained': '{ publicationExplained(organisation: "noord") { organisation { code } } }',
  'Query.measureTrend': '{ measureTrend(organisation: "noord", team: "team-a", measure: "PITFALL_ANY") { measure } }',
  'Query.measureTrends': '{ measureTrends(organisation: "noord", team: "team-a", measures: ["PITFALL_ANY"]) { measure } }',
  'Query.breakdown': '{ breakdown(organisation: "noord", team: "team-a", breakdown: "LEGAL_FRAME", through: "2026-03") { state } }',
  'Query.participation': '{ participation(organisation: "noord", team: "team-a") { through } }',
  'Query.teamOverview': '{ teamOverview(organisation: "noord", team: "team-a") { quarter } }',
  'Query.comparison': '{ comparison(organisation: "noord", measure: "PITFALL_ANY") { quarter } }',
  'Query.pitfallMap': '{ pitfallMap(organisation: "noord") { quarter } }',
};

/** Every question about a place, by its operation, for the arguments that name one. */
const PLACE_QUESTIONS: Readonly<Record<string, (place: string) => string>> = {
  'Query.measureTrend': (place) => `{ measureTrend(${place}, measure: "PITFALL_ANY", period: QUARTER) { place { code } } }`,
  'Query.measureTrends': (place) => `{ measureTrends(${place}, measures: ["PITFALL_ANY"], period: QUARTER) { place { code } } }`,
  'Query.breakdown': (place) => `{ breakdown(${place}, breakdown: "LEGAL_FRAME", through: "2026-03") { place { code } } }`,
};
/** Participation is of a team alone. */
const TEAM_QUESTIONS: typeof PLACE_QUESTIONS = {
  ...PLACE_QUESTIONS,
  'Query.participation': (place) => `{ participation(${place}) { place { code } } }`,
  'Query.teamOverview': (place) => `{ teamOverview(${place}) { place { code } } }`,
};

function wanted(role: ViewerRole) {
  return { organisation: 'noord', role, teams: role === 'team-manager' ? ['team-a'] : [] };
}

async function refusals(userNumber: number): Promise<unknown[]> {
  return queryOnce(test.database.adminUrl, `SELECT role, deed, unit, result FROM access.audit_entry WHERE user_number = $1 AND result = 'refused' ORDER BY entry_number`, [userNumber]);
}

describe('the guard', () => {
  it('has a question here for every operation of this server that is for viewers', () => {
    const operations = test.app.get(DeclaredOperations).findOperations().filter((name) => /^(Query|Mutation)\./.test(name));
    expect(operations.toSorted()).toEqual(Object.keys({ ...QUESTIONS, ...CARE_QUESTIONS }).toSorted());
  });

  it('has a line in the policy for every field and route there is', () => {
    const operations = test.app.get(DeclaredOperations).findOperations();
    expect(operations.length).toBeGreaterThan(10);
    expect(operations.filter((name) => declaredOperation(name) === null)).toEqual([]);
  });

  const cells = VIEWER_ROLES.flatMap((role) => OPERATIONS.flatMap((operation) => (QUESTIONS[operation] === undefined ? [] : [{ role, operation, answer: mayDo(role, operation) ? 'answers' : 'refuses' }])));
  it.each(cells)('$answer $operation to $role', async ({ role, operation }) => {
    const { cookie, userNumber } = await test.signInAs(wanted(role));
    const { status, body } = await test.ask(QUESTIONS[operation] ?? '', {}, cookie);
    expect(status).toBe(200);
    if (mayDo(role, operation)) {
      expect(body).not.toHaveProperty('errors');
      expect(await refusals(userNumber)).toEqual([]);
    } else {
      expect(body).toMatchObject({ errors: [{ message: 'Your role does not include this.', extensions: { code: 'FORBIDDEN' } }] });
      expect(await refusals(userNumber)).toEqual([{ role, deed: operation, unit: null, result: 'refused' }]);
    }
  });

  it.each(Object.keys(QUESTIONS))('answers %s to nobody without a session', async (operation) => {
    const { status, text } = await test.ask(QUESTIONS[operation] ?? '', {});
    expect(status).toBe(401);
    expect(text).toBe('{"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}');
  });

  it.each(['no-token', 'A'.repeat(43), ''])('gives a session that does not exist (%j) the same answer as none', async (token) => {
    const none = await test.ask('{ viewer { name } }', {});
    expect(await test.ask('{ viewer { name } }', {}, `rolvast-session-${new URL(test.url).port}=${token}`)).toEqual(none);
  });

  it('does not even look at the question of somebody without a session', async () => {
    expect((await test.ask('{ nothing', {})).status).toBe(401);
  });
});

describe('what is not hers', () => {
  it('is answered byte for byte like what is not there: a team of another, of another organisation, unknown, misspelt', async () => {
    const { cookie, userNumber } = await test.signInAs(wanted('team-manager'));
    const questions = [['noord', 'team-b'], ['zuid', 'team-a'], ['zuid', 'team-b'], ['noord', 'no-team'], ['nowhere', 'team-a'], ['noord', 'TEAM A'], ['NOORD', '\u0000']];
    const answers = [];
    for (const [organisation, team] of questions) answers.push(await test.ask(TREND, { organisation, team }, cookie));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    // The audit names a unit only when the own organisation has it.
    expect(await refusals(userNumber)).toEqual(questions.map(([, team]) => expect.objectContaining({ deed: 'Query.measureTrend', unit: team === 'team-b' || team === 'team-a' ? team : null })));
  });

  it.each(Object.entries(TEAM_QUESTIONS))('is answered alike by %s: a team of another and one that is not there', async (operation, question) => {
    const { cookie, userNumber } = await test.signInAs(wanted('team-manager'));
    const own = await test.ask(question('organisation: "noord", team: "team-c"'), {}, cookie);
    expect(own.text).toContain('"code":"team-c"');
    const answers = [];
    for (const place of ['organisation: "noord", team: "team-b"', 'organisation: "zuid", team: "team-a"', 'organisation: "noord", team: "no-team"', 'organisation: "NOORD", team: "\\u0000"']) answers.push(await test.ask(question(place), {}, cookie));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect(await refusals(userNumber)).toEqual(['team-b', 'team-a', null, null].map((unit) => expect.objectContaining({ deed: operation, unit })));
  });

  it.each(Object.values(PLACE_QUESTIONS))('is another region, and never the own region or organisation: question %#', async (question) => {
    const { cookie } = await test.signInAs(wanted('team-manager'));
    const ask = async (place: string) => (await test.ask(question(place), {}, cookie)).text;
    expect(await ask('organisation: "noord", place: REGION, region: "oost"')).toContain('"code":"oost"');
    expect(await ask('organisation: "noord", place: ORGANISATION')).toContain('"code":"noord"');
    const hidden = [await ask('organisation: "noord", place: REGION, region: "west"'), await ask('organisation: "zuid", place: REGION, region: "oost"'), await ask('organisation: "noord", place: REGION, region: "nowhere"')];
    expect(new Set(hidden).size).toBe(1);
    expect(hidden[0]).toContain('NOT_FOUND');
    const others = [await ask('organisation: "zuid", place: ORGANISATION'), await ask('organisation: "nowhere", place: ORGANISATION')];
    expect(new Set(others).size).toBe(1);
    expect(others[0]).toContain('NOT_FOUND');
  });

  it.each(Object.values(PLACE_QUESTIONS))('is no region of the organisation for those who see all of it: question %#', async (question) => {
    const { cookie } = await test.signInAs(wanted('quality-staff'));
    for (const region of ['oost', 'west']) expect((await test.ask(question(`organisation: "noord", place: REGION, region: "${region}"`), {}, cookie)).text).toContain(`"code":"${region}"`);
  });

  it.each(VIEWER_ROLES)('is the explanation of publication of another organisation, and not of the own, for the %s', async (role) => {
    const { cookie } = await test.signInAs(wanted(role));
    const ask = (code: string) => test.ask('query ($code: String!) { publicationExplained(organisation: $code) { organisation { code } } }', { code }, cookie);
    expect((await ask('noord')).body).toEqual({ data: { publicationExplained: { organisation: { code: 'noord' } } } });
    expect(await ask('zuid')).toEqual(await ask('nowhere'));
    expect((await ask('zuid')).text).toContain('NOT_FOUND');
  });

  it('is the same for an organisation: the other one and one that is not there', async () => {
    const { cookie } = await test.signInAs(wanted('director'));
    const [other, unknown] = [await test.ask(DIRECTORY, { code: 'zuid' }, cookie), await test.ask(DIRECTORY, { code: 'nowhere' }, cookie)];
    expect(other).toEqual(unknown);
    expect(other.text).toContain('NOT_FOUND');
  });

  it('is not in the directory of a team manager: her units only, siblings included', async () => {
    const { cookie } = await test.signInAs(wanted('team-manager'));
    const { body } = await test.ask(DIRECTORY, { code: 'noord' }, cookie);
    expect(body).toEqual({ data: { organisation: { code: 'noord', name: 'Kanarie Noord', regions: [{ name: 'Kanarie Noord Oost', teams: [{ code: 'team-a', name: 'Kanarie Noord team-a' }, { code: 'team-c', name: 'Kanarie Noord team-c' }] }] } } });
  });

  it('follows a region that was given instead of teams', async () => {
    const { cookie } = await test.signInAs({ organisation: 'noord', role: 'team-manager', regions: ['west'] });
    expect((await test.ask(TREND, { organisation: 'noord', team: 'team-b' }, cookie)).text).toContain('Kanarie Noord team-b');
    expect((await test.ask(TREND, { organisation: 'noord', team: 'team-a' }, cookie)).text).toContain('NOT_FOUND');
  });

  it.each(['administrator', 'data-protection-officer'] as const)('is every figure and every team for the %s', async (role) => {
    const { cookie } = await test.signInAs(wanted(role));
    expect((await test.ask(DIRECTORY, { code: 'noord' }, cookie)).body).toMatchObject({ data: { organisation: { regions: [] } } });
  });

  it.each([['noord', 'zuid'], ['zuid', 'noord']] as const)('never shows in %s when it is of %s, in answers or the log', async (own, other) => {
    const { cookie } = await test.signInAs({ organisation: own, role: 'director' });
    const before = test.log.length;
    const answers = [
      await test.ask(TREND, { organisation: own, team: 'team-a' }, cookie),
      await test.ask(TREND, { organisation: other, team: 'team-a' }, cookie),
      await test.ask(DIRECTORY, { code: own }, cookie),
      await test.ask(DIRECTORY, { code: other }, cookie),
      await test.ask('{ viewer { organisation { name } organisations { name } } organisations { name } }', {}, cookie),
    ];
    const said = [...answers.map(({ text }) => text), ...test.log.slice(before)].join('\n');
    expect(said).toContain(CANARIES[own][0]);
    expect(said).toContain(`"reflections":[${CANARIES[own][1]},${CANARIES[own][1]},${CANARIES[own][1]}]`);
    for (const canary of CANARIES[other]) expect(said).not.toContain(canary);
  });
});

describe('roles', () => {
  it('that are revoked stop at once, and the session with the last of them', async () => {
    const { cookie, userNumber } = await test.signInAs(wanted('team-manager'));
    const users = test.app.get(KeepUsersService);
    await users.grant(userNumber, { organisation: 'noord', role: 'administrator', teams: [], regions: [], validUntil: null });
    await users.revoke(userNumber, 'noord', 'team-manager');
    expect((await test.ask(TREND, { organisation: 'noord', team: 'team-a' }, cookie)).text).toContain('FORBIDDEN');
    await users.revoke(userNumber, 'noord', 'administrator');
    expect((await test.ask('{ viewer { name } }', {}, cookie)).status).toBe(401);
    expect(await queryOnce(test.database.adminUrl, 'SELECT FROM access.session WHERE user_number = $1', [userNumber])).toEqual([]);
  });

  it('end by themselves on the day that was said', async () => {
    const { cookie, userNumber } = await test.signInAs(wanted('director'));
    await queryOnce(test.database.adminUrl, `UPDATE access.role_assignment SET valid_until = '2026-06-20T11:59:59Z' WHERE user_number = $1`, [userNumber]);
    expect((await test.ask('{ viewer { name } }', {}, cookie)).status).toBe(401);
  });

  it('do not include one another: who is team manager and administrator sees the figures of the own team only', async () => {
    const { cookie, userNumber } = await test.signInAs(wanted('team-manager'));
    await test.app.get(KeepUsersService).grant(userNumber, { organisation: 'noord', role: 'administrator', teams: [], regions: [], validUntil: null });
    expect((await test.ask(TREND, { organisation: 'noord', team: 'team-a' }, cookie)).text).toContain('Kanarie Noord');
    expect((await test.ask(TREND, { organisation: 'noord', team: 'team-b' }, cookie)).text).toContain('NOT_FOUND');
  });

  it('in two organisations count one organisation at a time, the one in use', async () => {
    const { userNumber } = await test.signInAs(wanted('director'));
    await test.app.get(KeepUsersService).grant(userNumber, { organisation: 'zuid', role: 'team-manager', teams: ['team-b'], regions: [], validUntil: null });
    const cookie = await beginSession(test.app, test.url, userNumber, 'noord');
    expect((await test.ask(TREND, { organisation: 'zuid', team: 'team-b' }, cookie)).text).toContain('NOT_FOUND');
    expect((await test.ask('mutation { enterOrganisation(code: "zuid") { roles organisation { code } } }', {}, cookie)).body).toEqual({ data: { enterOrganisation: { roles: ['TEAM_MANAGER'], organisation: { code: 'zuid' } } } });
    expect((await test.ask(TREND, { organisation: 'zuid', team: 'team-b' }, cookie)).text).toContain('Kanarie Zuid');
    expect((await test.ask(TREND, { organisation: 'zuid', team: 'team-a' }, cookie)).text).toContain('NOT_FOUND');
    expect((await test.ask(TREND, { organisation: 'noord', team: 'team-a' }, cookie)).text).toContain('NOT_FOUND');
  });

  it('can not be had by entering an organisation without one, and that answer tells nothing', async () => {
    const { cookie } = await test.signInAs(wanted('director'));
    const enter = (code: string) => test.ask('mutation ($code: String!) { enterOrganisation(code: $code) { name } }', { code }, cookie);
    expect(await enter('zuid')).toEqual(await enter('nowhere'));
    expect((await test.ask('{ organisations { code } }', {}, cookie)).body).toEqual({ data: { organisations: [{ code: 'noord' }] } });
  });
});
