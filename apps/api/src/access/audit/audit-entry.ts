import { createHash } from 'node:crypto';

/** What is written down of a deed: never a figure, and nothing of what was recorded. */
export interface AuditNote {
  /** Null on the command line, where nobody is signed in. */
  readonly userNumber: number | null;
  /** The roles in which it was done, with spaces between; `command-line` there. */
  readonly role: string;
  readonly deed: string;
  /** Codes of units or teams that exist, with spaces between. */
  readonly unit: string | null;
  /** The purpose somebody gave, where one is asked for. */
  readonly reason: string | null;
  readonly result: 'done' | 'refused';
  readonly requestId: string;
}

/** An entry of the chain of one organisation. */
export interface AuditEntry extends AuditNote {
  readonly organisationId: number;
  /** 1, 2, 3 ... without a gap. */
  readonly entryNumber: number;
  readonly at: Date;
  readonly previousHash: Buffer;
}

/** What the first entry of a chain has for the hash of the one before. */
export const NO_ENTRY_BEFORE: Buffer = Buffer.alloc(32);

/**
 * The hash of an entry: SHA-256 over the hash of the one before and every field, each told with its name, so that no two
 * entries are told alike.
 */
export function hashOfEntry(entry: AuditEntry): Buffer {
  const { organisationId, entryNumber, at, userNumber, role, deed, unit, reason, result, requestId } = entry;
  const told = JSON.stringify({ organisationId, entryNumber, at: at.toISOString(), userNumber, role, deed, unit, reason, result, requestId });
  return createHash('sha256').update(entry.previousHash).update(told).digest();
}

/** What a deed on the command line has in common with every other there. */
export const COMMAND_LINE = { userNumber: null, role: 'command-line', reason: null, result: 'done' } as const;
