import { addMonths, parseMonth, type Month } from '../../../period/month.js';
import type { PublishedCell } from '../../../publication/published-cell.js';
import { shareChart, type PhasedShareChart, type PublishedPeriod, type ShareChartOptions } from '../share-chart.js';

export const WITHHELD: PublishedCell = { state: 'withheld' };
export const ABSENT: PublishedCell = { state: 'absent' };

export function start(): Month {
  const month = parseMonth('2024-01');
  if (month === null) throw new Error('no month');
  return month;
}

export const shown = (numerator: number, denominator = 20): PublishedCell => ({ state: 'shown', numerator, denominator });

/** One single month a cell, from January 2024 on. */
export function months(cells: readonly PublishedCell[]): PublishedPeriod[] {
  return cells.map((cell, index) => ({ from: addMonths(start(), index), through: addMonths(start(), index), cell }));
}

/** The chart, where there must be one. */
export function chartOf(periods: readonly PublishedPeriod[], options?: ShareChartOptions): PhasedShareChart {
  const chart = shareChart(periods, options);
  if (!chart.ok) throw new Error(chart.fault.code);
  return chart.value;
}

/** The same periods, with one that holds two months; what comes after moves on. */
export function withBlockAt(periods: readonly PublishedPeriod[], at: number): PublishedPeriod[] {
  const moved = (period: PublishedPeriod) => ({ ...period, from: addMonths(period.from, 1), through: addMonths(period.through, 1) });
  return periods.map((period, index) => {
    if (index < at) return period;
    return index === at ? { ...period, through: addMonths(period.through, 1) } : moved(period);
  });
}

export const repeat = <Item>(length: number, item: Item): Item[] => Array.from({ length }, () => item);
