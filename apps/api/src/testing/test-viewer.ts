import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { ViewerRole } from '../access/roles.js';
import { KeepSessionsService } from '../access/sessions/keep-sessions.service.js';
import { KeepUsersService } from '../access/users/keep-users.service.js';
import type { DoorOptions } from '../app.module.js';

/** Name of the provider of tests; nobody reaches it. */
export const TEST_PROVIDER = 'https://provider.test';

/** What a test wants somebody to be. */
export interface WantedViewer {
  readonly organisation: string;
  readonly role: ViewerRole;
  readonly teams?: readonly string[];
  readonly regions?: readonly string[];
}

/** Somebody who signed in. */
export interface TestViewer {
  readonly userNumber: number;
  /** For the header `Cookie`: a session like any other, looked up by the real door and judged by the real guard. */
  readonly cookie: string;
}

/** How viewers come in to an application at an address. */
export function testDoor(url: string): DoorOptions {
  return {
    signIn: { publicUrl: new URL(url), idleMs: 30 * 60_000, provider: { issuer: TEST_PROVIDER, clientId: 'rolvast', clientSecret: 'no secret', scopes: 'openid' } },
    access: { providerName: TEST_PROVIDER, linkClaim: 'email', groupsClaim: 'groups', groupRoles: [], auditHeadFile: join(tmpdir(), `rolvast-heads-${randomUUID()}.ndjson`) },
  };
}

/** Adds somebody with a role, through the same doors as the command line, and begins a session. */
export async function signInAs(app: Pick<INestApplicationContext, 'get'>, url: string, { organisation, role, teams = [], regions = [] }: WantedViewer): Promise<TestViewer> {
  const added = await app.get(KeepUsersService).add(`Viewer ${role}`, randomBytes(6).toString('hex'), { organisation, role, teams, regions, validUntil: null });
  if (!added.ok) throw new Error(added.fault.message);
  return { userNumber: added.value, cookie: await beginSession(app, url, added.value, organisation) };
}

/** Begins another session of somebody. @returns the header `Cookie`. */
export async function beginSession(app: Pick<INestApplicationContext, 'get'>, url: string, userNumber: number, organisation: string): Promise<string> {
  const keeper = app.get<DataSource>(getDataSourceToken('access-keeper'));
  const [row] = await keeper.query<{ id: number }[]>('SELECT organisation_id AS id FROM intake.organisation WHERE code = $1', [organisation]);
  const token = await app.get(KeepSessionsService).open(userNumber, row?.id ?? 0, { providerSession: null, idToken: 'none' }, randomUUID());
  return `rolvast-session-${new URL(url).port}=${token}`;
}
