import { checkNode, ensureInstalled, runNx, SetUpFailed } from '../../apps/api/launch/workspace.mjs';

/**
 * `npm run test:disclosure -- [N]`: attacks N organisations of every fixture (1 when left out) with every pair of questions and
 * all that is linked. Prints a line for each unit and a count; ends with 0 only when nothing was disclosed.
 */
const [given = '1'] = process.argv.slice(2);
const seeds = Number(given);
checkNode();
if (!Number.isInteger(seeds) || seeds < 1) {
  process.stderr.write('rolvast: name a whole number of organisations from 1: npm run test:disclosure -- 3\n');
  process.exitCode = 2;
} else {
  await run();
}

async function run() {
  try {
    await ensureInstalled((line) => process.stderr.write(`${line}\n`));
    await runNx(['run', 'test:build', '--output-style=static'], 'The build failed; what is wrong stands above.');
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    process.stderr.write(`rolvast: ${error.message}\n`);
    process.exitCode = 1;
    return;
  }
  const { runDisclosure } = await import('../dist/disclosure/run-disclosure.js');
  const { units, programmes, targets, disclosures, residue } = runDisclosure(seeds, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${units} units, ${programmes} programmes, ${targets} targets: ${disclosures} disclosures, residue ${residue}\n`);
  process.exitCode = disclosures === 0 ? 0 : 1;
}
