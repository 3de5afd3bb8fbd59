import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { LOGGER } from '../../platform/logging/logger.token.js';
import { ConsumeOutboxService } from './consume-outbox.service.js';

/** Takes in what intake puts out for as long as the server runs, also what was put out while none ran. */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly worker: JobWorker;

  constructor(consumer: ConsumeOutboxService, @Inject(LOGGER) logger: Logger) {
    this.worker = new JobWorker(consumer.queue, consumer.consume, logger);
  }

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }
}
