import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { readBearer } from './importer-token.js';

/** Who delivers: an importer of one organisation. The organisation comes from the database, never from the request. */
export interface Importer {
  readonly tokenId: string;
  readonly organisationId: number;
  readonly organisationCode: string;
}

interface StoredToken extends Importer {
  readonly secretHash: Buffer;
}

/** Tells whether a request may deliver, and for whom. Looked up each time: a revoked token stops at once. */
@Injectable()
export class CheckImporterTokenService {
  constructor(@InjectDataSource('intake-writer') private readonly source: DataSource) {}

  /**
   * @param authorization the header of the request.
   * @returns null for a token that is missing, misspelt, unknown, expired or revoked: the answer must not tell which.
   */
  async check(authorization: string | undefined): Promise<Importer | null> {
    const presented = readBearer(authorization);
    if (presented === null) return null;
    const [stored] = await this.source.query<StoredToken[]>(
      `SELECT token_id AS "tokenId", organisation_id AS "organisationId", code AS "organisationCode", secret_hash AS "secretHash"
         FROM access.importer_token JOIN intake.organisation USING (organisation_id)
        WHERE token_id = $1 AND revoked_at IS NULL AND expires_at > now()`,
      [presented.tokenId],
    );
    if (stored === undefined || !timingSafeEqual(stored.secretHash, presented.secretHash)) return null;
    const { tokenId, organisationId, organisationCode } = stored;
    return { tokenId, organisationId, organisationCode };
  }
}
