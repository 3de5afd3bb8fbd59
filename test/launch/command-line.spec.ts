import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { runNode, type Ended } from '../support/run-program.js';
import { newDataFolder } from '../support/start-rolvast.js';

let database: TestDatabase;
let dataFolder = '';
beforeAll(async () => {
  database = await createTestDatabase();
  dataFolder = await newDataFolder();
});
afterAll(() => database.drop());

function rolvast(...words: string[]): Promise<Ended> {
  return runNode('apps/api/launch/rolvast.mjs', words, { env: { DATABASE_URL: database.address.owner, ROLVAST_DATA_DIR: dataFolder } });
}

async function file(name: string, text: string): Promise<string> {
  const path = join(dataFolder || tmpdir(), name);
  await writeFile(path, text);
  return path;
}

function organisation(): Promise<string> {
  const team = { code: 'team-a', name: 'A', region: 'r', careForm: 'support', professionals: 10, validFrom: '2025-01-01', validTo: null, publishWith: null };
  return file('organisation.json', JSON.stringify({ code: 'demo', name: 'Demo', regions: [{ code: 'r', name: 'R' }], teams: [team] }));
}

const HEADER = 'reflection_id;team;professional;case;reflected_on;pitfalls\r\n';

async function storedReflections(): Promise<number> {
  const [row] = await queryOnce<{ count: number }>(database.adminUrl, 'SELECT count(*)::int AS count FROM intake.reflection');
  return row?.count ?? -1;
}

function expectRefusal(ended: Ended, words: RegExp): void {
  expect(ended.code).toBe(1);
  expect(ended.stderr.trim().split('\n').at(-1)).toMatch(words);
}

describe('rolvast', () => {
  it('explains itself with --help, exit codes included', async () => {
    const ended = await rolvast('--help');
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/organisation[\s\S]*import[\s\S]*close[\s\S]*Exit codes/);
  });

  it('ends with 2 for a command it does not know', async () => {
    expect((await rolvast('exprot')).code).toBe(2);
  });

  it('loads, imports and closes, and answers with one JSON object each', async () => {
    const loaded = await rolvast('organisation', 'load', await organisation(), '--json');
    expect(JSON.parse(loaded.stdout)).toEqual({ code: 'demo', name: 'Demo', regions: 1, teams: 1 });
    const rows = Array.from({ length: 12 }, (_, index) => `R${index};team-a;M${index % 6};D${index};0${(index % 9) + 1}-01-2026;SECRECY`).join('\r\n');
    const imported = await rolvast('import', await file('good.csv', `${HEADER}${rows}\r\n`), '--organisation', 'demo', '--json');
    expect(JSON.parse(imported.stdout)).toEqual({ read: 12, accepted: 12, unchanged: 0, replaced: 0, withdrawn: 0, rejected: 0, rejections: [] });
    const closed = await rolvast('close', '--organisation', 'demo', '--through', '2026-01', '--json');
    expect(JSON.parse(closed.stdout)).toMatchObject({ closedThrough: '2026-01', blocksPosted: 1 });
  });

  it('ends with 3 and names line, column and rule when rows were rejected, without a value of the row', async () => {
    const path = await file('partly.csv', `${HEADER}R90;team-a;M1;D1;31-02-2026;SECRECY\r\nR91;team-a;jan@example.nl;D1;01-02-2026;SECRECY\r\n`);
    const ended = await rolvast('import', path, '--organisation', 'demo');
    expect(ended.code).toBe(3);
    expect(ended.stdout).toMatch(/line 2, reflected_on: NO_SUCH_DAY[\s\S]*line 3, professional: REFERENCE_IS_EMAIL/);
    expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/31-02|jan@|R90|R91/i);
  });
});

describe('rolvast refuses with one clear line, an exit code other than 0 and nothing half-written', () => {
  it.each<[string, () => Promise<string[]>, RegExp]>([
    ['a file that is not there', () => Promise.resolve(['import', 'nowhere.csv', '--organisation', 'demo']), /nowhere\.csv can't be read/],
    ['an organisation file that is not there', () => Promise.resolve(['organisation', 'load', 'nowhere.json']), /nowhere\.json can't be read/],
    ['an organisation file that is no JSON', async () => ['organisation', 'load', await file('bad.json', '{')], /no JSON/],
    ['an unknown organisation', async () => ['import', await file('ok.csv', HEADER), '--organisation', 'nobody'], /no organisation.*Load it first/],
    ['an unknown organisation to close', () => Promise.resolve(['close', '--organisation', 'nobody']), /no organisation.*Load it first/],
    ['a strict import with an unknown team', async () => ['import', await file('team.csv', `${HEADER}R80;team-a;M1;D1;2026-01-01;NONE\r\nR81;team-z;M1;D1;2026-01-01;NONE\r\n`), '--organisation', 'demo', '--strict'], /1 row is not right.*Nothing was stored/],
    ['a picture instead of a CSV', async () => ['import', await file('picture.csv', '\u0089PNG\r\n\u001a\n\0\0'), '--organisation', 'demo'], /can't be read as CSV/],
    ['an unknown column', async () => ['import', await file('column.csv', `remark;${HEADER}`), '--organisation', 'demo'], /not in the contract: "remark"/],
    ['a quote that is never closed', async () => ['import', await file('quote.csv', `${HEADER}R82;team-a;M1;D1;2026-01-01;NONE\r\nR83;team-a;"M1;D1;2026-01-01;NONE\r\n`), '--organisation', 'demo'], /line 3/],
    ['a month in another form', () => Promise.resolve(['close', '--organisation', 'demo', '--through', 'januari']), /YYYY-MM/],
    ['a month that is not over', () => Promise.resolve(['close', '--organisation', 'demo', '--through', '2999-01']), /not over/],
  ])('%s', async (_what, words, line) => {
    const before = await storedReflections();
    expectRefusal(await rolvast(...(await words())), line);
    expect(await storedReflections()).toBe(before);
  });
});
