import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../measure/catalogue.js';
import type { PublishedCell } from '../publication/published-cell.js';
import { hasCells, hoursFigure, isFigure, measureFigure, shareFigure, usualFigure } from './figure-phrase.js';
import { measureOf, shown } from './testing/results.js';

const WITHHELD: PublishedCell = { state: 'withheld' };
const ABSENT: PublishedCell = { state: 'absent' };

describe('the figure of a measure', () => {
  it.each([
    ['PITFALL_COALITION', shown(18, 40), '18 van 40 reflecties (45 %)'],
    ['PITFALL_COALITION', shown(0, 12), '0 tot 2 van 12 reflecties'],
    ['CHILD_ATTENTION', shown(12, 12), '10 tot 12 van 12 reflecties'],
    ['SUPPORT_HELD', shown(0, 6), '0 van 6 geplande momenten (0 %)'],
    ['SUPPORT_HELD', shown(1, 1), '1 van 1 gepland moment (100 %)'],
    ['SUPPORT_REACH_SUPERVISION', shown(32, 32), '32 van 32 teamkwartalen (100 %)'],
    ['COMPLETENESS', shown(1080, 1200), '1.080 van 1.200 velden (90 %)'],
    ['EXTRA_HOURS', shown(85, 240), '35 uur per 100 reflecties (n = 240)'],
    ['EXTRA_HOURS', shown(23, 40), '60 uur per 100 reflecties (n = 40)'],
  ] as const)('of %s says what is counted, with n', (code, cell, text) => {
    expect(measureFigure(measureOf(code), cell, 'nl')).toBe(text);
  });

  it('tells withheld, nothing reported and a posted zero apart', () => {
    const said = [WITHHELD, ABSENT, shown(0, 12)].map((cell) => shareFigure(cell, 'reflections', 'nl'));
    expect(said).toEqual(['nog niet te tonen', 'niets aangeleverd', '0 tot 2 van 12 reflecties']);
    expect([WITHHELD, ABSENT, shown(0, 12)].map((cell) => hoursFigure(cell, 'en'))).toEqual(['not to be shown yet', 'nothing reported', 'fewer than 5 hours per 100 reflections (n = 12)']);
  });

  it('of no reflections at all is nothing reported, not a share', () => {
    expect(shareFigure(shown(0, 0), 'reflections', 'nl')).toBe('niets aangeleverd');
    expect([shown(0, 0), shown(0, 1), WITHHELD, ABSENT].map(isFigure)).toEqual([false, true, false, false]);
  });

  it('does not exist for a number of weeks and for a band', () => {
    const without = CATALOGUE.filter((measure) => !hasCells(measure));
    expect(without.map(({ code }) => code)).toEqual(['WEEKS_SINCE_SUPPORT', 'PARTICIPATION']);
    for (const measure of without) expect(() => measureFigure(measure, shown(3, 12), 'nl')).toThrow(RangeError);
  });
});

describe('usualFigure', () => {
  it.each([
    [0.25, '25 %', '25%'],
    [0, 'minder dan 1 %', 'less than 1%'],
    [1, 'meer dan 99 %', 'more than 99%'],
  ])('says a middle of %d without claiming none or all', (usual, nl, en) => {
    expect(usualFigure(measureOf('PITFALL_COALITION'), usual, 'nl')).toBe(nl);
    expect(usualFigure(measureOf('PITFALL_COALITION'), usual, 'en')).toBe(en);
  });

  it('says hours per 100 reflections for hours', () => {
    expect(usualFigure(measureOf('EXTRA_HOURS'), 0.2, 'nl')).toBe('20 uur per 100 reflecties');
  });
});
