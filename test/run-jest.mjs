import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Runs the Jest of the project in the current folder as native ESM and leaves its counts in `.results/<name>.json`.
 * Usage: node run-jest.mjs NAME [words for Jest]
 */
const [name = 'unit', ...words] = process.argv.slice(2);
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
mkdirSync('.results', { recursive: true });
const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, '--json', `--outputFile=.results/${name}.json`, ...words],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
process.exitCode = status ?? 1;
