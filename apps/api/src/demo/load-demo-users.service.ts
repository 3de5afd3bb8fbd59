import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { COMMAND_LINE } from '../access/audit/audit-entry.js';
import { AuditTrail } from '../access/audit/audit-trail.js';
import { readBearer } from '../access/importer-tokens/importer-token.js';
import { KeepImporterTokensService, LONGEST_TOKEN_DAYS } from '../access/importer-tokens/keep-importer-tokens.service.js';
import { findPlaces, giveRole } from '../access/users/role-assignments.js';
import { Clock } from '../platform/clock/clock.js';
import { inTransaction } from '../platform/database/transaction.js';
import { errorCodeOf } from '../platform/errors/error-code.js';
import { DEMO_ACCOUNTS, DEMO_PROVIDER, type DemoAccount } from './demo-accounts.js';
import { DEMO_CODE } from './demo-organisation.js';

/** Lets the accounts of the demonstration be somebody: users, their roles in the made-up organisation, and a token. */
@Injectable()
export class LoadDemoUsersService {
  constructor(
    @InjectDataSource('access-keeper') private readonly source: DataSource,
    private readonly tokens: KeepImporterTokensService,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Adds the users that are missing. A role that was taken from one stays taken. */
  async ensure(): Promise<void> {
    for (const account of DEMO_ACCOUNTS) await inTransaction(this.source, (client) => this.ensureUser(client, account));
  }

  /**
   * A token with which the made-up organisation can be delivered to, kept in a file that only its owner may read.
   *
   * @returns null when the organisation is not there.
   */
  async importerToken(path: string): Promise<string | null> {
    const kept = await readFile(path, 'utf8').catch((error: unknown) => {
      if (errorCodeOf(error) === 'ENOENT') return '';
      throw error;
    });
    if (await this.works(kept.trim())) return kept.trim();
    const made = await this.tokens.create(DEMO_CODE, 'demonstration', LONGEST_TOKEN_DAYS);
    if (!made.ok) return null;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${made.value.token}\n`, { mode: 0o600 });
    return made.value.token;
  }

  private async works(text: string): Promise<boolean> {
    const shown = readBearer(`Bearer ${text}`);
    const tokens = shown === null ? [] : await this.tokens.findTokens(DEMO_CODE);
    return tokens.some(({ tokenId, expiresAt, revokedAt }) => tokenId === shown?.tokenId && revokedAt === null && expiresAt > this.clock.now());
  }

  private async ensureUser(client: PoolClient, { subject, name, role, teams }: DemoAccount): Promise<void> {
    const now = this.clock.now();
    const { rows: users } = await client.query<{ userNumber: number }>(
      `INSERT INTO access.user_account (display_name, issuer, subject, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (issuer, subject) DO NOTHING RETURNING user_number AS "userNumber"`,
      [name.nl, DEMO_PROVIDER, subject, now],
    );
    const { rows: organisations } = await client.query<{ organisationId: number }>('SELECT organisation_id AS "organisationId" FROM intake.organisation WHERE code = $1', [DEMO_CODE]);
    const [[user], [organisation]] = [users, organisations];
    if (user === undefined || organisation === undefined) return;
    const { organisationId } = organisation;
    const { teamIds } = await findPlaces(client, organisationId, teams, []);
    await giveRole(client, { organisationId, userNumber: user.userNumber, role, teamIds, regionIds: [], validUntil: null, givenBy: 'person' }, now);
    const deed = `add user ${user.userNumber}, grant role ${role}`;
    await this.audit.append(client, organisationId, { ...COMMAND_LINE, deed, unit: teams.length === 0 ? null : teams.toSorted().join(' '), requestId: randomUUID() });
  }
}
