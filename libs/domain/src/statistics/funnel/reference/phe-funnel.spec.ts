import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { poissonAtLeast, poissonAtMost } from '../../distributions/poisson.js';
import type { CountPoint } from '../../series.js';
import { ordinaryExpected, pheRateFunnel, pheRatioFunnel, pheShareFunnel, scoreLimits, type PheFunnel } from './phe-funnel.js';

type Place = (all: readonly CountPoint[]) => ReturnType<typeof pheShareFunnel>;

function positions(result: ReturnType<Place>): readonly (string | null)[] {
  return funnelOf(result).units.map((unit) => unit?.position ?? null);
}

function funnelOf(result: ReturnType<Place>): PheFunnel {
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

describe('PHE mode for shares', () => {
  it('places units by the score around the pooled share', () => {
    const all = [{ numerator: 0, denominator: 50 }, { numerator: 30, denominator: 50 }, { numerator: 32, denominator: 160 }];
    expect(positions(pheShareFunnel(all))).toEqual(['below-998', 'above-998', 'inside']);
  });

  it('narrows with size and nests its lines', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 900 }), (centre, size) => {
        const here = scoreLimits(centre, size);
        const larger = scoreLimits(centre, size + 1);
        const order = [here.lower998, here.lower95, larger.lower95, centre, larger.upper95, here.upper95, here.upper998];
        order.slice(1).forEach((line, index) => expect(line).toBeGreaterThanOrEqual(order[index] ?? Number.NaN));
      }),
    );
  });

  it('has no place for a unit without a denominator, and no average without any', () => {
    expect(positions(pheShareFunnel([{ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 9 }, null]))).toEqual([null, 'inside', null]);
    expect(funnelOf(pheShareFunnel([{ numerator: 0, denominator: 0 }]))).toEqual({ average: null, units: [null] });
  });

  it('refuses what can not be, with the position', () => {
    expect(pheShareFunnel([null, { numerator: 3, denominator: 2 }])).toEqual({ ok: false, fault: { code: 'numerator-above-denominator', position: 1 } });
  });
});

describe('PHE mode for ratios and rates', () => {
  it('places a unit when the whole interval of its ratio lies on one side of 1', () => {
    const all = [{ numerator: 0, denominator: 9 }, { numerator: 30, denominator: 12 }, { numerator: 9, denominator: 4 }, { numerator: 0, denominator: 1 }];
    expect(positions(pheRatioFunnel(all))).toEqual(['below-998', 'above-998', 'above-95', 'inside']);
  });

  it('holds rates against the pooled rate, and does not place a directly standardised one below 10 events', () => {
    const all = [{ numerator: 4, denominator: 100 }, { numerator: 60, denominator: 100 }, { numerator: 10, denominator: 100 }];
    expect(positions(pheRateFunnel(all, 'crude'))).toEqual(['below-998', 'above-998', 'below-998']);
    expect(positions(pheRateFunnel(all, 'direct'))).toEqual(['not-applicable', 'above-998', 'below-998']);
  });

  it('knows exactly between which expected counts an observed one is ordinary', () => {
    for (const observed of [1, 7, 40, 400]) {
      const { from95, to95, from998, to998 } = ordinaryExpected(observed);
      expect(poissonAtLeast(observed, from95)).toBeCloseTo(0.025, 10);
      expect(poissonAtMost(observed, to95)).toBeCloseTo(0.025, 10);
      expect(poissonAtLeast(observed, from998)).toBeCloseTo(0.001, 10);
      expect(poissonAtMost(observed, to998)).toBeCloseTo(0.001, 10);
    }
    expect(ordinaryExpected(0)).toMatchObject({ from95: 0, from998: 0 });
  });
});
