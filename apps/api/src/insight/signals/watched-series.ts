import { figureGrain, figurePeriods, isSignalSide, monthsBetween, type FigurePeriod, type LedgerMeasure, type Month, type SignalSide } from '@rolvast/domain';
import type { AlarmPeriod, AlarmSeries, SeriesAlarms, SideAlarms, WatchSide } from '@rolvast/domain/statistics';
import { findAlarmsApart } from './find-alarms-apart.js';
import { toFigures } from '../published-place/to-figures.js';
import type { FoundPlace } from '../published-place/place.js';
import type { PublishedRows } from '../published-place/published-rows.js';
import type { AskedMeasure } from '../measure-trend/read-trend.js';

/** One measure of one unit, with what its watches say. */
export interface WatchedSeries {
  readonly unitId: number;
  readonly measure: LedgerMeasure;
  readonly periods: readonly FigurePeriod[];
  readonly alarms: SeriesAlarms;
}

/** Which way a posted count moves when the figure is on a side: of a shortfall the other way. */
const WATCHED: Readonly<Record<SignalSide, Readonly<Record<'count' | 'shortfall', WatchSide>>>> = {
  above: { count: 'up', shortfall: 'down' },
  below: { count: 'down', shortfall: 'up' },
};

const SIDES: readonly SignalSide[] = ['above', 'below'];

/** Whether a measure is watched in units: a share that signals, and is told there as a number. */
export function isWatched({ measure, grain }: AskedMeasure): boolean {
  return measure.kind === 'reflection-share' && !measure.isRare && measure.signalPeriod !== null && grain.ledgers === 'team';
}

/** How a measure is asked for to be watched: as finely as it is published for a team; null when it is not. */
export function asWatched(measure: LedgerMeasure): AskedMeasure | null {
  const [grain, period] = [figureGrain(measure, 'team'), figurePeriods(measure, 'team')[0]];
  if (grain === null || period === undefined) return null;
  const asked = { measure, grain, period };
  return isWatched(asked) ? asked : null;
}

/**
 * The watches of an organisation: every watched measure of every unit, judged together (`findAlarms` of the domain).
 *
 * What is watched is what was posted: for a measure of which more is better that is what lacks.
 */
export async function watchAll(asked: readonly AskedMeasure[], organisation: FoundPlace, { units }: PublishedRows): Promise<readonly WatchedSeries[]> {
  const series = asked.flatMap((one) =>
    units.map((unit) => ({ unitId: unit.unitId, measure: one.measure, periods: toFigures(one.measure, one.grain, one.period, { ...organisation, kind: 'team' }, { units: [unit], places: [] }) })),
  );
  const alarms = await findAlarmsApart(series.map(toAlarmSeries));
  return series.map((one, index) => {
    const found = alarms[index];
    if (found === undefined) throw new Error('every series has its alarms');
    return { ...one, alarms: found };
  });
}

/** The alarms on one side of a measure; undefined where the side is no signal, or there are no alarms. */
export function alarmsOf({ measure, alarms }: WatchedSeries, side: SignalSide): SideAlarms | undefined {
  return alarms.ok ? alarms.value.sides.find((one) => one.side === WATCHED[side][postingOf(measure)]) : undefined;
}

/** Whether a series has a baseline that ended before a period which closes in some months. */
export function isWatching({ alarms, periods }: WatchedSeries, months: { readonly from: Month; readonly through: Month }): boolean {
  return alarms.ok && periods.slice(alarms.value.from).some(({ through }) => through >= months.from && through <= months.through);
}

function toAlarmSeries({ measure, periods }: Pick<WatchedSeries, 'measure' | 'periods'>): AlarmSeries {
  const posting = postingOf(measure);
  return {
    measure: measure.code,
    sides: SIDES.filter((side) => isSignalSide(measure.direction, side)).map((side) => WATCHED[side][posting]),
    periods: periods.map((period) => toAlarmPeriod(period, posting)),
  };
}

function toAlarmPeriod({ heldFrom, through, cell }: FigurePeriod, posting: 'count' | 'shortfall'): AlarmPeriod {
  if (cell.state !== 'shown') return { month: through, block: null };
  const { numerator, denominator } = cell;
  return { month: through, block: { numerator: posting === 'count' ? numerator : denominator - numerator, denominator, months: lengthOf(heldFrom, through) } };
}

function lengthOf(from: Month, through: Month): number {
  return monthsBetween(from, through) + 1;
}

function postingOf(measure: LedgerMeasure): 'count' | 'shortfall' {
  return measure.kind === 'reflection-share' ? measure.posting : 'count';
}
