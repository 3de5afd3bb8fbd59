import { describe, expect, it } from '@jest/globals';
import { addMonths, parseMonth, type Month } from '../../period/month.js';
import { shareChart, type PublishedPeriod } from '../spc/share-chart.js';
import { postedShareVariation } from './posted-share-variation.js';

function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`${text} is no month`);
  return parsed;
}

const START = month('2020-01');

function quarters(numerators: readonly number[], change: (index: number) => Partial<PublishedPeriod> = () => ({})): readonly PublishedPeriod[] {
  return numerators.map((numerator, index) => ({ from: addMonths(START, 3 * index), through: addMonths(START, 3 * index + 2), cell: { state: 'shown', numerator, denominator: 60 }, ...change(index) }));
}

function marksOf(periods: readonly PublishedPeriod[], period?: 'quarter') {
  const chart = shareChart(periods, { variation: postedShareVariation('count'), ...(period === undefined ? {} : { period }) });
  if (!chart.ok) throw new Error(chart.fault.code);
  return chart.value.marks;
}

describe('how a published share varies', () => {
  it('adds 4/3 for the count and share squared times 4/3 for the denominator, where n is large', () => {
    expect(postedShareVariation('count').publishedVariance(0.3, 600, 1)).toBeCloseTo((4 / 3) * (1 + 0.09), 6);
  });

  it('is that of what lacks where the shortfall is posted', () => {
    expect(postedShareVariation('shortfall').publishedVariance(0.9, 600, 1)).toBeCloseTo((4 / 3) * (1 + 0.01), 6);
    expect(postedShareVariation('shortfall').publishedVariance(0.9, 40, 1)).toBeCloseTo(postedShareVariation('count').publishedVariance(0.1, 40, 1), 9);
  });

  it('adds up over the units of a sum', () => {
    expect(postedShareVariation('count').publishedVariance(0.3, 6000, 10)).toBeCloseTo(10 * postedShareVariation('count').publishedVariance(0.3, 600, 1), 9);
  });

  it('has a width at none and all, and never shrinks the limits of a chart', () => {
    for (const centre of [0, 1]) expect(postedShareVariation('count').publishedVariance(centre, 30, 1)).toBeGreaterThanOrEqual(0);
    const periods = quarters(Array.from({ length: 14 }, () => 12));
    const [plain, posted] = [shareChart(periods), shareChart(periods, { variation: postedShareVariation('count') })];
    if (!plain.ok || !posted.ok) throw new Error('no chart');
    expect(posted.value.upper[0] ?? 0).toBeGreaterThan(plain.value.upper[0] ?? 1);
    expect(posted.value.lower[0] ?? 1).toBeLessThan(plain.value.lower[0] ?? 0);
  });
});

describe('the run rules of a chart of quarters', () => {
  const high = [...Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 9 : 12)), ...Array.from({ length: 7 }, () => 15)];

  it('look at quarters that follow each other', () => {
    expect(marksOf(quarters(high), 'quarter').slice(-7)).toEqual(Array.from({ length: 7 }, () => 'shift-above'));
    expect(marksOf(quarters(high)).slice(-7)).toEqual(Array.from({ length: 7 }, () => null));
  });

  it('do not look past a quarter that also holds months of the one before', () => {
    const merged = quarters(high, (index) => (index === 13 ? { isMerged: true } : {}));
    const reachingBack = quarters(high, (index) => {
      if (index === 12) return { through: addMonths(START, 3 * index + 1) };
      return index === 13 ? { from: addMonths(START, 3 * index - 1) } : {};
    });
    for (const periods of [merged, reachingBack]) expect(marksOf(periods, 'quarter').slice(-7)).toEqual(Array.from({ length: 7 }, () => null));
  });
});
