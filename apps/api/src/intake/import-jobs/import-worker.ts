import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { LOGGER } from '../../platform/logging/logger.token.js';
import { MergeDeliveryService } from './merge-delivery.service.js';

/** Merges what was received for as long as the server runs, also what an earlier process left behind. */
@Injectable()
export class ImportWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly worker: JobWorker;

  constructor(merging: MergeDeliveryService, @Inject(LOGGER) logger: Logger) {
    this.worker = new JobWorker(merging.queue, merging.merge, logger);
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  nudge(): void {
    this.worker.nudge();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }
}
