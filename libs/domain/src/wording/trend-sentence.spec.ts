import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findMeasure } from '../measure/catalogue.js';
import type { Measure } from '../measure/measure.js';
import { addMonths, parseMonth, type Month } from '../period/month.js';
import type { PublishedCell } from '../publication/published-cell.js';
import type { Language } from '../shared/wording.js';
import type { PublishedPeriod } from '../statistics/spc/share-chart.js';
import { chartOf } from './testing/trends.js';
import { trendSentence } from './trend-sentence.js';

const LANGUAGES: readonly Language[] = ['nl', 'en'];
const WITHHELD: PublishedCell = { state: 'withheld' };
const ABSENT: PublishedCell = { state: 'absent' };

function measure(code: string): Measure {
  const found = findMeasure(code);
  if (found === null) throw new Error(`no measure ${code}`);
  return found;
}

function start(): Month {
  const month = parseMonth('2024-01');
  if (month === null) throw new Error('no month');
  return month;
}

const shown = (numerator: number, denominator = 20): PublishedCell => ({ state: 'shown', numerator, denominator });
const repeat = <Item>(length: number, item: Item): Item[] => Array.from({ length }, () => item);

function months(cells: readonly PublishedCell[]): PublishedPeriod[] {
  return cells.map((cell, index) => ({ from: addMonths(start(), index), through: addMonths(start(), index), cell }));
}

function sentence(cells: readonly PublishedCell[], language: Language = 'nl'): string {
  const periods = months(cells);
  return trendSentence(periods, chartOf(periods), language);
}

const cells = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ denominator: fc.nat(60), part: fc.nat(100) }).map(({ denominator, part }) => shown(Math.floor((denominator * part) / 100), denominator)) },
    { weight: 1, arbitrary: fc.constant(WITHHELD) },
    { weight: 1, arbitrary: fc.constant(ABSENT) },
  ),
  { maxLength: 40 },
);
const language = fc.constantFrom(...LANGUAGES);
/** Twelve quiet months and what comes after them. */
const SIGNALS: readonly [string, readonly PublishedCell[]][] = [
  ['above the lines', [...repeat(12, shown(4)), shown(16)]],
  ['below the lines', [...repeat(12, shown(16)), shown(4)]],
  ['seven months above the middle', [...repeat(7, shown(4)), ...repeat(7, shown(6))]],
  ['seven months below the middle', [...repeat(7, shown(6)), ...repeat(7, shown(4))]],
];

describe('trendSentence', () => {
  it('says what was noticed, of how many, in which month', () => {
    expect(sentence(repeat(3, shown(5)))).toBe('mrt 2024: 5 van 20 reflecties (25 %). Er zijn nog te weinig punten om iets over een verloop te zeggen.');
    expect(sentence(repeat(3, shown(5)), 'en')).toBe('Mar 2024: 5 of 20 reflections (25%). There are too few points yet to say anything about a course over time.');
  });

  it('says that there is nothing to show, without a figure and without a reason', () => {
    for (const none of [[], [WITHHELD, WITHHELD], [ABSENT], [shown(0, 0)], [WITHHELD, ABSENT, shown(0, 0)]]) {
      expect(sentence(none)).toBe('Voor deze periode is nog geen cijfer te tonen.');
      expect(sentence(none, 'en')).toBe('There is no figure to show for this period yet.');
    }
  });

  it('tells a posted none and a posted all as a band, without a percentage', () => {
    expect(sentence([shown(0)])).toMatch(/^jan 2024: 0 tot 2 van 20 reflecties\. /);
    expect(sentence([shown(20)], 'en')).toMatch(/^Jan 2024: 18 to 20 of 20 reflections\. /);
  });

  it('writes large counts with the separator of the language', () => {
    expect(sentence([shown(1200, 4800)])).toContain('1.200 van 4.800 reflecties (25 %)');
    expect(sentence([shown(1200, 4800)], 'en')).toContain('1,200 of 4,800 reflections (25%)');
  });

  it('speaks about the last shown period when later ones are hidden', () => {
    expect(sentence([shown(4), shown(7), WITHHELD, ABSENT])).toContain('feb 2024: 7 van 20');
  });

  it('reads the mark of the period it speaks about', () => {
    expect(sentence([...repeat(12, shown(4)), shown(16), WITHHELD])).toContain('boven de lijnen');
  });

  it('names the month that stood out most recently when the last one does not', () => {
    const quiet = [...repeat(12, shown(4)), shown(16), shown(4)];
    expect(sentence(quiet)).toBe(
      'feb 2025: 4 van 20 reflecties (20 %). Dat is binnen wat we hier gewend zijn. Kort geleden boven de lijnen: jan 2025, 16 van 20 reflecties (80 %). Weten we nog wat er toen speelde?',
    );
    expect(sentence(quiet, 'en')).toMatch(/ Recently above the lines: Jan 2025, 16 of 20 reflections \(80%\)\. Do we remember what was going on then\?$/);
  });

  it('names all months of a run that ended, with the n of all of them', () => {
    const ended = [...repeat(9, shown(6)), ...repeat(7, shown(4)), shown(9)];
    expect(sentence(ended)).toMatch(/ Kort geleden een reeks onder het midden: okt 2024–apr 2025, n = 140\. /);
  });

  it('looks back six shown months, the last one included, and not one further', () => {
    const since = (quiet: number) => sentence([...repeat(12, shown(4)), shown(16), ...repeat(quiet, shown(5))]);
    expect(since(5)).toContain('Kort geleden boven de lijnen: jan 2025');
    expect(since(6)).not.toContain('Kort geleden');
  });

  it('does not count months without a figure among those six', () => {
    expect(sentence([...repeat(12, shown(4)), shown(16), ...repeat(3, WITHHELD), ...repeat(5, shown(5)), ABSENT])).toContain('Kort geleden boven de lijnen: jan 2025');
  });

  it('asks what helped when a measure of which more is better lies above the lines', () => {
    const periods = months([...repeat(12, shown(4)), shown(16)]);
    expect(trendSentence(periods, chartOf(periods), 'nl', measure('CHILD_ATTENTION'))).toMatch(/ Wat hielp hierbij\?$/);
  });

  it('asks the reader who needs the measure first when it lies on the side that asks for support', () => {
    const periods = months([...repeat(12, shown(16)), shown(4)]);
    expect(trendSentence(periods, chartOf(periods), 'nl', measure('CHILD_ATTENTION'))).toMatch(/ Welk team vragen we deze week wat er nodig is om dit vaker te laten lukken\?$/);
  });

  it('calls the lines of six to twelve points provisional', () => {
    for (const length of [6, 12]) expect(sentence(repeat(length, shown(4)))).toContain('voorlopig');
    expect(sentence(repeat(13, shown(4)))).not.toContain('voorlopig');
  });

  it('never compares two points, however far apart they are', () => {
    expect(sentence([shown(0), shown(20)])).toBe('feb 2024: 18 tot 20 van 20 reflecties. Er zijn nog te weinig punten om iets over een verloop te zeggen.');
  });

  it('names the months of a merged block', () => {
    const periods = [{ from: start(), through: addMonths(start(), 2), cell: shown(5) }];
    expect(trendSentence(periods, chartOf(periods), 'nl')).toMatch(/^1e kwartaal 2024: 5 van 20/);
  });

  it.each(SIGNALS)('ends in a question in both languages when the last month lies %s', (_, list) => {
    for (const one of LANGUAGES) expect(sentence(list, one)).toMatch(/\?$/);
  });

  it.each(SIGNALS)('says in words of its own that the last month lies %s', (_, list) => {
    const others = SIGNALS.filter(([, other]) => other !== list).map(([, other]) => sentence(other).replace(/^.*?\)\. /, ''));
    expect(others).not.toContain(sentence(list).replace(/^.*?\)\. /, ''));
  });

  it('asks to look at case-mix and recording first when a month lies outside the lines', () => {
    for (const [, list] of SIGNALS.slice(0, 2)) {
      expect(sentence(list)).toContain('kijk eerst naar samenstelling en registratie');
      expect(sentence(list, 'en')).toContain('first look at case-mix and recording');
    }
  });

  it('asks nothing when there is no signal', () => {
    for (const one of LANGUAGES) expect(sentence(repeat(15, shown(4)), one)).not.toContain('?');
  });

  it('is the same whether a later month is withheld or absent', () => {
    fc.assert(
      fc.property(cells, language, (list, one) => {
        expect(sentence([...list, WITHHELD], one)).toBe(sentence([...list, ABSENT], one));
      }),
    );
  });
});
