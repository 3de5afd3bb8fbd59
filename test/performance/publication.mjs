import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBuilt } from '../support/launch-built.mjs';

const USAGE = 'npm run bench:publication -- [--seed N] [--seeds K] [--generator FILE] [--json]';

/**
 * `npm run bench:publication`: how much publication leaves to readers, on simulated organisations, as the mean over seeds
 * N, N + 1, ... The same seeds give the same figures (but the time taken). Ends with 1 when a floor is missed; with fewer than
 * 15 seeds no floor is judged. `--generator` takes a module of which `gen` makes the organisations in the place of our own.
 */
await launchBuilt({ asked: askedOf(process.argv.slice(2)), usage: `--seed takes a whole number of 0 or more, --seeds one of 1 or more, --generator a file: ${USAGE}`, run });

function askedOf(words) {
  try {
    const { values } = parseArgs({ args: words, options: { seed: { type: 'string', default: '1' }, seeds: { type: 'string', default: '15' }, generator: { type: 'string' }, json: { type: 'boolean', default: false } } });
    const [seed, seeds] = [Number(values.seed), Number(values.seeds)];
    const generator = values.generator === undefined ? null : resolve(process.env.INIT_CWD ?? process.cwd(), values.generator);
    const isUsable = Number.isInteger(seed) && seed >= 0 && Number.isInteger(seeds) && seeds >= 1 && (generator === null || existsSync(generator));
    return isUsable ? { seed, seeds, generator, json: values.json } : null;
  } catch {
    return null;
  }
}

async function run({ seed, seeds, generator, json }) {
  const { usefulnessOf } = await import('../dist/performance/publication/usefulness.js');
  const { reachesFloors, reportOf } = await import('../dist/performance/publication/report.js');
  const { tableOf } = await import('../dist/performance/publication/table.js');
  const organise = await organiser(generator);
  const begun = process.hrtime.bigint();
  const measured = Array.from({ length: seeds }, (_, step) => {
    process.stderr.write(`seed ${seed + step} (${step + 1} of ${seeds})\n`);
    return usefulnessOf(seed + step, organise);
  });
  const report = reportOf(measured, { firstSeed: seed, generator: generator === null ? 'of our own' : 'from outside', seconds: Number(process.hrtime.bigint() - begun) / 1e9 });
  process.stdout.write(json ? `${JSON.stringify(report, null, 1)}\n` : `${tableOf(report).join('\n')}\n`);
  process.exitCode = reachesFloors(report) ? 0 : 1;
}

async function organiser(generator) {
  if (generator === null) return (await import('../dist/performance/publication/synthetic-team.js')).syntheticTeams;
  const { generatorModule, organiseBy } = await import('../dist/performance/publication/outside-teams.js');
  return organiseBy(generatorModule.parse(await import(pathToFileURL(generator).href)).gen);
}
