import type { Month } from '../../period/month.js';
import type { PublishedCell } from '../../publication/published-cell.js';
import { pChartLimits, type ProportionPoint } from './p-chart.js';
import { findShifts } from './shift-rule.js';

/** One published period: a single month, or several months merged into one block. */
export interface PublishedPeriod {
  readonly from: Month;
  /** Last month of the period, inclusive; equal to `from` for a single month. */
  readonly through: Month;
  readonly cell: PublishedCell;
}

/**
 * How much a chart may say: below 6 points only dots; from 6 to 12 a provisional band without run rules;
 * from 13 points the full chart.
 */
export type ChartStage = 'dots-only' | 'provisional' | 'full';

/** Why a point stands out. The words are about the pattern, not about good or bad. */
export type SignalMark = 'above-limit' | 'below-limit' | 'shift-above' | 'shift-below';

export interface ShareChart {
  readonly stage: ChartStage;
  /** Null in stage `dots-only`. */
  readonly centre: number | null;
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly marks: readonly (SignalMark | null)[];
}

export const PROVISIONAL_FROM = 6;
export const FULL_FROM = 13;

/**
 * The control chart of a share, from shown cells only: withheld and absent periods have no point, no limits, no mark.
 *
 * @param periods published periods in order of time.
 * @returns arrays as long as `periods`. A mark outside the limits goes before a shift.
 */
export function shareChart(periods: readonly PublishedPeriod[]): ShareChart {
  const points = periods.map(({ cell }): ProportionPoint => (cell.state === 'shown' && cell.denominator > 0 ? cell : null));
  const stage = stageOf(points.filter((point) => point !== null).length);
  const limits = stage === 'dots-only' ? null : pChartLimits(points);
  const none = periods.map(() => null);
  if (limits === null) return { stage: 'dots-only', centre: null, lower: none, upper: none, marks: none };
  const sides = points.map((point, index) => {
    const period = periods[index];
    if (point === null || period === undefined || period.from !== period.through) return null;
    return sideOf(point.numerator / point.denominator, limits.centre);
  });
  const shifts = stage === 'full' ? findShifts(sides) : periods.map(() => false);
  const marks = points.map((point, index): SignalMark | null => {
    if (point === null || stage !== 'full') return null;
    const share = point.numerator / point.denominator;
    if (share > (limits.upper[index] ?? 1)) return 'above-limit';
    if (share < (limits.lower[index] ?? 0)) return 'below-limit';
    if (!shifts[index]) return null;
    return sides[index] === 1 ? 'shift-above' : 'shift-below';
  });
  return { stage, ...limits, marks };
}

function stageOf(shownPoints: number): ChartStage {
  if (shownPoints < PROVISIONAL_FROM) return 'dots-only';
  return shownPoints < FULL_FROM ? 'provisional' : 'full';
}

function sideOf(share: number, centre: number): 1 | -1 | 0 {
  if (share === centre) return 0;
  return share > centre ? 1 : -1;
}
