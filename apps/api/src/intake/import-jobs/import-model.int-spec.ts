import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PoolClient } from 'pg';
import { organisationFile, reflectionsText, row, type Cells } from '../../testing/reflection-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { queryOnce } from '../../testing/test-database.js';
import { ImportFilesService } from '../import-files/import-files.service.js';
import { LoadOrganisationService } from '../organisation/load-organisation.service.js';
import { MergeDeliveryService } from './merge-delivery.service.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
});
afterAll(() => test.close());

/** One row of a delivery: which reflection, in which revision, saying what. */
interface Line {
  readonly id: number;
  readonly revision: number;
  readonly isWithdrawn: boolean;
  readonly score: number;
}

type Step =
  | { readonly kind: 'import now' | 'receive'; readonly lines: readonly Line[] }
  | { readonly kind: 'merge' | 'kill while merging' | 'deliver the last one again' };

const line: fc.Arbitrary<Line> = fc.record({ id: fc.nat(4), revision: fc.integer({ min: 1, max: 4 }), isWithdrawn: fc.boolean(), score: fc.integer({ min: 1, max: 5 }) });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('import now', 'receive'), lines: fc.array(line, { minLength: 1, maxLength: 6 }) }),
  fc.record({ kind: fc.constantFrom('merge', 'kill while merging', 'deliver the last one again') }),
);

function cellsOf({ id, revision, isWithdrawn, score }: Line): Cells {
  return row({ reflection_id: `R${id}`, revision: String(revision), status: isWithdrawn ? 'withdrawn' : 'final', role_taking: String(score), pitfalls: '' });
}

/** What must be stored after a delivery: the first line of the highest revision, unless the same or a higher one is there. */
function apply(store: Map<number, Line>, lines: readonly Line[]): void {
  for (const each of lines) if (each.revision > (store.get(each.id)?.revision ?? 0)) store.set(each.id, each);
}

function shown(store: ReadonlyMap<number, Line>): string[] {
  return [...store.values()].map(({ revision, isWithdrawn, score }) => `${revision} ${isWithdrawn ? 'withdrawn' : score}`).sort();
}

async function storedIn(organisation: string): Promise<string[]> {
  const rows = await queryOnce<{ text: string }>(
    test.database.adminUrl,
    `SELECT revision || ' ' || CASE status WHEN 'withdrawn' THEN status ELSE role_taking::text END AS text
       FROM intake.reflection JOIN intake.organisation USING (organisation_id) WHERE code = $1`,
    [organisation],
  );
  return rows.map((stored) => stored.text).sort();
}

/** One organisation and what should be in it. */
class World {
  private readonly expected = new Map<number, Line>();
  private readonly waiting: (readonly Line[])[] = [];
  private last: readonly Line[] = [];
  private readonly merging = test.app.get(MergeDeliveryService);

  constructor(private readonly organisation: string) {}

  async take(taken: Step): Promise<void> {
    if ('lines' in taken) {
      this.last = taken.lines;
      await this.deliver(taken.kind, taken.lines);
    } else if (taken.kind === 'deliver the last one again') {
      if (this.last.length > 0) await this.deliver('import now', this.last);
    } else if (taken.kind === 'kill while merging') {
      await this.dueNow();
      const attempt = await this.merging.queue.attempt(async (client, jobId) => {
        await this.merging.merge(client, jobId);
        await killConnection(client);
      });
      expect(attempt.kind).toBe(this.waiting.length === 0 ? 'idle' : 'failed');
    } else {
      await this.mergeAll();
    }
    expect(await storedIn(this.organisation)).toEqual(shown(this.expected));
  }

  /** What waits is merged by a worker that knows nothing of what went before, as after a restart. */
  async mergeAll(): Promise<void> {
    await this.dueNow();
    while ((await this.merging.queue.attempt(this.merging.merge)).kind !== 'idle');
    for (const lines of this.waiting.splice(0)) apply(this.expected, lines);
    expect(await storedIn(this.organisation)).toEqual(shown(this.expected));
  }

  /** A merge that failed waits for a while; here it doesn't. */
  private async dueNow(): Promise<void> {
    await queryOnce(test.database.adminUrl, "UPDATE intake.import_job SET run_after = received_at WHERE state = 'waiting'");
  }

  private async deliver(kind: 'import now' | 'receive', lines: readonly Line[]): Promise<void> {
    const terms = { organisationCode: this.organisation, wayIn: 'upload', tokenId: null, isStrict: false } as const;
    const reading = { source: null, kind: null };
    const service = test.app.get(ImportFilesService);
    const text = reflectionsText(lines.map(cellsOf));
    if (kind === 'receive') {
      // One at a time, so that the order in which they are merged is the order in which they came.
      if (this.waiting.length > 0) await this.mergeAll();
      expect((await service.receive(terms, bytesOf(text), reading)).ok).toBe(true);
      this.waiting.push(lines);
    } else {
      const imported = await service.importNow(terms, bytesOf(text), reading);
      if (!imported.ok) throw new Error(imported.fault.message);
      const { read, accepted, unchanged, replaced, withdrawn, rejected } = imported.value;
      expect([accepted, unchanged, replaced, withdrawn, rejected].every((count) => count >= 0)).toBe(true);
      expect(accepted + unchanged + replaced + withdrawn + rejected).toBe(read);
      apply(this.expected, lines);
    }
  }
}

async function killConnection(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await queryOnce(test.database.adminUrl, 'SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
  await client.query('SELECT 1');
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

describe('imports, corrections, withdrawals, kills and restarts in any order', () => {
  it('leave exactly what a simple model of revisions says', async () => {
    let made = 0;
    const parameters = { numRuns: 25, seed: Number(process.env['ROLVAST_FAULT_SEED'] ?? Date.now() % 2 ** 31) };
    process.stderr.write(`the model of imports: ROLVAST_FAULT_SEED=${parameters.seed}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
        made += 1;
        await test.app.get(LoadOrganisationService).load(organisationFile(`model-${made}`, [{ code: 'team-a' }]));
        const world = new World(`model-${made}`);
        for (const each of steps) await world.take(each);
        await world.mergeAll();
      }),
      parameters,
    );
  });
});
