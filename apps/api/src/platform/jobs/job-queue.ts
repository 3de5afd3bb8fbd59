import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../database/transaction.js';
import { errorCodeOf } from '../errors/error-code.js';

/**
 * Does the work of one job inside the given transaction and writes down that it is finished, in that same transaction:
 * so it happens entirely or not at all.
 */
export type JobHandler = (client: PoolClient, jobId: string) => Promise<void>;

/** How an attempt went; `idle` when there was nothing to do. */
export type Attempt = { readonly kind: 'idle' } | { readonly kind: 'finished' | 'taken'; readonly jobId: string } | { readonly kind: 'failed'; readonly jobId: string; readonly attempt: number; readonly error: unknown };

const LONGEST_PAUSE_SECONDS = 300;

/**
 * Jobs in a table of their own, each to be finished exactly once by whichever process comes first.
 *
 * The table has the columns job_id, state, attempt, run_after, started_at and last_failure; jobs in state waiting or
 * running are to be done. Whoever works on a job holds its row locked (FOR UPDATE SKIP LOCKED) in the transaction in
 * which the work is done. When a process or the database dies that transaction is gone, its lock with it, and the job is
 * found again. There is no lease that could run out while work goes on. A job that fails waits longer each time and
 * is never given up: somebody was promised that it would be finished.
 */
export class JobQueue {
  constructor(
    private readonly source: DataSource,
    /** Schema and name; it comes from the code and never from outside. */
    private readonly table: string,
  ) {}

  /**
   * Tries the job that has waited longest, or the given one.
   *
   * @returns `taken` when another worker has it; `failed` with what was thrown, and then the job will be tried again.
   */
  async attempt(handler: JobHandler, jobId: string | null = null): Promise<Attempt> {
    const claimed = await this.claim(jobId);
    if (claimed === null) return { kind: 'idle' };
    try {
      const isMine = await inTransaction(this.source, async (client) => {
        const { rowCount } = await client.query(
          `SELECT FROM ${this.table} WHERE job_id = $1 AND attempt = $2 AND state = 'running' FOR UPDATE SKIP LOCKED`,
          [claimed.jobId, claimed.attempt],
        );
        if (rowCount !== 1) return false;
        await handler(client, claimed.jobId);
        return true;
      });
      return { kind: isMine ? 'finished' : 'taken', jobId: claimed.jobId };
    } catch (error) {
      await this.noteFailure(claimed.jobId, claimed.attempt, error);
      return { kind: 'failed', jobId: claimed.jobId, attempt: claimed.attempt, error };
    }
  }

  /** Counts the attempt in a transaction of its own, so that it shows while the work goes on. */
  private async claim(jobId: string | null): Promise<{ readonly jobId: string; readonly attempt: number } | null> {
    const { rows } = await inTransaction(this.source, (client) =>
      client.query<{ jobId: string; attempt: number }>(
        `UPDATE ${this.table} SET state = 'running', attempt = attempt + 1, started_at = now()
          WHERE job_id = (SELECT job_id FROM ${this.table}
                           WHERE state IN ('waiting', 'running') AND ($1::uuid IS NULL AND run_after <= now() OR job_id = $1)
                           ORDER BY run_after, job_id LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING job_id AS "jobId", attempt`,
        [jobId],
      ),
    );
    return rows[0] ?? null;
  }

  private async noteFailure(jobId: string, attempt: number, error: unknown): Promise<void> {
    const pauseSeconds = Math.min(2 ** Math.min(attempt, 10), LONGEST_PAUSE_SECONDS);
    // Only its code: the message of an error of the database can hold values.
    await inTransaction(this.source, (client) =>
      client.query(
        `UPDATE ${this.table} SET state = 'waiting', run_after = now() + make_interval(secs => $3), last_failure = $4
          WHERE job_id = $1 AND attempt = $2 AND state = 'running'`,
        [jobId, attempt, pauseSeconds, errorCodeOf(error) || 'UNEXPECTED'],
      ),
    ).catch(() => undefined);
  }
}
