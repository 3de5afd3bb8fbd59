import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { hashOfToken, makeAuthToken } from '../../platform/auth/auth-token.js';
import { SignInDesk, type EndedAtProvider, type Identity, type SignInAttempt } from '../../platform/auth/sign-in-desk.js';
import { LONGEST_ATTEMPT_MS, LONGEST_SESSION_MS } from '../../platform/auth/sign-in-settings.js';
import { Clock } from '../../platform/clock/clock.js';
import { inTransaction } from '../../platform/database/transaction.js';
import { ACCESS_SETTINGS, type AccessSettings } from '../access-settings.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { FollowGroupsService } from '../group-roles/follow-groups.service.js';
import { addUserOfGroup, recogniseUser } from '../users/recognise-user.js';
import { rolesAt } from '../users/role-assignments.js';
import { FindViewerService } from '../viewer/find-viewer.service.js';

/**
 * Sessions and attempts to sign in, in PostgreSQL: every process knows them, and one that was ended is over everywhere.
 * A store of our own and no session library: what is stored is the hash of a token and four columns, the ends are
 * conditions of the query that looks a session up, and ending one is in the same transaction as its line in the audit.
 */
@Injectable()
export class KeepSessionsService extends SignInDesk {
  constructor(
    @InjectDataSource('gatekeeper') private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly viewers: FindViewerService,
    private readonly groups: FollowGroupsService,
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
  ) {
    super();
  }

  override async openAttempt({ state, nonce, codeVerifier, returnTo }: SignInAttempt): Promise<string> {
    const { text, hash } = makeAuthToken();
    const now = this.clock.now();
    await this.source.query('DELETE FROM access.sign_in_attempt WHERE expires_at < $1', [now]);
    await this.source.query('INSERT INTO access.sign_in_attempt VALUES ($1, $2, $3, $4, $5, $6)', [hash, state, nonce, codeVerifier, returnTo, new Date(now.getTime() + LONGEST_ATTEMPT_MS)]);
    return text;
  }

  override async takeAttempt(shown: string | null): Promise<SignInAttempt | null> {
    const [rows] = await this.source.query<[SignInAttempt[], number]>(
      `DELETE FROM access.sign_in_attempt WHERE attempt_hash = $1 AND expires_at > $2
       RETURNING state, nonce, code_verifier AS "codeVerifier", return_to AS "returnTo"`,
      [hashOfToken(shown), this.clock.now()],
    );
    return rows[0] ?? null;
  }

  override async signIn(identity: Identity, shownBefore: string | null): Promise<string | null> {
    const requestId = randomUUID();
    const userNumber = await inTransaction(this.source, (client) => this.userOf(client, identity));
    await this.source.query('DELETE FROM access.session WHERE session_hash = $1 OR expires_at < $2', [hashOfToken(shownBefore), this.clock.now()]);
    if (userNumber === null) return null;
    await this.groups.follow(userNumber, identity.claims[this.settings.groupsClaim], requestId);
    const [organisation] = await this.viewers.findOrganisations(userNumber);
    if (organisation === undefined) return null;
    return this.open(userNumber, organisation.id, identity, requestId);
  }

  /** Begins a session of a user who has a role in an organisation. @returns what the browser is to show. */
  async open(userNumber: number, organisationId: number, { providerSession, idToken }: Pick<Identity, 'providerSession' | 'idToken'>, requestId: string): Promise<string> {
    const { text, hash } = makeAuthToken();
    const now = this.clock.now();
    await inTransaction(this.source, async (client) => {
      await client.query('INSERT INTO access.session VALUES ($1, $2, $3, $4, $5, $6, $6, $7)', [hash, userNumber, organisationId, providerSession, idToken, now, new Date(now.getTime() + LONGEST_SESSION_MS)]);
      await this.note(client, organisationId, userNumber, 'sign in', requestId);
    });
    return text;
  }

  override async signOut(shown: string | null): Promise<string | null> {
    const hash = hashOfToken(shown);
    if (hash === null) return null;
    return inTransaction(this.source, async (client) => {
      const { rows } = await client.query<EndedSession>(`DELETE FROM access.session WHERE session_hash = $1 ${RETURNING_ENDED}`, [hash]);
      const [ended] = rows;
      if (ended === undefined) return null;
      await this.note(client, ended.organisationId, ended.userNumber, 'sign out', randomUUID());
      return ended.idToken;
    });
  }

  override async endFromProvider({ subject, providerSession }: EndedAtProvider): Promise<void> {
    const found = await this.source.query<{ sessionHash: Buffer }[]>(
      `SELECT session_hash AS "sessionHash" FROM access.session JOIN access.user_account USING (user_number)
        WHERE issuer = $1 AND ($2::text IS NULL OR subject = $2) AND ($3::text IS NULL OR provider_session = $3)`,
      [this.settings.providerName, subject, providerSession],
    );
    for (const { sessionHash } of found) {
      await inTransaction(this.source, async (client) => {
        const { rows } = await client.query<EndedSession>(`DELETE FROM access.session WHERE session_hash = $1 ${RETURNING_ENDED}`, [sessionHash]);
        for (const ended of rows) await this.note(client, ended.organisationId, ended.userNumber, 'sign out at the provider', randomUUID());
      });
    }
  }

  private async userOf(client: PoolClient, identity: Identity): Promise<number | null> {
    const { providerName, linkClaim, groupsClaim } = this.settings;
    const known = await recogniseUser(client, providerName, identity, linkClaim);
    if (known !== null || !this.groups.hasRoles(identity.claims[groupsClaim])) return known;
    return addUserOfGroup(client, providerName, identity, this.clock.now());
  }

  private async note(client: PoolClient, organisationId: number, userNumber: number, deed: string, requestId: string): Promise<void> {
    const role = await rolesAt(client, organisationId, userNumber, this.clock.now());
    await this.audit.append(client, organisationId, { userNumber, role, deed, unit: null, reason: null, result: 'done', requestId });
  }
}

interface EndedSession {
  readonly organisationId: number;
  readonly userNumber: number;
  readonly idToken: string;
}

const RETURNING_ENDED = 'RETURNING organisation_id AS "organisationId", user_number AS "userNumber", id_token AS "idToken"';
