import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addMonths, parseMonth, type Month } from '../period/month.js';
import type { PublishedCell } from '../publication/published-cell.js';
import type { Language } from '../shared/wording.js';
import { shareChart, type PublishedPeriod } from '../statistics/spc/share-chart.js';
import { sharePercent, trendSentence } from './trend-sentence.js';

const LANGUAGES: readonly Language[] = ['nl', 'en'];
const WITHHELD: PublishedCell = { state: 'withheld' };
const ABSENT: PublishedCell = { state: 'absent' };

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
  return trendSentence(periods, shareChart(periods), language);
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
/** Periods of one to four months, one after the other. */
const periodLists = fc.tuple(cells, fc.array(fc.nat(3), { minLength: 40, maxLength: 40 })).map(([list, extra]) => {
  let next = start();
  return list.map((cell, index): PublishedPeriod => {
    const from = next;
    const through = addMonths(from, extra[index] ?? 0);
    next = addMonths(through, 1);
    return { from, through, cell };
  });
});

/** Twelve quiet months and what comes after them. */
const SIGNALS: readonly [string, readonly PublishedCell[]][] = [
  ['above the lines', [...repeat(12, shown(4)), shown(16)]],
  ['below the lines', [...repeat(12, shown(16)), shown(4)]],
  ['seven months above the middle', [...repeat(7, shown(4)), ...repeat(7, shown(6))]],
  ['seven months below the middle', [...repeat(7, shown(6)), ...repeat(7, shown(4))]],
];

describe('sharePercent', () => {
  it.each([
    [0, 12, '0 %'],
    [3, 12, '25 %'],
    [1, 3, '33 %'],
    [2, 3, '67 %'],
    [1, 8, '13 %'],
    [12, 12, '100 %'],
  ])('writes %i of %i as %s', (numerator, denominator, text) => {
    expect(sharePercent(numerator, denominator)).toBe(text);
  });
});

describe('trendSentence', () => {
  it('says what was noticed, of how many, in which month', () => {
    expect(sentence(repeat(3, shown(5)))).toBe('mrt 2024: opgemerkt in 5 van 20 reflecties (25 %). Er zijn nog te weinig maanden om iets over een verloop te zeggen.');
    expect(sentence(repeat(3, shown(5)), 'en')).toBe('Mar 2024: noticed in 5 of 20 reflections (25 %). There are too few months yet to say anything about a course over time.');
  });

  it('says that there is nothing to show, without a figure and without a reason', () => {
    for (const none of [[], [WITHHELD, WITHHELD], [ABSENT], [shown(0, 0)], [WITHHELD, ABSENT, shown(0, 0)]]) {
      expect(sentence(none)).toBe('Voor deze maanden is nog geen cijfer te tonen.');
      expect(sentence(none, 'en')).toBe('There is no figure to show for these months yet.');
    }
  });

  it('tells zero as a figure', () => {
    expect(sentence([shown(0)])).toContain('0 van 20 reflecties (0 %)');
  });

  it('speaks about the last shown period when later ones are hidden', () => {
    expect(sentence([shown(4), shown(7), WITHHELD, ABSENT])).toContain('feb 2024: opgemerkt in 7 van 20');
  });

  it('reads the mark of the period it speaks about', () => {
    const quiet = sentence([...repeat(12, shown(4)), shown(16), shown(4)]);
    expect(quiet).toContain('binnen wat we hier gewend zijn');
    const stillAbove = sentence([...repeat(12, shown(4)), shown(16), WITHHELD]);
    expect(stillAbove).toContain('boven de lijnen');
  });

  it('calls the lines of six to twelve points provisional', () => {
    for (const length of [6, 12]) expect(sentence(repeat(length, shown(4)))).toContain('voorlopig');
    expect(sentence(repeat(13, shown(4)))).not.toContain('voorlopig');
  });

  it('never compares two points, however far apart they are', () => {
    expect(sentence([shown(0), shown(20)])).toBe('feb 2024: opgemerkt in 20 van 20 reflecties (100 %). Er zijn nog te weinig maanden om iets over een verloop te zeggen.');
  });

  it('names the months of a merged block', () => {
    const periods = [{ from: start(), through: addMonths(start(), 2), cell: shown(5) }];
    expect(trendSentence(periods, shareChart(periods), 'nl')).toMatch(/^jan–mrt 2024: opgemerkt in 5 van 20/);
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

  it('names n beside every figure, and holds no number that was not shown', () => {
    fc.assert(
      fc.property(periodLists, language, (periods, one) => {
        const text = trendSentence(periods, shareChart(periods), one);
        const last = periods.findLast(({ cell }) => cell.state === 'shown' && cell.denominator > 0);
        const numbers: readonly string[] = text.match(/\d+/g) ?? [];
        if (last === undefined || last.cell.state !== 'shown') {
          expect(numbers).toEqual([]);
          return;
        }
        const { numerator, denominator } = last.cell;
        const years = new Set([last.from.slice(0, 4), last.through.slice(0, 4)]);
        const percent = sharePercent(numerator, denominator).replace(' %', '');
        expect(numbers).toEqual([...years, String(numerator), String(denominator), percent]);
        expect(text).toContain(one === 'nl' ? `van ${denominator} reflecties` : `of ${denominator} reflections`);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whether a later month is withheld or absent', () => {
    fc.assert(
      fc.property(cells, language, (list, one) => {
        expect(sentence([...list, WITHHELD], one)).toBe(sentence([...list, ABSENT], one));
      }),
    );
  });

  it('is written in another language in English than in Dutch', () => {
    fc.assert(
      fc.property(cells, (list) => {
        expect(sentence(list, 'nl')).not.toBe(sentence(list, 'en'));
      }),
    );
  });
});
