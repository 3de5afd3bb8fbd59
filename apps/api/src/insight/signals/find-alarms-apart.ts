import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { USUAL_ALARM_SETTINGS, type AlarmSeries, type SeriesAlarms } from '@rolvast/domain/statistics';
import type { AlarmsTask } from './alarms.worker.js';

/** Integration tests run the sources; a thread runs what was built from them. */
const BUILT = fileURLToPath(new URL('./alarms.worker.js', import.meta.url)).replace('/apps/api/src/', '/apps/api/dist/');

/** The alarms of some series, worked out in a thread of their own; in the order of the series. */
export function findAlarmsApart(series: readonly AlarmSeries[]): Promise<readonly SeriesAlarms[]> {
  const task: AlarmsTask = { series, settings: USUAL_ALARM_SETTINGS };
  return new Promise((resolve, reject) => {
    const thread = new Worker(BUILT);
    thread.once('message', (alarms: readonly SeriesAlarms[]) => resolve(alarms));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the thread of the alarms ended without an answer')));
    // A server that stops does not wait for it.
    thread.unref();
    thread.postMessage(task);
  });
}
