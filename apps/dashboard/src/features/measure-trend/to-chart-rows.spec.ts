import { describe, expect, it } from '@jest/globals';
import type { MeasureTrendQuery } from '../../graphql/generated/graphql';
import { shownTotals, toTrend } from './to-chart-rows';
import { ANSWER } from './trend-fixture';

type ApiTrend = MeasureTrendQuery['measureTrend'];

function answerWith(change: { periods?: Partial<ApiTrend['periods']>; unit?: ApiTrend['unit'] }): MeasureTrendQuery {
  const { measureTrend } = ANSWER;
  return { measureTrend: { ...measureTrend, unit: change.unit ?? measureTrend.unit, periods: { ...measureTrend.periods, ...change.periods } } };
}

describe('toTrend', () => {
  it('keeps zero a shown figure with share 0', () => {
    expect(toTrend(ANSWER).rows[1]?.figure).toMatchObject({ state: 'shown', numerator: 0, denominator: 20, share: 0 });
  });

  it('gives absent and withheld periods no number at all', () => {
    const { rows } = toTrend(ANSWER);
    expect(rows[3]?.figure).toEqual({ state: 'absent' });
    expect(rows[4]?.figure).toEqual({ state: 'withheld' });
  });

  it('drops a number that comes with a withheld period', () => {
    const leaking = answerWith({ periods: { numerators: [18, 0, 300, null, 4, 0], denominators: [40, 20, 1200, null, 9, 0], reflections: [41, 22, 1240, null, 9, 12] } });
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
    const { measureTrend } = ANSWER;
    const marks = ['ABOVE_LIMIT', 'BELOW_LIMIT', 'TWO_IN_THREE_ABOVE', 'TWO_IN_THREE_BELOW', 'SHIFT_ABOVE', 'SHIFT_BELOW'] as const;
    expect(toTrend({ measureTrend: { ...measureTrend, chart: { ...measureTrend.chart, marks: [...marks] } } }).chart.marks).toEqual([
      'above-limit', 'below-limit', 'two-in-three-above', 'two-in-three-below', 'shift-above', 'shift-below',
    ]);
  });

  it('names the publication unit only when it is not the team alone', () => {
    expect(toTrend(ANSWER).publishedWith).toBeNull();
    expect(toTrend(answerWith({ unit: { ...ANSWER.measureTrend.unit, name: 'Ambulant Noord + Kop' } })).publishedWith).toBe('Ambulant Noord + Kop');
    expect(toTrend(answerWith({ unit: { code: 'AN1-AN2', name: 'Noord en Kop', closedThrough: null } }))).toMatchObject({ publishedWith: 'Noord en Kop', closed: false });
  });

  it('refuses a shown period without a count', () => {
    expect(() => toTrend(answerWith({ periods: { numerators: [null, 0, 300, null, null, 0] } }))).toThrow('period 0 is shown without counts');
    expect(() => toTrend(answerWith({ periods: { denominators: [40] } }))).toThrow('period 1 is shown without counts');
    expect(() => toTrend(answerWith({ periods: { reflections: [] } }))).toThrow('period 0 is shown without its reflections');
  });

  it('refuses a period without a state or without months', () => {
    expect(() => toTrend(answerWith({ periods: { states: ['SHOWN'] } }))).toThrow('period 1');
    expect(() => toTrend(answerWith({ periods: { through: ['2025-13'] } }))).toThrow('period 0 has no months');
  });
});

describe('shownTotals', () => {
  it('adds up shown periods only', () => {
    expect(shownTotals(toTrend(ANSWER).rows)).toEqual({ reflections: 1315, considered: 1260 });
  });

  it('is null, not zero, when nothing is shown', () => {
    expect(shownTotals(toTrend(ANSWER).rows.slice(3, 5))).toBeNull();
  });
});
