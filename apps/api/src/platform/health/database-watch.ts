import pg from 'pg';

const PAUSE_MS = 500;
/** Longer than a busy process needs to read an answer that is there, and short enough to say 503 within three seconds. */
const PATIENCE_MS = 1_500;
/** How long a goodbye may take. */
const GOODBYE_MS = 100;

type Outcome = 'answered' | 'failed' | 'silent';

/**
 * Knows whether the database answers, by asking it twice a second over a connection of its own.
 *
 * So requests are refused at once while it is away, also when it is silent rather than gone and a connection would
 * wait; and whoever asks about health waits neither for the database nor for a place in the pool.
 */
export class DatabaseWatch {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private asking: Promise<void> = Promise.resolve();
  private isStopped = true;
  private away = false;
  private readonly listeners = new Set<() => void>();

  /** @param url address of the database, with any login that may connect. */
  constructor(private readonly url: string) {}

  /** False until the first answer that failed to come. */
  get isAway(): boolean {
    return this.away;
  }

  /** Calls each time the database goes away. @returns what ends the listening. */
  onAway(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  onModuleInit(): void {
    this.isStopped = false;
    this.lookAfter(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.asking;
    await this.letGo();
  }

  private lookAfter(delayMs: number): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.asking = this.look().then(() => this.lookAfter(PAUSE_MS));
    }, delayMs);
  }

  private async look(): Promise<void> {
    const hadConnection = this.client !== null;
    let outcome = await this.outcome();
    // A connection that broke says little: a new one tells whether the database is there.
    if (outcome === 'failed' && hadConnection) outcome = await this.outcome();
    const wentAway = outcome !== 'answered' && !this.away;
    this.away = outcome !== 'answered';
    if (wentAway) for (const listener of [...this.listeners]) listener();
  }

  private async outcome(): Promise<Outcome> {
    const question = this.ask().then(
      (): Outcome => 'answered',
      (): Outcome => 'failed',
    );
    const outcome = await withPatience(question);
    if (outcome !== 'answered') await this.letGo();
    return outcome;
  }

  private async ask(): Promise<void> {
    this.client ??= await this.connect();
    await this.client.query('SELECT 1');
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'rolvast watch', connectionTimeoutMillis: PATIENCE_MS });
    // A connection that breaks between two questions must not end the process: the next question finds out.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  private async letGo(): Promise<void> {
    const client = this.client;
    this.client = null;
    // With a question that was never answered the driver breaks the connection off instead of saying goodbye.
    if (client !== null) await Promise.race([client.end().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, GOODBYE_MS))]);
  }
}

/** The outcome, or `silent` when it does not come. Answers that came in while the process was busy are read first. */
async function withPatience(question: Promise<Outcome>): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => setImmediate(() => setImmediate(() => resolve('silent'))), PATIENCE_MS);
  });
  try {
    return await Promise.race([question, silence]);
  } finally {
    clearTimeout(timer);
  }
}
