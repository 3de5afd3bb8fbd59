import { resolve } from 'node:path';
import { checkNode, ensureInstalled, runNx, SetUpFailed } from '../../apps/api/launch/workspace.mjs';

/**
 * `npm run golden -- FOLDER`: holds the library against every golden vector of a folder. Prints a line each and a count;
 * ends with 0 only when all pass.
 */
const [given] = process.argv.slice(2);
const from = process.env.INIT_CWD ?? process.cwd();
checkNode();
if (given === undefined) {
  process.stderr.write('rolvast: name a folder with vector files: npm run golden -- FOLDER\n');
  process.exitCode = 2;
} else {
  await run(resolve(from, given));
}

async function run(folder) {
  try {
    await ensureInstalled((line) => process.stderr.write(`${line}\n`));
    await runNx(['run', 'test:build', '--output-style=static'], 'The build failed; what is wrong stands above.');
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    process.stderr.write(`rolvast: ${error.message}\n`);
    process.exitCode = 1;
    return;
  }
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
