import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LIMIT_TAIL, ordinaryCounts, WARNING_TAIL, type OrdinaryCounts } from '../count-law/ordinary-counts.js';
import { betaBinomialAtLeast, betaBinomialAtMost } from '../distributions/beta-binomial.js';
import { binomialAtLeast, binomialAtMost } from '../distributions/binomial.js';
import { poissonAtLeast, poissonAtMost } from '../distributions/poisson.js';
import { binomialCounts, poissonCounts } from './exact-limits.js';
import { predictiveEvents } from './predictive-rate.js';
import { PLAIN_COUNTS, predictiveCounts, predictiveLaw } from './predictive-share.js';

const base = fc.record({ trials: fc.integer({ min: 1, max: 1500 }), part: fc.nat(1000) }).map(({ trials, part }) => ({ trials, events: Math.floor((trials * part) / 1000) }));
const trials = fc.integer({ min: 0, max: 120 });
const tail = fc.constantFrom(LIMIT_TAIL, WARNING_TAIL, 0.001, 0.05);

/** Whether the range is the narrowest whose outside has at most `tail` on each side. */
function expectNarrowest({ least, greatest }: OrdinaryCounts, beyond: number, atMost: (x: number) => number, atLeast: (x: number) => number): void {
  if (least > 0) expect(atMost(least - 1)).toBeLessThanOrEqual(beyond);
  expect(atMost(least)).toBeGreaterThan(beyond);
  expect(atLeast(greatest + 1)).toBeLessThanOrEqual(beyond);
  if (greatest > least) expect(atLeast(greatest)).toBeGreaterThan(beyond);
}

describe('binomialCounts', () => {
  it('gives the exact range of a worked example', () => {
    // 20 trials at 0.08: P(X = 0) = 0.19, P(X >= 7) = 0.00073, P(X >= 6) = 0.0038.
    expect(binomialCounts(20, 0.08, LIMIT_TAIL)).toEqual({ least: 0, greatest: 6 });
  });

  it('leaves at most the tail beyond each end, and no narrower range does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.double({ min: 0, max: 1, noNaN: true }), tail, (n, share, beyond) => {
        expectNarrowest(binomialCounts(n, share, beyond), beyond, (x) => binomialAtMost(x, n, share), (x) => (x > n ? 0 : binomialAtLeast(x, n, share)));
      }),
    );
  });

  it('knows only none, or all, of a share of 0 or 1', () => {
    expect([binomialCounts(9, 0, 0.05), binomialCounts(9, 1, 0.05), binomialCounts(0, 0.3, 0.05)]).toEqual([
      { least: 0, greatest: 0 }, { least: 9, greatest: 9 }, { least: 0, greatest: 0 },
    ]);
  });
});

describe('poissonCounts', () => {
  it('leaves at most the tail beyond each end, and no narrower range does', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 80, noNaN: true }), tail, (mean, beyond) => {
        expectNarrowest(poissonCounts(mean, 1, beyond), beyond, (x) => poissonAtMost(x, mean), (x) => poissonAtLeast(x, mean));
      }),
    );
  });
});

describe('predictiveCounts', () => {
  it('agrees with adding up the distribution from scratch at every count', () => {
    fc.assert(
      fc.property(base, trials, tail, (known, n, beyond) => {
        const [alpha, beta] = [known.events + 0.5, known.trials - known.events + 0.5];
        expectNarrowest(predictiveCounts(known, n, beyond), beyond, (x) => betaBinomialAtMost(x, n, alpha, beta), (x) => betaBinomialAtLeast(x, n, alpha, beta));
      }),
    );
  });

  it('is wider than the exact range of the same share, and comes to it as the base grows', () => {
    const known = (times: number) => predictiveCounts({ events: 30 * times, trials: 150 * times }, 40, LIMIT_TAIL);
    expect([known(1), known(1000), binomialCounts(40, 0.2, LIMIT_TAIL)]).toEqual([
      { least: 1, greatest: 18 }, { least: 1, greatest: 16 }, { least: 1, greatest: 16 },
    ]);
  });

  it('mirrors when what was noticed and what was not change places', () => {
    fc.assert(
      fc.property(base, trials, (known, n) => {
        const { least, greatest } = predictiveCounts(known, n, LIMIT_TAIL);
        expect(predictiveCounts({ events: known.trials - known.events, trials: known.trials }, n, LIMIT_TAIL)).toEqual({ least: n - greatest, greatest: n - least });
      }),
    );
  });

  it('never narrows when the base held more events, the tail shrinks, or counts vary more', () => {
    fc.assert(
      fc.property(base, trials, fc.double({ min: 0, max: 0.3, noNaN: true }), (known, n, overdispersion) => {
        const one = predictiveCounts(known, n, LIMIT_TAIL);
        if (known.events < known.trials) expect(predictiveCounts({ ...known, events: known.events + 1 }, n, LIMIT_TAIL).greatest).toBeGreaterThanOrEqual(one.greatest);
        expect(predictiveCounts(known, n, WARNING_TAIL).greatest).toBeLessThanOrEqual(one.greatest);
        expect(predictiveCounts(known, n, WARNING_TAIL).least).toBeGreaterThanOrEqual(one.least);
        const total = predictiveLaw(known, n, { ...PLAIN_COUNTS, overdispersion }).reduce((sum, p) => sum + p, 0);
        expect(total).toBeCloseTo(1, 9);
      }),
    );
  });

  it('has the variance of its law: between periods, of the base, and of publishing', () => {
    const n = 30;
    const variation = { overdispersion: 0.02, publishedVariance: () => 1.5 };
    const law = predictiveLaw({ events: 60, trials: 240 }, n, variation);
    const mean = law.reduce((sum, p, x) => sum + p * x, 0);
    const variance = law.reduce((sum, p, x) => sum + p * (x - mean) ** 2, 0);
    const [centre, r] = [60.5 / 241, 1 / 242];
    expect(mean).toBeCloseTo(n * centre, 9);
    expect(variance).toBeCloseTo(n * centre * (1 - centre) * (1 + (n - 1) * (r + 0.02 * (1 - r))) + 1.5, 9);
  });
});

describe('predictiveEvents', () => {
  it('comes to the exact Poisson range as the base grows, and is wider before', () => {
    const known = (times: number) => predictiveEvents({ events: 24 * times, exposure: 12 * times }, 3, LIMIT_TAIL);
    expect([known(1), known(10_000), poissonCounts(3, 2, LIMIT_TAIL)]).toEqual([{ least: 0, greatest: 16 }, { least: 0, greatest: 15 }, { least: 0, greatest: 15 }]);
  });

  it('has limits after a base without events, and none to speak of without exposure', () => {
    expect(predictiveEvents({ events: 0, exposure: 24 }, 1, LIMIT_TAIL)).toEqual({ least: 0, greatest: 1 });
    expect(predictiveEvents({ events: 5, exposure: 24 }, 0, LIMIT_TAIL)).toEqual({ least: 0, greatest: 0 });
  });

  it('does not hang on the unit of the exposure, and widens when the rate itself varies', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 40 }), (events, exposure, next) => {
        const one = predictiveEvents({ events, exposure }, next, LIMIT_TAIL);
        expect(predictiveEvents({ events, exposure: exposure * 64 }, next * 64, LIMIT_TAIL)).toEqual(one);
        expect(predictiveEvents({ events, exposure }, next, LIMIT_TAIL, 0.2).greatest).toBeGreaterThanOrEqual(one.greatest);
      }),
    );
  });
});

describe('ordinaryCounts', () => {
  it('is a single count when everything lies there', () => {
    expect(ordinaryCounts(Float64Array.of(1), 0.05)).toEqual({ least: 0, greatest: 0 });
    expect(ordinaryCounts(Float64Array.of(0, 0, 1, 0), 0.05)).toEqual({ least: 2, greatest: 2 });
  });
});
