import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { dateInAmsterdam, parseMonth, type AuditFacts, type OrganisationCode, type ReleaseFacts } from '@rolvast/domain';
import { DataSource } from 'typeorm';
import { FIND_LAST_RELEASE } from './publication-explained.sql.js';

/** A release with everything that is kept of it for readers. */
export interface LastRelease extends ReleaseFacts {
  readonly schemeVersion: number;
  readonly policyVersion: number;
  readonly hash: string;
  readonly audit: AuditFacts & { readonly method: string };
}

export interface PublicationExplainedAnswer {
  readonly organisation: { readonly code: string; readonly name: string };
  /** Null before the first release. */
  readonly lastRelease: LastRelease | null;
}

interface ReleaseRow {
  readonly code: string;
  readonly name: string;
  readonly number: number | null;
  readonly releasedAt: Date | null;
  readonly closedThrough: string | null;
  readonly schemeVersion: number;
  readonly policyVersion: number;
  readonly hash: string;
  readonly audit: LastRelease['audit'];
}

/** The last release of an organisation, to stand beside the explanation. */
@Injectable()
export class PublicationExplainedService {
  constructor(@InjectDataSource('reader') private readonly source: DataSource) {}

  /** Null when there is no such organisation. */
  async findExplanation(organisation: OrganisationCode): Promise<PublicationExplainedAnswer | null> {
    const [row] = await this.source.query<ReleaseRow[]>(FIND_LAST_RELEASE, [organisation]);
    return row === undefined ? null : { organisation: { code: row.code, name: row.name }, lastRelease: toRelease(row) };
  }
}

function toRelease({ number, releasedAt, closedThrough, schemeVersion, policyVersion, hash, audit }: ReleaseRow): LastRelease | null {
  const month = closedThrough === null ? null : parseMonth(closedThrough);
  if (number === null || releasedAt === null || month === null) return null;
  return { number, releasedOn: dateInAmsterdam(releasedAt), closedThrough: month, schemeVersion, policyVersion, hash, audit };
}
