import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { lastDueMonth } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { CloseMonthsService } from '../close-month/close-months.service.js';
import { findPolicyInForce } from '../close-month/floor-in-force.js';
import * as sql from './scheduled-close.sql.js';

/**
 * Closes months by itself on the closing day of each organisation (by default the 10th, Europe/Amsterdam).
 *
 * A close that fell due is a job of its own, made once for an organisation and month by whichever server looks first. A day on
 * which no server ran is made up at the next look: the month that is due then closes, and all open ones before it in order.
 */
@Injectable()
export class ScheduledCloseService {
  readonly queue: JobQueue;

  constructor(
    @InjectDataSource('publisher') private readonly source: DataSource,
    private readonly closes: CloseMonthsService,
    private readonly clock: Clock,
  ) {
    this.queue = new JobQueue(source, 'publish.due_close');
  }

  /** Makes a job of every close that is due and was not one yet. @returns how many. */
  async findDue(): Promise<number> {
    let added = 0;
    for (const { id } of await this.source.query<{ id: number; code: string }[]>(sql.FIND_ORGANISATIONS)) {
      const { closingDay } = await findPolicyInForce(this.source.manager, id);
      added += (await this.source.query<unknown[]>(sql.ADD_DUE_CLOSE, [id, lastDueMonth(this.clock.now(), closingDay)])).length;
    }
    return added;
  }

  /** Does one job. The close keeps what it finished, month by month; the job is finished with its last step. */
  readonly close = async (client: PoolClient, jobId: string): Promise<void> => {
    const { rows } = await client.query<{ code: string }>(sql.FIND_DUE_ORGANISATION, [jobId]);
    for (const { code } of rows) {
      const closed = await this.closes.close(code, null);
      if (!closed.ok) throw new Error(closed.fault.message);
    }
    await client.query(sql.FINISH_DUE_CLOSE, [jobId]);
  };
}
