import fc from 'fast-check';
import type { ParticipationBand } from '../../measure/participation-band.js';
import { ageBands, parseOverdueAfter } from '../../alert/alert-age.js';
import { addDays } from '../../period/calendar-days.js';
import { halfYearOf } from '../../period/half-year.js';
import { addMonths, firstDayOf, monthOf, type Month } from '../../period/month.js';
import { quarterOf } from '../../period/quarter.js';
import type { NumberBand } from '../../publication/figure-reading.js';
import type { PublishedCell } from '../../publication/published-cell.js';
import {
  alertAgeForm,
  bandForm,
  participationForm,
  partForm,
  postedCountForm,
  rareBandForm,
  spokenBandForm,
  spokenRareBandForm,
  zeroBandForm,
} from '../band-form.js';
import { dateForm, halfYearForm, quarterForm, weekForm } from '../date-form.js';
import { hoursFigure, measureFigure, shareFigure, usualFigure, type CountedThing } from '../figure-phrase.js';
import { innerNameForm, quotedNameForm, unitNameForm, unitNamesForm } from '../name-form.js';
import { countForm, decimalForm, hoursForm, ratioForm, sharePercent } from '../number-form.js';
import { periodLabel, type MonthsOfFigure } from '../period-label.js';
import { bandFigure, rareFigure } from '../rare-sentence.js';
import {
  cells,
  eachMeasure,
  inBoth,
  months,
  numbersOf,
  numbersOfExact,
  periods,
  RARE_NUMBERS,
  rareCells,
  shownCells,
  UNIT_NAMES,
  units,
  usualNumbers,
  type Said,
  type SentenceMaker,
} from './sentence-maker.js';

const counts = fc.nat(2_000_000);
const dates = fc.tuple(months, fc.nat(27)).map(([month, days]) => addDays(firstDayOf(month), days));
const counted = fc.constantFrom<CountedThing>('reflections', 'fields', 'sessions', 'team-quarters', 'teams');
const ageBandsOfSettings = fc.integer({ min: 1, max: 60 }).chain((days) => {
  const after = parseOverdueAfter(days);
  if (after === null) throw new Error('no setting');
  return fc.constantFrom(...ageBands(after));
});

/** The bands that there are: of none, of all, and of a rare measure. */
const numberBands = fc.oneof(fc.nat(900).map((count) => ({ from: count, through: count + 2 })), fc.constantFrom({ from: 1, through: 5 }, { from: 4, through: null }));

function endsOf({ from, through }: NumberBand): readonly number[] {
  return through === null ? [from] : [from, through];
}

const WEEKS = Array.from({ length: 53 }, (_, week) => week + 1);

function around(month: Month, margin: number): MonthsOfFigure {
  return { from: addMonths(month, -margin), through: addMonths(month, margin) };
}

function form(exported: string, ...results: readonly fc.Arbitrary<Omit<Said, 'leads'>>[]): SentenceMaker {
  return { exported, makes: 'form', results: results.map((result) => result.map((said) => ({ leads: false, ...said }))) };
}

function hoursNumbers(cell: PublishedCell): readonly number[] {
  return cell.state === 'shown' ? [100, 5, 5 * Math.round((100 * cell.numerator) / cell.denominator / 5)] : [];
}

const OF_NUMBERS: readonly SentenceMaker[] = [
  form('countForm', counts.map((count) => ({ text: inBoth((language) => countForm(count, language)), n: [count] }))),
  form('decimalForm', counts.map((count) => ({ text: inBoth((language) => decimalForm(count / 100, 2, language)), decimals: [count / 100] }))),
  form(
    'ratioForm',
    fc.tuple(counts, counts, counts).map((parts) => {
      const [ratio = 0, lower = 0, upper = 0] = parts.map((part) => part / 100);
      return { text: inBoth((language) => ratioForm({ ratio, lower, upper }, language)), decimals: [ratio, lower, upper] };
    }),
  ),
  form('hoursForm', counts.map((hours) => ({ text: inBoth((language) => hoursForm(hours, language)), numbers: [5, 5 * Math.round(hours / 5)] }))),
  form(
    'sharePercent',
    shownCells.map(({ numerator, denominator }) => ({
      text: inBoth((language) => sharePercent(numerator, denominator, language)),
      numbers: [Math.round((100 * numerator) / denominator), 1, 99],
    })),
  ),
];

const OF_DATES: readonly SentenceMaker[] = [
  form('dateForm', dates.map((date) => ({ text: inBoth((language) => dateForm(date, language)), n: [Number(date.slice(8))], periods: [around(monthOf(date), 0)] }))),
  form('weekForm', dates.map((date) => ({ text: inBoth((language) => weekForm(date, language)), numbers: WEEKS, periods: [around(monthOf(date), 1)] }))),
  form('quarterForm', months.map((month) => ({ text: inBoth((language) => quarterForm(quarterOf(month), language)), periods: [around(month, 0)] }))),
  form('halfYearForm', months.map((month) => ({ text: inBoth((language) => halfYearForm(halfYearOf(month), language)), periods: [around(month, 0)] }))),
  form('periodLabel', periods.map((period) => ({ text: inBoth((language) => periodLabel(period.from, period.through, language)), periods: [period] }))),
];

const OF_BANDS: readonly SentenceMaker[] = [
  form('zeroBandForm', fc.constant({ text: inBoth(zeroBandForm), numbers: [0, 2] })),
  form(
    'postedCountForm',
    shownCells.map((cell) => ({ text: inBoth((language) => postedCountForm(cell.numerator, cell.denominator, language)), ...numbersOf(null, cell) })),
  ),
  form(
    'partForm',
    shownCells.map((cell) => ({ text: inBoth((language) => partForm(cell.numerator, cell.denominator, language)), numbers: Object.values(numbersOf(null, cell)).flat() })),
  ),
  form('bandForm', numberBands.map((band) => ({ text: inBoth((language) => bandForm(band, language)), numbers: endsOf(band) }))),
  form('spokenBandForm', numberBands.map((band) => ({ text: inBoth((language) => spokenBandForm(band, language)), numbers: endsOf(band) }))),
  form('bandFigure', fc.tuple(numberBands, fc.integer({ min: 15, max: 900 })).map(([band, n]) => ({ text: inBoth((language) => bandFigure(band, n, language)), n: [n], numbers: endsOf(band) }))),
  form('rareBandForm', rareCells.map(({ numerator }) => ({ text: inBoth((language) => rareBandForm(numerator, language)), numbers: RARE_NUMBERS }))),
  form('spokenRareBandForm', rareCells.map(({ numerator }) => ({ text: inBoth((language) => spokenRareBandForm(numerator, language)), numbers: RARE_NUMBERS }))),
  form(
    'rareFigure',
    rareCells.map(({ numerator, denominator }) => ({ text: inBoth((language) => rareFigure(numerator, denominator, language)), n: [denominator], numbers: RARE_NUMBERS })),
  ),
  form(
    'participationForm',
    fc.constantFrom<ParticipationBand>('fewer-than-half', 'half-to-three-quarters', 'at-most-three-quarters', 'most').map((band) => ({ text: inBoth((language) => participationForm(band, language)) })),
  ),
  form(
    'alertAgeForm',
    ageBandsOfSettings.map((band) => ({ text: inBoth((language) => alertAgeForm(band, language)), numbers: [band.from, Math.max(0, band.from - 1), band.through ?? 0] })),
  ),
];

const OF_FIGURES: readonly SentenceMaker[] = [
  form(
    'measureFigure',
    ...eachMeasure((measure) => cells.map((cell) => ({ text: inBoth((language) => measureFigure(measure, cell, language)), ...numbersOf(measure, cell) }))),
  ),
  form(
    'usualFigure',
    ...eachMeasure((measure) => fc.nat(1000).map((usual) => ({ text: inBoth((language) => usualFigure(measure, usual / 1000, language)), numbers: usualNumbers(usual / 1000) }))),
  ),
  form('shareFigure', fc.tuple(cells, counted).map(([cell, thing]) => ({ text: inBoth((language) => shareFigure(cell, thing, language)), ...numbersOfExact(cell) }))),
  form(
    'hoursFigure',
    cells.map((cell) => ({ text: inBoth((language) => hoursFigure(cell, language)), n: cell.state === 'shown' ? [cell.denominator] : [], numbers: hoursNumbers(cell) })),
  ),
];

const OF_NAMES: readonly SentenceMaker[] = [
  form('unitNameForm', units.map((unit) => ({ text: inBoth((language) => unitNameForm(unit, language)), names: UNIT_NAMES }))),
  form('unitNamesForm', fc.array(units, { minLength: 1, maxLength: 4 }).map((names) => ({ text: inBoth((language) => unitNamesForm(names, language)), names: UNIT_NAMES }))),
  form('quotedNameForm', ...eachMeasure(({ name }) => fc.constant({ text: inBoth((language) => quotedNameForm(name, language)), names: [name] }))),
  form('innerNameForm', ...eachMeasure(({ name }) => fc.constant({ text: inBoth((language) => innerNameForm(name, language)) }))),
];

/** Every function that makes a piece of a sentence. */
export const MAKERS_OF_FORMS: readonly SentenceMaker[] = [...OF_NUMBERS, ...OF_DATES, ...OF_BANDS, ...OF_FIGURES, ...OF_NAMES];
