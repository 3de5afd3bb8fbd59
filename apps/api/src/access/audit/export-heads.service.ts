import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { addDays, dateInAmsterdam, startOfDayInAmsterdam } from '@rolvast/domain';
import type { PoolClient } from 'pg';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { LOGGER } from '../../platform/logging/logger.token.js';
import { ACCESS_SETTINGS, type AccessSettings } from '../access-settings.js';

interface Head {
  readonly organisation: string;
  readonly entryNumber: number;
  readonly entryHash: string;
}

/**
 * Once a day writes the last entry of every chain to a file and to the log: who cuts a chain off, or writes it anew as a
 * whole, can't change what was already carried out of the database.
 */
@Injectable()
export class ExportHeadsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly worker: JobWorker;

  constructor(
    @InjectDataSource('gatekeeper') private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(ACCESS_SETTINGS) private readonly settings: AccessSettings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.worker = new JobWorker(new JobQueue(source, 'access.audit_head_export'), (client, jobId) => this.exportHeads(client, jobId), logger);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.source.query(ADD_DAY, [dateInAmsterdam(this.clock.now()), this.clock.now()]);
    this.worker.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }

  /** Does the export of a day and lays out the next one, in one transaction; killed in between, the file may have a line twice. */
  private async exportHeads(client: PoolClient, jobId: string): Promise<void> {
    const { rows } = await client.query<Head>(
      `SELECT code AS organisation, head.entry_number::int AS "entryNumber", encode(head.entry_hash, 'hex') AS "entryHash"
         FROM intake.organisation CROSS JOIN LATERAL (
           SELECT entry_number, entry_hash FROM access.audit_entry entry WHERE entry.organisation_id = organisation.organisation_id
            ORDER BY entry_number DESC LIMIT 1) head
        ORDER BY code`,
    );
    const at = this.clock.now();
    const lines = rows.map((head) => JSON.stringify({ ...head, at: at.toISOString() }));
    await mkdir(dirname(this.settings.auditHeadFile), { recursive: true });
    await appendFile(this.settings.auditHeadFile, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    for (const head of rows) this.logger.info(head, 'the head of the audit');
    await client.query("UPDATE access.audit_head_export SET state = 'done' WHERE job_id = $1", [jobId]);
    const tomorrow = addDays(dateInAmsterdam(at), 1);
    await client.query(ADD_DAY, [tomorrow, startOfDayInAmsterdam(tomorrow)]);
  }
}

const ADD_DAY = `
  INSERT INTO access.audit_head_export (day, job_id, state, run_after) VALUES ($1, gen_random_uuid(), 'waiting', $2)
  ON CONFLICT (day) DO NOTHING`;
