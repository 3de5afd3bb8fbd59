import { addMonths, figurePeriods, isBand, monthsOfQuarter, type CalendarPeriod, type FigurePeriod, type LedgerMeasure, type Month, type Quarter } from '@rolvast/domain';
import type { SignalMark } from '@rolvast/domain/statistics';
import type { StoredRebase } from '../../care/follow-up/follow-up.store.js';
import { phasedChart, type PhasedChart } from '../measure-trend/phased-chart.js';
import type { AskedMeasure } from '../measure-trend/read-trend.js';
import type { FoundPlace } from '../published-place/place.js';
import type { PublishedRows } from '../published-place/published-rows.js';
import { toFigures } from '../published-place/to-figures.js';

/** What one measure says of one quarter. */
export interface QuarterFigure {
  readonly measure: LedgerMeasure;
  readonly isBand: boolean;
  /** The quarter; where a measure is published less often, the half-year or year that ended last. Null before the first one ended. */
  readonly figure: FigurePeriod | null;
  /** The newest mark in the chart of the measure that lies in the quarter; null where there is none. */
  readonly mark: SignalMark | null;
}

/** The figure of a measure for a quarter of a team. */
export function quarterFigure({ measure, grain, period }: AskedMeasure, quarter: Quarter, place: FoundPlace, rows: PublishedRows, rebases: readonly StoredRebase[]): QuarterFigure {
  const { from, toExclusive } = monthsOfQuarter(quarter);
  const last = addMonths(toExclusive, -1);
  const figures = toFigures(measure, grain, periodToldFor(measure), place, rows);
  const periods = toFigures(measure, grain, period, place, rows);
  const mark = markIn(periods, { from, last }, phasedChart(measure, period, periods, rebases));
  return { measure, isBand: isBand(measure, place.kind), figure: figures.findLast(({ through }) => through <= last) ?? null, mark };
}

/** A quarter where the measure has one; else the shortest that it has. */
function periodToldFor(measure: LedgerMeasure): CalendarPeriod {
  const periods = figurePeriods(measure, 'team');
  const finest = periods[0];
  if (finest === undefined) throw new Error(`${measure.code} has no figures of teams`);
  return periods.includes('quarter') ? 'quarter' : finest;
}

function markIn(periods: readonly FigurePeriod[], { from, last }: { readonly from: Month; readonly last: Month }, chart: PhasedChart | null): SignalMark | null {
  const marks = chart?.marks ?? [];
  const within = periods.flatMap(({ through }, index) => (through >= from && through <= last ? [marks[index] ?? null] : []));
  return within.findLast((mark) => mark !== null) ?? null;
}
