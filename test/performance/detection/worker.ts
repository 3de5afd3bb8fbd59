import { parentPort, workerData } from 'node:worker_threads';
import { carryOut, tasksOf } from './study.js';

/** Does every task of a seed whose number, divided by the number of workers, leaves this worker's own. */
const { seed, worker, workers } = workerData as { readonly seed: number; readonly worker: number; readonly workers: number };
for (const [number, task] of tasksOf(seed).entries()) {
  if (number % workers === worker) parentPort?.postMessage({ number, result: carryOut(task) });
}
