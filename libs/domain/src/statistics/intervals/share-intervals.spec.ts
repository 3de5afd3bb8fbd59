import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Result } from '../../shared/result.js';
import { binomialAtLeast, binomialAtMost, binomialPmf } from '../distributions/binomial.js';
import { CONFIDENCE_95, CONFIDENCE_998, type ConfidenceLevel } from './confidence-level.js';
import { exactShareInterval } from './exact-share-interval.js';
import type { CountFault, Interval } from './interval.js';
import { wilsonInterval } from './wilson-interval.js';

type ShareInterval = (numerator: number, denominator: number, level: ConfidenceLevel) => Result<Interval, CountFault>;
const METHODS: readonly (readonly [string, ShareInterval])[] = [['Wilson', wilsonInterval], ['exact', exactShareInterval]];

const counts = fc.integer({ min: 1, max: 400 }).chain((n) => fc.record({ n: fc.constant(n), x: fc.integer({ min: 0, max: n }) }));

function endsOf(result: Result<Interval, CountFault>): Interval {
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

describe.each(METHODS)('the %s interval of a share', (_, interval) => {
  it('lies in 0 to 1, holds the share, and at 95 % lies inside that of 99.8 %', () => {
    fc.assert(
      fc.property(counts, ({ x, n }) => {
        const inner = endsOf(interval(x, n, CONFIDENCE_95));
        const outer = endsOf(interval(x, n, CONFIDENCE_998));
        const order = [0, outer.lower, inner.lower, x / n, inner.upper, outer.upper, 1];
        order.slice(1).forEach((value, index) => expect(value).toBeGreaterThanOrEqual((order[index] ?? 0) - 1e-12));
      }),
    );
  });

  it('mirrors when what was noticed and what was not change places', () => {
    fc.assert(
      fc.property(counts, ({ x, n }) => {
        const there = endsOf(interval(x, n, CONFIDENCE_95));
        const back = endsOf(interval(n - x, n, CONFIDENCE_95));
        expect(back.lower).toBeCloseTo(1 - there.upper, 10);
        expect(back.upper).toBeCloseTo(1 - there.lower, 10);
      }),
    );
  });

  it('moves up with each event more, and narrows when there is four times as much of everything', () => {
    fc.assert(
      fc.property(counts, ({ x, n }) => {
        const here = endsOf(interval(x, n + 1, CONFIDENCE_95));
        const more = endsOf(interval(x + 1, n + 1, CONFIDENCE_95));
        const large = endsOf(interval(4 * x, 4 * (n + 1), CONFIDENCE_95));
        expect(more.lower).toBeGreaterThanOrEqual(here.lower);
        expect(more.upper).toBeGreaterThanOrEqual(here.upper);
        expect(large.upper - large.lower).toBeLessThan(here.upper - here.lower);
      }),
    );
  });

  it.each<readonly [string, number, number, CountFault['code']]>([
    ['0 of 0', 0, 0, 'no-denominator'],
    ['more than all', 11, 10, 'numerator-above-denominator'],
    ['less than none', -1, 10, 'negative'],
    ['no number', Number.NaN, 10, 'not-a-number'],
    ['no end', 1, Number.POSITIVE_INFINITY, 'not-a-number'],
  ])('refuses %s', (__, x, n, code) => {
    expect(interval(x, n, CONFIDENCE_95)).toEqual({ ok: false, fault: { code } });
  });
});

describe('the exact interval of a share', () => {
  it('ends where a tail of the count is exactly what is left out', () => {
    const { lower, upper } = endsOf(exactShareInterval(7, 40, CONFIDENCE_95));
    expect(binomialAtLeast(7, 40, lower)).toBeCloseTo(0.025, 10);
    expect(binomialAtMost(7, 40, upper)).toBeCloseTo(0.025, 10);
  });

  it.each([0.02, 0.1, 0.25, 0.5])('holds a true share of %d in at least 95 of 100 cases, whatever the size', (share) => {
    for (const n of [10, 25, 60]) {
      const covered = Array.from({ length: n + 1 }, (_, x) => {
        const { lower, upper } = endsOf(exactShareInterval(x, n, CONFIDENCE_95));
        return lower <= share && share <= upper ? binomialPmf(x, n, share) : 0;
      });
      expect(covered.reduce((sum, p) => sum + p, 0)).toBeGreaterThanOrEqual(0.95);
    }
  });
});
