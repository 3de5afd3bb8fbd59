import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { failure, success, type Result } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import { COMMAND_LINE, hashOfEntry, NO_ENTRY_BEFORE, type AuditEntry } from './audit-entry.js';
import { AuditTrail } from './audit-trail.js';

/** An entry as it is stored, with the hash it was given. */
export interface StoredEntry extends AuditEntry {
  readonly entryHash: Buffer;
}

/** What checking a chain came to. */
export interface ChainVerdict {
  readonly organisation: string;
  /** How many entries are right, from the first on. */
  readonly entries: number;
  /** Number of the first entry that is not what it was when it was written, or that takes the place of a missing one; null when none is. */
  readonly firstBroken: number | null;
  /** Hash of the last entry that is right, in hexadecimal digits. */
  readonly head: string;
}

export interface AuditFault {
  readonly code: 'UNKNOWN_ORGANISATION' | 'AUDIT_BROKEN';
  readonly message: string;
}

const PAGE = 1_000;

/** Checks and hands out the audit of an organisation, for the command line. Reading it is itself written down. */
@Injectable()
export class ReadAuditService {
  constructor(
    @InjectDataSource('access-keeper') private readonly source: DataSource,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Recomputes the chain from its first entry.
   *
   * @param through number up to which it must reach, as an exported head says; a chain that was cut off at its end is
   * right in itself.
   */
  async verify(code: string, through: number | null = null): Promise<Result<ChainVerdict, AuditFault>> {
    return this.reading(code, 'verify audit', async (client, organisationId) => {
      let previousHash: Buffer = NO_ENTRY_BEFORE;
      let entries = 0;
      const verdict = (firstBroken: number | null): ChainVerdict => ({ organisation: code, entries, firstBroken, head: previousHash.toString('hex') });
      for await (const entry of entriesOf(client, organisationId)) {
        const isNext = entry.entryNumber === entries + 1 && entry.previousHash.equals(previousHash) && hashOfEntry(entry).equals(entry.entryHash);
        if (!isNext) return verdict(Math.min(entry.entryNumber, entries + 1));
        entries = entry.entryNumber;
        previousHash = entry.entryHash;
      }
      return verdict(through !== null && entries < through ? entries + 1 : null);
    });
  }

  /** Every entry in order, handed on one by one. @returns how many there were. */
  async export(code: string, onEntry: (entry: StoredEntry) => void): Promise<Result<number, AuditFault>> {
    return this.reading(code, 'export audit', async (client, organisationId) => {
      let entries = 0;
      for await (const entry of entriesOf(client, organisationId)) {
        onEntry(entry);
        entries += 1;
      }
      return entries;
    });
  }

  private reading<Outcome>(code: string, deed: string, read: (client: PoolClient, organisationId: number) => Promise<Outcome>): Promise<Result<Outcome, AuditFault>> {
    return inTransaction(this.source, async (client): Promise<Result<Outcome, AuditFault>> => {
      const { rows } = await client.query<{ organisationId: number }>('SELECT organisation_id AS "organisationId" FROM intake.organisation WHERE code = $1', [code]);
      const [organisation] = rows;
      if (organisation === undefined) return failure({ code: 'UNKNOWN_ORGANISATION', message: `There is no organisation with code "${code.slice(0, 63)}".` });
      const outcome = await read(client, organisation.organisationId);
      await this.audit.append(client, organisation.organisationId, { ...COMMAND_LINE, deed, unit: null, requestId: randomUUID() });
      return success(outcome);
    });
  }
}

/** The entries of a chain in order, a page at a time. */
async function* entriesOf(client: PoolClient, organisationId: number): AsyncGenerator<StoredEntry> {
  let last = 0;
  for (;;) {
    const { rows } = await client.query<Omit<StoredEntry, 'entryNumber'> & { readonly entryNumber: string }>(
      `SELECT organisation_id AS "organisationId", entry_number AS "entryNumber", at, user_number AS "userNumber", role, deed, unit, reason, result,
              request_id AS "requestId", previous_hash AS "previousHash", entry_hash AS "entryHash"
         FROM access.audit_entry WHERE organisation_id = $1 AND entry_number > $2 ORDER BY entry_number LIMIT ${PAGE}`,
      [organisationId, last],
    );
    for (const row of rows) {
      last = Number(row.entryNumber);
      yield { ...row, entryNumber: last };
    }
    if (rows.length < PAGE) return;
  }
}

/** An entry as one line of NDJSON. */
export function lineOfEntry({ entryNumber, at, userNumber, role, deed, unit, reason, result, requestId, previousHash, entryHash }: StoredEntry): string {
  return JSON.stringify({ entryNumber, at: at.toISOString(), userNumber, role, deed, unit, reason, result, requestId, previousHash: previousHash.toString('hex'), entryHash: entryHash.toString('hex') });
}
