import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byarInterval } from '../intervals/byar-interval.js';
import { CONFIDENCE_95, CONFIDENCE_998 } from '../intervals/confidence-level.js';
import { directRate, type DirectRate, type WeightedStratum } from './direct.js';

const stratum = fc.record({ numerator: fc.integer({ min: 0, max: 40 }), denominator: fc.integer({ min: 40, max: 200 }), weight: fc.integer({ min: 1, max: 30 }) });
const strata = fc.array(stratum, { minLength: 1, maxLength: 6 }).filter((all) => all.reduce((sum, { numerator }) => sum + numerator, 0) >= 10);

function rateOf(all: readonly WeightedStratum[], level = CONFIDENCE_95): DirectRate {
  const result = directRate(all, level);
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

describe('directRate', () => {
  it("is the plain rate with Byar's interval when there is one stratum", () => {
    const { value, lower, upper } = rateOf([{ numerator: 24, denominator: 200, weight: 7 }]);
    const byar = byarInterval(24, CONFIDENCE_95);
    if (!byar.ok) throw new Error(byar.fault.code);
    expect(value).toBeCloseTo(0.12, 12);
    expect([200 * lower, 200 * upper]).toEqual([expect.closeTo(byar.value.lower ?? -1, 9), expect.closeTo(byar.value.upper, 9)]);
  });

  it('does not depend on the order of strata or on the unit of the weights, and nests its levels', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 50 }), (all, times) => {
        const here = rateOf(all);
        const outer = rateOf(all, CONFIDENCE_998);
        const other = rateOf(all.toReversed().map((one) => ({ ...one, weight: times * one.weight })));
        expect([other.value, other.lower, other.upper]).toEqual([here.value, here.lower, here.upper].map((end) => expect.closeTo(end, 10)));
        const order = [outer.lower, here.lower, here.value, here.upper, outer.upper];
        order.slice(1).forEach((value, index) => expect(value).toBeGreaterThanOrEqual(order[index] ?? 0));
      }),
    );
  });

  it('says how many events are missing below 10', () => {
    expect(directRate([{ numerator: 9, denominator: 100, weight: 1 }], CONFIDENCE_95)).toEqual({ ok: false, fault: { code: 'too-few-events', found: 9, needed: 10 } });
    expect(directRate([{ numerator: 10, denominator: 100, weight: 1 }], CONFIDENCE_95).ok).toBe(true);
  });

  it('counts a stratum of size 0 as a rate of 0, and refuses events in it', () => {
    const own = { numerator: 12, denominator: 100, weight: 1 };
    expect(rateOf([own, { numerator: 0, denominator: 0, weight: 1 }]).value).toBeCloseTo(0.06, 12);
    expect(directRate([own, { numerator: 1, denominator: 0, weight: 1 }], CONFIDENCE_95)).toEqual({ ok: false, fault: { code: 'no-denominator', position: 1 } });
  });

  it('refuses weights that can not be', () => {
    const own = { numerator: 12, denominator: 100, weight: 0 };
    expect(directRate([own], CONFIDENCE_95)).toEqual({ ok: false, fault: { code: 'no-weight' } });
    expect(directRate([{ ...own, weight: -1 }], CONFIDENCE_95)).toEqual({ ok: false, fault: { code: 'negative', position: 0 } });
    expect(directRate([{ ...own, numerator: Number.NaN }], CONFIDENCE_95)).toEqual({ ok: false, fault: { code: 'not-a-number', position: 0 } });
  });
});
