import {
  assertNever,
  bandOfPosted,
  bandOfRare,
  type CalendarPeriod as DomainPeriod,
  type FigurePeriod,
  type LedgerMeasure,
  type LedgerPlace,
  type NumberBand,
  type Partition,
  type PublishedCell,
} from '@rolvast/domain';
import type { ChartStage as DomainStage, SignalMark as DomainMark } from '@rolvast/domain/statistics';
import { PlaceKind } from '../published-place/place.arguments.js';
import type { FoundPlace } from '../published-place/place.js';
import { CalendarPeriod, CellState, ChartStage, FigureUnit, SignalMark, type MeasureTrend, type Place, type TrendChart, type TrendPart, type TrendPeriods } from './measure-trend.object.js';
import type { PhasedChart } from './phased-chart.js';
import type { MeasureTrendAnswer } from './read-trend.js';

/** The states of a cell in the schema. */
export const CELL_STATES: Readonly<Record<PublishedCell['state'], CellState>> = {
  shown: CellState.SHOWN,
  withheld: CellState.WITHHELD,
  absent: CellState.ABSENT,
};

const STAGES: Readonly<Record<DomainStage, ChartStage>> = {
  'dots-only': ChartStage.DOTS_ONLY,
  provisional: ChartStage.PROVISIONAL,
  full: ChartStage.FULL,
};

export const MARKS: Readonly<Record<DomainMark, SignalMark>> = {
  'above-limit': SignalMark.ABOVE_LIMIT,
  'below-limit': SignalMark.BELOW_LIMIT,
  'two-in-three-above': SignalMark.TWO_IN_THREE_ABOVE,
  'two-in-three-below': SignalMark.TWO_IN_THREE_BELOW,
  'shift-above': SignalMark.SHIFT_ABOVE,
  'shift-below': SignalMark.SHIFT_BELOW,
};

const PERIODS: Readonly<Record<DomainPeriod, CalendarPeriod>> = {
  month: CalendarPeriod.MONTH,
  quarter: CalendarPeriod.QUARTER,
  'half-year': CalendarPeriod.HALF_YEAR,
  year: CalendarPeriod.YEAR,
};

const PLACES: Readonly<Record<LedgerPlace, PlaceKind>> = { team: PlaceKind.TEAM, region: PlaceKind.REGION, organisation: PlaceKind.ORGANISATION };

/** Columns instead of a list of points: a tenth of the work for the same answer. */
export function toMeasureTrend({ place, measure, period, isBand, periods, chart, notes }: MeasureTrendAnswer): MeasureTrend {
  const unit = figureUnit(measure, isBand);
  return {
    organisation: place.organisation,
    place: toPlace(place),
    unit: place.unit,
    closedThrough: place.closedThrough,
    measure: measure.code,
    figureUnit: unit,
    period: PERIODS[period],
    periods: toColumns(periods, unit),
    parts: measure.kind === 'reflection-share' && measure.partition !== null && !isBand ? toParts(measure.partition, periods) : [],
    chart: chart === null ? null : toChart(chart, periods),
    notes,
  };
}

/** The place of an answer, by its own name. */
export function toPlace({ kind, place: { code, name } }: FoundPlace): Place {
  return { kind: PLACES[kind], code, name };
}

/** One figure as it may be told: its numbers, or the band as which it must be read. */
export function figureAt(measure: LedgerMeasure, isBand: boolean, cell: PublishedCell) {
  const unit = figureUnit(measure, isBand);
  const isShown = cell.state === 'shown';
  return {
    unit,
    state: CELL_STATES[cell.state],
    numerator: isShown && unit !== FigureUnit.BAND_OF_REFLECTIONS ? cell.numerator : null,
    denominator: isShown ? cell.denominator : null,
    band: bandOf(cell, unit),
  };
}

function figureUnit(measure: LedgerMeasure, isBand: boolean): FigureUnit {
  switch (measure.kind) {
    case 'reflection-share':
      return isBand ? FigureUnit.BAND_OF_REFLECTIONS : FigureUnit.SHARE_OF_REFLECTIONS;
    case 'field-share':
      return FigureUnit.SHARE_OF_FIELDS;
    case 'reflection-hours':
      return FigureUnit.HOURS_PER_100_REFLECTIONS;
    default:
      return assertNever(measure, 'kind of measure');
  }
}

function toColumns(periods: readonly FigurePeriod[], unit: FigureUnit): TrendPeriods {
  return {
    from: periods.map((period) => period.from),
    through: periods.map((period) => period.through),
    heldFrom: periods.map((period) => period.heldFrom),
    states: periods.map((period) => CELL_STATES[period.cell.state]),
    // n belongs to a figure: where the figure is not shown, neither is n.
    reflections: periods.map((period) => (period.cell.state === 'shown' ? period.reflections : null)),
    numerators: periods.map(({ cell }) => (cell.state === 'shown' && unit !== FigureUnit.BAND_OF_REFLECTIONS ? cell.numerator : null)),
    denominators: periods.map(({ cell }) => (cell.state === 'shown' ? cell.denominator : null)),
    bands: periods.map(({ cell }) => bandOf(cell, unit)),
    unitsCovered: periods.map(({ coverage }) => coverage?.covered ?? null),
    unitsInPlace: periods.map(({ coverage }) => coverage?.all ?? null),
  };
}

function bandOf(cell: PublishedCell, unit: FigureUnit): NumberBand | null {
  if (cell.state !== 'shown') return null;
  switch (unit) {
    case FigureUnit.SHARE_OF_REFLECTIONS:
    case FigureUnit.SHARE_OF_FIELDS:
      return bandOfPosted(cell.numerator, cell.denominator);
    case FigureUnit.BAND_OF_REFLECTIONS:
      return bandOfRare(cell.numerator);
    case FigureUnit.HOURS_PER_100_REFLECTIONS:
      return null;
    default:
      return assertNever(unit, 'unit of a figure');
  }
}

/** The parts in the order of the catalogue, the difference last. */
function toParts({ posted, difference }: Partition, periods: readonly FigurePeriod[]): TrendPart[] {
  return [...posted, difference].map(({ name }, index) => ({
    name,
    counts: periods.map(({ parts }) => parts?.[index] ?? null),
    bands: periods.map(({ parts, cell }) => {
      const count = parts?.[index];
      return count === undefined || cell.state !== 'shown' ? null : bandOfPosted(count, cell.denominator);
    }),
  }));
}

function toChart({ stage, centre, lower, upper, marks, phases }: PhasedChart, periods: readonly FigurePeriod[]): TrendChart {
  return {
    stage: STAGES[stage],
    centre,
    lower: [...lower],
    upper: [...upper],
    marks: marks.map((mark) => (mark === null ? null : MARKS[mark])),
    phases: phases.flatMap((phase) => {
      const first = periods[phase.from];
      return first === undefined ? [] : [{ from: first.from, stage: STAGES[phase.stage], centre: phase.centre, rebase: phase.rebase }];
    }),
  };
}
