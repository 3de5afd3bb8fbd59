import { parseMonth, type Month } from '@rolvast/domain';
import { findAlarms, shareChart, USUAL_ALARM_SETTINGS, type PublishedPeriod } from '@rolvast/domain/statistics';
import { nameOf, toAlarmSeries } from './organisation-level.js';
import { drawBlocks, simulateOrganisation } from './organisation.js';

const MONTHS_AFTER_BASELINE = 12;
const ROUNDS = 5;

export interface Speed {
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
}

/** Charts, calibration and signals of 400 posted series x 36 months on one core: the median of five rounds, and the same in processor time, which other work on the machine disturbs less. */
export function measureSpeed(seed: number): Speed {
  const circumstances = { base: 3, overdispersion: 0 } as const;
  const { series, chance } = simulateOrganisation(seed, circumstances);
  const input = series.map((one) => toAlarmSeries(one, drawBlocks(one, chance, circumstances, MONTHS_AFTER_BASELINE)));
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    const processor = process.cpuUsage();
    for (const one of input) {
      shareChart(
        one.periods.map(({ month, block }): PublishedPeriod => {
          const months = block?.months ?? 1;
          const through = monthOfName(month);
          return { from: months === 1 ? through : monthOfName(earlier(month, months - 1)), through, cell: block === null ? { state: 'withheld' } : { state: 'shown', ...block } };
        }),
      );
    }
    findAlarms(input, USUAL_ALARM_SETTINGS);
    const { user, system } = process.cpuUsage(processor);
    return { milliseconds: performance.now() - began, processorMilliseconds: (user + system) / 1000 };
  });
  const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  return { milliseconds: median(times.map(({ milliseconds }) => milliseconds)), processorMilliseconds: median(times.map(({ processorMilliseconds }) => processorMilliseconds)) };
}

function monthOfName(name: string): Month {
  const month = parseMonth(name);
  if (month === null) throw new Error('a simulated month must be a month');
  return month;
}

function earlier(name: string, months: number): string {
  return nameOf((Number(name.slice(0, 4)) - 2024) * 12 + Number(name.slice(5, 7)) - 1 - months);
}
