import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pChartLimits, type ProportionPoint } from './p-chart.js';

const count = fc
  .record({ denominator: fc.integer({ min: 0, max: 200 }), part: fc.nat(1000) })
  .map(({ denominator, part }) => ({ numerator: Math.floor((denominator * part) / 1000), denominator }));
const points = fc.array(fc.option(count, { freq: 5 }), { maxLength: 40 });
const filledPoints = points.filter((all) => all.some((point) => point !== null && point.denominator > 0));

function limitsOf(all: readonly ProportionPoint[]) {
  const limits = pChartLimits(all);
  if (limits === null) throw new Error('there are no limits');
  return limits;
}

/** The number, or one that no comparison accepts. */
const orNaN = (value: number | null | undefined) => value ?? Number.NaN;

describe('pChartLimits', () => {
  it('gives the centre and the limits of a worked example', () => {
    // 100 of 200 = 0.5; 3 * sqrt(0.25 / n) = 0.15 at n = 100, 0.1936492 at 60, 0.2371708 at 40.
    const limits = limitsOf([
      { numerator: 45, denominator: 100 },
      { numerator: 33, denominator: 60 },
      { numerator: 22, denominator: 40 },
    ]);
    expect(limits.centre).toBe(0.5);
    expect(orNaN(limits.lower[0])).toBeCloseTo(0.35, 10);
    expect(orNaN(limits.upper[0])).toBeCloseTo(0.65, 10);
    expect(orNaN(limits.lower[1])).toBeCloseTo(0.3063508, 7);
    expect(orNaN(limits.upper[1])).toBeCloseTo(0.6936492, 7);
    expect(orNaN(limits.lower[2])).toBeCloseTo(0.2628292, 7);
    expect(orNaN(limits.upper[2])).toBeCloseTo(0.7371708, 7);
  });

  it('weighs periods by their size instead of averaging their shares', () => {
    expect(limitsOf([{ numerator: 9, denominator: 10 }, { numerator: 9, denominator: 90 }]).centre).toBe(0.18);
  });

  it('clamps at 0 and at 1', () => {
    // Centre 0.2: 0.2 - 3 * sqrt(0.16 / 10) = -0.179 and, mirrored, 1.179.
    expect(limitsOf([{ numerator: 2, denominator: 10 }]).lower).toEqual([0]);
    expect(limitsOf([{ numerator: 8, denominator: 10 }]).upper).toEqual([1]);
  });

  it('draws the limits on the centre when nothing, or everything, was noticed', () => {
    expect(limitsOf([{ numerator: 0, denominator: 12 }, { numerator: 0, denominator: 15 }])).toEqual({ centre: 0, lower: [0, 0], upper: [0, 0] });
    expect(limitsOf([{ numerator: 12, denominator: 12 }])).toEqual({ centre: 1, lower: [1], upper: [1] });
  });

  it('gives a period without a figure no limits and does not let it count', () => {
    const limits = limitsOf([{ numerator: 3, denominator: 12 }, null, { numerator: 0, denominator: 0 }]);
    expect(limits.centre).toBe(0.25);
    expect(limits.lower.slice(1)).toEqual([null, null]);
    expect(limits.upper.slice(1)).toEqual([null, null]);
  });

  it.each<[string, readonly ProportionPoint[]]>([
    ['there are no points', []],
    ['no point has a figure', [null, null]],
    ['every denominator is 0', [{ numerator: 0, denominator: 0 }]],
  ])('has no limits when %s', (_, none) => {
    expect(pChartLimits(none)).toBeNull();
  });

  it('keeps every limit within 0 and 1, on its own side of the centre', () => {
    fc.assert(
      fc.property(filledPoints, (all) => {
        const { centre, lower, upper } = limitsOf(all);
        expect(lower).toHaveLength(all.length);
        expect(upper).toHaveLength(all.length);
        all.forEach((point, index) => {
          const hasFigure = point !== null && point.denominator > 0;
          expect([lower[index] !== null, upper[index] !== null]).toEqual([hasFigure, hasFigure]);
          if (!hasFigure) return;
          expect(orNaN(lower[index])).toBeGreaterThanOrEqual(0);
          expect(orNaN(lower[index])).toBeLessThanOrEqual(centre);
          expect(orNaN(upper[index])).toBeGreaterThanOrEqual(centre);
          expect(orNaN(upper[index])).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('gives a period the same limits wherever it stands', () => {
    fc.assert(
      fc.property(filledPoints, fc.nat(40), (all, shift) => {
        const turn = <Item>(items: readonly Item[]) => [...items.slice(shift % all.length), ...items.slice(0, shift % all.length)].reverse();
        const { centre, lower, upper } = limitsOf(all);
        expect(limitsOf(turn(all))).toEqual({ centre, lower: turn(lower), upper: turn(upper) });
      }),
    );
  });

  it('halves the distance to the centre when there is four times as much of everything', () => {
    fc.assert(
      fc.property(filledPoints, (all) => {
        const larger = limitsOf(all.map((point) => point && { numerator: 4 * point.numerator, denominator: 4 * point.denominator }));
        const { centre, upper } = limitsOf(all);
        expect(larger.centre).toBeCloseTo(centre, 12);
        all.forEach((point, index) => {
          if (point === null || point.denominator === 0 || orNaN(upper[index]) >= 1) return;
          expect(orNaN(larger.upper[index]) - centre).toBeCloseTo((orNaN(upper[index]) - centre) / 2, 12);
        });
      }),
    );
  });

  it('mirrors the limits when what was noticed and what was not change places', () => {
    fc.assert(
      fc.property(filledPoints, (all) => {
        const mirrored = limitsOf(all.map((point) => point && { numerator: point.denominator - point.numerator, denominator: point.denominator }));
        const { lower, upper } = limitsOf(all);
        all.forEach((point, index) => {
          if (point === null || point.denominator === 0) return;
          expect(orNaN(mirrored.lower[index])).toBeCloseTo(1 - orNaN(upper[index]), 12);
          expect(orNaN(mirrored.upper[index])).toBeCloseTo(1 - orNaN(lower[index]), 12);
        });
      }),
    );
  });
});

describe('pChartLimits with counts that can not be', () => {
  it('does not let a share of nothing count', () => {
    expect(pChartLimits([{ numerator: 5, denominator: 10 }, { numerator: 0, denominator: 0 }])?.centre).toBe(0.5);
  });

  it.each([
    { numerator: 12, denominator: 10 },
    { numerator: -1, denominator: 10 },
    { numerator: Number.NaN, denominator: 10 },
  ])('throws for %j instead of giving limits that are no number', (point) => {
    expect(() => pChartLimits([point])).toThrow(RangeError);
  });
});
