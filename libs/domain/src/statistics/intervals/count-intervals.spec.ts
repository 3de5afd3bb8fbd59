import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { poissonAtLeast, poissonAtMost } from '../distributions/poisson.js';
import { byarInterval } from './byar-interval.js';
import { CONFIDENCE_95, CONFIDENCE_998, parseConfidenceLevel } from './confidence-level.js';
import { BYAR_FROM_EVENTS, countInterval, type CountInterval } from './count-interval.js';
import { exactCountInterval } from './exact-count-interval.js';

function intervalOf(events: number, level = CONFIDENCE_95): CountInterval {
  const result = countInterval(events, level);
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

describe('the interval of a count', () => {
  it('is exact below 10 events and by Byar from 10', () => {
    expect(intervalOf(BYAR_FROM_EVENTS - 1).method).toBe('exact');
    expect(intervalOf(BYAR_FROM_EVENTS).method).toBe('byar');
  });

  it('holds the count and at 95 % lies inside that of 99.8 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (events) => {
        const inner = intervalOf(events);
        const outer = intervalOf(events, CONFIDENCE_998);
        const order = [0, outer.lower, inner.lower, events, inner.upper, outer.upper];
        order.slice(1).forEach((value, index) => expect(value).toBeGreaterThanOrEqual(order[index] ?? 0));
      }),
    );
  });

  it('moves up with each event more, also where the method changes', () => {
    for (let events = 0; events < 60; events += 1) {
      expect(intervalOf(events + 1).lower).toBeGreaterThan(intervalOf(events).lower);
      expect(intervalOf(events + 1).upper).toBeGreaterThan(intervalOf(events).upper);
    }
  });

  it('keeps the quick and the exact formula within a hundredth of a standard deviation per end from 10 events', () => {
    for (const events of [10, 20, 60, 400]) {
      const exact = exactCountInterval(events, CONFIDENCE_95);
      if (!exact.ok) throw new Error(exact.fault.code);
      const quick = intervalOf(events);
      expect(Math.abs(quick.lower - exact.value.lower)).toBeLessThan(0.01 * Math.sqrt(events));
      expect(Math.abs(quick.upper - exact.value.upper)).toBeLessThan(0.01 * Math.sqrt(events));
    }
  });

  it('has numbers for both ends at every level that can be asked for', () => {
    for (const level of [0.9, 0.95, 0.999999]) {
      const parsed = parseConfidenceLevel(level);
      if (!parsed.ok) throw new Error(parsed.fault.code);
      const { lower, upper } = intervalOf(10, parsed.value);
      expect([Number.isFinite(lower), Number.isFinite(upper)]).toEqual([true, true]);
    }
  });

  it('refuses a count below 0 and what is no number', () => {
    expect(countInterval(-1, CONFIDENCE_95)).toEqual({ ok: false, fault: { code: 'negative' } });
    expect(countInterval(Number.NaN, CONFIDENCE_95)).toEqual({ ok: false, fault: { code: 'not-a-number' } });
    expect(byarInterval(-1, CONFIDENCE_95)).toEqual({ ok: false, fault: { code: 'negative' } });
  });
});

describe('the exact interval of a count', () => {
  it('ends where a tail of the count is exactly what is left out, and begins at 0 without events', () => {
    const seven = exactCountInterval(7, CONFIDENCE_95);
    if (!seven.ok) throw new Error(seven.fault.code);
    expect(poissonAtLeast(7, seven.value.lower)).toBeCloseTo(0.025, 10);
    expect(poissonAtMost(7, seven.value.upper)).toBeCloseTo(0.025, 10);
    expect(exactCountInterval(0, CONFIDENCE_95)).toMatchObject({ value: { lower: 0 } });
  });
});

describe("Byar's interval", () => {
  it('has no lower end without events, nor where the cube falls below 0', () => {
    expect(byarInterval(0, CONFIDENCE_95)).toMatchObject({ value: { lower: null } });
    expect(byarInterval(1, CONFIDENCE_998)).toMatchObject({ value: { lower: null } });
    expect(byarInterval(2, CONFIDENCE_95)).not.toMatchObject({ value: { lower: null } });
  });
});
