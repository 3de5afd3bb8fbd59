import { Buffer } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { ensureBuilt, ensureInstalled } from '../../apps/api/launch/workspace.mjs';
import { writeImportFiles } from './import-files.mjs';

/**
 * `npm run bench:import [-- --json] [--rows N] [--rounds N]`: importing with full validation and pseudonymisation beside
 * `psql \copy` of ready-made text into the same indexed table. Rounds are interleaved, so that a busy machine slows both;
 * what counts are the ratios of the medians.
 *
 * `npm run bench:import -- --memory [--json] [--rows N]`: one import of a million rows, and how much its process grew.
 */
const words = process.argv.slice(2);
const numberOf = (name, otherwise) => (words.includes(name) ? Number(words[words.indexOf(name) + 1]) : otherwise);
const IS_MEMORY = words.includes('--memory');
const ROWS = numberOf('--rows', IS_MEMORY ? 1_000_000 : 200_000);
const ROUNDS = numberOf('--rounds', 3);
const say = (line) => process.stderr.write(`${line}\n`);

await ensureInstalled(say);
await ensureBuilt(say);
const dist = new URL('../../apps/api/dist/', import.meta.url);
await import('reflect-metadata');
const [{ startEmbeddedPostgres }, { embeddedOwnerUrl }, { databaseAddress }, { migrate }, { DELIVERED_COLUMNS }, { REFLECTION_COLUMNS }, { default: pg }, { from: copyFrom }] = await Promise.all([
  import(new URL('platform/database/embedded/embedded-postgres.js', dist)),
  import(new URL('platform/database/embedded-owner.js', dist)),
  import(new URL('platform/database/database-roles.js', dist)),
  import(new URL('platform/database/migrate.js', dist)),
  import(new URL('intake/reflection-store/reflection-row.js', dist)),
  import('@rolvast/domain'),
  import('pg'),
  import('pg-copy-streams'),
]);

const folder = await mkdtemp(join(tmpdir(), 'rolvast-bench-'));
await chmod(folder, 0o755);
const started = await startEmbeddedPostgres({ dataFolder: folder });
if (!started.ok) throw new Error(started.fault.message);
try {
  const report = await measure(started.value);
  const lines = IS_MEMORY ? memoryLinesOf : linesOf;
  process.stdout.write(words.includes('--json') ? `${JSON.stringify(report)}\n` : lines(report));
} finally {
  await started.value.release();
  await rm(folder, { recursive: true, force: true });
}

async function measure(server) {
  const owner = await embeddedOwnerUrl(server);
  const secret = new URL(owner).password;
  const address = databaseAddress(owner, secret);
  await migrate(address, secret);
  const admin = new pg.Client({ connectionString: server.adminUrl('rolvast') });
  // When the measuring itself fails, the server is stopped under this connection; the first failure is the one to see.
  admin.on('error', () => undefined);
  await admin.connect();
  const organisationId = await addOrganisation(admin);
  const teams = new Map((await admin.query('SELECT code, team_id FROM intake.team')).rows.map((row) => [row.code, row.team_id]));
  const files = { csv: join(folder, 'reflections.csv'), copy: join(folder, 'reflections.copy') };
  await writeImportFiles({ rows: ROWS, ...files, columns: REFLECTION_COLUMNS, delivered: DELIVERED_COLUMNS, teams, organisationId });
  if (IS_MEMORY) {
    const { seconds, memoryMb, report } = await importOnce(address, files.csv);
    await admin.end();
    if (report.accepted !== ROWS) throw new Error('an import did not do what was measured');
    return { rows: ROWS, seconds, memoryGrowthMb: memoryMb };
  }
  const peer = spawnSync('psql', ['--version']).status === 0 ? 'psql \\copy' : 'COPY through pg-copy-streams';
  const rounds = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await empty(admin);
    const copied = peer === 'psql \\copy' ? await copyWithPsql(owner, files.copy) : await copyWithDriver(admin, files.copy);
    await empty(admin);
    const imported = await importTwice(address, files.csv, admin);
    rounds.push({ copied, ...imported });
    say(`round ${round}: copy ${copied.toFixed(1)} s, import ${imported.fresh.toFixed(1)} s, again ${imported.again.toFixed(1)} s, memory +${Math.round(imported.memoryMb)} MB`);
  }
  await admin.end();
  const median = (key) => rounds.map((round) => round[key]).sort((one, other) => one - other)[Math.floor(rounds.length / 2)];
  const rate = (key) => Math.round(ROWS / median(key));
  return {
    rows: ROWS, rounds: ROUNDS, peer,
    rowsPerSecond: { peer: rate('copied'), fresh: rate('fresh'), unchanged: rate('again') },
    freshRatio: median('copied') / median('fresh'),
    unchangedRatio: median('copied') / median('again'),
    rewrittenRows: Math.max(...rounds.map((round) => round.rewritten)),
    memoryGrowthMb: Math.max(...rounds.map((round) => round.memoryMb)),
  };
}

async function addOrganisation(admin) {
  const { Pseudonymiser } = await import(new URL('intake/pseudonymise/pseudonymiser.js', dist));
  const { fingerprint } = new Pseudonymiser({ bytes: Buffer.alloc(32, 7), path: '' }, 'bench');
  const { rows } = await admin.query("INSERT INTO intake.organisation (code, name, key_fingerprint) VALUES ('bench', 'Bench', $1) RETURNING organisation_id AS id", [fingerprint]);
  await admin.query("INSERT INTO intake.team (organisation_id, code, name, care_form, valid_from) SELECT $1, 'team-' || number, 'Team', 'support', '2020-01-01' FROM generate_series(0, 99) AS number", [rows[0].id]);
  return rows[0].id;
}

async function empty(admin) {
  await admin.query('TRUNCATE intake.reflection');
  await admin.query('CHECKPOINT');
}

function copyTarget() {
  return `intake.reflection (organisation_id, ${DELIVERED_COLUMNS.join(', ')})`;
}

async function copyWithPsql(url, file) {
  return timed(() => runOrThrow('psql', [url, '-q', '-v', 'ON_ERROR_STOP=1', '-c', `\\copy ${copyTarget()} from '${file}'`]));
}

async function copyWithDriver(admin, file) {
  return timed(() => pipeline(createReadStream(file), admin.query(copyFrom(`COPY ${copyTarget()} FROM STDIN`))));
}

/** Imports the file into the empty table and once more, each in a process of its own, as the command line does. */
async function importTwice(address, csv, admin) {
  const before = await changes(admin);
  const fresh = await importOnce(address, csv);
  const between = await changes(admin);
  const again = await importOnce(address, csv);
  const after = await changes(admin);
  if (fresh.report.accepted !== ROWS || again.report.unchanged !== ROWS) throw new Error('an import did not do what was measured');
  if (between - before < ROWS) throw new Error('the statistics of the database do not count');
  return { fresh: fresh.seconds, again: again.seconds, memoryMb: Math.max(fresh.memoryMb, again.memoryMb), rewritten: after - between };
}

async function importOnce(address, csv) {
  const child = spawn(process.execPath, [new URL('import-once.mjs', import.meta.url).pathname, csv], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ROLVAST_BENCH_ADDRESS: JSON.stringify(address) } });
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return JSON.parse(text);
}

async function changes(admin) {
  // The sessions that changed something report it when they end, within a moment.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const { rows } = await admin.query("SELECT (n_tup_ins + n_tup_upd + n_tup_del)::int AS count FROM pg_stat_user_tables WHERE relid = 'intake.reflection'::regclass");
  return rows[0].count;
}

function runOrThrow(program, parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
  });
}

async function timed(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function memoryLinesOf({ rows, seconds, memoryGrowthMb }) {
  return `${rows} rows in ${seconds.toFixed(1)} s, memory growth ${Math.round(memoryGrowthMb)} MB (goal under 150)\n`;
}

function linesOf({ rows, rounds, peer, rowsPerSecond, freshRatio, unchangedRatio, rewrittenRows, memoryGrowthMb }) {
  return [
    `${rows} rows, medians of ${rounds} interleaved rounds, rows per second`,
    `  ${peer.padEnd(30)} ${rowsPerSecond.peer}`,
    `  import                         ${rowsPerSecond.fresh}   ratio ${freshRatio.toFixed(2)} (goal 0.70)`,
    `  import of the same file again  ${rowsPerSecond.unchanged}   ratio ${unchangedRatio.toFixed(2)} (goal 0.80), ${rewrittenRows} rows written (goal 0)`,
    `  memory growth while importing  ${Math.round(memoryGrowthMb)} MB (goal under 150)`,
    '',
  ].join('\n');
}
