import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { inTransaction } from '../../platform/database/transaction.js';
import type { ImportReport, Received } from '../import-reflections/import-report.js';
import type { FileKind } from '../source-file/file-contract.js';

/** `waiting` and `running` will be finished by some process; `refused` was a strict delivery of which nothing was stored. */
export type ImportState = 'waiting' | 'running' | 'done' | 'refused';

/** By which door a delivery came. */
export type WayIn = 'command' | 'upload' | 'mutation' | 'folder';

/** A delivery and what became of it. */
export interface ImportJob {
  readonly jobId: string;
  /** What was delivered. */
  readonly kind: FileKind;
  readonly state: ImportState;
  readonly wayIn: WayIn;
  /** Rows that passed the door, to be merged. */
  readonly stagedRows: number;
  /** How often somebody began to merge them. */
  readonly attempt: number;
  /** Kind of the last failure, null when there was none since the last attempt. */
  readonly lastFailure: string | null;
  readonly receivedAt: Date;
  readonly finishedAt: Date | null;
  /** Null until it is finished. */
  readonly report: ImportReport | null;
}

/** What a merge needs to know of a job. */
export interface JobToMerge {
  readonly organisationId: number;
  readonly isStrict: boolean;
  readonly stagedRows: number;
  readonly received: Received;
  /** The importer token that delivered; null on this machine. */
  readonly tokenId: string | null;
}

export interface NewJob extends JobToMerge {
  readonly jobId: string;
  readonly kind: FileKind;
  readonly wayIn: WayIn;
  readonly receivedAt: Date;
}

export const IMPORT_JOB_TABLE = 'intake.import_job';

const COLUMNS = `job_id AS "jobId", kind, state, way_in AS "wayIn", staged_rows AS "stagedRows", attempt, last_failure AS "lastFailure",
  received_at AS "receivedAt", finished_at AS "finishedAt", report`;

const JOB_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text has the form of a job's number. */
export function isJobId(text: string): boolean {
  return JOB_ID.test(text);
}

/** The table of its own in which the rows of a job wait. Made from the job's number, which consists of hexadecimal digits. */
export function stagingTableOf(jobId: string): string {
  return `staging.import_${jobId.replaceAll('-', '')}`;
}

/** Imports in schema `intake`. */
@Injectable()
export class ImportJobStore {
  constructor(@InjectDataSource('intake-writer') private readonly source: DataSource) {}

  /** Adds a job whose rows wait in its staging table; in the transaction that staged them. */
  async addWaiting(client: PoolClient, job: NewJob): Promise<void> {
    await client.query(
      `INSERT INTO ${IMPORT_JOB_TABLE} (organisation_id, job_id, kind, state, way_in, token_id, is_strict, staged_rows, received, received_at, run_after)
       VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $7, $8, $9, now())`,
      [job.organisationId, job.jobId, job.kind, job.wayIn, job.tokenId, job.isStrict, job.stagedRows, JSON.stringify(job.received), job.receivedAt],
    );
  }

  /** Adds a job that is finished already; in the transaction that merged it. */
  async addDone(client: PoolClient, job: NewJob, report: ImportReport, finishedAt: Date): Promise<void> {
    await this.addWaiting(client, job);
    await this.finish(client, job.jobId, 'done', report, finishedAt);
  }

  /** Adds a strict delivery that was refused before anything was staged, in a transaction of its own: the one that took it in is gone. */
  async addRefused(job: NewJob, report: ImportReport, finishedAt: Date): Promise<void> {
    await inTransaction(this.source, async (client) => {
      await this.addWaiting(client, job);
      await this.finish(client, job.jobId, 'refused', report, finishedAt);
    });
  }

  async getToMerge(client: PoolClient, jobId: string): Promise<JobToMerge> {
    const { rows } = await client.query<JobToMerge>(
      `SELECT organisation_id AS "organisationId", is_strict AS "isStrict", staged_rows AS "stagedRows", received, token_id AS "tokenId"
         FROM ${IMPORT_JOB_TABLE} WHERE job_id = $1`,
      [jobId],
    );
    const [job] = rows;
    if (job === undefined) throw new Error('an import job is gone');
    return job;
  }

  async finish(client: PoolClient, jobId: string, state: 'done' | 'refused', report: ImportReport, finishedAt: Date): Promise<void> {
    await client.query(
      `UPDATE ${IMPORT_JOB_TABLE} SET state = $2, report = $3, finished_at = $4, last_failure = NULL WHERE job_id = $1`,
      [jobId, state, JSON.stringify(report), finishedAt],
    );
  }

  /** A job of the organisation; null when there is none, or when it belongs to another. */
  async find(organisationId: number, jobId: string): Promise<ImportJob | null> {
    const rows = await this.source.query<ImportJob[]>(
      `SELECT ${COLUMNS} FROM ${IMPORT_JOB_TABLE} WHERE organisation_id = $1 AND job_id = $2`,
      [organisationId, jobId],
    );
    return rows[0] ?? null;
  }

  /** The jobs that are to be merged still, the oldest first; null for those of every organisation. */
  async findOpen(organisationCode: string | null): Promise<readonly string[]> {
    const rows = await this.source.query<{ jobId: string }[]>(
      `SELECT job_id AS "jobId" FROM ${IMPORT_JOB_TABLE} JOIN intake.organisation USING (organisation_id)
        WHERE state IN ('waiting', 'running') AND ($1::text IS NULL OR code = $1) ORDER BY received_at, job_id`,
      [organisationCode],
    );
    return rows.map((row) => row.jobId);
  }

  /** The latest jobs of the organisation, newest first. */
  async findLatest(organisationId: number, limit: number): Promise<readonly ImportJob[]> {
    return this.source.query<ImportJob[]>(
      `SELECT ${COLUMNS} FROM ${IMPORT_JOB_TABLE} WHERE organisation_id = $1 ORDER BY received_at DESC, job_id LIMIT $2`,
      [organisationId, limit],
    );
  }
}
