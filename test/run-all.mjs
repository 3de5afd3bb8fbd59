import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, SetUpFailed, WORKING_COPY } from '../apps/api/launch/workspace.mjs';
import { ensureBrowser, INSTALL_LINE } from './browser.mjs';

/**
 * `npm test`: installs what is missing and runs every check, the quick ones first. A stage that fails does not stop the
 * others. Ends with one line that counts over all runners: `N passed, N failed`.
 */
const NX = join(WORKING_COPY, 'node_modules/nx/dist/bin/nx.js');
const say = (line) => process.stdout.write(`${line}\n`);

/** A stage is one check, or as many as its runners wrote into their result files. */
const STAGES = [
  { name: 'types', words: [NX, 'run-many', '-t', 'typecheck'] },
  { name: 'lint and the rule between projects', words: [NX, 'run-many', '-t', 'lint'] },
  { name: 'the rules between folders', words: [join(WORKING_COPY, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'migrations'] },
  { name: 'unit tests', words: [NX, 'run-many', '-t', 'test'], results: ['libs/domain', 'apps/api', 'apps/dashboard'].map((place) => `${place}/.results/unit.json`) },
  { name: 'integration tests on PostgreSQL', words: [NX, 'run', 'api:integration'], results: ['apps/api/.results/integration.json'] },
  { name: 'contracts, walls, migrations, real processes', words: [NX, 'run', 'test:contract'], results: ['test/.results/contract.json'] },
  { name: 'browser journeys', words: [NX, 'run', 'test:e2e'], results: ['test/.results/e2e.json'], needsBrowser: true },
];

checkNode();
let passed = 0;
let failed = 0;
const failures = [];
try {
  await ensureInstalled(say);
  await ensureBuilt(say);
  const browser = findBrowser();
  for (const [index, stage] of STAGES.entries()) {
    if (stage.needsBrowser && browser === null) continue;
    await runStage(stage, index, browser);
  }
} catch (error) {
  if (!(error instanceof SetUpFailed)) throw error;
  failed += 1;
  failures.push(`set-up: ${error.message}`);
}
for (const failure of failures) say(`failed: ${failure}`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The browser, or null when it is left out on purpose; a missing one counts as a failure. */
function findBrowser() {
  if (process.env.SKIP_BROWSER === '1') {
    say('SKIP_BROWSER=1: the browser journeys are left out.');
    return null;
  }
  const browser = ensureBrowser(say);
  if (browser === null) {
    failed += 1;
    failures.push(`browser journeys: there is no Chromium; install it with: ${INSTALL_LINE}`);
  }
  return browser;
}

async function runStage({ name, words, results = [] }, index, browser) {
  say(`[${index + 1}/${STAGES.length}] ${name} ...`);
  for (const file of results) rmSync(join(WORKING_COPY, file), { force: true });
  const startedAt = Date.now();
  const code = await run([...words, ...(words[0] === NX ? ['--output-style=static'] : [])], browser === null ? {} : { ROLVAST_BROWSER: browser });
  const counts = results.map(readCounts);
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const bad = results.length === 0 ? Number(code !== 0) : sum('failed');
  // A runner that failed without a failed test (it could not even load one) is a failure all the same.
  const hidden = code !== 0 && bad === 0 ? 1 : 0;
  passed += results.length === 0 ? Number(code === 0) : sum('passed');
  failed += bad + hidden;
  if (code !== 0) failures.push(name);
  say(`[${index + 1}/${STAGES.length}] ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

function run(words, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: WORKING_COPY, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ...env } });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Reads the counts of a Jest or a Playwright result file. A missing file is one failure: its runner did not get that far. */
function readCounts(file) {
  const path = join(WORKING_COPY, file);
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(path, 'utf8'));
  if (result.stats) return { passed: result.stats.expected, failed: result.stats.unexpected + result.stats.flaky + result.stats.skipped };
  // A skipped test is no passed test; and a suite that can't be loaded has no tests to count.
  return { passed: result.numPassedTests, failed: result.numFailedTests + result.numPendingTests + result.numTodoTests + result.numRuntimeErrorTestSuites };
}
