import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { failure, success, type Result } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import { COMMAND_LINE } from '../audit/audit-entry.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { makeToken } from './importer-token.js';

export interface TokenFault {
  readonly code: 'UNKNOWN_ORGANISATION' | 'TOKEN_LABEL' | 'TOKEN_DAYS' | 'UNKNOWN_TOKEN';
  readonly message: string;
}

/** What may be told of a token after it was made. */
export interface ListedToken {
  readonly tokenId: string;
  readonly label: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export interface MadeToken {
  readonly tokenId: string;
  /** Shown once; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
}

export const LONGEST_TOKEN_DAYS = 366;

/** Makes, lists and revokes the tokens with which source systems deliver, each for one organisation. */
@Injectable()
export class KeepImporterTokensService {
  constructor(
    @InjectDataSource('access-keeper') private readonly source: DataSource,
    private readonly audit: AuditTrail,
  ) {}

  /** @param days how long it is good for, 1 to {@link LONGEST_TOKEN_DAYS}. */
  async create(organisationCode: string, label: string, days: number): Promise<Result<MadeToken, TokenFault>> {
    if (label.trim() === '' || label.length > 80) return failure({ code: 'TOKEN_LABEL', message: '--label must say in 1 to 80 characters which system delivers. No token was made.' });
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_TOKEN_DAYS) {
      return failure({ code: 'TOKEN_DAYS', message: `--days must be a whole number from 1 to ${LONGEST_TOKEN_DAYS}. No token was made.` });
    }
    const { text, stored } = makeToken();
    return inTransaction(this.source, async (client) => {
      const { rows } = await client.query<{ expiresAt: Date; organisationId: number }>(
        `INSERT INTO access.importer_token (organisation_id, token_id, label, secret_hash, created_at, expires_at)
         SELECT organisation_id, $2, $3, $4, now(), now() + make_interval(days => $5) FROM intake.organisation WHERE code = $1
         RETURNING expires_at AS "expiresAt", organisation_id AS "organisationId"`,
        [organisationCode, stored.tokenId, label.trim(), stored.secretHash, days],
      );
      const [made] = rows;
      if (made === undefined) return failure(unknownOrganisation(organisationCode));
      await this.note(client, made.organisationId, `make token ${stored.tokenId}`);
      return success({ tokenId: stored.tokenId, token: text, expiresAt: made.expiresAt });
    });
  }

  /** The tokens of an organisation, newest first, those that no longer work included. */
  async findTokens(organisationCode: string): Promise<readonly ListedToken[]> {
    return this.source.query<ListedToken[]>(
      `SELECT token_id AS "tokenId", label, created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
         FROM access.importer_token JOIN intake.organisation USING (organisation_id) WHERE code = $1 ORDER BY created_at DESC, token_id`,
      [organisationCode],
    );
  }

  /** Ends a token at once. Ending it again changes nothing. */
  async revoke(organisationCode: string, tokenId: string): Promise<Result<null, TokenFault>> {
    return inTransaction(this.source, async (client) => {
      const { rows } = await client.query<{ organisationId: number }>(
        `UPDATE access.importer_token SET revoked_at = coalesce(revoked_at, now())
          WHERE token_id = $2 AND organisation_id = (SELECT organisation_id FROM intake.organisation WHERE code = $1)
          RETURNING organisation_id AS "organisationId"`,
        [organisationCode, tokenId],
      );
      const [ended] = rows;
      if (ended === undefined) return failure(UNKNOWN_TOKEN);
      await this.note(client, ended.organisationId, `revoke token ${tokenId}`);
      return success(null);
    });
  }

  private note(client: PoolClient, organisationId: number, deed: string): Promise<void> {
    return this.audit.append(client, organisationId, { ...COMMAND_LINE, deed, unit: null, requestId: randomUUID() });
  }
}

const UNKNOWN_TOKEN: TokenFault = { code: 'UNKNOWN_TOKEN', message: 'The organisation has no token with this number. List them: rolvast tokens list --organisation CODE. Nothing was changed.' };

function unknownOrganisation(code: string): TokenFault {
  return { code: 'UNKNOWN_ORGANISATION', message: `There is no organisation with code "${code.slice(0, 63)}". Load it first: rolvast organisation load FILE. No token was made.` };
}
