import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { binomialAtLeast, binomialAtMost } from '../distributions/binomial.js';
import { exactFunnel, type ExactFunnel, type ExactFunnelOptions, type FunnelPoint } from './exact-funnel.js';

const PLAIN: ExactFunnelOptions = { numerators: 'exact', denominators: 'exact', spread: 'none' };
const POSTED: ExactFunnelOptions = { numerators: 'posted', denominators: 'posted', spread: 'pooled' };

const shown = fc.integer({ min: 1, max: 120 }).chain((denominator) => fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }));
const points = fc.array(fc.option(shown, { freq: 6 }), { minLength: 2, maxLength: 12 }).filter((all) => all.filter((point) => point !== null).length >= 2);
const anyOptions = fc.record({ numerators: fc.constantFrom('exact', 'posted'), denominators: fc.constantFrom('exact', 'posted'), spread: fc.constantFrom('pooled', 'none') });

function funnelOf(all: readonly FunnelPoint[], options: ExactFunnelOptions): ExactFunnel {
  const result = exactFunnel(all, options);
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

/** The numbers without the last digits, in which another order of adding up may differ. */
const rounded = (units: ExactFunnel['units']) => JSON.stringify(units, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value));

describe('exactFunnel', () => {
  it('holds every unit against the tails of the binomial', () => {
    const { centre, units } = funnelOf([{ numerator: 6, denominator: 20 }, { numerator: 2, denominator: 20 }, { numerator: 1, denominator: 50 }], PLAIN);
    expect(centre).toBe(0.1);
    expect(units[0]?.atLeast).toBeCloseTo(binomialAtLeast(6, 20, 0.1), 12);
    expect(units[0]?.position).toBe('above-95');
    expect(units[0]?.pValue).toBeCloseTo(2 * binomialAtLeast(6, 20, 0.1), 12);
    expect(units[1]?.position).toBe('inside');
    expect(units[2]?.atMost).toBeCloseTo(binomialAtMost(1, 50, 0.1), 12);
  });

  it('does not take 0 of 20 for different where 8 of 100 is usual', () => {
    const { units } = funnelOf([{ numerator: 0, denominator: 20 }, { numerator: 8, denominator: 80 }], { ...PLAIN, centre: 0.08 });
    expect(units[0]).toMatchObject({ position: 'inside', lower95: 0 });
    expect(units[0]?.atMost).toBeCloseTo(0.1887, 4);
  });

  it('keeps lines in 0 to 1 and inside each other, and gives numbers only, whatever the figures are', () => {
    fc.assert(
      fc.property(points, anyOptions, (all, options) => {
        for (const unit of funnelOf(all, options).units) {
          if (unit === null) continue;
          const { lower998, lower95, upper95, upper998, atMost, atLeast, pValue } = unit;
          const order = [0, lower998, lower95, upper95, upper998, 1];
          order.slice(1).forEach((line, index) => expect(line).toBeGreaterThanOrEqual(order[index] ?? 0));
          for (const p of [atMost, atLeast, pValue]) expect(p >= 0 && p <= 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('places a unit outside exactly when its p-value says so', () => {
    fc.assert(
      fc.property(points, anyOptions, (all, options) => {
        for (const unit of funnelOf(all, options).units) {
          if (unit === null || Math.abs(unit.pValue - 0.05) < 1e-9 || Math.abs(unit.pValue - 0.002) < 1e-9) continue;
          expect(unit.position !== 'inside').toBe(unit.pValue < 0.05);
          expect(unit.position.endsWith('998')).toBe(unit.pValue < 0.002);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the units back in the order given, each the same wherever it stands', () => {
    fc.assert(
      fc.property(points, anyOptions, (all, options) => {
        expect(rounded(funnelOf(all.toReversed(), options).units)).toBe(rounded(funnelOf(all, options).units.toReversed()));
      }),
      { numRuns: 60 },
    );
  });

  it('mirrors when what was noticed and what was not change places', () => {
    fc.assert(
      fc.property(points, (all) => {
        const there = funnelOf(all, PLAIN).units;
        const back = funnelOf(all.map((point) => point && { numerator: point.denominator - point.numerator, denominator: point.denominator }), PLAIN).units;
        there.forEach((unit, index) => {
          expect(back[index]?.atLeast).toEqual(unit === null ? undefined : expect.closeTo(unit.atMost, 9));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('lets the counts of its lines never fall when a unit grows', () => {
    const all = Array.from({ length: 150 }, (_, index) => ({ numerator: 0, denominator: index + 1 }));
    const { units } = funnelOf(all, { ...PLAIN, centre: 0.17 });
    const counts = (line: 'lower95' | 'upper95' | 'lower998' | 'upper998') => units.map((unit, index) => Math.round((unit?.[line] ?? 0) * (index + 1)));
    for (const line of ['lower95', 'upper95', 'lower998', 'upper998'] as const) {
      counts(line).forEach((count, index, before) => expect(count).toBeGreaterThanOrEqual(before[index - 1] ?? 0));
    }
  });

  it('widens for rounding and for spread between units', () => {
    const all = [24, 6, 21, 3, 27, 9, 12, 15].map((numerator) => ({ numerator, denominator: 100 }));
    const plain = funnelOf(all, PLAIN).units[0];
    const posted = funnelOf(all, { ...PLAIN, numerators: 'posted' }).units[0];
    const spread = funnelOf(all, { ...PLAIN, spread: 'pooled' });
    expect(spread.phi).toBeGreaterThan(1);
    expect(posted?.atLeast).toBeGreaterThan(plain?.atLeast ?? 1);
    expect(spread.units[0]?.upper95).toBeGreaterThan(plain?.upper95 ?? 1);
    expect(funnelOf(all, { ...PLAIN, numerators: 'posted', denominators: 'posted' }).units[0]?.atLeast).toBeGreaterThan(posted?.atLeast ?? 1);
  });

  it('rounds each ledger of a region by itself', () => {
    const region = { numerator: 30, denominator: 100 };
    const options: ExactFunnelOptions = { ...PLAIN, numerators: 'posted', centre: 0.2 };
    const [whole] = funnelOf([region], options).units;
    const [summed] = funnelOf([{ ...region, ledgers: [25, 25, 25, 25] }], options).units;
    expect(summed?.atLeast).toBeGreaterThan(whole?.atLeast ?? 1);
  });

  it('has no place for a unit without a figure', () => {
    const { units } = funnelOf([null, { numerator: 3, denominator: 10 }, { numerator: 0, denominator: 0 }, { numerator: 5, denominator: 10 }], PLAIN);
    expect(units.map((unit) => unit === null)).toEqual([true, false, true, false]);
  });

  it('stays inside when nothing, or everything, was noticed everywhere', () => {
    for (const numerator of [0, 10]) {
      const { units, phi } = funnelOf([{ numerator, denominator: 10 }, { numerator, denominator: 10 }], { ...PLAIN, spread: 'pooled' });
      expect(phi).toBeNull();
      expect(units.map((unit) => unit?.position)).toEqual(['inside', 'inside']);
    }
  });

  it('does not hold one unit against itself, but does against a given centre', () => {
    expect(exactFunnel([{ numerator: 3, denominator: 10 }, null], PLAIN)).toEqual({ ok: false, fault: { code: 'too-few-points', found: 1, needed: 2 } });
    expect(exactFunnel([], { ...PLAIN, centre: 0.2 })).toEqual({ ok: false, fault: { code: 'too-few-points', found: 0, needed: 1 } });
    expect(exactFunnel([{ numerator: 3, denominator: 10 }], { ...PLAIN, centre: 0.2 }).ok).toBe(true);
  });

  it.each<[string, FunnelPoint, string]>([
    ['more than all', { numerator: 11, denominator: 10 }, 'numerator-above-denominator'],
    ['less than none', { numerator: -1, denominator: 10 }, 'negative'],
    ['no number', { numerator: Number.NaN, denominator: 10 }, 'not-a-number'],
    ['a part of a reflection', { numerator: 1.5, denominator: 10 }, 'not-whole'],
    ['a size that is a mistake', { numerator: 1, denominator: 1e300 }, 'too-many-trials'],
    ['ledgers that do not add up', { numerator: 1, denominator: 10, ledgers: [4, 5] }, 'ledgers-do-not-add-up'],
  ])('names the position of %s', (_, point, code) => {
    expect(exactFunnel([{ numerator: 1, denominator: 9 }, point], PLAIN)).toEqual({ ok: false, fault: { code, position: 1 } });
  });

  it('refuses a centre that is no share', () => {
    expect(exactFunnel([{ numerator: 3, denominator: 10 }], { ...POSTED, centre: 1.2 })).toEqual({ ok: false, fault: { code: 'centre-out-of-range' } });
  });
});
