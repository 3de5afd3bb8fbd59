import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { queryOnce } from '@rolvast/api/testing';
import { organisationsQuestion, startTarget, type Target } from '../support/target.js';
import { upload } from './deliveries.js';

let target: Target;
beforeEach(async () => {
  target = await startTarget();
}, 120_000);
afterEach(() => target.end());

/** Holds a table for a while, so that whoever reads it (`ACCESS EXCLUSIVE`) or writes to it (`SHARE`) waits. */
function hold(table: string, mode: 'ACCESS EXCLUSIVE' | 'SHARE', seconds: number): Promise<unknown> {
  return queryOnce(target.database.adminUrl, `BEGIN; LOCK TABLE ${table} IN ${mode} MODE; SELECT pg_sleep(${seconds}); COMMIT`);
}

describe('a server that is asked to stop', () => {
  it('says that it is not ready first, answers what it had begun, and ends with 0 within ten seconds', async () => {
    const holding = hold('access.session', 'ACCESS EXCLUSIVE', 1.5);
    await delay(300);
    const underWay = fetch(`${target.server.url}/graphql`, await organisationsQuestion(target));
    await delay(200);
    const startedAt = performance.now();
    const ended = target.server.end('SIGTERM');
    await delay(150);
    const ready = await fetch(`${target.server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping' }]);
    const answer = await underWay;
    expect([answer.status, await answer.json()]).toEqual([200, { data: { organisations: [{ code: 'target', name: 'Target' }] } }]);
    expect(await ended).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    await holding;
  });

  it('does not wait for a merge that takes long: the database undoes it and keeps the job', async () => {
    const holding = hold('intake.reflection', 'SHARE', 60).catch(() => undefined);
    await delay(300);
    const file = 'reflection_id;team;professional;case;reflected_on;pitfalls\r\nS1;team-a;M1;D1;2026-01-05;NONE\r\n';
    expect(await upload(target.server.url, target.token, file)).toMatch(/^\/imports\//);
    await delay(1_000);
    const startedAt = performance.now();
    expect(await target.server.end('SIGTERM')).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(await queryOnce(target.database.adminUrl, `SELECT state IN ('waiting', 'running') AS kept FROM intake.import_job`)).toEqual([{ kept: true }]);
    await queryOnce(target.database.adminUrl, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()`);
    await holding;
  });

  it('is not held up by connections on which nothing is asked', async () => {
    await fetch(`${target.server.url}/health/live`, { headers: { connection: 'keep-alive' } });
    const startedAt = performance.now();
    expect(await target.server.end('SIGINT')).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
