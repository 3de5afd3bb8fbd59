import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, INSTALL_LINE } from '../browser.mjs';

/**
 * `npm run gallery`: pictures of every screen and state in both languages, light and dark, at three widths, in test/.results/gallery.
 * `npm run gallery -- team` takes only those whose name holds the word. It shows what is built: `npm start` builds what changed.
 */
const browser = ensureBrowser((line) => process.stdout.write(`${line}\n`));
if (browser === null) {
  process.stderr.write(`rolvast: there is no Chromium; install it with: ${INSTALL_LINE}\n`);
  process.exit(1);
}
const [wanted] = process.argv.slice(2);
const words = ['playwright', 'test', '--config', 'gallery/playwright.config.ts', ...(wanted === undefined ? [] : ['--grep', wanted])];
const cwd = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync('npx', words, { cwd, stdio: 'inherit', env: { ...process.env, ROLVAST_BROWSER: browser } });
process.stdout.write(`The pictures are in ${cwd}.results/gallery\n`);
process.exitCode = status ?? 1;
