import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { TakeInAlerts } from './take-in-alerts.js';
import { TakeInSessions } from './take-in-sessions.js';

/** Rows taken in at a time: few enough for a transaction that nobody waits for. */
const MOST = 500;

/** First of the two numbers of the lock; the second is the organisation. Arbitrary but fixed, and not that of a merge. */
const CONSUMER_LOCK = 7_236_461;

/** Takes out what intake put out for care, of one organisation by one process at a time and in order. */
@Injectable()
export class ConsumeOutboxService {
  /** The queue of outboxes to take from. */
  readonly queue: JobQueue;

  constructor(
    @InjectDataSource('carer') source: DataSource,
    private readonly alerts: TakeInAlerts,
    private readonly sessions: TakeInSessions,
  ) {
    this.queue = new JobQueue(source, 'intake.outbox_job');
  }

  /** Takes in some rows of the organisation of a job; the job goes when nothing is left, and waits for its next turn otherwise. */
  readonly consume = async (client: PoolClient, jobId: string): Promise<void> => {
    const { rows } = await client.query<{ organisationId: number; isMine: boolean }>(
      'SELECT organisation_id AS "organisationId", pg_try_advisory_xact_lock($2, organisation_id) AS "isMine" FROM intake.outbox_job WHERE job_id = $1',
      [jobId, CONSUMER_LOCK],
    );
    const [job] = rows;
    if (job === undefined) throw new Error('an outbox job is gone');
    if (!job.isMine) return postpone(client, jobId, 1);
    const taken = [await this.alerts.takeIn(client, job.organisationId, MOST), await this.sessions.takeIn(client, job.organisationId, MOST)];
    if (taken.some((count) => count === MOST)) return postpone(client, jobId, 0);
    await client.query('DELETE FROM intake.outbox_job WHERE job_id = $1', [jobId]);
  };

  /** Takes in all there is, for whoever must have it before going on. */
  async consumeAll(): Promise<void> {
    for (;;) {
      const attempt = await this.queue.attempt(this.consume);
      if (attempt.kind === 'failed') throw attempt.error;
      if (attempt.kind === 'idle') return;
    }
  }
}

async function postpone(client: PoolClient, jobId: string, seconds: number): Promise<void> {
  await client.query("UPDATE intake.outbox_job SET state = 'waiting', run_after = now() + make_interval(secs => $2) WHERE job_id = $1", [jobId, seconds]);
}
