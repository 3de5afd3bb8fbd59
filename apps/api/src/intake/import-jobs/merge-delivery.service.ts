import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { AlertOutbox } from '../outbox/alert-outbox.js';
import { MAX_REJECTIONS, reportOf, reportOfNothing, type ImportReport } from '../import-reflections/import-report.js';
import { ReflectionStore } from '../reflection-store/reflection.store.js';
import { IMPORT_JOB_TABLE, ImportJobStore, stagingTableOf, type JobToMerge } from './import-job.store.js';

/** Merges deliveries that were received and wait, each exactly once. */
@Injectable()
export class MergeDeliveryService {
  /** The queue of deliveries to merge. */
  readonly queue: JobQueue;

  constructor(
    @InjectDataSource('intake-writer') source: DataSource,
    private readonly jobs: ImportJobStore,
    private readonly reflections: ReflectionStore,
    private readonly alerts: AlertOutbox,
    private readonly clock: Clock,
  ) {
    this.queue = new JobQueue(source, IMPORT_JOB_TABLE);
  }

  /**
   * Merges the staged rows of a job, lets go of them, and writes the report, all in the given transaction.
   *
   * A strict delivery with a row that contradicts what is stored changes nothing and ends as refused.
   */
  readonly merge = async (client: PoolClient, jobId: string): Promise<void> => {
    const job = await this.jobs.getToMerge(client, jobId);
    await this.reflections.lockOrganisation(client, job.organisationId);
    await client.query('SAVEPOINT before_merge');
    const report = await this.mergedReport(client, jobId, job);
    const isRefused = job.isStrict && report.rejected > 0;
    if (isRefused) await client.query('ROLLBACK TO SAVEPOINT before_merge');
    else await this.alerts.putOut(client, { organisationId: job.organisationId, jobId, tokenId: job.tokenId });
    await client.query(`DROP TABLE ${stagingTableOf(jobId)}`);
    await this.jobs.finish(client, jobId, isRefused ? 'refused' : 'done', isRefused ? reportOfNothing(report) : report, this.clock.now());
  };

  /**
   * Merges now what waits, for whoever must have it merged before going on. What fails, or is under way in another
   * process, is left to that process.
   *
   * @param organisationCode null for every organisation.
   */
  async finishOpen(organisationCode: string | null): Promise<void> {
    for (const jobId of await this.jobs.findOpen(organisationCode)) await this.queue.attempt(this.merge, jobId);
  }

  private async mergedReport(client: PoolClient, jobId: string, job: JobToMerge): Promise<ImportReport> {
    const merged = await this.reflections.mergeStaged(client, job.organisationId, stagingTableOf(jobId), job.stagedRows, MAX_REJECTIONS);
    return reportOf(job.received, merged);
  }
}
