import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nhsChart, NHS_SETTINGS, type DatedValue, type NhsChart, type NhsChartSettings } from './nhs-chart.js';
import { findTrends } from './trend-rule.js';
import { findTwoInThree, type NearPoint } from '../runs/two-in-three-rule.js';

const dated = (values: readonly (number | null)[]): DatedValue[] => values.map((value, index) => ({ date: `2${String(index).padStart(3, '0')}-01-01`, value }));

function chartOf(values: readonly (number | null)[], settings: Partial<NhsChartSettings> = {}): NhsChart {
  const chart = nhsChart(dated(values), { ...NHS_SETTINGS, ...settings });
  if (!chart.ok) throw new Error(chart.fault.code);
  return chart.value;
}

const repeat = <Item>(length: number, item: Item): Item[] => Array.from({ length }, () => item);
const wobble = (length: number, around = 10): number[] => Array.from({ length }, (_, index) => around + (index % 2 === 0 ? 1 : -1));
const rulesOf = ({ points }: NhsChart) => points.map(({ specialCause }) => specialCause?.rule ?? null);

describe('nhsChart', () => {
  it('lays mean and limits of a worked series, without clamping at 0', () => {
    // Ranges of 2: limits 2.66 * 2 away from 1.
    const [point] = chartOf(wobble(14, 1)).points;
    expect([point?.mean, point?.lower?.toFixed(2), point?.upper?.toFixed(2)]).toEqual([1, '-4.32', '6.32']);
  });

  it('names the first rule that holds: outside, trend, two in three, shift', () => {
    const base = wobble(12);
    expect(rulesOf(chartOf([...base, 20], { fixAfter: 12 })).at(-1)).toBe('outside-limits');
    expect(rulesOf(chartOf([...base, 11, 12, 12.5, 13, 13.5, 13.6, 13.7], { fixAfter: 12 })).slice(-7)).toEqual(repeat(7, 'trend'));
    expect(rulesOf(chartOf([...base, 14, 11, 14], { fixAfter: 12 })).slice(-3)).toEqual(['two-in-three', null, 'two-in-three']);
    expect(rulesOf(chartOf([...base, 9, ...repeat(7, 10.5)], { fixAfter: 12 })).slice(-7)).toEqual(repeat(7, 'shift'));
  });

  it.each([
    ['increase', 20, 'improvement-high'],
    ['increase', 2, 'concern-low'],
    ['decrease', 20, 'concern-high'],
    ['decrease', 2, 'improvement-low'],
    ['neutral', 20, 'neutral-high'],
    ['neutral', 2, 'neutral-low'],
  ] as const)('gives the icon of the last point when %s is better and it is %d', (direction, last, icon) => {
    expect(chartOf([...wobble(13), last], { direction, fixAfter: 12 }).variation).toBe(icon);
    expect(chartOf([...wobble(12), last, 10], { direction, fixAfter: 12 }).variation).toBe('common-cause');
  });

  it.each([
    ['increase', 40, 'consistent-fail'],
    ['increase', 1, 'consistent-pass'],
    ['decrease', 40, 'consistent-pass'],
    ['decrease', 1, 'consistent-fail'],
    ['increase', 10, 'inconsistent'],
    ['neutral', 40, null],
    ['increase', null, null],
  ] as const)('when %s is better and the target is %p, the assurance is %p', (direction, target, assurance) => {
    expect(chartOf(wobble(14), { direction, target }).assurance).toBe(assurance);
  });

  it('starts mean, limits and rules again at a rebase, and counts the stretches', () => {
    const values = [...wobble(10), ...repeat(4, 31)];
    const chart = chartOf(values, { rebaseAt: [dated(values)[10]?.date ?? ''] });
    expect(chart.points.map(({ stretch }) => stretch)).toEqual([...repeat(10, 0), ...repeat(4, 1)]);
    expect([chart.points[13]?.mean, rulesOf(chart)]).toEqual([31, repeat(14, null)]);
    expect(chart.points.every(({ isShortStretch }) => isShortStretch)).toBe(true);
  });

  it('has, for a base that never varies, limits on its mean and no signal; the reference has no limits', () => {
    const still = [...repeat(13, 5), 6];
    expect(chartOf(still, { fixAfter: 13 }).points[13]).toMatchObject({ lower: 5, upper: 5, outside: false, specialCause: null });
    expect(chartOf(still, { fixAfter: 13, mode: 'reference' }).points[13]).toMatchObject({ lower: null, upper: null, outside: null, nearLimit: null, specialCause: null });
  });

  it('lets no rule pass a point without a figure, and takes no range across it', () => {
    const chart = chartOf([...wobble(12), 9, ...repeat(4, 11), null, ...repeat(4, 11)], { fixAfter: 12 });
    expect(chart.points[17]).toMatchObject({ outside: null, nearLimit: null, side: null, specialCause: null });
    expect(rulesOf(chart)).toEqual(repeat(22, null));
  });

  it('can read its runs as six instead of seven', () => {
    const six = [...wobble(12), 9, ...repeat(6, 10.5)];
    expect(rulesOf(chartOf(six, { fixAfter: 12 })).includes('shift')).toBe(false);
    expect(rulesOf(chartOf(six, { fixAfter: 12, runLength: 6 })).slice(-6)).toEqual(repeat(6, 'shift'));
  });

  it('sorts and passes over unknown rebases as the reference does, and refuses both otherwise', () => {
    const backwards = dated(wobble(14)).reverse();
    const reference = nhsChart(backwards, { ...NHS_SETTINGS, mode: 'reference', rebaseAt: ['1999-01-01'] });
    expect(reference).toEqual(nhsChart(dated(wobble(14)), NHS_SETTINGS));
    expect(nhsChart(backwards, NHS_SETTINGS)).toEqual({ ok: false, fault: { code: 'out-of-order', position: 1 } });
    expect(nhsChart(dated(wobble(14)), { ...NHS_SETTINGS, rebaseAt: ['1999-01-01'] })).toEqual({ ok: false, fault: { code: 'no-such-rebase', position: 0 } });
  });

  it.each<[string, readonly DatedValue[], Partial<NhsChartSettings>, number]>([
    ['repeated-period', [{ date: 'a', value: 1 }, { date: 'a', value: 2 }], {}, 1],
    ['not-a-number', dated([1, Number.NaN]), {}, 1],
    ['fix-after-below-12', dated(wobble(14)), { fixAfter: 11 }, 0],
    ['fix-after-below-12', dated(wobble(14)), { fixAfter: 12.5 }, 0],
    ['fix-after-below-12', dated(wobble(14)), { fixAfter: Number.NaN }, 0],
    ['run-length-below-2', dated(wobble(14)), { runLength: 1 }, 0],
    ['run-length-below-2', dated(wobble(14)), { runLength: Number.NaN }, 0],
    ['target-not-a-number', dated(wobble(14)), { target: Number.NaN }, 0],
  ])('answers %s with the position', (code, values, settings, position) => {
    expect(nhsChart(values, { ...NHS_SETTINGS, ...settings })).toEqual({ ok: false, fault: { code, position } });
  });

  it('is an empty chart without points, and has no limits with one', () => {
    expect(chartOf([])).toEqual({ points: [], variation: null, assurance: null });
    expect(chartOf([5]).points[0]).toMatchObject({ mean: 5, lower: null, upper: null, outside: null });
  });

  it('moves and stretches with the values, and turns over with them', () => {
    const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, (all) => {
        const found = chartOf(all);
        expect(rulesOf(chartOf(all.map((value) => 4 * value + 64)))).toEqual(rulesOf(found));
        const turned = chartOf(all.map((value) => -value));
        expect(turned.points.map(({ side }) => 0 - (side ?? 0))).toEqual(found.points.map(({ side }) => side));
      }),
    );
  });
});

describe('findTrends', () => {
  it('marks all points of six steps in one direction, and none of five', () => {
    expect(findTrends([1, 2, 3, 4, 5, 6, 7, 7], 7)).toEqual([...repeat(7, 'up'), null]);
    expect(findTrends([6, 5, 4, 3, 2, 1], 7)).toEqual(repeat(6, null));
  });

  it('counts a turning point with what follows', () => {
    const hill = [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1];
    expect(findTrends(hill, 7)).toEqual([...repeat(6, 'up'), ...repeat(7, 'down')]);
  });

  it('ends at a value that stays the same or is not there', () => {
    expect(findTrends([1, 2, 3, 3, 4, 5, 6, 7], 7)).toEqual(repeat(8, null));
    expect(findTrends([1, 2, 3, Number.NaN, 5, 6, 7, 8], 7)).toEqual(repeat(8, null));
  });
});

describe('findTwoInThree', () => {
  const near = (side: 1 | -1): NearPoint => ({ side, isNear: true, isOutside: false });
  const mid = (side: 1 | -1 | 0 | null): NearPoint => ({ side, isNear: false, isOutside: false });
  const out = (side: 1 | -1): NearPoint => ({ side, isNear: false, isOutside: true });

  it.each<[string, readonly NearPoint[], readonly boolean[], readonly boolean[]]>([
    ['two near and one on the same side', [near(1), mid(1), near(1)], [true, false, true], [true, false, true]],
    ['two near and one on the other side', [near(1), mid(-1), near(1)], [false, false, false], [true, false, true]],
    ['one near and one outside', [near(1), out(1), mid(1)], [false, false, false], [true, true, false]],
    ['two near on different sides', [near(1), near(-1), mid(1)], [false, false, false], [false, false, false]],
    ['a gap between', [near(1), mid(null), near(1)], [false, false, false], [false, false, false]],
    ['only two points', [near(1), near(1)], [false, false], [false, false]],
  ])('reads %s by its variant', (_, points, withinLimits, beyondWarning) => {
    expect([findTwoInThree(points, 'within-limits'), findTwoInThree(points, 'beyond-warning')]).toEqual([withinLimits, beyondWarning]);
  });
});
