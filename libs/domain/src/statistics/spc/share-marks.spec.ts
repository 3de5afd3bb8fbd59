import { describe, expect, it } from '@jest/globals';
import type { PublishedPeriod } from './share-chart.js';
import { ABSENT, chartOf, months, repeat, shown, WITHHELD, withBlockAt } from './testing/published-months.js';

describe('the marks of a share chart', () => {
  it('marks a point above its limit', () => {
    // 64 of 260: at n = 20 at most 11 is ordinary.
    const chart = chartOf(months([...repeat(12, shown(4)), shown(16)]));
    expect(chart.marks[12]).toBe('above-limit');
  });

  it('marks a point below its limit', () => {
    // 196 of 260: at n = 20 at least 9 is ordinary.
    const chart = chartOf(months([...repeat(12, shown(16)), shown(4)]));
    expect(chart.marks[12]).toBe('below-limit');
  });

  it('marks nothing when nothing was ever noticed', () => {
    expect(chartOf(months(repeat(15, shown(0)))).marks).toEqual(repeat(15, null));
  });

  it('marks seven months in a row on one side of the centre, on both sides', () => {
    const chart = chartOf(months([...repeat(7, shown(6)), ...repeat(7, shown(4))]));
    expect(chart.marks).toEqual([...repeat(7, 'shift-above'), ...repeat(7, 'shift-below')]);
  });

  it('says that a point is outside the limits before it says that it is part of a shift', () => {
    const chart = chartOf(months([...repeat(7, shown(2)), ...repeat(6, shown(6)), shown(14)]));
    expect(chart.marks[13]).toBe('above-limit');
    expect(chart.marks.slice(7, 13)).toEqual(repeat(6, 'shift-above'));
  });

  it.each([
    ['a withheld month', WITHHELD],
    ['a month without a report', ABSENT],
  ])('lets no run pass %s', (_, gap) => {
    const chart = chartOf(months([...repeat(6, shown(6)), gap, ...repeat(6, shown(6)), ...repeat(6, shown(2))]));
    expect(chart.marks).toEqual(repeat(19, null));
  });

  it('lets no run pass a block of several months', () => {
    const single = months([...repeat(13, shown(6)), ...repeat(6, shown(2))]);
    const isShift = (periods: readonly PublishedPeriod[]) => chartOf(periods).marks.includes('shift-above');
    const merged = withBlockAt(single, 6);
    expect([isShift(single), isShift(merged)]).toEqual([true, false]);
  });

  it('marks a block of several months that lies outside the limits', () => {
    const single = months([...repeat(12, shown(4)), shown(16)]);
    const merged = withBlockAt(single, 12);
    expect(chartOf(merged).marks[12]).toBe('above-limit');
  });

  it('marks two of three months close to a limit, and not the one between them', () => {
    // At n = 20 and 104 of 520 the counts 9 and 10 lie between the warning limit and the limit.
    const chart = chartOf(months([...repeat(24, shown(4)), shown(9), shown(5), shown(10)]));
    expect(chart.marks.slice(24)).toEqual(['two-in-three-above', null, 'two-in-three-above']);
  });

  it.each([
    ['a withheld month', WITHHELD],
    ['a month without a report', ABSENT],
    ['a month on the other side', shown(3)],
  ])('finds no two of three across %s', (_, between) => {
    expect(chartOf(months([...repeat(24, shown(4)), shown(9), between, shown(9)])).marks).toEqual(repeat(27, null));
  });

  it('finds no two of three across a block, and no run across a month that is not in the list', () => {
    const near = months([...repeat(24, shown(4)), shown(9), shown(5), shown(9)]);
    expect(chartOf(withBlockAt(near, 25)).marks).toEqual(repeat(27, null));
    const run = months([...repeat(15, shown(4)), ...repeat(8, shown(6))]);
    expect(chartOf(run).marks.slice(15)).toEqual(repeat(8, 'shift-above'));
    expect(chartOf(run.filter((_, index) => index !== 18)).marks.slice(15)).toEqual(repeat(7, null));
  });
});
