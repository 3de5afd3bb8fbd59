import fc from 'fast-check';
import { findBreakdowns } from '../../breakdown/breakdown-list.js';
import { CATALOGUE } from '../../measure/catalogue.js';
import type { Measure, Reader } from '../../measure/measure.js';
import { addMonths, parseMonth, type Month } from '../../period/month.js';
import type { AbsentCell, PublishedCell, ShownCell, WithheldCell } from '../../publication/published-cell.js';
import type { Language, Wording } from '../../shared/wording.js';
import type { AllowingFor } from '../allowing-for-sentence.js';
import { hasCells } from '../figure-phrase.js';
import { innerNameForm } from '../name-form.js';
import type { MonthsOfFigure } from '../period-label.js';

/** What a function said about one result, with what a judge needs to know of that result. */
export interface Said {
  readonly text: Wording;
  /** Names and catalogue texts inside it, cut out before the words and numbers around them are judged. */
  readonly names?: readonly (Wording | string)[];
  /** Counts that must stand in the text. */
  readonly n?: readonly number[];
  /** Whole numbers that may stand in it besides. */
  readonly numbers?: readonly number[];
  /** Numbers with two decimals that may stand in it. */
  readonly decimals?: readonly number[];
  /** Periods whose years, quarters and half-years may stand in it. */
  readonly periods?: readonly MonthsOfFigure[];
  /** Whether it points at something: then it ends in a question or an offer. */
  readonly leads: boolean;
  /** Whether it is about one or two points, and so may speak of no course over time. */
  readonly isTooFew?: boolean;
}

/** A function that makes text, under the name it is exported with, and the results on which it is judged. */
export interface SentenceMaker {
  readonly exported: string;
  /** A sentence stands alone; a form is a piece of one. */
  readonly makes: 'sentence' | 'form';
  /** At least one; one a measure where it takes measures, so that each measure has its turn. */
  readonly results: readonly fc.Arbitrary<Said>[];
}

/** Both languages of what a function says. */
export function inBoth(say: (language: Language) => string): Wording {
  return { nl: say('nl'), en: say('en') };
}

export function aMonth(text: string): Month {
  const month = parseMonth(text);
  if (month === null) throw new Error(`${text} is no month`);
  return month;
}

export const months: fc.Arbitrary<Month> = fc.nat(240).map((offset) => addMonths(aMonth('2015-01'), offset));

/** One to seven months, quarters and half-years among them. */
export const periods: fc.Arbitrary<MonthsOfFigure> = fc.tuple(months, fc.nat(6)).map(([from, extra]) => ({ from, through: addMonths(from, extra) }));

export const shownCells: fc.Arbitrary<ShownCell> = fc
  .tuple(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 61, max: 20_000 })), fc.oneof(fc.nat(100), fc.constant(0), fc.constant(100)))
  .map(([denominator, part]) => ({ state: 'shown', numerator: Math.floor((denominator * part) / 100), denominator }));

/** Half-year counts as posted: multiples of three. */
export const rareCells: fc.Arbitrary<ShownCell> = fc
  .tuple(fc.nat(5), fc.integer({ min: 15, max: 900 }))
  .map(([threes, denominator]) => ({ state: 'shown', numerator: 3 * threes, denominator }));

export const hiddenCells: fc.Arbitrary<WithheldCell | AbsentCell> = fc.constantFrom({ state: 'withheld' } as const, { state: 'absent' } as const);

export const cells: fc.Arbitrary<PublishedCell> = fc.oneof(
  { weight: 5, arbitrary: shownCells },
  { weight: 1, arbitrary: hiddenCells },
);

export const readers: fc.Arbitrary<Reader> = fc.constantFrom('team-manager', 'quality-staff', 'director', 'administrator');

export const units: fc.Arbitrary<string> = fc.constantFrom('Zuid', 'Ambulant Noord', 'Jeugd & Gezin', 'Team ’t Veer', 'Oost\nWest', '');

/** What stands in a sentence for the names above. */
export const UNIT_NAMES: readonly (Wording | string)[] = [
  ...['Zuid', 'Ambulant Noord', 'Jeugd & Gezin', 'Team ’t Veer', 'Oost West'],
  { nl: 'dit team', en: 'this team' },
];

/** The breakdowns that a comparison can allow for, by their names. */
const BREAKDOWN_NAMES: readonly Wording[] = findBreakdowns()
  .filter(({ appliesTo }) => appliesTo === 'block-counts')
  .map(({ name }) => name);

const ratios = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(200), fc.nat(900)).map(([ratio, below, above]) => ({
  state: 'published' as const,
  ratio: ratio / 100,
  lower: Math.max(0, ratio - below) / 100,
  upper: (ratio + above) / 100,
}));

export const allowances: fc.Arbitrary<AllowingFor> = fc
  .tuple(fc.constantFrom(...BREAKDOWN_NAMES), fc.oneof({ weight: 4, arbitrary: ratios }, { weight: 1, arbitrary: fc.constant({ state: 'not-available' as const }) }))
  .map(([name, outcome]) => ({ breakdown: { name }, outcome }));

/** The three numbers of a ratio, where there is one. */
export function decimalsOf(allowingFor: AllowingFor | null): readonly number[] {
  if (allowingFor === null || allowingFor.outcome.state !== 'published') return [];
  const { ratio, lower, upper } = allowingFor.outcome;
  return [ratio, lower, upper];
}

/** One arbitrary a measure, over every measure that has figures. */
export function eachMeasure<Item>(said: (measure: Measure) => fc.Arbitrary<Item>): readonly fc.Arbitrary<Item>[] {
  return CATALOGUE.filter(hasCells).map(said);
}

/** The counts a cell must be told with, and the numbers that follow from it: percentage, the bands of none and all, hours per 100. */
export function numbersOf(measure: Measure | null, cell: PublishedCell): Required<Pick<Said, 'n' | 'numbers'>> {
  if (cell.state !== 'shown') return { n: [], numbers: [] };
  const { numerator, denominator } = cell;
  if (measure?.kind === 'reflection-hours') return { n: [denominator], numbers: [100, 5, 5 * Math.round((100 * numerator) / denominator / 5)] };
  const isBand = numerator === 0 || numerator === denominator;
  const band = isBand ? [0, Math.min(2, denominator), Math.max(0, denominator - 2)] : [1, 99];
  return { n: isBand ? [denominator] : [numerator, denominator], numbers: [numerator, Math.round((100 * numerator) / denominator), ...band] };
}

/** As {@link numbersOf}, for a count that may also be exact, so that none and all are numbers with a percentage. */
export function numbersOfExact(cell: PublishedCell): Required<Pick<Said, 'n' | 'numbers'>> {
  const { n, numbers } = numbersOf(null, cell);
  return { n, numbers: [...n, ...numbers, 0, 1, 99, 100] };
}

/** What a middle may be said as: a percentage, or hours per 100 reflections. */
export function usualNumbers(usual: number): readonly number[] {
  return [Math.round(100 * usual), 1, 99, 100, 5, 5 * Math.round((100 * usual) / 5)];
}

/** The ends of the three bands of a rare count. */
export const RARE_NUMBERS: readonly number[] = [0, 1, 2, 4, 5];

/** Counts of a diary or a worklist. */
export const smallCounts: fc.Arbitrary<number> = fc.nat(1500);

/** A maker of sentences, with one or more sources of results. */
export function sentence(exported: string, ...results: readonly fc.Arbitrary<Said>[]): SentenceMaker {
  return { exported, makes: 'sentence', results };
}

/** The name of a breakdown as it stands in a sentence. */
export function breakdownNames(allowingFor: AllowingFor | null): NonNullable<Said['names']> {
  return allowingFor === null ? [] : [inBoth((language) => innerNameForm(allowingFor.breakdown.name, language))];
}

/** Counts and numbers of several figures in one text. */
export function together(...parts: readonly Pick<Said, 'n' | 'numbers'>[]): Required<Pick<Said, 'n' | 'numbers'>> {
  return { n: parts.flatMap(({ n = [] }) => n), numbers: parts.flatMap(({ numbers = [] }) => numbers) };
}

/** Whether there is a figure. */
export function isShown(cell: PublishedCell | null): boolean {
  return cell?.state === 'shown';
}
