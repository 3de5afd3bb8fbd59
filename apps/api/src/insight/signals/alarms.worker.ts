import { parentPort } from 'node:worker_threads';
import { findAlarms, type AlarmSeries, type AlarmSettings } from '@rolvast/domain/statistics';

/** What a thread is asked. */
export interface AlarmsTask {
  readonly series: readonly AlarmSeries[];
  readonly settings: AlarmSettings;
}

/** A thread of its own, because the alarms of an organisation take seconds in which the server has to go on answering. */
parentPort?.once('message', ({ series, settings }: AlarmsTask) => parentPort?.postMessage(findAlarms(series, settings)));
