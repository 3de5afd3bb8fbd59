import { isSignalSide, type FigurePeriod, type LedgerMeasure, type MeasureSignal, type Month, type PublishedCell, type SignalSide } from '@rolvast/domain';
import type { ShareChart, SideAlarms } from '@rolvast/domain/statistics';
import { alarmsOf, type WatchedSeries } from './watched-series.js';

/** The months in which a signal is looked for, both included. */
export interface SignalMonths {
  readonly from: Month;
  readonly through: Month;
}

type ShownPeriod = FigurePeriod & { readonly cell: Extract<PublishedCell, { state: 'shown' }> };

const SIDES: readonly SignalSide[] = ['above', 'below'];

/**
 * The signals of some series that fired in some months, what is clear before a first sign, else in the order of the catalogue.
 *
 * A pattern begins with the first period in which evidence gathered, and its figure adds up what was posted from there until it fired.
 *
 * @param chartOf the chart whose middle says what is usual.
 */
export function findSignals(series: readonly WatchedSeries[], months: SignalMonths, chartOf: (measure: LedgerMeasure, periods: readonly FigurePeriod[]) => ShareChart | null): readonly MeasureSignal[] {
  const found = series.flatMap((one) => SIDES.filter((side) => isSignalSide(one.measure.direction, side)).flatMap((side) => signalOn(one, side, months, chartOf) ?? []));
  return [...found.filter(({ strength }) => strength === 'confirmed'), ...found.filter(({ strength }) => strength === 'watch')];
}

function signalOn(series: WatchedSeries, side: SignalSide, months: SignalMonths, chartOf: Parameters<typeof findSignals>[2]): MeasureSignal | null {
  const alarms = alarmsOf(series, side);
  if (alarms === undefined || !series.alarms.ok) return null;
  const watched = series.periods.slice(series.alarms.value.from);
  const within = watched.map(({ through }) => through >= months.from && through <= months.through);
  const fired = within.findLastIndex((isWithin, index) => isWithin && (alarms.watch[index] === true || alarms.confirmed[index] === true));
  if (fired === -1) return null;
  const begun = beginOf(alarms, fired);
  const pattern = watched.slice(begun, fired + 1).filter((period): period is ShownPeriod => period.cell.state === 'shown');
  const [first, last] = [pattern[0], pattern.at(-1)];
  const usual = chartOf(series.measure, series.periods)?.centre ?? null;
  if (first === undefined || last === undefined || usual === null) return null;
  return {
    measure: series.measure,
    side,
    strength: alarms.confirmed.some((isConfirmed, index) => isConfirmed && index >= begun && index <= fired) ? 'confirmed' : 'watch',
    since: first.from,
    period: { from: first.from, through: last.through },
    cell: addedUp(pattern),
    usual,
    allowingFor: null,
  };
}

/** Where the evidence that fired began to gather: after the last period without any, or the last signal before. */
function beginOf({ level, watch }: SideAlarms, fired: number): number {
  const before = level.findLastIndex((value, index) => index < fired && (value === 0 || watch[index] === true));
  const begun = before + 1;
  return Math.min(begun, fired);
}

function addedUp(pattern: readonly ShownPeriod[]): ShownPeriod['cell'] {
  return pattern.reduce((sum, { cell }) => ({ state: 'shown', numerator: sum.numerator + cell.numerator, denominator: sum.denominator + cell.denominator }), { state: 'shown', numerator: 0, denominator: 0 });
}
