import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { runNode, WORKING_COPY, type Ended } from '../support/run-program.js';
import { newDataFolder } from '../support/start-rolvast.js';

/** A synthetic organisation that lies beside the working copy on some machines; elsewhere jest.config.mjs leaves this file out. */
const FOLDER = join(WORKING_COPY, '../shared/data/noorderlicht');
const FILES = ['reflections-2024-07-2026-06.csv', 'reflections-2026-07.csv', 'reflections-2026-08.csv', 'reflections-2026-09.csv'];

interface Block {
  readonly unit: string;
  readonly through: string;
  readonly reflections: number;
  readonly noticed: number;
}

type Row = Readonly<Record<string, string>>;

/** The newest revision of every reflection, read with nothing of the product. */
async function newestRows(): Promise<Row[]> {
  const newest = new Map<string, Row>();
  for (const name of FILES) {
    const [header = '', ...lines] = (await readFile(join(FOLDER, name), 'utf8')).replace('\uFEFF', '').trim().split('\r\n');
    const columns = header.split(';');
    for (const line of lines) {
      const row: Row = Object.fromEntries(line.split(';').map((cell, index) => [columns[index] ?? '', cell]));
      const known = newest.get(row['reflection_id'] ?? '');
      if (known === undefined || Number(row['revision']) > Number(known['revision'])) newest.set(row['reflection_id'] ?? '', row);
    }
  }
  return [...newest.values()].filter((row) => row['status'] === 'final');
}

/** The blocks that the rules for closing give, worked out month by month in the plainest way. */
function expectedBlocks(rows: readonly Row[]): Block[] {
  const unitOf = (team = '') => (team === 'intensief-midden' ? 'ambulant-midden' : team);
  const monthOf = (row: Row) => (row['reflected_on'] ?? '').split('-').reverse().slice(0, 2).join('-');
  const months = [...new Set(rows.map(monthOf))].sort();
  return [...new Set(rows.map((row) => unitOf(row['team'])))].sort().flatMap((unit) => {
    let pending: Row[] = [];
    return months.flatMap((month): Block[] => {
      pending.push(...rows.filter((row) => unitOf(row['team']) === unit && monthOf(row) === month));
      if (!isSafe(pending)) return [];
      const block = { unit, through: month, reflections: pending.length, noticed: pending.filter((row) => /POWERLESSNESS/.test(row['pitfalls'] ?? '')).length };
      pending = [];
      return [block];
    });
  });
}

function isSafe(rows: readonly Row[]): boolean {
  const largest = (column: string) => Math.max(0, ...[...new Set(rows.map((row) => row[column]))].map((value) => rows.filter((row) => row[column] === value).length));
  const distinct = (column: string) => new Set(rows.map((row) => row[column])).size;
  return rows.length >= 10 && distinct('professional') >= 5 && distinct('case') >= 8 && largest('professional') * 2 <= rows.length && largest('case') * 2 <= rows.length;
}

describe('the synthetic organisation beside the working copy', () => {
  let database: TestDatabase;
  let env: Record<string, string> = {};
  beforeAll(async () => {
    database = await createTestDatabase();
    env = { DATABASE_URL: database.address.owner, ROLVAST_DATA_DIR: await newDataFolder() };
  });
  afterAll(() => database.drop());
  const rolvast = (...words: string[]): Promise<Ended> => runNode('apps/api/launch/rolvast.mjs', words, { env });

  it('comes in whole, with every revision and withdrawal', async () => {
    expect(await rolvast('organisation', 'load', join(FOLDER, 'organisation.json'))).toMatchObject({ code: 0 });
    const reports = [];
    for (const name of FILES) reports.push(JSON.parse((await rolvast('import', join(FOLDER, name), '--organisation', 'noorderlicht', '--json')).stdout));
    expect(reports).toMatchObject([
      { read: 9431, accepted: 9431, rejected: 0 },
      { read: 281, accepted: 265, replaced: 10, withdrawn: 6, rejected: 0 },
      { read: 303, accepted: 285, replaced: 5, withdrawn: 13, rejected: 0 },
      { read: 471, accepted: 461, replaced: 9, withdrawn: 1, rejected: 0 },
    ]);
  });

  it('has its support sessions come in whole, recognised by their header', async () => {
    const words = ['import', join(FOLDER, 'support-sessions.csv'), '--organisation', 'noorderlicht', '--json'];
    expect(JSON.parse((await rolvast(...words)).stdout)).toMatchObject({ read: 882, accepted: 882, rejected: 0 });
    expect(JSON.parse((await rolvast(...words)).stdout)).toMatchObject({ read: 882, accepted: 0, unchanged: 882 });
  });

  it('closes into exactly the blocks that a plain reckoning gives, with counts in threes within 2 of the truth', async () => {
    expect(await rolvast('close', '--organisation', 'noorderlicht', '--through', '2026-09')).toMatchObject({ code: 0 });
    const blocks = await queryOnce<Block>(
      database.address.roles.reader,
      `SELECT unit.code AS unit, through_month AS through, reflections, value AS noticed
         FROM published.unit JOIN published.block USING (organisation_id, unit_id)
         JOIN published.posted_count posted ON posted.organisation_id = block.organisation_id AND place_kind = 'unit' AND place_id = block.unit_id AND first_block = number AND last_block = number
        WHERE count_key = 'noticed:POWERLESSNESS' ORDER BY unit, through`,
    );
    const expected = expectedBlocks(await newestRows());
    expect(blocks.length).toBeGreaterThan(300);
    expect(blocks.map((block) => ({ ...block, noticed: null }))).toEqual(expected.map((block) => ({ ...block, noticed: null })));
    for (const [index, { noticed }] of blocks.entries()) {
      expect(noticed % 3).toBe(0);
      expect(Math.abs(noticed - (expected[index]?.noticed ?? Number.NaN))).toBeLessThanOrEqual(2);
    }
  });
});
