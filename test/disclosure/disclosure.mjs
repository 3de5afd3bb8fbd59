import { launchBuilt } from '../support/launch-built.mjs';

/**
 * `npm run test:disclosure -- [N]`: attacks N organisations of every fixture (1 when left out) with every pair of questions and
 * all that is linked. Prints a line for each unit and a count; ends with 0 only when nothing was disclosed.
 */
const [given = '1'] = process.argv.slice(2);
const seeds = Number(given);
await launchBuilt({ asked: Number.isInteger(seeds) && seeds >= 1 ? seeds : null, usage: 'name a whole number of organisations from 1: npm run test:disclosure -- 3', run });

async function run(organisations) {
  const { runDisclosure } = await import('../dist/disclosure/run-disclosure.js');
  const { units, programmes, targets, disclosures, residue } = runDisclosure(organisations, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${units} units, ${programmes} programmes, ${targets} targets: ${disclosures} disclosures, residue ${residue}\n`);
  process.exitCode = disclosures === 0 ? 0 : 1;
}
