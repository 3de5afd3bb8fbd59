import { parseMonth, type Month, type NumberBand, type PublishedCell } from '@rolvast/domain';
import type { SignalMark } from '@rolvast/domain/statistics';
import type { FigureFieldsFragment, FigureUnit, TeamOverviewQuery } from '../../graphql/generated/graphql';
import { SIGNAL_MARKS } from '../../graphql/signal-mark';

type ApiOverview = TeamOverviewQuery['teamOverview'];

/** What one measure says; only `shown` holds numbers. */
export type QuarterCell =
  | { readonly state: 'shown'; /** Null where only a band is told. */ readonly numerator: number | null; readonly denominator: number; /** As what the count must be read; null where it is the number itself. */ readonly band: NumberBand | null }
  | { readonly state: 'withheld' }
  | { readonly state: 'absent' };

/** The figure of one measure for the quarter, or for the longer period that ended last. */
export interface QuarterFigure {
  /** Catalogue code. */
  readonly measure: string;
  readonly unit: FigureUnit;
  /** The months that the figure holds; null before there was one. */
  readonly months: { readonly from: Month; readonly through: Month } | null;
  readonly cell: QuarterCell;
  readonly mark: SignalMark | null;
}

export interface TeamSignal {
  readonly measure: string;
  readonly isConfirmed: boolean;
  /** The shape that the chart has for a figure on this side. */
  readonly mark: SignalMark;
  readonly sentence: ApiOverview['signals'][number]['sentence'];
  readonly whatHelps: ApiOverview['signals'][number]['whatHelps'];
}

/** The overview of a team as the page needs it. */
export interface Overview {
  readonly quarter: string | null;
  /** n of the quarter. */
  readonly size: { readonly state: 'shown'; readonly reflections: number } | { readonly state: 'withheld' } | { readonly state: 'absent' };
  readonly participation: ApiOverview['participation'];
  /** Name of the publication unit when it isn't the team alone. */
  readonly publishedWith: string | null;
  readonly release: ApiOverview['release'];
  readonly pitfalls: readonly QuarterFigure[];
  readonly figures: readonly QuarterFigure[];
  readonly signals: readonly TeamSignal[];
  readonly signalsSought: boolean;
  readonly trend: ApiOverview['trend'];
}

/**
 * Turns the columns of the API into one row per measure.
 *
 * @throws Error when the columns contradict each other: drawing on would show a figure that was never published.
 */
export function toOverview({ teamOverview }: TeamOverviewQuery): Overview {
  const { quarter, participation, release, unit, place, pitfalls, figures, signals, signalsSought, trend } = teamOverview;
  return {
    quarter,
    size: sizeOf(teamOverview),
    participation,
    release,
    publishedWith: unit === null || unit.name === place.name ? null : unit.name,
    pitfalls: toFigures(pitfalls),
    figures: toFigures(figures),
    signals: signals.map(({ measure, side, strength, sentence, whatHelps }) => ({ measure, isConfirmed: strength === 'CONFIRMED', mark: side === 'ABOVE' ? 'above-limit' : 'below-limit', sentence, whatHelps })),
    signalsSought,
    trend,
  };
}

/** A figure in the words of the domain; what is told as a band only has no count, and is no cell to compute with. */
export function toCell(cell: QuarterCell): PublishedCell {
  if (cell.state !== 'shown') return cell;
  return cell.numerator === null ? { state: 'withheld' } : { state: 'shown', numerator: cell.numerator, denominator: cell.denominator };
}

function sizeOf({ state, reflections }: ApiOverview): Overview['size'] {
  if (state === 'WITHHELD') return { state: 'withheld' };
  if (state === 'ABSENT') return { state: 'absent' };
  if (reflections === null) throw new Error('a quarter is shown without its reflections');
  return { state: 'shown', reflections };
}

function toFigures(columns: FigureFieldsFragment): readonly QuarterFigure[] {
  return columns.measures.map((measure, index) => {
    const [unit, mark] = [columns.figureUnits[index], columns.marks[index] ?? null];
    if (unit === undefined) throw new Error(`${measure} has no unit`);
    return { measure, unit, months: monthsAt(columns, index), cell: cellAt(columns, index), mark: mark === null ? null : SIGNAL_MARKS[mark] };
  });
}

function monthsAt({ from, through }: FigureFieldsFragment, index: number): QuarterFigure['months'] {
  const [first, last] = [parseMonth(from[index] ?? ''), parseMonth(through[index] ?? '')];
  return first === null || last === null ? null : { from: first, through: last };
}

function cellAt(columns: FigureFieldsFragment, index: number): QuarterCell {
  const state = columns.states[index];
  if (state === 'WITHHELD') return { state: 'withheld' };
  if (state === 'ABSENT') return { state: 'absent' };
  const [numerator, denominator, band] = [columns.numerators[index] ?? null, columns.denominators[index] ?? null, columns.bands[index] ?? null];
  if (state === undefined || denominator === null || (numerator === null && band === null)) throw new Error('a figure is shown without its counts');
  return { state: 'shown', numerator, denominator, band };
}
