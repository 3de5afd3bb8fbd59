import { describe, expect, it } from '@jest/globals';
import { parseMonth } from '@rolvast/domain';
import { limitRuns } from './LimitBand';
import { monthTicks } from './month-ticks';
import { shareAxis } from './share-axis';
import { pointOf } from './ShareLine';
import type { SpcFigure, SpcPeriod } from './spc-period';

const SCALES = { x: (month: number) => month * 10, y: (share: number) => 100 - 100 * share, top: 0, bottom: 100, left: 0, right: 100 };

function shown(share: number | null, lower: number | null = 0.1, upper: number | null = 0.4): SpcFigure {
  return { state: 'shown', share, lower, upper, signal: null };
}

function period(start: number, end: number, figure: SpcFigure): SpcPeriod {
  return { key: String(start), start, end, figure, description: '' };
}

describe('pointOf', () => {
  it('puts the point of a merged period at the middle of its months', () => {
    expect(pointOf(period(2, 5, shown(0.25)), SCALES)).toEqual({ x: 35, y: 75 });
  });

  it('has a point for zero and none for withheld, absent or a share of nothing', () => {
    expect(pointOf(period(0, 1, shown(0)), SCALES)).toEqual({ x: 5, y: 100 });
    expect(pointOf(period(0, 1, { state: 'withheld' }), SCALES)).toBeNull();
    expect(pointOf(period(0, 1, { state: 'absent' }), SCALES)).toBeNull();
    expect(pointOf(period(0, 1, shown(null)), SCALES)).toBeNull();
  });
});

describe('limitRuns', () => {
  it('breaks the lines at a period without a figure and at months in no period', () => {
    const runs = limitRuns([period(0, 1, shown(0.2)), period(1, 4, shown(0.2)), period(4, 5, { state: 'absent' }), period(5, 6, shown(0.2)), period(7, 8, shown(0.2))]);
    expect(runs.map((run) => run.map(({ start, end }) => [start, end]))).toEqual([[[0, 1], [1, 4]], [[5, 6]], [[7, 8]]]);
  });

  it('draws nothing without limits', () => {
    expect(limitRuns([period(0, 1, shown(0.2, null, null))])).toEqual([]);
  });
});

describe('shareAxis', () => {
  it('starts at 0 and ends above the highest point or limit', () => {
    expect(shareAxis([shown(0.61, 0, 0.43)], 6)).toEqual({ top: 0.8, ticks: [0, 0.2, 0.4, 0.6, 0.8] });
    expect(shareAxis([shown(0.2, 0, 0.52)], 6).top).toBeGreaterThan(0.52);
  });

  it('never goes beyond 100 % and never collapses when everything is 0', () => {
    expect(shareAxis([shown(1, 0.9, 1)], 4).top).toBe(1);
    expect(shareAxis([shown(0, 0, 0)], 4).top).toBeGreaterThan(0);
  });
});

describe('monthTicks', () => {
  const november = parseMonth('2024-11');

  it('labels the same months of each year, and the year where it begins', () => {
    if (november === null) throw new Error('not a month');
    const ticks = monthTicks(november, 24, 900, 'nl');
    expect(ticks.slice(0, 3)).toEqual([{ at: 0.5, name: 'nov', year: '2024' }, { at: 2.5, name: 'jan', year: '2025' }, { at: 4.5, name: 'mrt', year: null }]);
  });

  it('labels fewer months where there is less room', () => {
    if (november === null) throw new Error('not a month');
    expect(monthTicks(november, 36, 240, 'en').map(({ name }) => name)).toEqual(['Jan', 'Jul', 'Jan', 'Jul', 'Jan', 'Jul']);
  });
});
