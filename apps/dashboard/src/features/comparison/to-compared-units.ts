import { parseMonth, type Month, type NumberBand, type PublishedCell, type RatioWithInterval, type Wording } from '@rolvast/domain';
import type { ComparisonQuery, FunnelPosition } from '../../graphql/generated/graphql';

type Answer = ComparisonQuery['comparison'];

/** A unit that is shown, with its place against the lines. */
export interface ComparedUnit {
  readonly code: string;
  readonly name: string;
  readonly figure: ComparedFigure;
  /** First month that the figure holds; before the quarter where months went together with earlier ones. */
  readonly heldFrom: Month;
  /** Null where nothing is allowed for, or its parts are not published. */
  readonly ratio: RatioWithInterval | null;
  /** The unit in words. */
  readonly sentence: Wording;
}

/** What was published of a unit; only `shown` holds numbers. */
export type ComparedFigure =
  | {
      readonly state: 'shown';
      readonly numerator: number;
      readonly denominator: number;
      readonly reflections: number;
      /** As what the numerator must be read; null where the number itself is told. */
      readonly band: NumberBand | null;
      /** Null of a denominator of 0. */
      readonly share: number | null;
      /** Null without lines. */
      readonly place: { readonly position: FunnelPosition; readonly standsOut: boolean; readonly lower: number; readonly upper: number } | null;
    }
  | { readonly state: 'withheld' }
  | { readonly state: 'absent' };

/** A comparison as the page needs it. */
export interface ComparedUnits {
  readonly from: Month;
  readonly through: Month;
  readonly units: readonly ComparedUnit[];
  /** Units behind the lines, also those that are not shown. */
  readonly compared: number;
  /** Whether only the reader's own units are shown. */
  readonly isPartOfPlace: boolean;
  readonly whole: PublishedCell;
  readonly coverage: Wording;
  readonly funnel: Answer['funnel'];
  readonly sentence: Wording | null;
  readonly allowingFor: Answer['allowingFor'];
  readonly breakdowns: Answer['breakdowns'];
}

/**
 * Turns the columns of the API into one entry per unit.
 *
 * @throws Error when the columns don't fit each other or a shown unit lacks a count: drawing on would show a figure that was never published.
 */
export function toComparedUnits({ comparison }: ComparisonQuery): ComparedUnits {
  const { from, through, units, compared, isPartOfPlace, whole, funnel, sentence, allowingFor, breakdowns } = comparison;
  return {
    from: monthOf(from),
    through: monthOf(through),
    units: units.codes.map((code, index) => unitAt(units, code, index)),
    compared,
    isPartOfPlace,
    whole: wholeOf(whole),
    coverage: whole.coverageSentence,
    funnel,
    sentence,
    allowingFor,
    breakdowns,
  };
}

function unitAt(units: Answer['units'], code: string, index: number): ComparedUnit {
  const [name, sentence, heldFrom] = [units.names[index], units.sentences[index], units.heldFrom[index]];
  if (name === undefined || sentence === undefined || heldFrom === undefined) throw new Error(`unit ${index} has no name or no words`);
  const [ratio, lower, upper] = [units.ratios[index] ?? null, units.ratioLower[index] ?? null, units.ratioUpper[index] ?? null];
  return { code, name, figure: figureAt(units, index), heldFrom: monthOf(heldFrom), ratio: ratio === null || lower === null || upper === null ? null : { ratio, lower, upper }, sentence };
}

function figureAt(units: Answer['units'], index: number): ComparedFigure {
  const state = units.states[index];
  if (state === 'WITHHELD') return { state: 'withheld' };
  if (state === 'ABSENT') return { state: 'absent' };
  const [numerator, denominator, reflections] = [units.numerators[index] ?? null, units.denominators[index] ?? null, units.reflections[index] ?? null];
  if (state !== 'SHOWN' || numerator === null || denominator === null || reflections === null) throw new Error(`unit ${index} is shown without counts`);
  const [position, lower, upper] = [units.positions[index] ?? null, units.lower95[index] ?? null, units.upper95[index] ?? null];
  const place = position === null || lower === null || upper === null ? null : { position, standsOut: units.standsOut[index] === true, lower, upper };
  return { state: 'shown', numerator, denominator, reflections, band: units.bands[index] ?? null, share: denominator === 0 ? null : numerator / denominator, place };
}

function wholeOf({ state, numerator, denominator }: Answer['whole']): PublishedCell {
  if (state === 'WITHHELD') return { state: 'withheld' };
  if (state === 'ABSENT') return { state: 'absent' };
  if (numerator === null || denominator === null) throw new Error('the whole is shown without counts');
  return { state: 'shown', numerator, denominator };
}

function monthOf(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error('a comparison has months');
  return month;
}

/** Whether a unit lies outside the lines. */
export function isOutside({ figure }: ComparedUnit): boolean {
  return figure.state === 'shown' && figure.place !== null && figure.place.position !== 'INSIDE';
}
