import { assertNever } from '../../shared/assert-never.js';
import type { Month } from '../../period/month.js';
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
      return last === undefined || last === null ? 'as-usual' : SIDES[last];
    }
    default:
      return assertNever(stage, 'chart stage');
  }
}
