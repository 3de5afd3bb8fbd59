import { findAlarms, parseMonth, shareChart, USUAL_ALARM_SETTINGS, type Month, type PublishedPeriod } from '@rolvast/domain';
import { nameOf, toAlarmSeries } from './organisation-level.js';
import { drawBlocks, simulateOrganisation } from './organisation.js';

const MONTHS_AFTER_BASELINE = 12;
const ROUNDS = 5;

/** Milliseconds for charts, calibration and signals of 400 posted series x 36 months on one core: the median of five rounds. */
export function measureSpeed(seed: number): number {
  const circumstances = { base: 3, overdispersion: 0 } as const;
  const { series, chance } = simulateOrganisation(seed, circumstances);
  const input = series.map((one) => toAlarmSeries(one, drawBlocks(one, chance, circumstances, MONTHS_AFTER_BASELINE)));
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
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
    return performance.now() - began;
  });
  return times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

function monthOfName(name: string): Month {
  const month = parseMonth(name);
  if (month === null) throw new Error('a simulated month must be a month');
  return month;
}

function earlier(name: string, months: number): string {
  return nameOf((Number(name.slice(0, 4)) - 2024) * 12 + Number(name.slice(5, 7)) - 1 - months);
}
