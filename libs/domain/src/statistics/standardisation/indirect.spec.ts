import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONFIDENCE_95, CONFIDENCE_998 } from '../intervals/confidence-level.js';
import { observedToExpected, ratioInterval, standardisedRate, type ObservedToExpected, type Stratum } from './indirect.js';

const count = fc.integer({ min: 0, max: 60 });
const filled = fc.integer({ min: 1, max: 500 }).chain((denominator) => fc.record({ numerator: fc.integer({ min: 1, max: denominator }), denominator: fc.constant(denominator) }));
const stratum: fc.Arbitrary<Stratum> = fc.record({ unit: fc.option(fc.record({ numerator: count, denominator: fc.integer({ min: 1, max: 60 }) }), { freq: 6 }), reference: filled });
const strata = fc.array(stratum, { minLength: 1, maxLength: 8 }).filter((all) => all.some(({ unit }) => unit !== null));

function resultOf(all: readonly Stratum[]): ObservedToExpected {
  const result = observedToExpected(all);
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

describe('observedToExpected', () => {
  it('gives a worked example', () => {
    // 20 * 10/100 + 30 * 40/200 = 2 + 6 = 8 expected, 12 observed; the reference as a whole is 50/300.
    const found = resultOf([
      { unit: { numerator: 4, denominator: 20 }, reference: { numerator: 10, denominator: 100 } },
      { unit: { numerator: 8, denominator: 30 }, reference: { numerator: 40, denominator: 200 } },
    ]);
    expect(found).toEqual({ observed: 12, expected: 8, ratio: 1.5, referenceRate: 50 / 300 });
    expect(standardisedRate(found.ratio, found, 100)).toBeCloseTo(25, 12);
  });

  it('is 1 for a unit that is the reference itself', () => {
    fc.assert(
      fc.property(fc.array(filled, { minLength: 1, maxLength: 6 }), (all) => {
        expect(resultOf(all.map((counts) => ({ unit: counts, reference: counts }))).ratio).toBeCloseTo(1, 10);
      }),
    );
  });

  it('does not depend on the order of strata or on the size of the reference', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 9 }), (all, times) => {
        const here = resultOf(all);
        const larger = all.map(({ unit, reference }) => ({ unit, reference: { numerator: times * reference.numerator, denominator: times * reference.denominator } }));
        expect(resultOf(all.toReversed()).ratio).toBeCloseTo(here.ratio, 10);
        expect(resultOf(larger).expected).toBeCloseTo(here.expected, 8);
      }),
    );
  });

  it('holds the ratio in its interval, that of 95 % inside that of 99.8 %', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const found = resultOf(all);
        const inner = ratioInterval(found, CONFIDENCE_95);
        const outer = ratioInterval(found, CONFIDENCE_998);
        const order = [0, outer.lower, inner.lower, found.ratio, inner.upper, outer.upper];
        order.slice(1).forEach((value, index) => expect(value).toBeGreaterThanOrEqual(order[index] ?? 0));
      }),
    );
  });

  it('lets a stratum without the unit expect nothing', () => {
    const own = { unit: { numerator: 3, denominator: 20 }, reference: { numerator: 10, denominator: 100 } };
    expect(resultOf([own, { unit: null, reference: { numerator: 5, denominator: 9 } }]).expected).toBe(resultOf([own]).expected);
  });

  it('refuses to divide by nothing', () => {
    const unit = { numerator: 0, denominator: 20 };
    expect(observedToExpected([{ unit, reference: { numerator: 0, denominator: 100 } }])).toEqual({ ok: false, fault: { code: 'nothing-expected' } });
    expect(observedToExpected([])).toEqual({ ok: false, fault: { code: 'nothing-expected' } });
    expect(observedToExpected([{ unit, reference: { numerator: 1, denominator: 9 } }, { unit, reference: { numerator: 0, denominator: 0 } }])).toEqual({
      ok: false,
      fault: { code: 'no-reference', position: 1 },
    });
  });

  it('names the stratum of an impossible count', () => {
    const sound = { numerator: 1, denominator: 9 };
    expect(observedToExpected([{ unit: sound, reference: sound }, { unit: { numerator: -1, denominator: 9 }, reference: sound }])).toEqual({
      ok: false,
      fault: { code: 'negative', position: 1 },
    });
    expect(observedToExpected([{ unit: sound, reference: { numerator: Number.NaN, denominator: 1 } }])).toEqual({ ok: false, fault: { code: 'not-a-number', position: 0 } });
  });
});
