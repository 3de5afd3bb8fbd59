import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const PACKAGES = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];
export const INSTALL_LINE = `apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`;

/**
 * Finds a Chromium; as root on Debian it installs one.
 *
 * @param {(line: string) => void} say
 * @returns {string | null} path of the browser, null when there is none.
 */
export function ensureBrowser(say) {
  const found = findBrowser();
  if (found !== null || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;
  say('Installing Chromium for the browser tests (once) ...');
  const apt = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES);
  return findBrowser();
}

function findBrowser() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = [process.env.ROLVAST_BROWSER, ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC];
  return paths.find((path) => path && existsSync(path)) ?? null;
}
