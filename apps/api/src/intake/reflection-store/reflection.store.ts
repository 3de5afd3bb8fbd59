import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { errorCodeOf } from '../../platform/errors/error-code.js';
import { LOCK_ORGANISATION } from '../organisation/hold-organisation.js';
import { CREATE_CANDIDATES, noteStaged } from '../outbox/alert-outbox.sql.js';
import {
  compareStaged,
  countRepeated,
  CREATE_REPLACED_HERE,
  createStaging,
  findConflicts,
  HAS_REFLECTIONS,
  insertNew,
  MERGE_SETTINGS,
  replaceStored,
} from './merge-reflections.sql.js';
import { STAGED_COLUMNS } from './reflection-row.js';

/** What a merge changed. Lines that brought nothing new are in none of the counts. */
export interface MergeOutcome {
  readonly accepted: number;
  readonly replaced: number;
  readonly withdrawn: number;
  /** How many lines give another content to a revision that is already there. */
  readonly conflicting: number;
  /** The first of those lines, at most as many as were asked for in one go. */
  readonly conflictingLines: readonly number[];
}

interface Changed {
  readonly rows: number;
  readonly accepted: number;
  readonly replaced: number;
  readonly withdrawn: number;
}

const NOTHING: Changed = { rows: 0, accepted: 0, replaced: 0, withdrawn: 0 };
export const NOTHING_MERGED: MergeOutcome = { accepted: 0, replaced: 0, withdrawn: 0, conflicting: 0, conflictingLines: [] };

/** Rows staged and merged at a time: large enough to cost little, small enough to be merged while the next ones are read. */
const ROWS_IN_PASSING = 10_000;
/** How many portions are read ahead at most: about 3 MB each. */
const PORTIONS_AHEAD = 2;
const PASSING_TABLE = 'staged_reflection';
const UNIQUE_VIOLATION = '23505';

/** Reflections in schema `intake`. Every method works inside the transaction of the caller. */
@Injectable()
export class ReflectionStore {
  /**
   * Lets nobody else change reflections of the organisation until the end of the transaction. Needed before
   * {@link mergeStaged} and {@link mergeInPassing}; whatever rewrites reflections elsewhere must hold it as well.
   */
  async lockOrganisation(client: PoolClient, organisationId: number): Promise<void> {
    await client.query(LOCK_ORGANISATION, [organisationId]);
  }

  /** Makes a table that outlives the transaction and copies rows into it. @param pieces COPY text of one or more rows each. */
  async stage(client: PoolClient, table: string, pieces: AsyncIterable<Buffer>): Promise<void> {
    await client.query(createStaging(table, ''));
    await copyRows(client, table, pieces);
  }

  /**
   * Merges a staging table: per reflection the highest revision wins, what needs no change is left untouched.
   *
   * @param rows how many rows are staged.
   */
  async mergeStaged(client: PoolClient, organisationId: number, table: string, rows: number, maxLines: number): Promise<MergeOutcome> {
    await client.query(`${CREATE_REPLACED_HERE}; ${CREATE_CANDIDATES}`);
    await client.query(MERGE_SETTINGS);
    const isFirst = !(await hasReflections(client, organisationId));
    return added(NOTHING_MERGED, await mergeTable(client, organisationId, { table, rows, isFirst, mayRepeat: !isFirst }, maxLines));
  }

  /**
   * Stages and merges rows in pieces as they come, so that the database works while the next piece is read.
   *
   * @param pieces COPY text and the number of its rows.
   * @param maxLines how many conflicting lines are named at most, over all pieces.
   */
  async mergeInPassing(client: PoolClient, organisationId: number, pieces: AsyncIterable<CopyPiece>, maxLines: number): Promise<MergeOutcome> {
    await client.query(`${CREATE_REPLACED_HERE}; ${CREATE_CANDIDATES}`);
    await client.query(createStaging(PASSING_TABLE, 'TEMPORARY'));
    await client.query(MERGE_SETTINGS);
    let outcome = NOTHING_MERGED;
    const isFirst = !(await hasReflections(client, organisationId));
    let mayRepeat = !isFirst;
    for await (const { pieces: portion, rows } of inPortions(pieces, ROWS_IN_PASSING)) {
      await copyRows(client, PASSING_TABLE, portion);
      const merged = await mergeTable(client, organisationId, { table: PASSING_TABLE, rows, isFirst, mayRepeat }, maxLines - outcome.conflictingLines.length);
      outcome = added(outcome, merged);
      mayRepeat = merged.repeated > 0;
      await client.query(`TRUNCATE ${PASSING_TABLE}`);
    }
    return outcome;
  }
}

interface Staged {
  readonly table: string;
  readonly rows: number;
  /** Whether nothing of the organisation was stored before this transaction. */
  readonly isFirst: boolean;
  /** Whether it is worth while to look first for rows that are stored already. Either way the outcome is the same. */
  readonly mayRepeat: boolean;
}

interface MergedTable extends MergeOutcome {
  /** How many rows were found stored already. */
  readonly repeated: number;
}

/** Some rows as COPY text. */
export interface CopyPiece {
  readonly bytes: Buffer;
  readonly rows: number;
}

async function copyRows(client: PoolClient, table: string, pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  await pipeline(Readable.from(pieces, { objectMode: true, highWaterMark: 4 }), client.query(copyFrom(`COPY ${table} (${STAGED_COLUMNS.join(', ')}) FROM STDIN`)));
}

/** Merges what is staged. Most deliveries are all new or all known already, and either is found out with one statement. */
async function mergeTable(client: PoolClient, organisationId: number, { table, rows, isFirst, mayRepeat }: Staged, maxLines: number): Promise<MergedTable> {
  await client.query(noteStaged(table));
  const { repeated } = mayRepeat ? await one<{ repeated: number }>(client, countRepeated(table), [organisationId]) : { repeated: 0 };
  if (repeated === rows) return { ...NOTHING_MERGED, repeated };
  const inserted = await insert(client, organisationId, table, isFirst);
  if (repeated + inserted.rows === rows) return { ...NOTHING_MERGED, accepted: inserted.accepted, withdrawn: inserted.withdrawn, repeated };
  const compared = await one<{ newer: number; conflicting: number }>(client, compareStaged(table), [organisationId]);
  const replaced = compared.newer === 0 ? NOTHING : await one<Changed>(client, replaceStored(table), [organisationId, isFirst]);
  // Of several newer revisions one came to stand; the others may contradict it.
  const mayConflict = compared.conflicting > 0 || compared.newer > replaced.rows;
  const conflicts = mayConflict ? await client.query<{ total: number; line: number }>(findConflicts(table), [organisationId, Math.max(maxLines, 1)]) : { rows: [] };
  return {
    accepted: replaced.accepted + inserted.accepted,
    replaced: replaced.replaced + inserted.replaced,
    withdrawn: replaced.withdrawn + inserted.withdrawn,
    conflicting: conflicts.rows[0]?.total ?? 0,
    conflictingLines: conflicts.rows.slice(0, maxLines).map((row) => row.line),
    // What was not looked for is not known; that not all of it was new is reason to look the next time.
    repeated: mayRepeat ? repeated : rows - inserted.rows,
  };
}

/**
 * Inserts what is not stored yet. In the first delivery of an organisation only a row of the same delivery can be there
 * already: none is expected, and when one is there after all the portion is inserted again.
 */
async function insert(client: PoolClient, organisationId: number, table: string, isFirst: boolean): Promise<Changed> {
  if (isFirst) {
    await client.query('SAVEPOINT before_insert');
    try {
      const inserted = await one<Changed>(client, insertNew(table, 'not expected'), [organisationId]);
      await client.query('RELEASE SAVEPOINT before_insert');
      return inserted;
    } catch (error) {
      if (errorCodeOf(error) !== UNIQUE_VIOLATION) throw error;
      await client.query('ROLLBACK TO SAVEPOINT before_insert');
    }
  }
  return one<Changed>(client, insertNew(table, 'passed over'), [organisationId]);
}

async function hasReflections(client: PoolClient, organisationId: number): Promise<boolean> {
  return (await one<{ hasReflections: boolean }>(client, HAS_REFLECTIONS, [organisationId])).hasReflections;
}

async function one<Row extends object>(client: PoolClient, text: string, values: readonly unknown[]): Promise<Row> {
  const { rows } = await client.query<Row>(text, [...values]);
  const [row] = rows;
  if (row === undefined) throw new Error('a merge gave no counts');
  return row;
}

function added(one: MergeOutcome, other: MergeOutcome): MergeOutcome {
  return {
    accepted: one.accepted + other.accepted,
    replaced: one.replaced + other.replaced,
    withdrawn: one.withdrawn + other.withdrawn,
    conflicting: one.conflicting + other.conflicting,
    conflictingLines: [...one.conflictingLines, ...other.conflictingLines],
  };
}

interface Portion {
  readonly pieces: readonly Buffer[];
  readonly rows: number;
}

/**
 * Gathers pieces until there are enough rows. Reads on while the caller works with what it got: that is where both do
 * their part at once. More than one portion, because reading also goes on while a portion is copied: with one, nothing
 * would be left to read while the database merges.
 */
async function* inPortions(pieces: AsyncIterable<CopyPiece>, rowsWanted: number): AsyncGenerator<Portion> {
  const reader = pieces[Symbol.asyncIterator]();
  try {
    let last = nextPortion(reader, rowsWanted);
    const ahead = [last];
    for (;;) {
      while (ahead.length <= PORTIONS_AHEAD) {
        last = last.then((portion) => (portion.rows === 0 ? portion : nextPortion(reader, rowsWanted)));
        // Heard when its turn comes; until then a failure must not count as one that nobody handles.
        last.catch(() => undefined);
        ahead.push(last);
      }
      const portion = await ahead.shift();
      if (portion === undefined || portion.rows === 0) return;
      yield portion;
    }
  } finally {
    await reader.return?.();
  }
}

async function nextPortion(reader: AsyncIterator<CopyPiece>, rowsWanted: number): Promise<Portion> {
  const pieces: Buffer[] = [];
  let rows = 0;
  while (rows < rowsWanted) {
    const next = await reader.next();
    if (next.done === true) break;
    pieces.push(next.value.bytes);
    rows += next.value.rows;
  }
  return { pieces, rows };
}
