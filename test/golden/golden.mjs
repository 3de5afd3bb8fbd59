import { resolve } from 'node:path';
import { launchBuilt } from '../support/launch-built.mjs';

/**
 * `npm run golden -- FOLDER`: holds the library against every golden vector of a folder. Prints a line each and a count;
 * ends with 0 only when all pass.
 */
const [given] = process.argv.slice(2);
const from = process.env.INIT_CWD ?? process.cwd();
await launchBuilt({ asked: given === undefined ? null : resolve(from, given), usage: 'name a folder with vector files: npm run golden -- FOLDER', run });

async function run(folder) {
  const { lineOf, runGolden } = await import('../dist/golden/run-golden.js');
  const outcomes = await runGolden(folder).catch(() => null);
  if (outcomes === null) {
    process.stderr.write(`rolvast: the folder ${folder} can not be read\n`);
    process.exitCode = 2;
    return;
  }
  for (const outcome of outcomes) process.stdout.write(`${lineOf(outcome)}\n`);
  const passed = outcomes.filter(({ verdict }) => verdict.state === 'pass').length;
  process.stdout.write(`${passed} passed, ${outcomes.length - passed} failed\n`);
  process.exitCode = passed === outcomes.length && passed > 0 ? 0 : 1;
}
