import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { LOCK_ORGANISATION } from '../organisation/hold-organisation.js';
import {
  compareStaged,
  CREATE_REPLACED_HERE,
  createStaging,
  findConflicts,
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
const PASSING_TABLE = 'staged_reflection';

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
    await client.query(CREATE_REPLACED_HERE);
    await client.query(MERGE_SETTINGS);
    return mergeTable(client, organisationId, table, rows, maxLines);
  }

  /**
   * Stages and merges rows in pieces as they come, so that the database works while the next piece is read.
   *
   * @param pieces COPY text and the number of its rows.
   * @param maxLines how many conflicting lines are named at most, over all pieces.
   */
  async mergeInPassing(client: PoolClient, organisationId: number, pieces: AsyncIterable<CopyPiece>, maxLines: number): Promise<MergeOutcome> {
    await client.query(CREATE_REPLACED_HERE);
    await client.query(createStaging(PASSING_TABLE, 'TEMPORARY'));
    await client.query(MERGE_SETTINGS);
    let outcome = NOTHING_MERGED;
    for await (const { pieces: portion, rows } of inPortions(pieces, ROWS_IN_PASSING)) {
      await copyRows(client, PASSING_TABLE, portion);
      const merged = await mergeTable(client, organisationId, PASSING_TABLE, rows, maxLines - outcome.conflictingLines.length);
      outcome = added(outcome, merged);
      await client.query(`TRUNCATE ${PASSING_TABLE}`);
    }
    return outcome;
  }
}

/** Some rows as COPY text. */
export interface CopyPiece {
  readonly bytes: Buffer;
  readonly rows: number;
}

async function copyRows(client: PoolClient, table: string, pieces: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  await pipeline(Readable.from(pieces, { objectMode: true, highWaterMark: 4 }), client.query(copyFrom(`COPY ${table} (${STAGED_COLUMNS.join(', ')}) FROM STDIN`)));
}

async function mergeTable(client: PoolClient, organisationId: number, table: string, rows: number, maxLines: number): Promise<MergeOutcome> {
  const compared = await one<{ new: number; newer: number; conflicting: number }>(client, compareStaged(table), [organisationId]);
  const replaced = compared.newer === 0 ? NOTHING : await one<Changed>(client, replaceStored(table), [organisationId]);
  const inserted = compared.new === 0 ? NOTHING : await one<Changed>(client, insertNew(table, compared.new < rows), [organisationId]);
  // A row that was neither inserted nor told apart from what is stored repeats another row of the delivery.
  const mayConflict = compared.conflicting > 0 || compared.newer > replaced.rows || compared.new > inserted.rows;
  const conflicts = mayConflict ? await client.query<{ total: number; line: number }>(findConflicts(table), [organisationId, Math.max(maxLines, 1)]) : { rows: [] };
  return {
    accepted: replaced.accepted + inserted.accepted,
    replaced: replaced.replaced + inserted.replaced,
    withdrawn: replaced.withdrawn + inserted.withdrawn,
    conflicting: conflicts.rows[0]?.total ?? 0,
    conflictingLines: conflicts.rows.slice(0, maxLines).map((row) => row.line),
  };
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

/** Gathers pieces until there are enough rows. Reads on while the caller works with what it got: that is where both do their part at once. */
async function* inPortions(pieces: AsyncIterable<CopyPiece>, rowsWanted: number): AsyncGenerator<Portion> {
  const reader = pieces[Symbol.asyncIterator]();
  try {
    let next = nextPortion(reader, rowsWanted);
    for (;;) {
      const portion = await next;
      if (portion.rows === 0) return;
      next = nextPortion(reader, rowsWanted);
      // Heard when its turn comes; until then a failure of the next portion must not count as one that nobody handles.
      next.catch(() => undefined);
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
