import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { LoadOrganisationService } from '../../intake/organisation/load-organisation.service.js';
import { hashOfToken } from '../../platform/auth/auth-token.js';
import type { Identity } from '../../platform/auth/sign-in-desk.js';
import { FixedClock } from '../../platform/clock/clock.js';
import { organisationFile } from '../../testing/reflection-rows.js';
import { queryOnce } from '../../testing/test-database.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { testDoor, TEST_PROVIDER } from '../../testing/test-viewer.js';
import type { AccessSettings } from '../access-settings.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { FollowGroupsService } from '../group-roles/follow-groups.service.js';
import type { GroupRole } from '../group-roles/group-role.js';
import { KeepUsersService } from '../users/keep-users.service.js';
import { FindViewerService } from '../viewer/find-viewer.service.js';
import { KeepSessionsService } from './keep-sessions.service.js';

const START = '2026-06-20T12:00:00Z';
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp(START);
  for (const code of ['een', 'twee']) await test.app.get(LoadOrganisationService).load(organisationFile(code, [{ code: 'team-a' }, { code: 'team-b' }]));
});
afterAll(() => test.close());

/** The services as they are a number of minutes later, with a table of groups. */
function later(minutes: number, groupRoles: readonly GroupRole[] = []): { readonly sessions: KeepSessionsService; readonly viewers: FindViewerService } {
  const source = test.app.get<DataSource>(getDataSourceToken('gatekeeper'));
  const clock = new FixedClock(new Date(Date.parse(START) + minutes * 60_000));
  const { signIn, access } = testDoor(test.url);
  const settings: AccessSettings = { ...access, groupRoles };
  const audit = new AuditTrail(clock);
  const viewers = new FindViewerService(source, clock, signIn);
  return { viewers, sessions: new KeepSessionsService(source, clock, audit, viewers, new FollowGroupsService(source, clock, audit, settings), settings) };
}

function identity(subject: string, claims: Readonly<Record<string, unknown>> = {}): Identity {
  return { issuer: TEST_PROVIDER, subject, claims: { sub: subject, ...claims }, providerSession: `sid-${subject}`, idToken: 'id' };
}

async function invite(knownAs: string): Promise<void> {
  const added = await test.app.get(KeepUsersService).add('Naam', knownAs, { organisation: 'een', role: 'director', teams: [], regions: [], validUntil: null });
  if (!added.ok) throw new Error(added.fault.message);
}

function known(email: string): Readonly<Record<string, unknown>> {
  return { email, email_verified: true };
}

async function isIn(shown: string | null, minutes: number): Promise<boolean> {
  const hash = hashOfToken(shown);
  return hash !== null && (await later(minutes).viewers.findViewer(hash)) !== null;
}

async function rolesOf(subject: string): Promise<string[]> {
  const rows = await queryOnce<{ role: string }>(
    test.database.adminUrl,
    `SELECT concat_ws(' ', organisation.code, role, (SELECT string_agg(team.code, ',' ORDER BY team.code) FROM access.assigned_team JOIN intake.team USING (organisation_id, team_id)
             WHERE assigned_team.assignment_id = assignment.assignment_id)) AS role
       FROM access.role_assignment assignment JOIN intake.organisation USING (organisation_id) JOIN access.user_account USING (user_number)
      WHERE subject = $1 AND revoked_at IS NULL ORDER BY 1`,
    [subject],
  );
  return rows.map(({ role }) => role);
}

describe('a session', () => {
  it('ends when nothing was asked for thirty minutes, and goes on while something is', async () => {
    await invite('idle@een.nl');
    const shown = await later(0).sessions.signIn(identity('idle', known('idle@een.nl')), null);
    expect(await isIn(shown, 29)).toBe(true);
    expect(await isIn(shown, 58)).toBe(true);
    expect(await isIn(shown, 89)).toBe(false);
  });

  it('ends after ten hours, however busy it is', async () => {
    await invite('busy@een.nl');
    const shown = await later(0).sessions.signIn(identity('busy', known('busy@een.nl')), null);
    for (let minutes = 20; minutes < 600; minutes += 20) expect(await isIn(shown, minutes)).toBe(true);
    expect(await isIn(shown, 599)).toBe(true);
    expect(await isIn(shown, 600)).toBe(false);
  });

  it('is ended from the provider by its own number, and another one of the same person stays', async () => {
    await invite('two@een.nl');
    const { sessions } = later(0);
    const first = await sessions.signIn({ ...identity('two', known('two@een.nl')), providerSession: 'one' }, null);
    const second = await sessions.signIn({ ...identity('two'), providerSession: 'other' }, null);
    await sessions.endFromProvider({ issuer: TEST_PROVIDER, subject: 'two', providerSession: 'one' });
    expect([await isIn(first, 1), await isIn(second, 1)]).toEqual([false, true]);
    await sessions.endFromProvider({ issuer: TEST_PROVIDER, subject: 'two', providerSession: null });
    expect(await isIn(second, 1)).toBe(false);
  });

  it('is not given for an attempt that took too long or was used before', async () => {
    const attempt = { state: 's', nonce: 'n', codeVerifier: 'v', returnTo: '/x' };
    const [one, other] = [await later(0).sessions.openAttempt(attempt), await later(0).sessions.openAttempt(attempt)];
    expect(await later(1).sessions.takeAttempt(one)).toEqual(attempt);
    expect(await later(1).sessions.takeAttempt(one)).toBeNull();
    expect(await later(11).sessions.takeAttempt(other)).toBeNull();
  });
});

describe('the first sign-in of somebody who was invited', () => {
  it('recognises the claim, forgets it, and knows the subject from then on', async () => {
    await invite('Anna@Een.nl');
    expect(await later(0).sessions.signIn(identity('anna', known('anna@een.nl')), null)).not.toBeNull();
    expect(await queryOnce(test.database.adminUrl, "SELECT invited_as FROM access.user_account WHERE subject = 'anna'")).toEqual([{ invited_as: null }]);
    expect(await later(0).sessions.signIn(identity('anna', known('other@een.nl')), null)).not.toBeNull();
    expect(await later(0).sessions.signIn(identity('thief', known('anna@een.nl')), null)).toBeNull();
  });

  it.each([
    ['an address that the provider did not check', { email: 'open@een.nl' }],
    ['an address that the provider could not confirm', { email: 'open@een.nl', email_verified: false }],
    ['an address that is told to be checked in words', { email: 'open@een.nl', email_verified: 'true' }],
    ['no claim', {}],
    ['a claim that is no text', { email: ['open@een.nl'], email_verified: true }],
    ['another address', known('open2@een.nl')],
  ])('does not recognise %s', async (_what, claims) => {
    await invite('open@een.nl').catch(() => undefined);
    expect(await later(0).sessions.signIn(identity('stranger', claims), null)).toBeNull();
  });
});

describe('groups of the provider', () => {
  const TABLE: readonly GroupRole[] = [
    { group: 'managers-a', organisation: 'een', role: 'team-manager', teams: ['team-a'], regions: [] },
    { group: 'managers-b', organisation: 'een', role: 'team-manager', teams: ['team-b'], regions: [] },
    { group: 'boards', organisation: 'twee', role: 'director', teams: [], regions: [] },
  ];
  const signIn = (groups: unknown) => later(0, TABLE).sessions.signIn(identity('gina', { name: 'Gina', groups }), null);

  it('give roles at sign-in, together and in several organisations, and take them away when they are gone', async () => {
    expect(await signIn(['managers-a', 'boards', 'unheard-of'])).not.toBeNull();
    expect(await rolesOf('gina')).toEqual(['een team-manager team-a', 'twee director']);
    expect(await signIn(['managers-a', 'managers-b'])).not.toBeNull();
    expect(await rolesOf('gina')).toEqual(['een team-manager team-a,team-b']);
    expect(await signIn([])).toBeNull();
    expect(await rolesOf('gina')).toEqual([]);
  });

  it('leave a role alone that a person gave', async () => {
    const shown = await signIn(['boards']);
    expect(shown).not.toBeNull();
    const [user] = await queryOnce<{ number: number }>(test.database.adminUrl, "SELECT user_number AS number FROM access.user_account WHERE subject = 'gina'");
    await test.app.get(KeepUsersService).grant(user?.number ?? 0, { organisation: 'een', role: 'quality-staff', teams: [], regions: [], validUntil: null });
    expect(await signIn([])).not.toBeNull();
    expect(await rolesOf('gina')).toEqual(['een quality-staff']);
  });

  it.each(['boards', { boards: true }, null, [1]])('that are told as %j are none', async (groups) => {
    expect(await later(0, TABLE).sessions.signIn(identity('odd', { groups }), null)).toBeNull();
  });
});
