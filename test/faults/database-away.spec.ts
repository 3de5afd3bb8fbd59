import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryOnce, startTestCluster, TEST_CLUSTER_VARIABLE } from '@rolvast/api/testing';
import { logLinesOf, organisationsQuestion, startTarget, type Target } from '../support/target.js';

type Cluster = Awaited<ReturnType<typeof startTestCluster>>;

let cluster: Cluster;
let target: Target;
let question: RequestInit;
const shared = process.env[TEST_CLUSTER_VARIABLE];
beforeAll(async () => {
  // A server of its own: other suites must not lose theirs.
  cluster = await startTestCluster();
  process.env[TEST_CLUSTER_VARIABLE] = JSON.stringify(cluster.cluster);
  target = await startTarget();
  question = await organisationsQuestion(target);
}, 240_000);
afterAll(async () => {
  await target.end();
  await cluster.stop();
  process.env[TEST_CLUSTER_VARIABLE] = shared;
});

interface Timed {
  readonly status: number;
  readonly ms: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

async function timed(path: string, init?: RequestInit): Promise<Timed> {
  const startedAt = performance.now();
  const response = await fetch(`${target.server.url}${path}`, init);
  const text = await response.text();
  return { status: response.status, ms: performance.now() - startedAt, retryAfter: response.headers.get('retry-after'), text };
}

/** Process id of the PostgreSQL server itself. */
async function postmaster(): Promise<number> {
  const [row] = await queryOnce<{ folder: string }>(target.database.adminUrl, 'SHOW data_directory').then((rows) => rows.map((each) => ({ folder: Object.values(each).join('') })));
  return Number((await readFile(`${row?.folder ?? ''}/postmaster.pid`, 'utf8')).split('\n')[0]);
}

/** Every process of the database, so that not one of its connections says a word. */
async function processes(): Promise<readonly number[]> {
  const rows = await queryOnce<{ pid: number }>(target.database.adminUrl, 'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
  return [await postmaster(), ...rows.map(({ pid }) => pid)];
}

async function untilReady(): Promise<number> {
  const startedAt = performance.now();
  while ((await timed('/health/ready')).status !== 200) {
    if (performance.now() - startedAt > 30_000) throw new Error('not ready within half a minute');
    await delay(100);
  }
  return performance.now() - startedAt;
}

describe('a database that says nothing any more', () => {
  it('leaves the process alive and not ready, is answered for within three seconds, and is found again without a restart', async () => {
    expect((await timed('/graphql', question)).status).toBe(200);
    const stopped = await processes();
    for (const pid of stopped) process.kill(pid, 'SIGSTOP');
    try {
      const answers = await Promise.all(Array.from({ length: 20 }, () => timed('/graphql', question)));
      for (const { status, ms, retryAfter, text } of answers) {
        expect([status, retryAfter]).toEqual([503, '5']);
        expect(ms).toBeLessThan(3_000);
        expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
      }
      const delivery = await timed('/imports', { headers: { authorization: `Bearer ${target.token}` } });
      expect([delivery.status, delivery.retryAfter, JSON.parse(delivery.text)]).toMatchObject([503, '5', { error: { code: 'OVERLOADED' } }]);
      const [live, ready] = [await timed('/health/live'), await timed('/health/ready')];
      expect([live.status, ready.status, JSON.parse(ready.text)]).toEqual([200, 503, { status: 'database-unreachable' }]);
      expect(Math.max(live.ms, ready.ms)).toBeLessThan(200);
    } finally {
      for (const pid of stopped) process.kill(pid, 'SIGCONT');
    }
    expect(await untilReady()).toBeLessThan(10_000);
    expect((await timed('/graphql', question)).status).toBe(200);
  });
});

describe('a database that breaks off every connection', () => {
  it('is answered for within three seconds while it lets nobody in, and is found again without a restart', async () => {
    const name = new URL(target.database.adminUrl).pathname.slice(1);
    const { adminUrl } = cluster.cluster;
    await queryOnce(adminUrl, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await queryOnce(adminUrl, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    await delay(1_000);
    const [asked, live, ready] = [await timed('/graphql', question), await timed('/health/live'), await timed('/health/ready')];
    expect([asked.status, asked.retryAfter, live.status, ready.status]).toEqual([503, '5', 200, 503]);
    expect(asked.ms).toBeLessThan(3_000);
    await queryOnce(adminUrl, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    expect(await untilReady()).toBeLessThan(10_000);
    expect((await timed('/graphql', question)).status).toBe(200);
  });
});

describe('a database of which every place is taken', () => {
  it('is answered for with when to come back, while health answers at once', async () => {
    // Whoever is looking is found out at each request: it waits behind this lock, and every place with it.
    const holding = queryOnce(target.database.adminUrl, 'BEGIN; LOCK TABLE access.session IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(4); COMMIT');
    await delay(300);
    const asking = Promise.all(Array.from({ length: 40 }, () => timed('/graphql', question)));
    const health: Timed[] = [];
    for (let round = 0; round < 10; round += 1) {
      health.push(await timed('/health/ready'), await timed('/health/live'));
      await delay(100);
    }
    const answers = await asking;
    await holding;
    expect(answers.filter(({ status, retryAfter }) => status === 503 && retryAfter === '5')).toHaveLength(40);
    expect(health.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
    // One of twenty may meet a moment in which a busy machine gives this process no turn; none may wait for a place.
    const byTime = health.map(({ ms }) => ms).sort((one, other) => one - other);
    expect(byTime[14]).toBeLessThan(200);
    expect(byTime[19]).toBeLessThan(1_000);
    expect((await timed('/graphql', question)).status).toBe(200);
  });
});

describe('the log of all this', () => {
  it('is one JSON object a line', () => {
    const lines = logLinesOf(target);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});
