import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { Clock } from '../../platform/clock/clock.js';
import { createLogger } from '../../platform/logging/logger.js';
import { PublishServerModule } from '../../publish-server.module.js';
import { createTestDatabase, queryOnce, type TestDatabase } from '../../testing/test-database.js';
import { CloseMonthsService } from '../close-month/close-months.service.js';
import { CloseWorker } from './close-worker.js';
import { ScheduledCloseService } from './scheduled-close.service.js';

/** A clock that is moved by hand. */
class MovedClock extends Clock {
  constructor(private moment: string) {
    super();
  }

  now(): Date {
    return new Date(this.moment);
  }

  moveTo(moment: string): void {
    this.moment = moment;
  }
}

/** Notes which organisations were closed; fails as often as it is told to. */
class NotedCloses {
  readonly closed: string[] = [];
  failures = 0;

  async close(code: string) {
    await setTimeout(20);
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the database went away');
    }
    this.closed.push(code);
    return { ok: true } as const;
  }
}

let database: TestDatabase;
const clock = new MovedClock('2026-06-09T21:30:00Z');
const closes = new NotedCloses();
const log: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  await queryOnce(database.adminUrl, "INSERT INTO intake.organisation (code, name, key_fingerprint) VALUES ('one', 'One', '\\x00'), ('late', 'Late', '\\x00')");
  await queryOnce(database.adminUrl, "INSERT INTO publish.policy SELECT organisation_id, 2, 5, 8, 10, 50, 15, 'in-force', 'a', now(), 'b', now() FROM intake.organisation WHERE code = 'late'");
});
afterAll(() => database.drop());

async function server(): Promise<TestingModule> {
  const surroundings = { address: database.address, masterKey: { bytes: Buffer.alloc(32, 7), path: 'test key' }, logger: createLogger('debug', { write: (line: string) => void log.push(line) }), isProduction: false };
  return Test.createTestingModule({ imports: [PublishServerModule.forRoot(surroundings)] }).overrideProvider(Clock).useValue(clock).overrideProvider(CloseMonthsService).useValue(closes).compile();
}

/** Runs servers side by side until nothing is open. */
async function run(servers: number): Promise<void> {
  const running = await Promise.all(Array.from({ length: servers }, server));
  await Promise.all(running.map((one) => one.get(ScheduledCloseService).findDue()));
  for (const one of running) one.get(CloseWorker).onApplicationBootstrap();
  for (let look = 0; look < 100; look += 1) {
    const [open] = await queryOnce<{ count: number }>(database.adminUrl, "SELECT count(*)::int AS count FROM publish.due_close WHERE state <> 'done'");
    if (open?.count === 0) break;
    await queryOnce(database.adminUrl, "UPDATE publish.due_close SET run_after = now() WHERE state = 'waiting'");
    await setTimeout(100);
  }
  await Promise.all(running.map((one) => one.close()));
}

describe('a server that runs', () => {
  it('closes what fell due once, also with two servers, and on the day of each organisation in Amsterdam', async () => {
    await run(2);
    // It is the 9th in Amsterdam: May is not due, April is for everybody.
    expect(closes.closed.splice(0).sort()).toEqual(['late', 'one']);
    clock.moveTo('2026-06-09T22:30:00Z');
    await run(2);
    expect(closes.closed.splice(0)).toEqual(['one']);
    await run(2);
    expect(closes.closed).toEqual([]);
    clock.moveTo('2026-06-15T08:00:00Z');
    await run(1);
    expect(closes.closed.splice(0)).toEqual(['late']);
  });

  it('makes up for a closing day on which it did not run, as soon as it starts', async () => {
    clock.moveTo('2026-09-28T08:00:00Z');
    await run(1);
    expect(closes.closed.splice(0).sort()).toEqual(['late', 'one']);
  });

  it('tries again what failed, and says so once with an id', async () => {
    clock.moveTo('2026-10-10T08:00:00Z');
    closes.failures = 3;
    await run(1);
    expect(closes.closed.splice(0)).toEqual(['one']);
    const said = log.filter((line) => line.includes('a job failed'));
    expect(said).toHaveLength(1);
    expect(JSON.parse(said[0] ?? '{}')).toMatchObject({ job: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });
});
