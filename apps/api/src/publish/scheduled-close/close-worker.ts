import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { JobWorker } from '../../platform/jobs/job-worker.js';
import { LOGGER } from '../../platform/logging/logger.token.js';
import { ScheduledCloseService } from './scheduled-close.service.js';

/** How often is looked whether a close fell due. */
const LOOK_MS = 60_000;

/** Closes what is due for as long as the server runs, also what fell due while none did. */
@Injectable()
export class CloseWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly worker: JobWorker;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly scheduled: ScheduledCloseService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.worker = new JobWorker(scheduled.queue, scheduled.close, logger);
  }

  onApplicationBootstrap(): void {
    this.look();
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.looking;
    await this.worker.stop();
  }

  private look(): void {
    this.looking = this.scheduled.findDue().then(
      (added) => {
        if (added > 0) this.worker.nudge();
      },
      // The database is away: the next look finds what is due.
      (error: unknown) => this.logger.warn({ err: error }, 'what is due to be closed could not be looked up'),
    );
  }
}
