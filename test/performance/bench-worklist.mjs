import { Buffer } from 'node:buffer';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ensureBuilt, ensureInstalled } from '../../apps/api/launch/workspace.mjs';
import { addTeams } from './close-data.mjs';

/**
 * `npm run bench:worklist [-- --json] [--alerts N] [--teams N] [--runs N]`: what one page of the work list of alerts costs, and one step of an alert, rights,
 * audit and transaction included. Over the services and the login of care, without the door in front.
 */
const words = process.argv.slice(2);
const wordAfter = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const [ALERTS, TEAMS, RUNS] = [wordAfter('--alerts', '10000'), wordAfter('--teams', '100'), wordAfter('--runs', '50')].map(Number);
const NOW = new Date('2026-09-25T10:00:00Z');
const say = (line) => process.stderr.write(`${line}\n`);

await ensureInstalled(say);
await ensureBuilt(say);
const built = (path) => import(new URL(`../../apps/api/dist/${path}`, import.meta.url));
await import('reflect-metadata');
const [{ default: pg }, { DataSource }, { scopeOf }] = await Promise.all([import('pg'), import('typeorm'), import('@rolvast/domain')]);
const [{ startEmbeddedPostgres }, { embeddedOwnerUrl }, { databaseAddress }, { migrate }, { FixedClock }] = await Promise.all(
  ['platform/database/embedded/embedded-postgres.js', 'platform/database/embedded-owner.js', 'platform/database/database-roles.js', 'platform/database/migrate.js', 'platform/clock/clock.js'].map(built),
);
const [{ AuditTrail }, { CareDesk }, { AlertWorklistService }, { AlertPurposeService }, { AlertStepService }, { AlertStore }] = await Promise.all(
  ['access/audit/audit-trail.js', 'care/desk/care-desk.js', 'care/alerts/alert-worklist.service.js', 'care/alerts/alert-purpose.js', 'care/alerts/alert-step.service.js', 'care/alerts/alert.store.js'].map(built),
);

/** Raised over two years in the order of their codes, three in five closed, as in an organisation that keeps up. */
const ADD_ALERTS = `
  INSERT INTO care.alert (organisation_id, code, alert_link, team_id, state, standing, is_closing_proposed, missing, ground, revision, outcome, raised_at, raised_on, version)
  SELECT team.organisation_id, lpad((number / 10000)::text, 4, '0') || '-' || lpad((number % 10000)::text, 4, '0') || '-0000', gen_random_uuid(), team.team_id,
         CASE WHEN number % 5 < 3 THEN 'closed' WHEN number % 5 = 3 THEN 'acknowledged' ELSE 'open' END, 'met', false, '{not_seen}', 'concern', 1,
         CASE WHEN number % 5 < 3 THEN 'child_seen' END, day, day::date, 1
    FROM generate_series(1, $1::int) number
    JOIN (SELECT organisation_id, team_id, row_number() OVER (ORDER BY team_id) - 1 AS place, count(*) OVER () AS teams FROM intake.team) team ON team.place = number % team.teams
    CROSS JOIN LATERAL (SELECT timestamptz '2026-09-24T10:00:00Z' - make_interval(days => (number * 730 / $1::int)) AS day) raised`;

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
  const address = databaseAddress(owner, secret);
  await migrate(address, secret);
  const viewer = await fill(server);
  const carer = await new DataSource({ type: 'postgres', url: address.roles.carer }).initialize();
  const clock = new FixedClock(NOW);
  const desk = new CareDesk(carer, new AuditTrail(clock));
  const [worklist, steps] = [new AlertWorklistService(desk, clock), new AlertStepService(desk, new AlertStore(), clock)];
  mustBeDone(await new AlertPurposeService(desk, clock).give(viewer, 'Measuring the work list'));
  const asked = { unit: null, states: ['open', 'acknowledged'], isOverdueOnly: false, first: 50, after: null };
  const open = mustBeDone(await worklist.getWorklist(viewer, { ...asked, states: ['open'], first: 100 }));
  const page = await timed(() => worklist.getWorklist(viewer, asked));
  const overdue = await timed(() => worklist.getWorklist(viewer, { ...asked, isOverdueOnly: true }));
  const step = await timed((run) => steps.takeStep(viewer, { code: open.alerts[run].code, step: 'acknowledge', version: 1, reason: 'taken_up', outcome: null }));
  await carer.destroy();
  return { alerts: ALERTS, open: open.total, teams: TEAMS, runs: RUNS, page, overdue, step };
}

/** An organisation with its teams and alerts, and somebody of its quality staff. */
async function fill(server) {
  const admin = new pg.Client({ connectionString: server.adminUrl('rolvast') });
  await admin.connect();
  await addTeams(admin, TEAMS, Buffer.alloc(32, 7));
  await admin.query(ADD_ALERTS, [ALERTS]);
  await admin.query('ANALYZE');
  const { rows } = await admin.query('SELECT organisation_id AS id, organisation.code AS organisation, array_agg(team.code) AS units FROM intake.organisation JOIN intake.team USING (organisation_id) GROUP BY 1, 2');
  const { rows: users } = await admin.query("INSERT INTO access.user_account (display_name, invited_as, created_at) VALUES ('Bench', 'bench', now()) RETURNING user_number AS number");
  await admin.end();
  const [{ id, organisation, units }] = rows;
  return { userNumber: users[0].number, organisationId: id, role: 'quality-staff', scope: mustBeDone(scopeOf(organisation, units)), sessionKey: 'bench', requestId: 'bench' };
}

function mustBeDone(result) {
  if (!result.ok) throw new Error(`what was measured was not done: ${JSON.stringify(result.fault)}`);
  return result.value;
}

/** @returns milliseconds: the middle one and the worst. */
async function timed(work) {
  const taken = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    mustBeDone(await work(run));
    taken.push(performance.now() - start);
  }
  taken.sort((one, other) => one - other);
  return { median: taken[Math.floor(RUNS / 2)], worst: taken[RUNS - 1] };
}

function linesOf({ alerts, open, teams, runs, page, overdue, step }) {
  const line = (what, { median, worst }) => `  ${what.padEnd(28)} ${median.toFixed(1).padStart(6)} ms, worst ${worst.toFixed(1)} ms`;
  return [`${alerts} alerts of ${teams} teams, ${open} open; ${runs} runs`, line('one page of 50', page), line('one page of overdue ones', overdue), line('one step', step), ''].join('\n');
}
