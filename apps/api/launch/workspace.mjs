import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs before anything is installed: nothing but Node itself may be imported here. */
export const WORKING_COPY = fileURLToPath(new URL('../../../', import.meta.url));

const OLDEST_NODE = [20, 19];
const LIBC = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
const BUILD_STAMP = join(WORKING_COPY, 'node_modules/.rolvast-build');
const BUILDS = ['libs/domain/dist', 'migrations/dist', 'apps/api/dist', 'apps/dashboard/dist'];
const SOURCES = ['libs/domain', 'migrations', 'apps/api', 'apps/dashboard', 'tsconfig.base.json', 'package-lock.json'];
const NOT_SOURCES = new Set(['dist', 'node_modules', '.nx', '.results']);

/** Ends the process with one clear line when Node is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  process.stderr.write(`rolvast: Node ${process.versions.node} is too old; install Node ${OLDEST_NODE.join('.')} or newer.\n`);
  process.exit(1);
}

/**
 * Installs the packages of the lockfile when what is there differs from it.
 * Install scripts stay off: nothing Rolvast needs has one.
 *
 * @param {(line: string) => void} say
 */
export async function ensureInstalled(say) {
  if (isInstalled()) return;
  say('Installing the packages of the lockfile (the first time this takes about two minutes) ...');
  await run('npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], 'The packages could not be installed. Check the connection to the npm registry and start again.');
}

/** Compares the lockfile with what npm noted down of its last installation; only packages for other platforms may be absent. */
function isInstalled() {
  const installed = join(WORKING_COPY, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const { packages: present } = JSON.parse(readFileSync(installed, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(join(WORKING_COPY, 'package-lock.json'), 'utf8'));
  return Object.entries(wanted).every(([place, entry]) => !isWantedHere(place, entry) || isThere(place, entry, present));
}

function isWantedHere(place, { link, os, cpu, libc, optional, devOptional }) {
  if (!place.includes('node_modules/') || link) return false;
  const fits = (list, own) => !list || list.includes(own);
  if (!fits(os, process.platform) || !fits(cpu, process.arch)) return false;
  // An optional package that names no platform may be left out for reasons of its own.
  return optional || devOptional ? Boolean(os) && fits(libc, LIBC) : true;
}

/** npm's own note is not enough: a native package can be noted and yet not be there. */
function isThere(place, { version, os }, present) {
  return present[place]?.version === version && (!os || existsSync(join(WORKING_COPY, place, 'package.json')));
}

/**
 * Builds what has changed since the last build.
 *
 * @param {(line: string) => void} say
 */
export async function ensureBuilt(say) {
  const sources = sourcesDigest();
  const isBuilt = BUILDS.every((folder) => existsSync(join(WORKING_COPY, folder)));
  if (isBuilt && existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === sources) return;
  say('Building ...');
  await runNx(['run-many', '--target=build', '--output-style=static'], 'The build failed; what is wrong stands above.');
  mkdirSync(dirname(BUILD_STAMP), { recursive: true });
  writeFileSync(BUILD_STAMP, sources);
}

/** Runs Nx without leaving anything running behind. */
export function runNx(words, onFailure) {
  return run(process.execPath, [join(WORKING_COPY, 'node_modules/nx/dist/bin/nx.js'), ...words], onFailure);
}

/**
 * Runs a program; its output goes to standard error, so that standard output stays free for answers.
 *
 * @returns {Promise<void>} rejects with a {@link SetUpFailed} when the program fails.
 */
function run(program, words, onFailure) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: WORKING_COPY, stdio: ['ignore', 2, 2], env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' } });
    child.once('error', () => reject(new SetUpFailed(onFailure)));
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new SetUpFailed(onFailure))));
  });
}

/** What could not be set up, in one line. */
export class SetUpFailed extends Error {}

/** Changes whenever a source file does: name, size and time of change of each. */
function sourcesDigest() {
  const entries = SOURCES.flatMap((place) => filesBelow(join(WORKING_COPY, place)));
  return digest(entries.sort().join('\n'));
}

function filesBelow(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return [`${relative(WORKING_COPY, path)} ${status.size} ${status.mtimeMs}`];
  return readdirSync(path).filter((name) => !NOT_SOURCES.has(name)).flatMap((name) => filesBelow(join(path, name)));
}

function digest(content) {
  return createHash('sha256').update(content).digest('hex');
}
