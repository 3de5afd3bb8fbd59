import type { Logger } from 'pino';
import type { JobHandler, JobQueue } from './job-queue.js';

/** How long a worker rests when there is nothing to do, or when the database is away. */
const REST_MS = 1_000;

/** Works through a queue, one job at a time, until it is stopped. */
export class JobWorker {
  private isStopping = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly queue: JobQueue,
    private readonly handler: JobHandler,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Says that a job was added, so that it need not wait for the next look. */
  nudge(): void {
    this.wake();
  }

  /** Lets the job under way end, and takes no other. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      if (!(await this.workedOne())) await this.rest();
    }
  }

  private async workedOne(): Promise<boolean> {
    try {
      const attempt = await this.queue.attempt(this.handler);
      // Said once, with the id under which its further attempts are counted.
      if (attempt.kind === 'failed' && attempt.attempt === 1) this.logger.error({ job: attempt.jobId, err: attempt.error }, 'a job failed and will be tried again');
      return attempt.kind !== 'idle' && attempt.kind !== 'failed';
    } catch (error) {
      // The database is away: the jobs are safe there, and the next look finds them.
      this.logger.warn({ err: error }, 'the jobs could not be looked up');
      return false;
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, REST_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.isStopping) this.wake();
    });
  }
}
