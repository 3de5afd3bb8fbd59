import { participationForm, releaseSentence, signalSentence, type Language, type MeasureSignal, type Reader } from '@rolvast/domain';
import type { Wording } from '../measure-catalogue/measure-catalogue.object.js';
import { figureAt, MARKS, CELL_STATES, toMeasureTrend, toPlace } from '../measure-trend/measure-trend.mapper.js';
import { CellState } from '../measure-trend/measure-trend.object.js';
import type { QuarterFigure } from './quarter-figures.js';
import { SignalSide, SignalStrength, type MeasureFigures, type TeamOverview, type TeamSignal } from './team-overview.object.js';
import type { TeamOverviewAnswer } from './team-overview.service.js';

/** Columns for figures, sentences for signals. @param reader whom the questions are for. */
export function toTeamOverview({ place, release, quarter, size, participation, pitfalls, figures, signals, signalsSought, trend }: TeamOverviewAnswer, reader: Reader): TeamOverview {
  return {
    organisation: place.organisation,
    place: toPlace(place),
    unit: place.unit,
    release: release === null ? null : { number: release.number, closedThrough: release.closedThrough, sentence: inBoth((language) => releaseSentence(release, language)) },
    quarter,
    state: size === null ? CellState.WITHHELD : CELL_STATES[size.state],
    reflections: size?.state === 'shown' ? size.reflections : null,
    participation: participation === null ? null : { code: participation, name: inBoth((language) => participationForm(participation, language)) },
    pitfalls: toColumns(pitfalls),
    figures: toColumns(figures),
    signals: signals.map((signal) => toSignal(signal, reader)),
    signalsSought,
    trend: trend === null ? null : toMeasureTrend(trend),
  };
}

function toColumns(told: readonly QuarterFigure[]): MeasureFigures {
  const figures = told.map(({ measure, isBand, figure }) => figureAt(measure, isBand, figure?.cell ?? { state: 'withheld' }));
  return {
    measures: told.map(({ measure }) => measure.code),
    figureUnits: figures.map(({ unit }) => unit),
    from: told.map(({ figure }) => figure?.from ?? null),
    through: told.map(({ figure }) => figure?.through ?? null),
    states: figures.map(({ state }) => state),
    numerators: figures.map(({ numerator }) => numerator),
    denominators: figures.map(({ denominator }) => denominator),
    bands: figures.map(({ band }) => band),
    marks: told.map(({ mark }) => (mark === null ? null : MARKS[mark])),
  };
}

function toSignal(signal: MeasureSignal, reader: Reader): TeamSignal {
  const { measure, side, strength, since, period, cell } = signal;
  return {
    measure: measure.code,
    side: side === 'above' ? SignalSide.ABOVE : SignalSide.BELOW,
    strength: strength === 'confirmed' ? SignalStrength.CONFIRMED : SignalStrength.WATCH,
    since,
    through: period.through,
    numerator: cell.numerator,
    denominator: cell.denominator,
    sentence: inBoth((language) => signalSentence(signal, reader, language)),
    whatHelps: measure.whatHelps,
  };
}

function inBoth(say: (language: Language) => string): Wording {
  return { nl: say('nl'), en: say('en') };
}
