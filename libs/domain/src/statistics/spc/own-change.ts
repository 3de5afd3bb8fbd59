import { assertNever } from '../../shared/assert-never.js';
import type { Month } from '../../period/month.js';
import type { PublishedCell } from '../../publication/published-cell.js';
import type { ShareChart, SignalMark } from './share-chart.js';

/** How a stretch of time lies against what is usual for a unit itself; `too-few-points` while its chart may not say. Never a judgement. */
export type OwnChange = 'more' | 'as-usual' | 'fewer' | 'too-few-points';

const SIDES: Readonly<Record<SignalMark, 'more' | 'fewer'>> = {
  'above-limit': 'more',
  'two-in-three-above': 'more',
  'shift-above': 'more',
  'below-limit': 'fewer',
  'two-in-three-below': 'fewer',
  'shift-below': 'fewer',
};

/**
 * The side of a stretch as one point of a coarser chart: more or fewer where it lies beyond the limits that are drawn, provisional ones too.
 *
 * Finds what single months are too small to show: none in three months where each of them may well have none.
 *
 * @param periods those of the chart, each of the length of the stretch. @param through last month of the stretch.
 * @returns null inside the limits, without limits, and where nothing is shown.
 */
export function beyondOwnLimits(periods: readonly SharedPeriod[], { lower, upper }: Pick<ShareChart, 'lower' | 'upper'>, through: Month): 'more' | 'fewer' | null {
  const index = periods.findIndex((period) => period.through === through);
  const cell = periods[index]?.cell;
  const [least, greatest] = [lower[index] ?? null, upper[index] ?? null];
  if (cell?.state !== 'shown' || cell.denominator === 0 || least === null || greatest === null) return null;
  const share = cell.numerator / cell.denominator;
  if (share > greatest) return 'more';
  return share < least ? 'fewer' : null;
}

/** A period of a chart with its figure. */
export interface SharedPeriod {
  readonly through: Month;
  readonly cell: PublishedCell;
}

/** A period of a chart, by what decides to which stretch it belongs. */
export interface ChartedPeriod {
  readonly through: Month;
  readonly cell: { readonly state: 'shown' | 'withheld' | 'absent' };
}

/**
 * What a unit's own chart says of a stretch of months: the side of the last marked period that closed in it, or as usual without a mark.
 *
 * The marks are those that the chart draws (outside the limits, two of three, a run of seven), so that a map of many charts never says something else
 * than each of them.
 *
 * @param periods those of the chart, in order of time. @param months first and last month, both included.
 * @returns null when no figure closed in the stretch.
 */
export function ownChange(periods: readonly ChartedPeriod[], { stage, marks }: Pick<ShareChart, 'stage' | 'marks'>, months: { readonly from: Month; readonly through: Month }): OwnChange | null {
  const within = periods.flatMap(({ through, cell }, index) => (cell.state === 'shown' && through >= months.from && through <= months.through ? [marks[index] ?? null] : []));
  if (within.length === 0) return null;
  switch (stage) {
    case 'dots-only':
    case 'provisional':
      return 'too-few-points';
    case 'full': {
      const last = within.findLast((mark) => mark !== null);
      return last == null ? 'as-usual' : SIDES[last];
    }
    default:
      return assertNever(stage, 'chart stage');
  }
}
