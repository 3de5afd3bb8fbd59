import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { holdKey } from '../pseudonymise/hold-key.js';
import { CREATE_STAGING, mergeStaged, TAKE_OUT_CONFLICTS } from './merge-reflections.sql.js';
import { STAGED_COLUMNS, toCopyLine, type StoredValue } from './reflection-row.js';

/** What a merge changed. Lines that brought nothing new are in none of the counts. */
export interface MergeOutcome {
  readonly accepted: number;
  readonly replaced: number;
  readonly withdrawn: number;
  /** Lines that give another content to a revision that is already there. */
  readonly conflictingLines: readonly number[];
}

const COPY_STATEMENT = `COPY staged_reflection (${STAGED_COLUMNS.join(', ')}) FROM STDIN`;
const MERGE_STATEMENT = mergeStaged(STAGED_COLUMNS.filter((column) => column !== 'line'));
/** Gathers this much text before it goes to the database: a write per row costs more than the row. */
const COPY_CHUNK_CHARACTERS = 64 * 1024;

/** Reflections in schema `intake`. */
@Injectable()
export class ReflectionStore {
  constructor(@InjectDataSource('intake-writer') private readonly source: DataSource) {}

  /**
   * Copies rows into a staging table and merges them, in one transaction.
   *
   * @param rows staged rows (see toStagedRow), consumed as a stream.
   * @param fingerprint of the keys with which the pseudonyms of the rows are made.
   * @throws KeyRotated when the keys were rotated meanwhile; and whatever `rows` throws. Then nothing was stored.
   */
  async merge(organisationId: number, fingerprint: Buffer, rows: AsyncIterable<readonly StoredValue[]>): Promise<MergeOutcome> {
    const runner = this.source.createQueryRunner();
    // TypeORM types the connection of its driver as any; with PostgreSQL it is a client of the pool.
    const client = (await runner.connect()) as PoolClient;
    try {
      await runner.startTransaction();
      await holdKey(runner.manager, organisationId, fingerprint);
      await runner.query(CREATE_STAGING);
      await pipeline(Readable.from(inChunks(rows)), client.query(copyFrom(COPY_STATEMENT)));
      await runner.query('CREATE INDEX ON staged_reflection (reflection_pseudonym, revision); ANALYZE staged_reflection');
      const conflicts = await client.query<{ line: number }>(TAKE_OUT_CONFLICTS, [organisationId]);
      const merged = await client.query<Omit<MergeOutcome, 'conflictingLines'>>(MERGE_STATEMENT, [organisationId]);
      await runner.commitTransaction();
      const [counts] = merged.rows;
      if (counts === undefined) throw new Error('the merge gave no counts');
      return { ...counts, conflictingLines: conflicts.rows.map((row) => row.line) };
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

async function* inChunks(rows: AsyncIterable<readonly StoredValue[]>): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of rows) {
    chunk += toCopyLine(row);
    if (chunk.length >= COPY_CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
