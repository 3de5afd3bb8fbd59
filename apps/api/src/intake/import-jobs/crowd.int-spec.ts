import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { queryOnce } from '../../testing/test-database.js';
import { createTestIntake, type TestIntake } from '../../testing/test-intake.js';

const HEADER = 'reflection_id;team;professional;case;reflected_on;pitfalls\r\n';
const answerSchema = z.object({ data: z.object({ imports: z.array(z.object({ id: z.string() })) }) });
const hrefSchema = z.object({ id: z.string() });

let test: TestIntake;
const tokens: Record<'one' | 'other', string> = { one: '', other: '' };
const imports: Record<'one' | 'other', string> = { one: '', other: '' };
beforeAll(async () => {
  test = await createTestIntake(2);
  for (const code of ['one', 'other'] as const) {
    tokens[code] = (await test.organisation(code)).token;
    const response = await fetch(`${test.url}/imports`, { method: 'POST', body: `${HEADER}${code};team-a;M1;D1;2026-01-01;NONE\r\n`, headers: headersOf(code, 'text/csv') });
    imports[code] = hrefSchema.parse(await response.json()).id;
  }
});
afterAll(() => test.close());

function headersOf(code: 'one' | 'other', type: string): Record<string, string> {
  return { 'content-type': type, authorization: `Bearer ${tokens[code]}` };
}

async function importsOf(code: 'one' | 'other', signal?: AbortSignal): Promise<readonly string[]> {
  const body = JSON.stringify({ query: '{ imports { id } }' });
  const response = await fetch(`${test.url}/imports/graphql`, { method: 'POST', headers: headersOf(code, 'application/json'), body, ...(signal === undefined ? {} : { signal }) });
  return answerSchema.parse(await response.json()).data.imports.map(({ id }) => id);
}

async function openTransactions(): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(
    test.database.adminUrl,
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'rolvast_%' AND state LIKE 'idle in transaction%'`,
  );
  return row?.count ?? -1;
}

describe('a crowd of two organisations before two connections', () => {
  it('gets four hundred answers, each of its own organisation only', async () => {
    const order = Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? ('one' as const) : ('other' as const)));
    for (let from = 0; from < order.length; from += 40) {
      const batch = order.slice(from, from + 40);
      const answers = await Promise.all(batch.map((code) => importsOf(code)));
      expect(answers).toEqual(batch.map((code) => [imports[code]]));
    }
  });

  it('leaves no transaction open when it hangs up, and no connection that others can not use', async () => {
    const hangUp = async (index: number): Promise<void> => {
      const hook = new AbortController();
      setTimeout(() => hook.abort(), index % 20);
      const body = `${HEADER}${Array.from({ length: 500 }, (_, row) => `H${index}-${row};team-a;M1;D1;2026-01-01;NONE\r\n`).join('')}`;
      const asked = index % 2 === 0 ? importsOf('one', hook.signal) : fetch(`${test.url}/imports`, { method: 'POST', body, headers: headersOf('other', 'text/csv'), signal: hook.signal });
      await Promise.resolve(asked).catch(() => undefined);
    };
    for (let round = 0; round < 5; round += 1) await Promise.all(Array.from({ length: 16 }, (_, index) => hangUp(round * 16 + index)));
    for (let attempt = 0; attempt < 100 && (await openTransactions()) > 0; attempt += 1) await delay(100);
    expect(await openTransactions()).toBe(0);
    expect(await importsOf('one')).toEqual([imports.one]);
  });
});
