import { describe, expect, it } from '@jest/globals';
import { shownReflections, toTrend } from './to-chart-rows';
import { ANSWER, answerWith, HOURS, RARE } from './trend-fixture';

type Periods = typeof ANSWER.measureTrend.periods;

const withPeriods = (change: Partial<Periods>) => answerWith({ periods: { ...ANSWER.measureTrend.periods, ...change } });

describe('toTrend', () => {
  it('keeps zero a shown figure, drawn at 0 and read as 0 to 2', () => {
    expect(toTrend(ANSWER).rows[1]?.figure).toMatchObject({ state: 'shown', numerator: 0, denominator: 20, share: 0, band: { from: 0, through: 2 } });
  });

  it('gives absent and withheld periods no number at all', () => {
    const { rows } = toTrend(ANSWER);
    expect(rows[3]?.figure).toEqual({ state: 'absent' });
    expect(rows[4]?.figure).toEqual({ state: 'withheld' });
  });

  it('drops a number that comes with a withheld period', () => {
    const leaking = withPeriods({ numerators: [18, 0, 300, null, 4, 0], denominators: [40, 20, 1200, null, 9, 0], reflections: [41, 22, 1240, null, 9, 12] });
    expect(toTrend(leaking).rows[4]?.figure).toEqual({ state: 'withheld' });
    expect(toTrend(leaking).periods[4]?.cell).toEqual({ state: 'withheld' });
  });

  it('lets a merged period span its months and the next one follow it', () => {
    const places = toTrend(ANSWER).rows.map(({ start, end }) => [start, end]);
    expect(places).toEqual([[0, 1], [1, 2], [2, 5], [5, 6], [6, 7], [7, 8]]);
  });

  it('gives a period in which nothing was considered no share', () => {
    expect(toTrend(ANSWER).rows[5]?.figure).toMatchObject({ state: 'shown', denominator: 0, share: null });
  });

  it('carries limits and signals in the words of the domain', () => {
    const { rows, chart } = toTrend(ANSWER);
    expect(rows[0]?.figure).toMatchObject({ lower: 0.05, upper: 0.43, signal: 'above-limit' });
    expect(chart).toMatchObject({ stage: 'full', centre: 0.25 });
  });

  it('knows every mark of the API by its own word', () => {
    const marks = ['ABOVE_LIMIT', 'BELOW_LIMIT', 'TWO_IN_THREE_ABOVE', 'TWO_IN_THREE_BELOW', 'SHIFT_ABOVE', 'SHIFT_BELOW'] as const;
    expect(toTrend(answerWith({ chart: { stage: 'FULL', centre: null, lower: [], upper: [], marks: [...marks] } })).chart?.marks).toEqual([
      'above-limit', 'below-limit', 'two-in-three-above', 'two-in-three-below', 'shift-above', 'shift-below',
    ]);
  });

  it('names the publication unit only when it is not the team alone', () => {
    expect(toTrend(ANSWER).publishedWith).toBeNull();
    expect(toTrend(answerWith({ unit: { code: 'AN1', name: 'Ambulant Noord + Kop' } })).publishedWith).toBe('Ambulant Noord + Kop');
    expect(toTrend(answerWith({ unit: { code: 'AN1-AN2', name: 'Noord en Kop' }, closedThrough: null }))).toMatchObject({ publishedWith: 'Noord en Kop', closed: false });
  });

  it('refuses a shown period without a count', () => {
    expect(() => toTrend(withPeriods({ numerators: [null, 0, 300, null, null, 0] }))).toThrow('period 0 is shown without counts');
    expect(() => toTrend(withPeriods({ denominators: [40] }))).toThrow('period 1 is shown without counts');
    expect(() => toTrend(withPeriods({ reflections: [] }))).toThrow('period 0 is shown without its reflections');
  });

  it('refuses a period without a state or without months', () => {
    expect(() => toTrend(withPeriods({ states: ['SHOWN'] }))).toThrow('period 1');
    expect(() => toTrend(withPeriods({ through: ['2025-13'] }))).toThrow('period 0 has no months');
  });

  it('keeps a band without a count, and gives neither it nor hours a share', () => {
    expect(toTrend(RARE).rows[0]?.figure).toMatchObject({ state: 'shown', numerator: null, band: { from: 1, through: 5 }, share: null });
    expect(toTrend(RARE)).toMatchObject({ chart: null, period: 'HALF_YEAR', figureUnit: 'BAND_OF_REFLECTIONS' });
    expect(toTrend(HOURS).rows[0]?.figure).toMatchObject({ numerator: 45, denominator: 60, share: null });
  });

  it('refuses a band without its ends', () => {
    expect(() => toTrend({ measureTrend: { ...RARE.measureTrend, periods: { ...RARE.measureTrend.periods, bands: [] } } })).toThrow('period 0 is shown without counts');
  });
});

describe('shownReflections', () => {
  it('adds up shown periods only', () => {
    expect(shownReflections(toTrend(ANSWER).rows)).toBe(1315);
  });

  it('is null, not zero, when nothing is shown', () => {
    expect(shownReflections(toTrend(ANSWER).rows.slice(3, 5))).toBeNull();
  });
});
