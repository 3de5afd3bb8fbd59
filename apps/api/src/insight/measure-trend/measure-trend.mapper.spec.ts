import { describe, expect, it } from '@jest/globals';
import { addMonths, parseMonth, type Month, type PublishedCell } from '@rolvast/domain';
import { shareChart, type ChartStage, type ShareChart, type SignalMark } from '@rolvast/domain/statistics';
import { toMeasureTrend } from './measure-trend.mapper.js';
import type { TeamUnit } from './measure-trend.service.js';
import type { TrendPeriod } from './to-periods.js';

const PLACE: TeamUnit = {
  organisationId: 71_001,
  organisationCode: 'noorderlicht',
  organisationName: 'Noorderlicht',
  teamCode: 'klein',
  teamName: 'Ambulant Klein',
  unitId: 71_002,
  unitCode: 'noord',
  unitName: 'Ambulant Noord',
  firstMonth: '2024-01',
  closedThrough: '2026-05',
};

function start(): Month {
  const month = parseMonth('2026-01');
  if (month === null) throw new Error('no month');
  return month;
}

const periodOf = (cell: PublishedCell, index: number): TrendPeriod => ({ from: addMonths(start(), index), through: addMonths(start(), index), reflections: 14, cell });

/** The chart, where there must be one. */
function chartOf(periods: readonly TrendPeriod[]): ShareChart {
  const chart = shareChart(periods);
  if (!chart.ok) throw new Error(chart.fault.code);
  return chart.value;
}

function trendOf(cells: readonly PublishedCell[], chart: ShareChart = chartOf(cells.map(periodOf))) {
  return toMeasureTrend({ place: PLACE, measure: 'PITFALL_ANY', periods: cells.map(periodOf), chart });
}

describe('toMeasureTrend', () => {
  it('names the organisation, the team, and the unit with which the team is published', () => {
    const trend = trendOf([]);
    expect([trend.organisation, trend.team, trend.unit, trend.measure]).toEqual([
      { code: 'noorderlicht', name: 'Noorderlicht' },
      { code: 'klein', name: 'Ambulant Klein' },
      { code: 'noord', name: 'Ambulant Noord', closedThrough: '2026-05' },
      'PITFALL_ANY',
    ]);
  });

  it('lets no key of a database row out', () => {
    expect(JSON.stringify(trendOf([{ state: 'withheld' }]))).not.toMatch(/71001|71002|Id"/);
  });

  it('tells zero, withheld and absent apart, and shows n only beside a figure', () => {
    const { periods } = trendOf([{ state: 'shown', numerator: 0, denominator: 12 }, { state: 'withheld' }, { state: 'absent' }]);
    expect(periods).toEqual({
      from: ['2026-01', '2026-02', '2026-03'],
      through: ['2026-01', '2026-02', '2026-03'],
      states: ['SHOWN', 'WITHHELD', 'ABSENT'],
      reflections: [14, null, null],
      numerators: [0, null, null],
      denominators: [12, null, null],
    });
  });

  it('gives a withheld and an absent period nothing by which to tell how many there were', () => {
    const hidden = (reflections: number) =>
      toMeasureTrend({ place: PLACE, measure: 'PITFALL_ANY', periods: [{ ...periodOf({ state: 'withheld' }, 0), reflections }], chart: chartOf([]) });
    expect(hidden(3)).toEqual(hidden(9));
  });

  it('names the first and the last month of a merged block', () => {
    const merged = { ...periodOf({ state: 'shown', numerator: 3, denominator: 12 }, 0), through: addMonths(start(), 2) };
    const { periods } = toMeasureTrend({ place: PLACE, measure: 'PITFALL_ANY', periods: [merged], chart: chartOf([merged]) });
    expect([periods.from, periods.through]).toEqual([['2026-01'], ['2026-03']]);
  });

  it.each<[ChartStage, string]>([
    ['dots-only', 'DOTS_ONLY'],
    ['provisional', 'PROVISIONAL'],
    ['full', 'FULL'],
  ])('calls the stage %s %s', (stage, name) => {
    expect(trendOf([], { stage, centre: null, lower: [], upper: [], marks: [] }).chart.stage).toBe(name);
  });

  it('calls every mark by its own name and keeps the lines as they are', () => {
    const marks: readonly (SignalMark | null)[] = ['above-limit', null, 'below-limit', 'two-in-three-above', 'two-in-three-below', 'shift-above', 'shift-below'];
    const lower = [0, null, 0.1, 0.2, 0.3];
    const upper = [0.5, null, 0.6, 0.7, 1];
    expect(trendOf([], { stage: 'full', centre: 0.25, lower, upper, marks }).chart).toEqual({
      stage: 'FULL',
      centre: 0.25,
      lower,
      upper,
      marks: ['ABOVE_LIMIT', null, 'BELOW_LIMIT', 'TWO_IN_THREE_ABOVE', 'TWO_IN_THREE_BELOW', 'SHIFT_ABOVE', 'SHIFT_BELOW'],
    });
  });

  it('gives every list an entry for every period', () => {
    const cells: readonly PublishedCell[] = Array.from({ length: 20 }, (_, index) => (index % 5 === 0 ? { state: 'withheld' } : { state: 'shown', numerator: 3, denominator: 12 }));
    const { periods, chart } = trendOf(cells);
    const { from, through, states, reflections, numerators, denominators } = periods;
    const lists: readonly (readonly unknown[])[] = [from, through, states, reflections, numerators, denominators, chart.lower, chart.upper, chart.marks];
    expect(lists.map((list) => list.length)).toEqual(lists.map(() => 20));
  });
});
