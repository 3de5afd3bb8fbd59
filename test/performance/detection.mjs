import { performance } from 'node:perf_hooks';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { launchBuilt } from '../support/launch-built.mjs';

/**
 * `npm run bench:detection -- [--seed N] [--json]`: how soon a doubled rate is found, and how often nothing is called
 * something, on simulated organisations. The same seed gives the same figures (but the time taken).
 */
const words = process.argv.slice(2);
const seedWord = words.includes('--seed') ? words[words.indexOf('--seed') + 1] : '1';
const seed = Number(seedWord);
await launchBuilt({
  asked: Number.isInteger(seed) && seed >= 0 ? seed : null,
  usage: '--seed takes a whole number of 0 or more: npm run bench:detection -- --seed 1 --json',
  run,
});

async function run() {
  const { reportOf } = await import('../dist/performance/detection/report.js');
  const { measureSpeed } = await import('../dist/performance/detection/speed.js');
  const { verdictOf } = await import('../dist/performance/detection/verdict.js');
  const { tableOf } = await import('../dist/performance/detection/table.js');
  const began = performance.now();
  // Before the workers begin, so that one core is free.
  const speed = measureSpeed(seed);
  const report = reportOf(seed, await resultsOf(Math.min(2, availableParallelism())), speed);
  const verdict = verdictOf(report, Math.round((performance.now() - began) / 1000));
  process.stdout.write(words.includes('--json') ? `${JSON.stringify(verdict, null, 1)}\n` : `${tableOf(report).join('\n')}\n`);
}

/** All results in the order of the tasks, whatever the number of workers. */
async function resultsOf(workers) {
  const numbered = await Promise.all(
    Array.from(
      { length: workers },
      (_, worker) =>
        new Promise((resolve, reject) => {
          const found = [];
          const thread = new Worker(new URL('../dist/performance/detection/worker.js', import.meta.url), { workerData: { seed, worker, workers } });
          thread.on('message', (message) => found.push(message));
          thread.on('error', reject);
          thread.on('exit', () => resolve(found));
        }),
    ),
  );
  return numbered
    .flat()
    .sort((one, other) => one.number - other.number)
    .map(({ result }) => result);
}
