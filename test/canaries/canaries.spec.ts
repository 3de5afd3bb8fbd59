import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, queryOnce, type TestDatabase } from '@rolvast/api/testing';
import { runNode } from '../support/run-program.js';
import { newDataFolder, startRolvast } from '../support/start-rolvast.js';

/** References as a source system could have them; nothing else in the product looks like one. */
const CANARIES = ['Zkanarie-7Q1', 'Zkanarie-7Q2', 'Zkanarie-7Q3', 'Zkanarie-7Q4', 'Zkanarie-7Q5', 'zkanarie@zorg.nl'] as const;
const [REFLECTION, PROFESSIONAL, CASE, SESSION, UNKNOWN, MAIL] = CANARIES;
const HEADER = 'reflection_id;team;professional;case;reflected_on;pitfalls';

let database: TestDatabase;
let dataFolder = '';
let inputFolder = '';
let said = '';
beforeAll(async () => {
  database = await createTestDatabase();
  [dataFolder, inputFolder] = [await newDataFolder(), await newDataFolder()];
});
afterAll(() => database.drop());

/** Runs a command as loudly as it can and keeps what it says. @returns its exit code. */
async function rolvast(words: readonly string[], input?: string): Promise<number | null> {
  const env = { DATABASE_URL: database.address.owner, ROLVAST_DATA_DIR: dataFolder, LOG_LEVEL: 'debug' };
  const ended = await runNode('apps/api/launch/rolvast.mjs', words, { env, ...(input === undefined ? {} : { input }) });
  said += `${ended.stdout}${ended.stderr}`;
  return ended.code;
}

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(inputFolder, name);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

async function importFile(name: string, ...lines: readonly string[]): Promise<number | null> {
  return rolvast(['import', await file(name, lines), '--organisation', 'demo', '--json']);
}

/** Uploads and sends good and bad things to a server, and keeps what it answers and prints. */
async function throughTheServer(good: string): Promise<void> {
  const made = await runNode('apps/api/launch/rolvast.mjs', ['tokens', 'create', '--organisation', 'demo', '--label', 'canaries'], { env: { DATABASE_URL: database.address.owner, ROLVAST_DATA_DIR: dataFolder } });
  const authorization = `Bearer ${made.stdout.split('\n')[0] ?? ''}`;
  const server = await startRolvast(dataFolder, { DATABASE_URL: database.address.owner, LOG_LEVEL: 'debug', NODE_ENV: 'production', ROLVAST_SIGN_IN: 'demo' });
  const post = async (path: string, type: string, body: string): Promise<number> => {
    const response = await fetch(`${server.url}${path}`, { method: 'POST', body, headers: { 'content-type': type, authorization } });
    said += await response.text();
    return response.status;
  };
  try {
    expect(await post('/imports', 'text/csv', `${HEADER}\n${good}\n${good.replace('2026-01-05', CASE)}\n`)).toBe(202);
    expect(await post('/imports', 'text/csv', `${HEADER}\n"${good}\n`)).toBe(422);
    expect(await post('/imports', 'application/x-ndjson', `{"reflectionId":"${REFLECTION}","case":`)).toBe(422);
    const reflection = { reflectionId: REFLECTION, team: UNKNOWN, professional: MAIL, case: CASE, reflectedOn: CASE };
    for (const faulty of [reflection, { ...reflection, professional: [PROFESSIONAL] }, { ...reflection, agenciesInvolved: CASE }]) {
      await post('/imports/graphql', 'application/json', JSON.stringify({ query: 'mutation ($r: ReflectionInput!) { submitReflection(reflection: $r) { ... on ReflectionRefused { faults { column rule expected } } } }', variables: { r: faulty } }));
    }
    await post('/imports/graphql', 'application/json', `{"query": "${CASE}`);
    expect(said).toMatch(/REFERENCE_IS_EMAIL/);
  } finally {
    await server.end('SIGTERM');
    said += server.printed();
  }
}

/** Every value of every column of every table, and the bytes of those that hold bytes. */
async function storedValues(): Promise<Buffer> {
  const columns = await queryOnce<{ place: string; name: string; type: string }>(
    database.adminUrl,
    `SELECT format('%I.%I', table_schema, table_name) AS place, quote_ident(column_name) AS name, data_type AS type FROM information_schema.columns
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(columns.length).toBeGreaterThan(80);
  const parts: Buffer[] = [];
  for (const { place, name, type } of columns) {
    const rows = await queryOnce<{ value: Buffer | string | null }>(database.adminUrl, `SELECT ${name}${type === 'bytea' ? '' : '::text'} AS value FROM ${place}`);
    parts.push(...rows.map(({ value }) => (Buffer.isBuffer(value) ? value : Buffer.from(value ?? ''))));
  }
  return Buffer.concat(parts);
}

async function filesOf(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Buffer.concat([...(await Promise.all(files.map((path) => readFile(path)))), Buffer.from(files.join('\n'))]);
}

/** The canaries that a heap of bytes holds: as they are, in capitals or small, and as hexadecimal, base64 or UTF-16. */
function canariesIn(heap: Buffer): string[] {
  const asText = heap.toString('latin1').toUpperCase();
  const forms = (canary: string) => [canary, canary.toUpperCase(), canary.toLowerCase()].flatMap((text) => {
    const bytes = Buffer.from(text);
    return [text, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '').slice(0, -1), Buffer.from(text, 'utf16le').toString('latin1')];
  });
  return CANARIES.filter((canary) => forms(canary).some((form) => asText.includes(form.toUpperCase())));
}

describe('a reference of a source system', () => {
  it('goes through every door and every fault', async () => {
    const team = { code: 'team-a', name: 'A', region: 'r', careForm: 'support', professionals: 10, validFrom: '2025-01-01', validTo: null, publishWith: null };
    const organisation = await file('organisation.json', [JSON.stringify({ code: 'demo', name: 'Demo', regions: [{ code: 'r', name: 'R' }], teams: [team] })]);
    expect(await rolvast(['organisation', 'load', organisation])).toBe(0);
    const good = `${REFLECTION};team-a;${PROFESSIONAL};${CASE};2026-01-05;NONE`;
    expect(await importFile('good.csv', HEADER, good)).toBe(0);
    expect(await importFile('good.ndjson', JSON.stringify({ reflectionId: `${REFLECTION}-b`, team: 'team-a', professional: PROFESSIONAL, case: CASE, reflectedOn: '2026-01-06' }))).toBe(0);
    expect(await importFile('rejected.csv', HEADER, good.replace('2026-01-05', '2026-02-30'), `${REFLECTION};team-a;${MAIL};${CASE};2026-01-05;${CASE}`)).toBe(3);
    expect(await importFile('conflict.csv', HEADER, good.replace('NONE', 'SECRECY'))).toBe(3);
    expect(await importFile('ragged.csv', HEADER, good, `${CASE};${PROFESSIONAL}`)).toBe(1);
    expect(await importFile('quote.csv', HEADER, `"${CASE};${PROFESSIONAL}`)).toBe(1);
    expect(await importFile('no-header.csv', good, good)).toBe(1);
    expect(await importFile('team.csv', HEADER, good.replace('team-a', UNKNOWN))).toBe(3);
    expect(await rolvast(['import', '-', '--organisation', 'demo', '--strict'], `${HEADER}\n${good.replace('team-a', UNKNOWN)}\n`)).toBe(1);
    expect(await importFile('json.ndjson', `{"reflectionId":"${REFLECTION}","case":`)).toBe(1);
    expect(await importFile('sessions.csv', 'session_id;team;kind;planned_on;status', `${SESSION};team-a;supervision;2026-01-05;planned`, `${SESSION};team-a;${CASE};2026-01-05;planned`)).toBe(3);
    expect(await importFile('withdrawn.csv', 'reflection_id;revision;status;team;professional;case;reflected_on', `${REFLECTION};2;withdrawn;team-a;${PROFESSIONAL};${CASE};2026-01-05`)).toBe(0);
    await throughTheServer(good);
    expect(await rolvast(['keys', 'rotate'])).toBe(0);
    expect(await rolvast(['retention', 'run', '--dry-run'])).toBe(0);
    expect(await rolvast(['erase', '--organisation', 'demo', '--kind', 'reflection'], `${REFLECTION}-b\n`)).toBe(0);
    expect(await rolvast(['erase', '--organisation', 'demo', '--kind', 'case'], `${CASE}\n${PROFESSIONAL}\n`)).toBe(1);
    expect(await rolvast(['erase', '--organisation', 'demo', '--kind', 'case', CASE])).toBe(2);
  }, 300_000);

  it('is found where it was planted, so that the search is worth something', async () => {
    expect(canariesIn(await filesOf(inputFolder))).toEqual([...CANARIES]);
    expect(canariesIn(Buffer.from(Buffer.from(PROFESSIONAL.toUpperCase()).toString('hex')))).toEqual([PROFESSIONAL]);
  });

  it('is in no column of the database', async () => {
    expect(canariesIn(await storedValues())).toEqual([]);
  });

  it('is in nothing that was said or logged', () => {
    expect(said).toMatch(/rejections/);
    expect(canariesIn(Buffer.from(said))).toEqual([]);
  });

  it('is in no file of the data folder', async () => {
    expect((await readdir(dataFolder)).length).toBeGreaterThan(0);
    expect(canariesIn(await filesOf(dataFolder))).toEqual([]);
  });
});
