import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Clock } from '../../platform/clock/clock.js';
import { hashOfEntry, NO_ENTRY_BEFORE, type AuditNote } from './audit-entry.js';

/** First of the two numbers of the lock on a chain; the second is the organisation. Arbitrary but fixed. */
const AUDIT_LOCK = 7_236_460;

/** Writes down what was done, in the transaction in which it is done. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  /**
   * Adds an entry to the chain of an organisation.
   *
   * Whoever adds one holds the chain until the transaction ends, so it is the last thing a transaction does, and one
   * transaction adds to one chain: then nobody who holds a chain waits for anything, and there is no circle of waiting.
   *
   * @param client a connection with an open transaction, as gatekeeper or access keeper.
   * @throws when it can't be written; then the deed must not happen either.
   */
  async append(client: PoolClient, organisationId: number, note: AuditNote): Promise<void> {
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [AUDIT_LOCK, organisationId]);
    // A statement of its own: it must see what the one who held the lock before has added.
    const { rows } = await client.query<{ entryNumber: string; entryHash: Buffer }>(
      `SELECT entry_number AS "entryNumber", entry_hash AS "entryHash" FROM access.audit_entry WHERE organisation_id = $1 ORDER BY entry_number DESC LIMIT 1`,
      [organisationId],
    );
    const [last] = rows;
    const entryNumber = Number(last?.entryNumber ?? 0) + 1;
    const entry = { ...note, organisationId, entryNumber, at: this.clock.now(), previousHash: last?.entryHash ?? NO_ENTRY_BEFORE };
    await client.query(
      `INSERT INTO access.audit_entry (organisation_id, entry_number, at, user_number, role, deed, unit, reason, result, request_id, previous_hash, entry_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [organisationId, entryNumber, entry.at, note.userNumber, note.role, note.deed, note.unit, note.reason, note.result, note.requestId, entry.previousHash, hashOfEntry(entry)],
    );
  }
}
