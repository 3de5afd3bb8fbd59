import { Buffer } from 'node:buffer';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureBuilt, ensureInstalled } from '../../apps/api/launch/workspace.mjs';
import { addTeams, deliverMonth } from './close-data.mjs';

/**
 * `npm run bench:close [-- --json] [--teams N] [--touched N,N,...]`: what the close of one month costs, with its release, when
 * only some teams have new reflections; against closing everything anew. Each measurement runs on a copy of the same database.
 */
const words = process.argv.slice(2);
const wordAfter = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const TEAMS = Number(wordAfter('--teams', '400'));
const TOUCHED = wordAfter('--touched', '1,40,400').split(',').map(Number);
const HISTORY = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'];
/** Nobody delivers anything in it, so that nothing ripens in the month that is measured. */
const SILENT = '2025-10';
const [MEASURED, QUARTER_END] = ['2025-11', '2025-12'];
const KEY = Buffer.alloc(32, 7);
const say = (line) => process.stderr.write(`${line}\n`);

await ensureInstalled(say);
await ensureBuilt(say);
const dist = new URL('../../apps/api/dist/', import.meta.url);
await import('reflect-metadata');
const [{ NestFactory }, { CommandModule }, { CloseMonthsService }, { Pseudonymiser }, { startEmbeddedPostgres }, { embeddedOwnerUrl }, { databaseAddress }, { migrate }, { default: pg }] = await Promise.all([
  import('@nestjs/core'),
  import(new URL('command.module.js', dist)),
  import(new URL('publish/close-month/close-months.service.js', dist)),
  import(new URL('intake/pseudonymise/pseudonymiser.js', dist)),
  import(new URL('platform/database/embedded/embedded-postgres.js', dist)),
  import(new URL('platform/database/embedded-owner.js', dist)),
  import(new URL('platform/database/database-roles.js', dist)),
  import(new URL('platform/database/migrate.js', dist)),
  import('pg'),
]);

const folder = await mkdtemp(join(tmpdir(), 'rolvast-bench-'));
await chmod(folder, 0o755);
const started = await startEmbeddedPostgres({ dataFolder: folder });
if (!started.ok) throw new Error(started.fault.message);
try {
  const report = await measure(started.value);
  process.stdout.write(words.includes('--json') ? `${JSON.stringify(report)}\n` : linesOf(report));
} finally {
  await started.value.release();
  await rm(folder, { recursive: true, force: true });
}

async function measure(server) {
  const owner = await embeddedOwnerUrl(server);
  const secret = new URL(owner).password;
  await migrate(databaseAddress(owner, secret), secret);
  const { fingerprint } = new Pseudonymiser({ bytes: KEY, path: '' }, 'bench');
  let reflections = 0;
  await asAdmin(server, 'rolvast', async (admin) => {
    await addTeams(admin, TEAMS, fingerprint);
    for (const month of HISTORY) reflections += await deliverMonth(admin, month, TEAMS);
    await admin.query('ANALYZE');
  });
  const rebuild = await closeThrough(owner, secret, 'rolvast', SILENT);
  say(`everything: ${rebuild.closing.toFixed(1)} s, release ${rebuild.releasing.toFixed(1)} s`);
  const months = [];
  for (const touched of TOUCHED.filter((count) => count <= TEAMS)) {
    const name = `touched_${touched}`;
    await asAdmin(server, 'postgres', (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE rolvast OWNER rolvast_owner`));
    await asAdmin(server, name, (admin) => deliverMonth(admin, MEASURED, touched));
    const month = await closeThrough(owner, secret, name, MEASURED);
    await asAdmin(server, name, (admin) => deliverMonth(admin, QUARTER_END, touched));
    const quarter = await closeThrough(owner, secret, name, QUARTER_END);
    months.push({ touched, month, quarter });
    say(`${touched} touched: month ${month.closing.toFixed(2)} s + ${month.releasing.toFixed(2)} s, end of a quarter ${quarter.closing.toFixed(2)} s + ${quarter.releasing.toFixed(2)} s`);
  }
  return { teams: TEAMS, reflections, monthsOfHistory: HISTORY.length, rebuildSeconds: rebuild, months };
}

/** Closes through a month as the command line does. @returns seconds for the months and for the release. */
async function closeThrough(owner, secret, database, month) {
  const url = new URL(owner);
  url.pathname = `/${database}`;
  const surroundings = { address: databaseAddress(url.href, secret), masterKey: { bytes: KEY, path: '' } };
  const app = await NestFactory.createApplicationContext(CommandModule.forRoot(surroundings), { logger: false });
  const start = performance.now();
  let closed = start;
  const done = await app.get(CloseMonthsService).close('bench', month, { onMonth: () => (closed = performance.now()) });
  const end = performance.now();
  await app.close();
  if (!done.ok || done.value.release.outcome !== 'released') throw new Error(`the close did not do what was measured: ${JSON.stringify(done)}`);
  return { closing: (closed - start) / 1000, releasing: (end - closed) / 1000, blocks: done.value.blocksPosted };
}

async function asAdmin(server, database, work) {
  const admin = new pg.Client({ connectionString: server.adminUrl(database) });
  admin.on('error', () => undefined);
  await admin.connect();
  const done = await work(admin);
  await admin.end();
  return done;
}

function linesOf({ teams, reflections, monthsOfHistory, rebuildSeconds, months }) {
  const cells = (seconds) => `${seconds.closing.toFixed(2)} s + release ${seconds.releasing.toFixed(2)} s`;
  return [
    `${teams} teams, ${reflections} reflections in ${monthsOfHistory} months; close of one month, by teams with new reflections`,
    ...months.map(({ touched, month, quarter }) => `  ${String(touched).padStart(4)}   month ${cells(month)}   end of a quarter ${cells(quarter)}`),
    `  everything anew   ${cells(rebuildSeconds)}`,
    '',
  ].join('\n');
}
