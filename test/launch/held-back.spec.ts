import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { runNode, type Ended } from '../support/run-program.js';
import { newDataFolder } from '../support/start-rolvast.js';

const REFLECTIONS = 24;
const FLAGGED = 5;
const KEY = '5'.repeat(64);

let database: TestDatabase;
let dataFolder = '';
beforeAll(async () => {
  database = await createTestDatabase();
  dataFolder = await newDataFolder();
});
afterAll(() => database.drop());

function rolvast(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return runNode('apps/api/launch/rolvast.mjs', words, { env: { DATABASE_URL: database.address.owner, ROLVAST_DATA_DIR: dataFolder, ROLVAST_PSEUDONYM_KEY: KEY, ...env } });
}

async function done(words: readonly string[]): Promise<void> {
  const ended = await rolvast(words);
  expect({ words, code: ended.code, stderr: ended.code === 0 ? '' : ended.stderr }).toEqual({ words, code: 0, stderr: '' });
}

async function file(name: string, text: string): Promise<string> {
  const path = join(dataFolder, name);
  await writeFile(path, text);
  return path;
}

/** An organisation with one team of ten. */
async function load(code: string): Promise<void> {
  const team = { code: 'team-a', name: 'A', region: 'r', careForm: 'support', professionals: 10, validFrom: '2025-01-01', validTo: null, publishWith: null };
  await done(['organisation', 'load', await file(`${code}.json`, JSON.stringify({ code, name: code, regions: [{ code: 'r', name: 'R' }], teams: [team] }))]);
}

/** A month that is safe to publish, in which one pitfall is all that is noticed. */
async function deliver(code: string, month: string): Promise<void> {
  const rows = Array.from({ length: REFLECTIONS }, (_, index) => `${month}-${index};team-a;M${index % 6};D${index % 9};${String(index + 1).padStart(2, '0')}-${month.slice(5)}-2026;${index < FLAGGED ? 'POWERLESSNESS' : 'NONE'}`);
  await done(['import', await file(`${code}-${month}.csv`, ['reflection_id;team;professional;case;reflected_on;pitfalls', ...rows, ''].join('\r\n')), '--organisation', code]);
}

/** Everything that readers have of an organisation's counts and releases, by their own login. */
async function seenByReaders(code: string): Promise<object> {
  const of = 'JOIN published.organisation USING (organisation_id) WHERE organisation.code = $1';
  const ask = (text: string) => queryOnce(database.address.roles.reader, text, [code]);
  return {
    releases: await ask(`SELECT release_number, closed_through FROM published.release ${of} ORDER BY 1`),
    counts: await ask(`SELECT count_key, last_block, value FROM published.posted_count ${of} ORDER BY 1, 2`),
    units: await ask(`SELECT closed_through FROM published.unit ${of}`),
  };
}

const reasonsIn = ({ stdout }: Ended) => stdout.split('\n').filter((line) => line.startsWith('- '));

describe('a release in which something is found', () => {
  it('is held back: readers keep the last one, and the administrator is told why in words without a count', async () => {
    await load('planted');
    await deliver('planted', '2026-01');
    expect((await rolvast(['close', '--organisation', 'planted', '--through', '2026-01'])).stdout).toContain('Release 1 went out.');
    const before = await seenByReaders('planted');
    expect(before).toMatchObject({ releases: [{ release_number: 1 }], units: [{ closed_through: '2026-01' }] });

    // "All of them", which no close would ever post.
    const planted = await queryOnce(database.adminUrl, `UPDATE publish.posted_count SET value = $2, release_number = NULL FROM intake.organisation WHERE organisation.organisation_id = posted_count.organisation_id AND code = $1 AND place_kind = 'unit' AND count_key = 'noticed:any' RETURNING 1`, ['planted', REFLECTIONS]);
    expect(planted).toHaveLength(1);
    await deliver('planted', '2026-02');
    const closed = await rolvast(['close', '--organisation', 'planted', '--through', '2026-02']);
    expect(closed.code).toBe(0);
    expect(closed.stdout).toContain('Closed through 2026-02');
    expect(closed.stdout).toContain('The release is held back, and readers see what they saw before.');
    expect(reasonsIn(closed).join('\n')).toContain('noticed:any through block 1 is a multiple of 3 below all of them');
    expect(await seenByReaders('planted')).toEqual(before);

    const audited = await rolvast(['publish', 'audit', '--organisation', 'planted', '--seconds', '60']);
    expect(audited.code).toBe(1);
    expect(reasonsIn(audited).join('\n')).toMatch(/unit \d+: (bound that misses the truth|infeasible publication)/);
    for (const reason of [...reasonsIn(closed), ...reasonsIn(audited)]) expect(reason).not.toMatch(new RegExp(`\\b(${REFLECTIONS}|${FLAGGED})\\b`));
    expect(await seenByReaders('planted')).toEqual(before);
  });
});

describe('in production', () => {
  it('nothing goes to readers before consent is on record, and what waited goes out as soon as it is', async () => {
    const production = { NODE_ENV: 'production' };
    await load('consent');
    await deliver('consent', '2026-01');
    const held = await rolvast(['close', '--organisation', 'consent', '--through', '2026-01'], production);
    expect(held.code).toBe(0);
    expect(held.stdout).toContain('The release is held back');
    expect(reasonsIn(held)).toEqual([expect.stringContaining('rolvast policy consent')]);
    expect(await seenByReaders('consent')).toMatchObject({ releases: [], counts: [] });

    const consent = ['policy', 'consent', '--organisation', 'consent', '--by', 'The Officer', '--works-council', '2026-01-05', '--impact-assessment', '2026-01-06'];
    expect((await rolvast(consent, production)).code).toBe(0);
    const released = await rolvast(['close', '--organisation', 'consent', '--through', '2026-01'], production);
    expect(released.stdout).toContain('Release 1 went out.');
    expect(await seenByReaders('consent')).toMatchObject({ releases: [{ release_number: 1, closed_through: '2026-01' }] });
  });
});
